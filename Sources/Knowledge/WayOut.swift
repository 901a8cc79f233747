/// What to do about a use that a target refuses or limits.
package struct WayOut: Sendable, Hashable {
  package var how: String
  /// The commands that it needs.
  package var commands: [String]
  /// Whether a setting or a small change does it, with no other command.
  package var isSetting: Bool

  package init(how: String, commands: [String] = [], isSetting: Bool = false) {
    self.how = how
    self.commands = commands
    self.isSetting = isSetting
  }
}

/// All ways out, from `Rules/Alternatives.yml`.
package struct WaysOut: Sendable {
  package var commands: [String: WayOut] = [:]
  /// By the start of a command's name; the longest first.
  package var prefixes: [(prefix: String, wayOut: WayOut)] = []
  /// By the name that tables give to what a library puts together: `LOCK*`.
  package var compositions: [String: WayOut] = [:]
  /// By command and option: `SET IFEQ`.
  package var options: [String: WayOut] = [:]
  package var conditions: [TargetFact.Condition: WayOut] = [:]

  package init() {}

  /// The way out for a command as such.
  package func of(_ command: String) -> WayOut? {
    commands[command] ?? prefixes.first { command.hasPrefix($0.prefix) }?.wayOut
  }
}
