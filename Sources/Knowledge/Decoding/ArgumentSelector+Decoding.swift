extension ArgumentSelector {
  /// `0`, `label`, `last`, and a field of it: `1.lua`.
  init(_ text: String) {
    let (first, field) = ArgumentSelector.split(text)
    if first == "last" {
      self.init(place: .last, field: field)
    } else if let position = Int(first), position >= 0 {
      self.init(place: .position(position), field: field)
    } else {
      self.init(place: .label(first), field: field)
    }
  }

  private static func split(_ text: String) -> (place: String, field: String?) {
    guard text.utf8.contains(UInt8(ascii: ".")) else { return (text, nil) }
    let parts = text.utf8.split(separator: UInt8(ascii: "."), maxSplits: 1).map { String(Substring($0)) }
    return (parts.first ?? text, parts.count == 2 ? parts[1] : nil)
  }
}
