import InventoryModel

/// What commands do to keys, as far as inferences ask.
enum CommandTraits {
  static let expireOnly: Set<String> = ["EXPIRE", "PEXPIRE", "EXPIREAT", "PEXPIREAT", "HEXPIRE", "HPEXPIRE"]
  static let deleting: Set<String> = ["DEL", "UNLINK"]
  static let walking: Set<String> = ["SCAN", "KEYS"]
  static let probing: Set<String> = ["EXISTS", "GET", "HEXISTS", "SISMEMBER", "HGET", "ZSCORE", "TTL"]
  static let running: Set<String> = ["EVAL", "EVALSHA", "EVAL_RO", "EVALSHA_RO", "FCALL", "FCALL_RO"]
}
