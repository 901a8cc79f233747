/// Which part of a frozen tree was scanned.
package struct SchemaScope: Sendable, Hashable {
  /// The scanned root, relative to the folder of the schema; empty when it is that folder.
  package var base: String
  /// What was scanned, relative to the folder of the schema; an empty one is all of it.
  package var targets: [String]

  package init(base: String = "", targets: [String] = [""]) {
    self.base = base
    self.targets = targets
  }

  /// Whether all of them were scanned.
  func covers(_ uses: [SymbolUse]) -> Bool { uses.allSatisfy { covers($0.path) } }

  /// Whether a file, relative to the folder of the schema, was scanned if it is there.
  func covers(_ path: String) -> Bool {
    targets.contains { $0.isEmpty || path == $0 || path.hasPrefix($0 + "/") }
  }

  /// A schema with its paths relative to the folder of the frozen one.
  func rebased(_ schema: KeySchema) -> KeySchema {
    guard !base.isEmpty else { return schema }
    var schema = schema
    for index in schema.keys.indices {
      schema.keys[index].writers = rebased(schema.keys[index].writers)
      schema.keys[index].readers = rebased(schema.keys[index].readers)
    }
    for index in schema.channels.indices {
      schema.channels[index].publishers = rebased(schema.channels[index].publishers)
      schema.channels[index].subscribers = rebased(schema.channels[index].subscribers)
    }
    for index in schema.scripts.indices {
      schema.scripts[index].path = "\(base)/\(schema.scripts[index].path)"
      schema.scripts[index].callers = rebased(schema.scripts[index].callers)
    }
    for index in schema.locks.indices { schema.locks[index].users = rebased(schema.locks[index].users) }
    return schema
  }

  private func rebased(_ uses: [SymbolUse]) -> [SymbolUse] {
    uses.map { SymbolUse(path: "\(base)/\($0.path)", symbol: $0.symbol) }
  }
}
