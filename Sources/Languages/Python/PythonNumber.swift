/// The value of a number literal: any radix, with underscores; not a number when it is imaginary.
func pythonNumber(_ text: String) -> Double {
  if text.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) { return Double(text) ?? .nan }
  let digits = text.filter { $0 != "_" }.lowercased()
  let radixes = ["0x": 16, "0o": 8, "0b": 2]
  if let radix = radixes[String(digits.prefix(2))] {
    return Int(digits.dropFirst(2), radix: radix).map(Double.init) ?? .nan
  }
  return Double(digits.hasSuffix("l") ? String(digits.dropLast()) : digits) ?? .nan
}
