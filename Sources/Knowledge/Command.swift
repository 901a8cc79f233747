/// A server command, from `Rules/Commands.tsv`.
package struct Command: Sendable {
  /// Upper case, subcommand included: `SCRIPT LOAD`.
  package let name: String
  package let group: String
  /// Counts the command's own name; negative: at least.
  package let arity: Int
  package let flags: Set<String>
  package let complexity: String
  package let keys: KeyPositions

  package enum KeyPositions: Sendable, Hashable {
    case none
    /// Positions in the command line, the command's words being 0 (and 1 for a subcommand's second word);
    /// a negative last counts from the end.
    case range(first: Int, last: Int, step: Int)
    /// Elsewhere: after a count, after a word.
    case movable
  }

  package init(
    name: String, group: String, arity: Int, flags: Set<String>, complexity: String,
    keys: KeyPositions
  ) {
    self.name = name
    self.group = group
    self.arity = arity
    self.flags = flags
    self.complexity = complexity
    self.keys = keys
  }
}

/// All commands, found by name and by the way that client libraries spell them.
package struct CommandTable: Sendable {
  private let byName: [String: Command]
  private let bySpelling: [String: String]

  package init(_ commands: [Command]) {
    byName = Dictionary(commands.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    bySpelling = Dictionary(
      commands.map { (CommandTable.spelling($0.name), $0.name) },
      uniquingKeysWith: { first, _ in first })
  }

  package subscript(_ name: String) -> Command? { byName[name] }

  /// The command that a member's name spells, whatever its case and separators: `hGetAll`, `script_load`.
  package func command(spelled member: String) -> Command? {
    bySpelling[CommandTable.spelling(member)].flatMap { byName[$0] }
  }

  private static func spelling(_ name: String) -> String {
    String(decoding: name.utf8.lazy.filter { $0 != 0x5F && $0 != 0x20 && $0 != 0x2D && $0 != 0x2E }
      .map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}
