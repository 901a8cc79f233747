extension ArgumentSelector {
  /// `0`, `label`, `last`, and a field of it: `1.lua`.
  init(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), maxSplits: 1).map { String(Substring($0)) }
    let first = parts.first ?? text
    let field = parts.count == 2 ? parts[1] : nil
    if first == "last" {
      self.init(place: .last, field: field)
    } else if let position = Int(first), position >= 0 {
      self.init(place: .position(position), field: field)
    } else {
      self.init(place: .label(first), field: field)
    }
  }
}
