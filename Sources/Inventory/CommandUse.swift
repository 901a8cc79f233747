import InventoryModel
import Knowledge

/// Whether commands read or write, from the table's flags.
struct CommandUse {
  let commands: CommandTable

  func writes(_ command: String) -> Bool { commands[command]?.flags.contains("write") ?? false }
  func reads(_ command: String) -> Bool { commands[command]?.flags.contains("readonly") ?? false }

  /// Puts data into a key, as opposed to deleting it or giving it a time to live.
  func fills(_ command: String) -> Bool { commands[command]?.fillsKey ?? false }
}
