import InventoryModel
import Knowledge

/// How locks are told from other keys, and who holds one.
struct LockUse {
  let index: ReportIndex
  /// How libraries' locks work, by the library's name in reports.
  let habits: [String: LockHabits]

  private static let words: Set<String> = [
    "lock", "locks", "locked", "locker", "locking", "unlock", "lck", "mutex", "semaphore", "lease", "leader", "redlock",
  ]
  private static let taking: Set<String> = ["acquire", "obtain", "trylock"]

  /// Whether the key is a lock's: by its template, its text, or by the function that works on it or hands it in.
  func isLock(_ operation: Operation) -> Bool {
    Self.isLockByItself(operation) || !handing(operation).isEmpty
  }

  /// Whether it is a lock's key whoever hands it in.
  static func isLockByItself(_ operation: Operation) -> Bool {
    hasLockKey(operation) || isNamedAsLock(operation.function)
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

  static func isNamedAsLock(_ function: String?) -> Bool {
    guard let function else { return false }
    let name = function.split(separator: ".").last.map(String.init) ?? function
    return Words.has(name, words) || Words.has(name, taking)
      || Words.has(function, words) && Words.has(name, ["release", "unlock", "extend", "renew"])
  }
}

extension LockUse {
  /// What an operation does with a library's lock; nil where it is none of a library.
  func step(of operation: Operation) -> LockHabits.Step? {
    guard operation.isLockCommand else { return nil }
    return habits[operation.library]?.step(of: operation.method) ?? .make
  }

  /// Whether it is a library's way to take a lock, or sets a key only where there is none.
  func takes(_ operation: Operation) -> Bool {
    switch step(of: operation) {
    case .make, .take: true
    case .release, .ask, .extend: false
    case nil: operation.takesIfFree
    }
  }

  /// Whether a lock that was taken before, or WATCH, keeps other processes out at a place.
  func isGuarded(_ place: SourcePlace, in group: OperationGroup) -> Bool {
    group.operations.contains { $0.place < place && (takes($0) || $0.command == "WATCH") }
      || group.node.map { isHeld(at: place, in: $0) } ?? false
  }

  /// Whether something that the function calls before took a lock for it: a mutex of the language keeps no other process
  /// out, nor does a lock that was given back, unless the place is in a closure which ran in between.
  private func isHeld(at place: SourcePlace, in node: FunctionNode) -> Bool {
    let closure = node.region(of: place).flatMap(node.closure)
    return node.steps.contains { step in
      guard step.place < place, case .call(let call) = step.kind else { return false }
      let isHandedIn = closure != nil && closure != node.closure(around: step.region)
      return call.callees.contains { takesLock($0, isKept: !isHandedIn, depth: 3) }
    }
  }

  /// - Parameter isKept: whether it must not give a lock back itself.
  private func takesLock(_ function: Int, isKept: Bool, depth: Int) -> Bool {
    let operations = index.operations(of: function)
    if isKept, operations.contains(where: { step(of: $0) == .release }) { return false }
    let node = index.functions[function]
    // Who makes an object that has a lock has not taken it.
    if operations.contains(where: { takes($0) && !(node.isConstructor && step(of: $0) == .make) }) { return true }
    return depth > 0
      && node.steps.contains { step in
        guard case .call(let call) = step.kind else { return false }
        return call.callees.contains { takesLock($0, isKept: isKept, depth: depth - 1) }
      }
  }
}

extension Operation {
  var setsString: Bool { ["SET", "SETEX", "PSETEX", "GETSET"].contains(command) }

  var expiresKey: Bool { ["EXPIRE", "PEXPIRE", "EXPIREAT", "PEXPIREAT"].contains(command) }

  var deletesKey: Bool { ["DEL", "UNLINK"].contains(command) }
}
