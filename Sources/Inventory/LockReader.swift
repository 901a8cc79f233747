import InventoryModel
import Knowledge

/// What is known of the locks of a row.
struct LockReader {
  let facts: RowFacts

  var locks: [LockFacts] {
    let made = facts.operations.filter(\.isLockCommand)
    return made.isEmpty ? ownLocks : libraryLocks(made)
  }

  // MARK: Locks of libraries

  private func libraryLocks(_ operations: [Operation]) -> [LockFacts] {
    var groups: [String: [Operation]] = [:]
    for operation in operations {
      for key in operation.keyTemplates.isEmpty ? ["{}"] : operation.keyTemplates {
        groups["\(operation.library) \(key)", default: []].append(operation)
      }
    }
    let takers = self.takers
    return groups.keys.sorted().map { name in
      let here = groups[name] ?? []
      let key = String(name.dropFirst(here[0].library.count + 1))
      return lock(key, of: here, all: operations, takers)
    }
  }

  private func lock(
    _ key: String, of here: [Operation], all: [Operation], _ takers: [LockFacts.Taker]
  ) -> LockFacts {
    let library = here[0].library
    guard let habits = facts.book.locks[library] else { return LockFacts(key: key, library: library) }
    var lock = LockFacts(key: habits.key.replacing("{}", with: key), library: library)
    if let given = here.first(where: { $0.setsTTL || $0.ttlSeconds != nil }) {
      lock.leaseSeconds = given.ttlSeconds
      lock.leaseText = given.ttlSeconds == nil ? given.ttlText : nil
    } else {
      switch habits.lease {
      case .seconds(let seconds): lock.leaseSeconds = seconds
      case .forever: lock.lastsForever = true
      case .mustBeGiven: break
      }
    }
    lock.checksOwner = habits.checksOwner
    lock.isReentrant = habits.isReentrant
    renew(&lock, habits, all.filter { $0.library == library })
    lock.takers = takers
    return lock
  }

  private func renew(_ lock: inout LockFacts, _ habits: LockHabits, _ operations: [Operation]) {
    let methods = Set(operations.compactMap(\.method))
    if let method = methods.sorted().first(where: { habits.step(of: $0) == .extend || habits.renews.contains($0) }) {
      (lock.isRenewed, lock.renewedBy) = (true, method)
      return
    }
    if habits.renewsAlways {
      lock.isRenewed = true
      return
    }
    let places = Set(operations.map(\.place)).union(operations.flatMap(\.clients))
    let settings = facts.report.clients.filter { places.contains($0.place) }.flatMap(\.settings)
    guard let setting = settings.first(where: { habits.renews.contains($0.label ?? "") }) else {
      lock.isRenewed = false
      return
    }
    lock.isRenewed = setting.value.map { !["false", "null", "0"].contains($0) }
    lock.renewedBy = "\(setting.label ?? "")=\(setting.text)"
  }

  /// Functions that make an object of the owner, which is the lock, with what they give it.
  private var takers: [LockFacts.Taker] {
    let functions = facts.report.callGraph.functions
    let constructors = functions.indices.filter {
      functions[$0].isConstructor && facts.row.owners.contains(facts.index.owner(of: functions[$0]))
    }
    var takers: [LockFacts.Taker] = []
    for constructor in constructors {
      for caller in functions[constructor].callers {
        let function = functions[caller.function]
        guard function.context == .production else { continue }
        for case .call(let call) in function.steps.filter({ $0.place == caller.place }).map(\.kind)
        where call.callees.contains(constructor) {
          takers.append(
            LockFacts.Taker(
              anchor: Anchor(path: caller.place.path, symbol: function.name, lines: [caller.place.line]),
              arguments: LockReader.written(call)))
        }
      }
    }
    return takers.sorted { ($0.anchor, $0.arguments) < ($1.anchor, $1.arguments) }
  }

  private static func written(_ call: CodeCall) -> String {
    call.texts.enumerated().map { index, text in
      let label = call.labels.indices.contains(index) ? call.labels[index] : nil
      return (label.map { "\($0)=" } ?? "") + text
    }.joined(separator: ", ")
  }

  // MARK: Home-made locks

  private var ownLocks: [LockFacts] {
    let core = Set(facts.row.core.map { facts.report.operations[$0.operation] })
    let takes = facts.operations.filter { core.contains($0) && $0.takesIfFree }
    var seen: Set<String> = []
    return takes.flatMap { take in
      (take.keyTemplates.isEmpty ? ["{}"] : take.keyTemplates).compactMap { key in
        seen.insert(key).inserted ? lock(key, takenBy: take) : nil
      }
    }
  }

  private func lock(_ key: String, takenBy take: Operation) -> LockFacts {
    var lock = LockFacts(key: key)
    let others = facts.operations.filter { $0 != take && $0.keyTemplates.contains(key) }
    let expiring = others.filter { $0.setsTTL && CommandTraits.expireOnly.contains($0.command) }
    let beside = expiring.filter { FunctionKey($0) == FunctionKey(take) }
    if let given = ([take] + beside).first(where: \.setsTTL) {
      lock.leaseSeconds = given.ttlSeconds
      lock.leaseText = given.ttlSeconds == nil ? given.ttlText : nil
    } else {
      lock.lastsForever = true
    }
    let later = others.filter { $0.setsTTL && !beside.contains($0) && !$0.options.contains("NX") }
    lock.isRenewed = !later.isEmpty
    lock.renewedBy = later.first.map(facts.function)
    let ends = others.filter { CommandTraits.deleting.contains($0.command) }
    if !ends.isEmpty {
      lock.checksOwner = ends.allSatisfy { end in
        end.isInScript
          || others.contains { $0.command == "GET" && FunctionKey($0) == FunctionKey(end) && $0 < end }
      }
    }
    lock.isReentrant = false
    return lock
  }
}
