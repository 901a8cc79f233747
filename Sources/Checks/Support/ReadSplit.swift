import InventoryModel

/// Clients for reading beside clients for writing, as their names tell.
enum ReadSplit {
  private static let reading: Set<String> = [
    "read", "reader", "readers", "readonly", "replica", "replicas", "slave", "slaves", "secondary", "follower",
  ]
  private static let writing: Set<String> = ["write", "writer", "readwrite", "rw", "master", "primary", "leader"]

  /// Whether an operation goes over a client that is named as one for reading.
  static func isRead(_ operation: Operation) -> Bool {
    guard !operation.isInScript, let name = operation.receiver?.split(separator: ".").last else { return false }
    let words = Words.of(String(name))
    guard operation.role != "cache", !words.contains("cache") else { return false }
    // `redis_r` beside `redis_w`; a client that is called `r` is any.
    if words.count > 1, let last = words.last, last == "r" || last == "ro" { return true }
    return words.contains(where: reading.contains) && !words.contains(where: writing.contains)
  }
}
