extension StringProtocol {
  /// The parts between the places of an ASCII character.
  func parts(at separator: Unicode.Scalar, keepingEmpty: Bool = false) -> [String] {
    let separator = UInt8(ascii: separator)
    return parts(keepingEmpty: keepingEmpty) { $0 == separator }
  }

  /// The parts between bytes of some kind, all of them ASCII.
  func parts(keepingEmpty: Bool = false, between isSeparator: (UInt8) -> Bool) -> [String] {
    let bytes = Array(utf8)
    var parts: [String] = []
    var start = 0
    for end in 0...bytes.count where end == bytes.count || isSeparator(bytes[end]) {
      if start < end || keepingEmpty { parts.append(String(decoding: bytes[start..<end], as: UTF8.self)) }
      start = end + 1
    }
    return parts
  }
}
