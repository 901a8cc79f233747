import InventoryModel
import Knowledge

/// Something inferred from the operations of a row, with what fills its sentence.
struct Observation {
  let kind: ObservationKind
  var slots: [String: RichText] = [:]

  /// The sentence with its slots filled.
  func text(_ sentence: String) -> RichText {
    RichText(
      SentenceTemplate(sentence).parts.flatMap { part -> [RichText.Span] in
        switch part {
        case .text(let text): [.plain(text)]
        case .slot(let name):
          slots[name]?.spans ?? []
        }
      })
  }
}

/// What inferences look at: the operations of one row, and all others.
struct RowFacts {
  let row: PatternRow
  /// Sorted by place; of the row alone.
  let operations: [Operation]
  /// All of production.
  let all: [Operation]
  let report: ScanReport
  let use: CommandUse
  let book: PatternBook
  let index: OwnerIndex
  /// What handlers of errors catch, by their places.
  let handlers: [SourcePlace: [String]]
  let reach: KeyReach

  /// Operations by function, in the order of the source; those at the top level of files and in scripts by these.
  var functions: [(name: String, operations: [Operation], group: OperationGroup)] {
    var order: [FunctionKey] = []
    var grouped: [FunctionKey: [Operation]] = [:]
    for operation in operations where !operation.isInScript {
      let key = FunctionKey(operation)
      if grouped[key] == nil { order.append(key) }
      grouped[key, default: []].append(operation)
    }
    return order.map { key in
      let operations = (grouped[key] ?? []).sorted()
      let node = operations.first?.functionNumber.map { report.callGraph.functions[$0] }
      return (RowFacts.shortName(key), operations, OperationGroup(operations: operations, node: node))
    }
  }

  static func shortName(_ key: FunctionKey) -> String {
    guard let name = key.name else { return key.path.split(separator: "/").last.map(String.init) ?? key.path }
    let parts = name.split(separator: ".").map(String.init)
    guard let last = parts.last, parts.count > 1 else { return name }
    return last.hasPrefix("__") || makers.contains(last) ? parts.suffix(2).joined(separator: ".") : last
  }

  /// The last part of the name of an operation's function.
  static func lastName(_ operation: Operation) -> String {
    operation.function?.split(separator: ".").last.map(String.init) ?? ""
  }

  /// Names that say nothing without their type's.
  private static let makers: Set<String> = ["constructor", "init", "initialize", "new", "New", "run", "Run"]

  /// The name of an operation's function: for one in a script, of the first that runs it.
  func function(of operation: Operation) -> String { functions(of: operation)[0] }

  /// The names of the functions of operations, each once: for one in a script, of those that run it.
  func functions(of operations: [Operation]) -> [String] {
    var seen: Set<String> = []
    return operations.flatMap(functions).filter { seen.insert($0).inserted }
  }

  private func functions(of operation: Operation) -> [String] {
    if operation.isInScript {
      let runners = index.runningFunctions(of: operation.script ?? operation.place.path)
      let own = runners.filter { row.owners.contains($0.owner) }.map { RowFacts.shortName($0.function) }
      let names = own.isEmpty ? runners.map { RowFacts.shortName($0.function) } : own
      if !names.isEmpty { return names }
    }
    return [RowFacts.shortName(FunctionKey(operation))]
  }

  /// Observations of all kinds.
  func observations() -> [Observation] {
    ExpiryObserver(facts: self).observations + OrderObserver(facts: self).observations
      + WalkObserver(facts: self).observations + MessageObserver(facts: self).observations
      + ScriptObserver(facts: self).observations + ConnectionObserver(facts: self).observations
      + QueueObserver(facts: self).observations + LockObserver(facts: self).observations
      + ErrorObserver(facts: self).observations
  }
}

extension RichText {
  /// Each name once, in the order given, as code.
  init(names: some Sequence<String>) {
    var seen: Set<String> = []
    let names = names.filter { seen.insert($0).inserted }
    self.init(code: names.count > RichText.limit ? Array(names.prefix(RichText.limit - 1)) : names)
    if names.count > RichText.limit { spans.append(.plain(" and \(names.count - RichText.limit + 1) more")) }
  }

  /// More names than these are counted.
  private static var limit: Int { 6 }

  static func number(_ count: Int) -> RichText { RichText(plain: String(count)) }
}
