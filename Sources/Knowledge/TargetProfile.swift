/// A server, service, proxy or topology that code may have to run on, as its file in `Rules/Targets` tells it.
package struct TargetProfile: Sendable {
  /// As it is asked for: `valkey-8.1`.
  package var name: String
  /// As people call it.
  package var title: String
  package var kind: Kind
  /// Other names that it answers to.
  package var aliases: [String]
  /// What was read.
  package var version: String
  /// When it was read, as a date.
  package var read: String
  /// `redis` or `valkey`, where the target is a server of that line; then `version` is the server's.
  package var product: String?
  /// The profile of the server inside, for what this one leaves to it.
  package var engine: String?
  /// Whether keys lie in slots.
  package var isCluster: Bool
  package var unlisted: Unlisted
  package var facts: [TargetFact]

  package enum Kind: String, Sendable, CaseIterable { case server, service, proxy, cluster }

  /// How a command is read that no fact names.
  package enum Unlisted: String, Sendable, CaseIterable {
    /// The target has every command of the table.
    case full
    /// The list is complete: the target has not got it.
    case none
    /// As the engine has it.
    case engine
    /// The source says nothing.
    case unknown
  }

  package init(
    name: String, title: String, kind: Kind, aliases: [String], version: String, read: String, product: String?,
    engine: String?, isCluster: Bool, unlisted: Unlisted, facts: [TargetFact]
  ) {
    self.name = name
    self.title = title
    self.kind = kind
    self.aliases = aliases
    self.version = version
    self.read = read
    self.product = product
    self.engine = engine
    self.isCluster = isCluster
    self.unlisted = unlisted
    self.facts = facts
  }

  /// Where its facts were read; sorted, each once.
  package var sources: [String] { Set(facts.map(\.source)).sorted() }
}
