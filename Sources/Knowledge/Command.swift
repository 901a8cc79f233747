/// A server command, from `Rules/Commands.tsv`.
package struct Command: Sendable {
  /// Upper case, subcommand included: `SCRIPT LOAD`.
  package let name: String
  /// As servers group them; of a module's command, the module: `json`, `search`.
  package let group: String
  /// Counts the command's own name; negative: at least.
  package let arity: Int
  package let flags: Set<String>
  package let complexity: String
  package let keys: KeyPositions
  /// Every place of a key, also those after a count or a word, and what happens to the key.
  package let keySpecifications: [KeySpecification]

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
    keys: KeyPositions, keySpecifications: [KeySpecification] = []
  ) {
    self.name = name
    self.group = group
    self.arity = arity
    self.flags = flags
    self.complexity = complexity
    self.keys = keys
    self.keySpecifications = keySpecifications
  }

  /// Whether it puts data into a key, as opposed to deleting it, taking from it or giving it a time to live: servers
  /// refuse it when they are out of memory, or it puts what is there under another key.
  package var fillsKey: Bool {
    flags.contains("write") && keys != .none
      && (flags.contains("denyoom")
        || keySpecifications.contains { $0.effects.contains(.inserts) || $0.access == .overwrites })
  }
}
