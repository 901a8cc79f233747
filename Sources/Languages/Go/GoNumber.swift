/// Number literals.
enum GoNumber {
  /// The value; nil for a literal that is none.
  static func value(of literal: String) -> Double? {
    let text = literal.filter { $0 != "_" }.lowercased()
    if text.hasPrefix("0x") {
      return Int(text.dropFirst(2), radix: 16).map(Double.init) ?? Double(text)
    }
    if text.hasPrefix("0b") { return Int(text.dropFirst(2), radix: 2).map(Double.init) }
    if text.hasPrefix("0o") { return Int(text.dropFirst(2), radix: 8).map(Double.init) }
    if text.hasPrefix("0"), let octal = Int(text, radix: 8) { return Double(octal) }
    return Double(text)
  }
}
