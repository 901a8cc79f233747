import InventoryModel
import Knowledge

/// Whether commands read or write, from the table's flags.
struct CommandUse {
  let commands: CommandTable

  func writes(_ command: String) -> Bool { commands[command]?.flags.contains("write") ?? false }
  func reads(_ command: String) -> Bool { commands[command]?.flags.contains("readonly") ?? false }

  /// Puts data into a key, as opposed to deleting it or giving it a time to live.
  func fills(_ command: String) -> Bool {
    writes(command) && !CommandTraits.deleting.contains(command) && !CommandTraits.expireOnly.contains(command)
      && ![
        "PERSIST", "SREM", "ZREM", "HDEL", "LREM", "LTRIM", "XDEL", "XTRIM", "XACK", "GETDEL", "GETEX", "LPOP", "RPOP",
        "SPOP", "ZPOPMIN", "ZPOPMAX", "BLPOP", "BRPOP", "BZPOPMIN", "BZPOPMAX", "XREADGROUP", "XCLAIM", "XAUTOCLAIM",
        "ZREMRANGEBYSCORE", "ZREMRANGEBYRANK", "XGROUP CREATE", "XGROUP DESTROY",
      ].contains(command)
  }
}
