import InventoryModel

/// How locks that are made of plain commands are told from other keys.
struct LockUse {
  let index: ReportIndex

  private static let words: Set<String> = [
    "lock", "locks", "locked", "locker", "locking", "lck", "mutex", "semaphore", "lease", "leader", "redlock",
  ]
  private static let taking: Set<String> = ["acquire", "obtain", "trylock"]

  /// Whether the key is a lock's: by its template, its text, or by the function that works on it or hands it in.
  func isLock(_ operation: Operation) -> Bool {
    Self.hasLockKey(operation) || Self.isNamedAsLock(operation.function) || !handing(operation).isEmpty
  }

  /// Whether the key itself is called a lock, wherever it is used.
  static func hasLockKey(_ operation: Operation) -> Bool {
    operation.keyTemplates.contains { isNameOfLock($0) } || isNameOfLock(operation.keyText)
  }

  /// Says lock, and does not end in what is told of one: `lock:{}:failures`.
  private static func isNameOfLock(_ name: String?) -> Bool {
    guard let name else { return false }
    let all = Words.of(name)
    return all.contains(where: words.contains) && !all.suffix(1).contains(where: about.contains)
  }

  private static let about: Set<String> = [
    "failure", "failures", "count", "counter", "attempts", "retries", "errors", "log", "logs", "status", "stats",
    "history", "timestamp",
  ]

  /// Callers that hand in a key which they call a lock, or that are named as locking: `lock()` calls `set_key()`.
  func handing(_ operation: Operation) -> [HandedKey] {
    index.handedKeys(to: operation).filter { key in
      Words.has(key.text, Self.words) || Self.isNamedAsLock(index.functions[key.function].name)
    }
  }

  private static func isNamedAsLock(_ function: String?) -> Bool {
    guard let function else { return false }
    let name = function.split(separator: ".").last.map(String.init) ?? function
    return Words.has(name, words) || Words.has(name, taking)
      || Words.has(function, words) && Words.has(name, ["release", "unlock", "extend", "renew"])
  }
}

extension Operation {
  var setsString: Bool { ["SET", "SETEX", "PSETEX", "GETSET"].contains(command) }

  var expiresKey: Bool { ["EXPIRE", "PEXPIRE", "EXPIREAT", "PEXPIREAT"].contains(command) }

  var deletesKey: Bool { ["DEL", "UNLINK"].contains(command) }
}
