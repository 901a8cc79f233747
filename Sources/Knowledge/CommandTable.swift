/// All commands, found by name and by the way that client libraries spell them.
package struct CommandTable: Sendable {
  /// In the order of the table.
  package let commands: [Command]
  private let byName: [String: Int]
  private let bySpelling: [String: Int]

  package init(_ commands: [Command]) {
    self.commands = commands
    var byName: [String: Int] = [:]
    var bySpelling: [String: Int] = [:]
    byName.reserveCapacity(commands.count)
    bySpelling.reserveCapacity(commands.count)
    // Backwards: of commands with one name the first counts.
    for number in commands.indices.reversed() {
      byName[commands[number].name] = number
      bySpelling[CommandTable.spelling(commands[number].name)] = number
    }
    self.byName = byName
    self.bySpelling = bySpelling
  }

  package subscript(_ name: String) -> Command? { byName[name].map { commands[$0] } }

  /// Whether there is a command of that name.
  func contains(_ name: String) -> Bool { byName[name] != nil }

  /// Whether a command's name begins so.
  func hasCommand(beginningWith beginning: String) -> Bool {
    commands.indices.contains { commands[$0].name.hasPrefix(beginning) }
  }

  /// The command that a member's name spells, whatever its case and separators: `hGetAll`, `script_load`.
  package func command(spelled member: String) -> Command? {
    bySpelling[CommandTable.spelling(member)].map { commands[$0] }
  }

  /// The name without case and separators.
  static func spelling(_ name: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(name.utf8.count)
    for byte in name.utf8 where byte != 0x5F && byte != 0x20 && byte != 0x2D && byte != 0x2E {
      bytes.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
