extension ArgumentSelector {
  /// `0`, `label`, `last`, and a field of it: `1.lua`.
  init(_ text: String) {
    let parts = text.split(separator: ".", maxSplits: 1)
    let first = parts.first.map(String.init) ?? text
    let field = parts.count == 2 ? String(parts[1]) : nil
    if first == "last" {
      self.init(place: .last, field: field)
    } else if let position = Int(first), position >= 0 {
      self.init(place: .position(position), field: field)
    } else {
      self.init(place: .label(first), field: field)
    }
  }
}
