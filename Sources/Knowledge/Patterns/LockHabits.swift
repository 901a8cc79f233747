import YAML

/// How the locks of a client library work, from `Rules/Locks.yml`.
package struct LockHabits: Sendable, Hashable {
  /// The key of a lock, where `{}` is the name that it was given.
  package var key = "{}"
  /// Whether a release asks whose lock it is.
  package var checksOwner = false
  /// Whether a holder may take it again.
  package var isReentrant = false
  /// How long it lasts when nothing is said.
  package var lease = Lease.mustBeGiven
  /// What a method does with a lock, by its name; a method that is not here makes one.
  package var steps: [String: Step] = [:]
  /// Arguments and methods that make the library lengthen it by itself.
  package var renews: [String] = []
  /// Whether the library lengthens it in any case.
  package var renewsAlways = false

  /// What is done with a lock.
  package enum Step: String, Sendable, Hashable, CaseIterable {
    /// Makes an object of it, which a server need not hear of.
    case make
    case take = "takes"
    case release = "releases"
    /// Asks who holds it.
    case ask = "asks"
    case extend = "extends"
  }

  package enum Lease: Sendable, Hashable {
    case mustBeGiven
    case forever
    case seconds(Double)
  }

  package init() {}

  /// What a method does; none is named where the lock is made by its type.
  package func step(of method: String?) -> Step { method.flatMap { steps[$0] } ?? .make }

  /// The program's own habits and a user's, by the library's name in reports; a user's table replaces the program's.
  package static func load(additional: [TableFile] = []) throws(KnowledgeError) -> [String: LockHabits] {
    guard let table = (TableFile.embedded + additional).last(where: { $0.path == path }) else { return [:] }
    return try read(table)
  }

  static func read(_ table: TableFile) throws(KnowledgeError) -> [String: LockHabits] {
    var reader = try TableReader(table)
    let libraries = reader.lockHabits()
    guard reader.problems.isEmpty else { throw KnowledgeError(reader.problems) }
    return libraries
  }

  static let path = "Locks.yml"
}

extension TableReader {
  /// Libraries by name, with the habits of their locks.
  fileprivate mutating func lockHabits() -> [String: LockHabits] {
    var libraries: [String: LockHabits] = [:]
    for entry in entries(of: root) {
      let habits = lockHabits(entry.value)
      for name in entry.key.text.split(separator: "|").map(String.init)
      where libraries.updateValue(habits, forKey: name) != nil {
        note("'\(name)' is given twice", at: entry.key.position)
      }
    }
    return libraries
  }

  private mutating func lockHabits(_ node: YAMLNode) -> LockHabits {
    var habits = LockHabits()
    let steps = LockHabits.Step.allCases.filter { $0 != .make }.map(\.rawValue)
    for field in fields(of: node, known: ["key", "owner", "reentrant", "lease", "renews"] + steps) {
      switch field.key.text {
      case "key": habits.key = text(field.value) ?? "{}"
      case "owner": habits.checksOwner = bool(field.value) ?? false
      case "reentrant": habits.isReentrant = bool(field.value) ?? false
      case "lease": habits.lease = lease(field.value)
      case "renews":
        let names = texts(field.value)
        habits.renewsAlways = names.contains("always")
        habits.renews = names.filter { $0 != "always" }
      default:
        for method in scalars(field.value)
        where habits.steps.updateValue(LockHabits.Step(rawValue: field.key.text) ?? .make, forKey: method.text) != nil {
          note("'\(method.text)' is given twice", at: method.position)
        }
      }
    }
    return habits
  }

  private mutating func lease(_ node: YAMLNode) -> LockHabits.Lease {
    if node.scalar?.text == "none" { return .forever }
    if let seconds = node.scalar.flatMap({ Double($0.text) }), seconds > 0 { return .seconds(seconds) }
    note("'none' or a number of seconds above 0 is expected", at: node.position)
    return .mustBeGiven
  }
}
