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
  /// Methods that lengthen the lease.
  package var extends: [String] = []
  /// Arguments and methods that make the library lengthen it by itself.
  package var renews: [String] = []
  /// Whether the library lengthens it in any case.
  package var renewsAlways = false

  package enum Lease: Sendable, Hashable {
    case mustBeGiven
    case forever
    case seconds(Double)
  }

  package init() {}
}

extension TableReader {
  /// Libraries by name, with the habits of their locks.
  mutating func lockHabits() -> [String: LockHabits] {
    var libraries: [String: LockHabits] = [:]
    for entry in entries(of: root) {
      var habits = LockHabits()
      for field in fields(of: entry.value, known: ["key", "owner", "reentrant", "lease", "extends", "renews"]) {
        switch field.key.text {
        case "key": habits.key = text(field.value) ?? "{}"
        case "owner": habits.checksOwner = bool(field.value) ?? false
        case "reentrant": habits.isReentrant = bool(field.value) ?? false
        case "lease": habits.lease = lease(field.value)
        case "extends": habits.extends = texts(field.value)
        default:
          let names = texts(field.value)
          habits.renewsAlways = names.contains("always")
          habits.renews = names.filter { $0 != "always" }
        }
      }
      if libraries.updateValue(habits, forKey: entry.key.text) != nil {
        note("'\(entry.key.text)' is given twice", at: entry.key.position)
      }
    }
    return libraries
  }

  private mutating func lease(_ node: YAMLNode) -> LockHabits.Lease {
    if node.scalar?.text == "none" { return .forever }
    if let seconds = node.scalar.flatMap({ Double($0.text) }), seconds > 0 { return .seconds(seconds) }
    note("'none' or a number of seconds above 0 is expected", at: node.position)
    return .mustBeGiven
  }
}
