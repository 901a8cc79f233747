import YAML

extension YAMLNode {
  /// The keys that lead to a position, from the outermost inward: `roles.client.methods.get`.
  func keyPath(to position: YAMLPosition) -> String {
    var parts: [String] = []
    var node = self
    while true {
      switch node {
      case .scalar: return parts.joined(separator: ".")
      case .mapping(let mapping):
        guard let entry = mapping.entries.last(where: { $0.key.position <= position }) else {
          return parts.joined(separator: ".")
        }
        parts.append(entry.key.text)
        guard entry.value.position <= position else { return parts.joined(separator: ".") }
        node = entry.value
      case .sequence(let sequence):
        guard let index = sequence.elements.lastIndex(where: { $0.position <= position }) else {
          return parts.joined(separator: ".")
        }
        parts.append(String(index))
        node = sequence.elements[index]
      }
    }
  }
}
