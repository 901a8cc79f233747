/// All that is known of patterns: the definitions, the sentences that they share, and the names of primitives.
package struct PatternBook: Sendable {
  /// By rank, then id.
  package let patterns: [PatternDefinition]
  package let sentences: [ObservationKind: String]
  /// The first that an operation meets names what it uses.
  package let primitives: [PrimitiveName]
  /// How locks work, by client library.
  package let locks: [String: LockHabits]

  package init(
    patterns: [PatternDefinition], sentences: [ObservationKind: String], primitives: [PrimitiveName],
    locks: [String: LockHabits] = [:]
  ) {
    self.patterns = patterns.sorted { ($0.rank, $0.id) < ($1.rank, $1.id) }
    self.sentences = sentences
    self.primitives = primitives
    self.locks = locks
  }
}

/// What an engineer calls the commands of a selector: "lists", "key TTL".
package struct PrimitiveName: Sendable, Hashable {
  package var name: String
  package var selectors: [OperationSelector]
  /// Whether it is told beside the other name that an operation has.
  package var isBeside = false

  package init(name: String, selectors: [OperationSelector], isBeside: Bool = false) {
    self.name = name
    self.selectors = selectors
    self.isBeside = isBeside
  }
}
