/// A way of using a server, from `Rules/Patterns`: how it is recognized, what to mind, how it is explained.
package struct PatternDefinition: Sendable, Hashable {
  /// The file's name.
  package var id: String
  /// What it is called, in plain words: "Append log".
  package var title: String
  package var explanation: String
  /// Patterns are tried in ascending rank; an operation on a key goes to the first that takes it.
  package var rank: Int
  package var scope = Scope.key
  package var naming = Naming.owner
  /// What its rows are called, where that is a phrase of its own; `{module}` stands for the words of the file.
  package var phrase: String?
  /// How it may look; one suffices.
  package var forms: [Form] = []
  /// Which operations of an owner belong to it besides those that a scope takes together; those that a form needs
  /// always do.
  package var takes: [OperationSelector] = []
  /// Takes what no other pattern of the owner accounts for, and joins one of these.
  package var isRest = false
  /// A bare structure: joins another pattern of the owner where its keys are unknown.
  package var isStructure = false
  /// Takes nothing: it is told of the patterns that show it.
  package var isTrait = false
  /// Functions that use it are among its anchors where a word of their name or file begins with one of these.
  package var anchoringWords: [String] = []
  /// What to mind, most important first.
  package var concerns: [Concern] = []

  /// Whether its rows are about locks.
  package var tellsLocks: Bool { concerns.contains { $0.observation == .lockLease } }

  package init(id: String, title: String, explanation: String, rank: Int) {
    self.id = id
    self.title = title
    self.explanation = explanation
    self.rank = rank
  }

  /// Which operations are looked at together, and taken together.
  package enum Scope: String, Sendable, Hashable, CaseIterable {
    /// Those of one owner on keys, or a channel, of one template.
    case key
    /// Those of one function.
    case function
    /// Those of one owner: its forms look at all, and take what they need.
    case owner
    /// As `function`, and the rows of all owners are one.
    case tree
  }

  /// What a row of it is named after.
  package enum Naming: String, Sendable, Hashable, CaseIterable {
    case owner
    /// The owner, where it is more than the pattern's only one, in the plural.
    case plural
    case title
  }

  /// One look of a pattern.
  package struct Form: Sendable, Hashable {
    /// Each must be met by an operation.
    package var needs: [OperationSelector] = []
    /// None may be met by an operation.
    package var lacks: [OperationSelector] = []
    /// The names of owner, function, file and keys hold a word that begins with one of these.
    package var words: [String] = []
    package var relation: Relation?

    package init() {}
  }

  /// What must hold between operations.
  package enum Relation: String, Sendable, Hashable, CaseIterable {
    /// One receiver is only read from, and another written to.
    case readsAndWritesApart
    /// A key is renamed, and what bears the new name is deleted.
    case renamesThenDeletes
    /// Functions are named like the commands that they send, for keys that they are handed.
    case forwards
    /// A key is read and then written by one function.
    case readsThenWrites
    /// A key is asked for and then, by another command, made.
    case checksThenWrites
  }

  /// A sentence about what was observed.
  package struct Concern: Sendable, Hashable {
    package var observation: ObservationKind
    /// The sentence with its slots in braces; nil for the sentence that all patterns share.
    package var sentence: String?

    package init(observation: ObservationKind, sentence: String? = nil) {
      self.observation = observation
      self.sentence = sentence
    }
  }
}
