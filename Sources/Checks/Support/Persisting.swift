import InventoryModel

/// A thing that happens when a function runs, calls into functions with operations followed.
struct Event {
  enum Kind {
    case operation(Operation)
    /// Data is written to a store that is none of these servers.
    case persists(CodeCall)
  }

  let kind: Kind
  /// Where it happens.
  let place: SourcePlace
  /// Where the step of the outermost function stands that leads there.
  let step: SourcePlace
  /// The regions of the outermost function around it.
  let regions: [Int]
  /// The innermost closure of the outermost function around it.
  let closure: Int?
  /// Whether it happens whenever the outermost step runs.
  let isCertain: Bool
  /// Whether a function that leads there only makes a closure of it, which may run later or never.
  let isLater: Bool
}

/// What happens when functions run.
struct EventIndex {
  private let index: ReportIndex
  /// By function, the steps at which something can happen.
  private let moments: [[Moment]]
  /// By function, whether it or one that it comes by deletes a key or takes an element off one, or writes to a store.
  private let (deleting, persisting): ([Bool], [Bool])

  private struct Moment {
    let step: CodeStep
    var operations: [Operation] = []
    var call: CodeCall?
    var persists = false
    /// Functions that it calls in which something happens, or in a function that these call.
    var callees: [Int] = []
  }

  init(_ index: ReportIndex) {
    self.index = index
    let own = index.functions.indices.map { Self.moments(of: $0, in: index) }
    let acts = own.map { $0.contains { !$0.operations.isEmpty || $0.persists } }
    let holds = own.indices.map { number in
      acts[number] || own[number].contains { $0.call?.callees.contains { !index.operations(of: $0).isEmpty } == true }
    }
    moments = own.map { moments in
      moments.compactMap { moment in
        var moment = moment
        moment.callees = moment.call?.callees.filter { holds[$0] } ?? []
        return !moment.operations.isEmpty || !moment.callees.isEmpty || moment.persists ? moment : nil
      }
    }
    let callees = moments.map { $0.flatMap(\.callees) }
    deleting = Self.spread(
      moments.map { $0.contains { $0.operations.contains { $0.deletesKey || $0.popsElement } } }, over: callees)
    // What ends in operations writes to one of these servers.
    persisting = Self.spread(moments.map { $0.contains { $0.persists && $0.callees.isEmpty } }, over: callees)
  }

  /// Whether something holds of a function or of one that it comes by.
  private static func spread(_ own: [Bool], over callees: [[Int]]) -> [Bool] {
    var callers = [[Int]](repeating: [], count: own.count)
    for (caller, callees) in callees.enumerated() {
      for callee in callees { callers[callee].append(caller) }
    }
    var (result, pending) = (own, own.indices.filter { own[$0] })
    while let number = pending.popLast() {
      for caller in callers[number] where !result[caller] {
        result[caller] = true
        pending.append(caller)
      }
    }
    return result
  }

  /// Whether keys may be deleted, or emptied bit by bit, and data be written when a function runs.
  func deletesAndPersists(_ number: Int) -> Bool { deleting[number] && persisting[number] }

  /// Whether a call writes to a store that is none of these servers, as far as it can be followed.
  func writesElsewhere(_ call: CodeCall) -> Bool {
    call.persists && (call.callees.allSatisfy { moments[$0].isEmpty } || call.callees.contains { persisting[$0] })
  }

  /// The operations, and the calls that may come by one or write to a store.
  private static func moments(of number: Int, in index: ReportIndex) -> [Moment] {
    let operations = Dictionary(grouping: index.operations(of: number), by: \.place)
    return index.functions[number].steps.compactMap { step -> Moment? in
      switch step.kind {
      case .operation: return operations[step.place].map { Moment(step: step, operations: $0) }
      case .call(let call):
        let persists = call.persists
        return persists || !call.callees.isEmpty ? Moment(step: step, call: call, persists: persists) : nil
      }
    }
  }

  /// What happens in a function, in the order of the source.
  func of(_ number: Int) -> [Event] {
    let node = index.functions[number]
    return moments[number].flatMap { moment -> [Event] in
      let regions = node.ancestry(of: moment.step.region)
      let closure = regions.first { node.regions[$0].kind == .closure }
      return events(at: moment, depth: 0, seen: [number]).map { kind, place, isCertain, isLater in
        Event(
          kind: kind, place: place, step: moment.step.place, regions: regions, closure: closure, isCertain: isCertain,
          isLater: isLater)
      }
    }
  }

  private func events(
    at moment: Moment, depth: Int, seen: Set<Int>
  ) -> [(kind: Event.Kind, place: SourcePlace, isCertain: Bool, isLater: Bool)] {
    guard let call = moment.call else {
      return moment.operations.map { (.operation($0), $0.place, true, false) }
    }
    let inner = depth < 3 ? moment.callees.filter { !seen.contains($0) } : []
    guard !inner.isEmpty else { return moment.persists ? [(.persists(call), moment.step.place, true, false)] : [] }
    return inner.flatMap { callee in
      moments[callee].flatMap { innerMoment in
        let node = index.functions[callee]
        let isCertain = isCertain(innerMoment.step, in: node)
        let isLater = node.closure(around: innerMoment.step.region) != nil
        return events(at: innerMoment, depth: depth + 1, seen: seen.union([callee])).map {
          ($0.kind, $0.place, $0.isCertain && isCertain, $0.isLater || isLater)
        }
      }
    }
  }

  private func isCertain(_ step: CodeStep, in node: FunctionNode) -> Bool {
    node.ancestry(of: step.region).allSatisfy { region in
      switch node.regions[region].kind {
      case .body, .guarded, .loop: true
      case .branch, .closure, .handler: false
      }
    }
  }
}

extension CodeCall {
  /// Whether its name says that it writes to a database or a store.
  var persists: Bool {
    let last = name.utf8.lastIndex(of: UInt8(ascii: ".")).map { name.utf8[$0...].dropFirst() } ?? name.utf8[...]
    // Most calls are told by their first letter.
    guard let initial = last.first(where: { $0 != UInt8(ascii: "_") }), Self.initials.contains(initial | 0x20) else {
      return false
    }
    let words = Words.of(Substring(last))
    guard let first = words.first, !words.contains("log"), !words.contains("stdout") else { return false }
    return Self.persisting.contains(first)
      || words.contains("database") && Self.moving.contains(first)
  }

  private static let persisting: Set<String> = [
    "save", "insert", "upsert", "persist", "commit", "bulk", "executemany", "store",
  ]
  private static let moving: Set<String> = ["flush", "write", "send", "push"]
  private static let initials = Set(persisting.union(moving).compactMap(\.utf8.first))
}
