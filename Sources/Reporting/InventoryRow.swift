import InventoryModel

/// What one owner, a type or else a file, does: a row of the inventory table.
struct InventoryRow {
  let path: String
  /// The type that the operations stand in; nil for functions of the file itself.
  let owner: String?
  /// Lines of the operations, each once, ascending.
  let lines: [Int]
  /// Commands by what they work on, both sorted.
  let commandsByGroup: [(name: String, commands: [String])]
  /// Key templates, each once, sorted.
  let keys: [String]
  let channels: [String]

  /// The rows of operations, by path and then by the first line of each owner.
  static func rows(of operations: [Operation]) -> [InventoryRow] {
    var order: [Owner] = []
    var grouped: [Owner: [Operation]] = [:]
    for operation in operations.sorted() {
      let owner = Owner(path: operation.place.path, name: typeName(operation.function))
      if grouped[owner] == nil { order.append(owner) }
      grouped[owner, default: []].append(operation)
    }
    return order.map { InventoryRow($0, grouped[$0] ?? []) }
  }

  private init(_ owner: Owner, _ operations: [Operation]) {
    path = owner.path
    self.owner = owner.name
    lines = Set(operations.map(\.place.line)).sorted()
    let groups = Dictionary(grouping: operations) { $0.group ?? "other" }
    commandsByGroup = groups.map { (name: $0.key, commands: Set($0.value.map(\.command)).sorted()) }
      .sorted { $0.name < $1.name }
    keys = Set(operations.flatMap(\.keyTemplates)).sorted()
    channels = Set(operations.compactMap(\.channel)).sorted()
  }

  /// `Queue` of `Queue.add`.
  private static func typeName(_ function: String?) -> String? {
    guard let function, let dot = function.lastIndex(of: ".") else { return nil }
    return String(function[..<dot])
  }

  private struct Owner: Hashable {
    let path: String
    let name: String?
  }
}
