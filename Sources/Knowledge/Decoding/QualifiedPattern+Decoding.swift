extension QualifiedPattern {
  /// Reads what follows a package root: `.*.Redis`, `.NewClient`, nothing; nil with more than one `*`.
  init?(afterRoot text: Substring) {
    let parts = text.parts { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") }
    guard let star = parts.firstIndex(of: "*") else {
      self.init(prefix: parts, suffix: nil)
      return
    }
    let suffix = Array(parts[(star + 1)...])
    guard !suffix.contains("*") else { return nil }
    self.init(prefix: Array(parts[..<star]), suffix: suffix)
  }
}
