/// What a target does with some commands, perhaps under a condition.
package struct TargetFact: Sendable, Hashable {
  /// The name of a rule that is not about one command alone.
  package var rule: String?
  package var support: Support
  /// The fact holds when one of these does; empty: always.
  package var conditions: [Condition]
  /// The options that the condition `options` speaks of.
  package var options: [String]
  package var note: String
  /// What to use instead, where the source says so.
  package var instead: String?
  package var source: String
  /// How the source knows: `listed`, `stated`, `absent`, `derived`, `run` …
  package var basis: String?
  /// The commands that it is about, upper case; empty: all that meet the condition.
  package var commands: [String]
  /// The commands that meet the condition and that it is not about.
  package var except: [String] = []

  /// What becomes of a use.
  package enum Support: String, Sendable, CaseIterable {
    case full, partial, none
    /// Needs a module of the server.
    case module
    /// Works, and newer servers advise against it.
    case deprecated
    /// Works at a price.
    case cost
    /// Publishes other events.
    case event
    /// Goes wrong without an error.
    case risk
    /// Depends on a setting of the target.
    case config
    /// Refused under the condition.
    case error
    case info
    case unknown
  }

  /// What must be true of a use for a fact to hold.
  package enum Condition: String, Sendable, CaseIterable {
    case severalKeys = "several-keys"
    case keysAcrossSlots = "keys-across-slots"
    case channelsAcrossSlots = "channels-across-slots"
    case noKeys = "no-keys"
    case hasArguments = "arguments"
    case transactionAcrossSlots = "transaction-across-slots"
    case undeclaredKeys = "undeclared-keys"
    case shebangAcrossSlots = "shebang-across-slots"
    case databaseNotZero = "database-not-zero"
    case databaseOption = "database-option"
    case sortPattern = "sort-pattern"
    case keyspaceEvents = "keyspace-events"
    case newKeyEvents = "new-key-events"
    case serverAPI = "server-api"
    case resp3
    /// Nothing is sent in its place when it is refused.
    case noFallback = "no-fallback"
    /// EVAL is not sent in its place when it is refused.
    case noEvalFallback = "no-eval-fallback"
    case options
    /// Holds for the target as a whole, whatever the code does.
    case target
  }

  package init(
    rule: String? = nil, support: Support, conditions: [Condition] = [], options: [String] = [], note: String = "",
    instead: String? = nil, source: String, basis: String? = nil, commands: [String] = []
  ) {
    self.rule = rule
    self.support = support
    self.conditions = conditions
    self.options = options
    self.note = note
    self.instead = instead
    self.source = source
    self.basis = basis
    self.commands = commands
  }
}
