import InventoryModel
import Knowledge

/// What a command does to the values of its keys, as servers ask for rights.
struct KeyAccess: Hashable {
  var reads = false
  var writes = false

  static let all = KeyAccess(reads: true, writes: true)

  /// What one key place of a command asks for.
  init(_ specification: KeySpecification) {
    reads = specification.effects.contains(.returnsValue)
    writes = !specification.effects.isDisjoint(with: [.inserts, .updates, .deletes])
  }

  init(reads: Bool, writes: Bool) {
    self.reads = reads
    self.writes = writes
  }

  mutating func formUnion(_ other: KeyAccess) {
    reads = reads || other.reads
    writes = writes || other.writes
  }

  /// What each key of a use asks for, in the order of its keys.
  static func accesses(of use: CommandUse, _ command: Command?) -> [KeyAccess] {
    guard let command, !command.keySpecifications.isEmpty else { return use.keys.map { _ in .all } }
    if command.name == "SET" {
      return use.keys.map { _ in KeyAccess(reads: use.words.contains("GET"), writes: true) }
    }
    let places = command.keySpecifications.filter { !$0.effects.contains(.isNoKey) }.map { KeyAccess($0) }
    if places.count == use.keys.count, use.keyCount == use.keys.count { return places }
    let union = places.reduce(into: KeyAccess(reads: false, writes: false)) { $0.formUnion($1) }
    return use.keys.map { _ in union }
  }
}
