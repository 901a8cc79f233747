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
    for (number, command) in commands.enumerated() {
      byName[command.name] = byName[command.name] ?? number
      let spelling = CommandTable.spelling(command.name)
      bySpelling[spelling] = bySpelling[spelling] ?? number
    }
    self.byName = byName
    self.bySpelling = bySpelling
  }

  package subscript(_ name: String) -> Command? { byName[name].map { commands[$0] } }

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
