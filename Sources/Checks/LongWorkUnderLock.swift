package import InventoryModel
import Knowledge

/// A lock that nothing renews, held over work that grows.
package struct LongWorkUnderLock: Check {
  package static let rule = "long-work-under-lock"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    let takers = LockTakers(input)
    guard !takers.isEmpty else { return [] }
    return input.index.functions.indices.compactMap { number in
      let node = input.index.functions[number]
      guard node.context == .production else { return nil }
      for step in node.steps {
        guard let lock = takers.lock(takenAt: step, in: number) else { continue }
        guard let work = work(after: step, in: node, input.index.functions, takers) else { continue }
        return finding(at: step, in: node, lock, work)
      }
      return nil
    }
  }

  private struct Work {
    let call: CodeCall
    let place: SourcePlace
  }

  /// A call in a loop that runs while the lock is held: in the function, or in one that it calls.
  private func work(
    after taking: CodeStep, in node: FunctionNode, _ functions: [FunctionNode], _ takers: LockTakers
  ) -> Work? {
    let around = Set(node.ancestry(of: taking.region))
    let held = node.steps.filter { step in
      step.place > taking.place && (taking.region == 0 || node.ancestry(of: step.region).contains(taking.region))
    }
    for step in held {
      guard case .call(let call) = step.kind else {
        if takers.releases(step) { return nil }
        continue
      }
      if takers.releases(call) { return nil }
      let loops = node.ancestry(of: step.region).contains { node.regions[$0].kind == .loop && !around.contains($0) }
      if loops || call.takesBatch, call.works { return Work(call: call, place: step.place) }
      for callee in call.callees where !takers.isOfLock(callee) {
        if let inner = functions[callee].workInLoop { return Work(call: call, place: inner) }
      }
    }
    return nil
  }

  private func finding(at step: CodeStep, in node: FunctionNode, _ lock: Operation, _ work: Work) -> Finding {
    let time = lock.ttlSeconds.map { " (\(DurationText.of($0)))" } ?? ""
    let name = work.call.name
    return Finding(
      rule: Self.rule, severity: .error, place: step.place,
      message: "a lock is held over a loop in \(name), and nothing renews it: when the work outlasts its time to live"
        + "\(time), the next holder works beside it",
      function: node.name, subject: "LOCK* \(name)", context: node.context, confidence: lock.confidence,
      notes: [
        Evidence(place: lock.place, what: "the lock is taken"), Evidence(place: work.place, what: "in a loop"),
      ])
  }
}

/// Functions that take a library's lock which has a time to live and which nothing renews.
private struct LockTakers {
  private let index: ReportIndex
  private let locks: LockUse
  /// By function: the lock that it takes for its caller.
  private var taking: [Int: Operation] = [:]
  private var lockTypes: Set<SourcePlace> = []
  private var releasing: Set<SourcePlace> = []

  init(_ input: CheckInput) {
    index = input.index
    locks = input.locks
    let uses = input.report.operations.filter(\.isLockCommand)
    let settings = Dictionary(
      input.report.clients.filter { $0.role == "lock" }.map { ($0.place, $0.settings) },
      uniquingKeysWith: { first, _ in first })
    releasing = Set(uses.filter { locks.step(of: $0) == .release }.map(\.place))
    let renewing = Set(uses.filter { locks.step(of: $0) == .extend }.map(\.place.path))
    var owners: [Int: Operation] = [:]
    for lock in uses {
      guard let number = lock.functionNumber, !renewing.contains(lock.place.path),
        locks.habits[lock.library]?.renewsAlways != true
      else { continue }
      let own = settings[lock.place] ?? []
      // A constant says it; what a parameter says is for the callers to choose.
      guard !own.contains(where: { LockTakers.renews($0.label) && $0.value == "true" }) else { continue }
      if let type = index.functions[number].type?.place { lockTypes.insert(type) }
      if takesLimited(lock) { owners[number] = owners[number] ?? lock }
    }
    for (number, lock) in owners.sorted(by: { $0.key < $1.key }) { spread(lock, from: number) }
  }

  /// Whether no function takes such a lock.
  var isEmpty: Bool { taking.isEmpty }

  /// A method that takes the lock does so for the methods of its type that call it: `__enter__` calls `acquire`.
  private mutating func spread(_ lock: Operation, from number: Int) {
    guard taking[number] == nil else { return }
    taking[number] = lock
    guard let type = index.functions[number].type?.place else { return }
    for caller in index.functions[number].callers where index.functions[caller.function].type?.place == type {
      spread(lock, from: caller.function)
    }
  }

  /// The lock that a step takes and that the function goes on to hold.
  func lock(takenAt step: CodeStep, in number: Int) -> Operation? {
    switch step.kind {
    case .operation:
      return index.operations(of: number).first {
        $0.place == step.place && takesLimited($0) && taking[number] != nil
      }
    case .call(let call):
      for callee in call.callees {
        guard let lock = taking[callee], index.functions[callee].isLockMethod,
          index.functions[callee].type?.place != index.functions[number].type?.place
        else { continue }
        // One of several that it may be is not known to be the lock.
        let isSure = call.callees.count { index.functions[$0].isLockMethod } == 1
        return isSure && !call.labels.contains(where: LockTakers.renews) ? lock : nil
      }
      return nil
    }
  }

  /// Whether it takes a library's lock for some time, and the library does not renew it.
  private func takesLimited(_ operation: Operation) -> Bool {
    guard operation.isLockCommand, operation.setsTTL, locks.takes(operation) else { return false }
    return locks.habits[operation.library]?.renews.contains(operation.method ?? "") != true
  }

  func releases(_ step: CodeStep) -> Bool { releasing.contains(step.place) }

  func releases(_ call: CodeCall) -> Bool {
    call.callees.contains { callee in
      isOfLock(callee) && Words.has(index.functions[callee].name, ["release", "unlock", "exit"])
    }
  }

  /// Whether a function belongs to a type that takes or gives back locks.
  func isOfLock(_ function: Int) -> Bool {
    index.functions[function].type.map { lockTypes.contains($0.place) } ?? false
  }

  private static func renews(_ label: String?) -> Bool {
    Words.has(label, ["renew", "renewal", "autorenew", "autorenewal", "watchdog", "extend", "heartbeat"])
  }
}

extension FunctionNode {
  /// Whether its name says that who calls it holds the lock afterwards.
  fileprivate var isLockMethod: Bool {
    Words.has(name?.split(separator: ".").last.map(String.init), ["enter", "aenter", "acquire", "lock", "obtain"])
  }

  /// Where it does work in a loop.
  fileprivate var workInLoop: SourcePlace? {
    steps.first { step in
      guard case .call(let call) = step.kind, call.works else { return false }
      return ancestry(of: step.region).contains { regions[$0].kind == .loop }
    }?.place
  }
}

extension CodeCall {
  /// Whether its name says that it does what takes time: asks another machine, writes, waits.
  fileprivate var works: Bool {
    let last = name.split(separator: ".").last.map(String.init)
    if Words.has(name, ["log", "logger", "logging", "console", "print", "debug"]) { return false }
    return Words.has(last, Self.working) || Self.requesting.contains { name.hasPrefix($0) }
  }

  /// Whether it is told how much to take at a time, by code that is not scanned: there is a loop in that.
  fileprivate var takesBatch: Bool {
    callees.isEmpty && texts.contains { Words.has($0, ["batch", "batches", "chunk"]) }
  }

  /// What asks another machine, whatever the method's name.
  private static let requesting = ["requests.", "httpx.", "axios.", "urllib."]

  private static let working: Set<String> = [
    "archive", "backup", "bulk", "clean", "cleanup", "commit", "copy", "crawl", "create", "delete", "deliver",
    "download",
    "execute", "export", "fetch", "flush", "index", "insert", "migrate", "notify", "perform", "post", "process",
    "prune",
    "publish", "purge", "query", "rebuild", "refresh", "reindex", "remove", "request", "rotate", "run", "save", "scan",
    "send", "sleep", "store", "sync", "update", "upload", "upsert", "write",
  ]
}
