/// A word, argument or behaviour of a command that is newer than the command, from `Rules/Options.tsv`.
package struct OptionFact: Sendable, Hashable {
  package var command: String
  /// The word as it goes over the wire (`IFEQ`), or a few words on what it is.
  package var name: String
  package var kind: Kind
  /// The first version of Redis that has it; nil where none has.
  package var sinceRedis: ServerVersion?
  /// The first version of Valkey that has it; nil where none has.
  package var sinceValkey: ServerVersion?
  package var note: String

  package enum Kind: String, Sendable, CaseIterable { case token, argument, reply, behaviour, command }

  /// The lines of servers that versions are known of.
  package static let products = ["redis", "valkey"]

  /// The first version of a line that has it; nil where none has.
  package func since(_ product: String) -> ServerVersion? { product == "valkey" ? sinceValkey : sinceRedis }
}

/// A version as far as lines of servers go: `8.1`.
package struct ServerVersion: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let major: Int
  package let minor: Int

  /// Reads `8.1`, `8.1.3`; nil for what is no version.
  package init?(_ text: some StringProtocol) {
    let numbers = text.split(separator: ".").map { Int($0) }
    guard numbers.count >= 2, let major = numbers[0], let minor = numbers[1] else { return nil }
    self.major = major
    self.minor = minor
  }

  package static func < (left: ServerVersion, right: ServerVersion) -> Bool {
    (left.major, left.minor) < (right.major, right.minor)
  }

  package var description: String { "\(major).\(minor)" }
}
