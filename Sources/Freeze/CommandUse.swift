import Knowledge

/// What a command does to its keys, as far as a schema is concerned.
struct CommandUse {
  let writes: Bool
  let reads: Bool
  /// What is kept under its keys, as TYPE names it; nil where it works on any.
  let type: String?

  /// A command that no table knows may do anything.
  init(_ command: Command?) {
    guard let command else {
      (writes, reads, type) = (true, true, nil)
      return
    }
    let specifications = command.keySpecifications.filter { !$0.effects.contains(.isNoKey) }
    writes = command.flags.contains("write") || specifications.contains { ($0.access ?? .reads) != .reads }
    reads =
      !writes
      || specifications.contains {
        $0.access == .reads || $0.effects.contains(.returnsValue) && !$0.effects.contains(.isVariable)
      }
    type = CommandUse.types[command.group]
  }

  /// By the group that servers count a command to; a bitmap is kept in a string, places in a sorted set.
  private static let types = [
    "string": "string", "bitmap": "string", "hyperloglog": "string", "hash": "hash", "list": "list", "set": "set",
    "sorted_set": "sorted set", "geo": "sorted set", "stream": "stream", "json": "json", "bloom": "filter",
    "timeseries": "time series", "vectorset": "vector set", "array": "array",
  ]
}
