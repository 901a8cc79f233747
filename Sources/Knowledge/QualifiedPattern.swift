/// `$.*.Redis.from_url`: the package root, any components, then fixed ones.
package struct QualifiedPattern: Sendable, Hashable {
  /// Components between the root and the `*`; all components when there is no `*`.
  package var prefix: [String]
  /// Components after the `*`; nil when there is no `*`.
  package var suffix: [String]?

  package init(prefix: [String], suffix: [String]?) {
    self.prefix = prefix
    self.suffix = suffix
  }

  /// Whether the components after a package root are of this pattern.
  package func matches(_ path: some Collection<String>) -> Bool {
    guard let suffix else { return path.elementsEqual(prefix) }
    return path.count >= prefix.count + suffix.count
      && path.prefix(prefix.count).elementsEqual(prefix)
      && path.suffix(suffix.count).elementsEqual(suffix)
  }
}
