/// From which version on a client library can do something, from `Rules/ClientVersions.yml`.
package struct ClientVersions: Sendable, Hashable {
  /// Where it was read.
  package var source = ""
  /// When, as a date.
  package var read = ""
  package var features: [Feature: Since] = [:]
  /// By command; a command that is not named has had a method all the time, or never.
  package var methods: [String: Since] = [:]

  /// What a library needs more than commands for.
  package enum Feature: String, Sendable, Hashable, CaseIterable {
    case cluster, resp3
    case clientSideCache = "client-side-cache"
  }

  /// The first version that has something.
  package enum Since: Sendable, Hashable {
    case version(String)
    case never

    /// Whether a version has it.
    package func isIn(_ version: [Int]) -> Bool {
      guard case .version(let text) = self, let first = ServerProduct.numbers(text) else { return false }
      return ServerProduct.reaches(version, first)
    }
  }

  package init() {}
}
