/// Keys and their values in the order of the file; no key occurs twice.
package struct YAMLMapping: Hashable, Sendable {
  /// A key and its value.
  package struct Entry: Hashable, Sendable {
    /// The key; keys that are lists or mappings are refused.
    package let key: YAMLScalar

    /// The value.
    package let value: YAMLNode

    package init(key: YAMLScalar, value: YAMLNode) {
      self.key = key
      self.value = value
    }
  }

  /// The entries, in the order of the file.
  package let entries: [Entry]

  /// Where the mapping begins.
  package let position: YAMLPosition

  package init(entries: [Entry], position: YAMLPosition) {
    self.entries = entries
    self.position = position
  }

  /// The value of a key.
  package subscript(key: String) -> YAMLNode? { entries.first { $0.key.text == key }?.value }
}
