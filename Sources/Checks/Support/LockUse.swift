import InventoryModel

/// How locks that are made of plain commands are told from other keys.
struct LockUse {
  let index: ReportIndex

  private static let words: Set<String> = [
    "lock", "locks", "locked", "locker", "locking", "lck", "mutex", "semaphore", "lease", "leader", "redlock",
  ]
  private static let taking: Set<String> = ["acquire", "obtain", "trylock"]

  /// Whether the key is a lock's: by its template, its text, or by the function that works on it or calls that one.
  func isLock(_ operation: Operation) -> Bool {
    operation.keyTemplates.contains { Words.has($0, Self.words) }
      || Words.has(operation.keyText, Self.words) || Self.isNamedAsLock(operation.function)
      || isCalledToLock(operation)
  }

  /// Whether the key itself is called a lock, wherever it is used.
  static func hasLockKey(_ operation: Operation) -> Bool {
    operation.keyTemplates.contains { Words.has($0, words) } || Words.has(operation.keyText, words)
  }

  /// A function of the same type that has the lock's name hands its key on: `lock()` calls `set_key()`.
  private func isCalledToLock(_ operation: Operation) -> Bool {
    guard let node = index.node(of: operation), let type = node.type else { return false }
    return node.callers.contains { caller in
      let other = index.functions[caller.function]
      return other.type?.place == type.place && Self.isNamedAsLock(other.name)
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
  /// Sets a key only where there is none.
  var takesIfFree: Bool { command == "SETNX" || command == "SET" && options.contains("NX") }

  var setsString: Bool { ["SET", "SETEX", "PSETEX", "GETSET"].contains(command) }

  var expiresKey: Bool { ["EXPIRE", "PEXPIRE", "EXPIREAT", "PEXPIREAT"].contains(command) }

  var deletesKey: Bool { ["DEL", "UNLINK"].contains(command) }
}
