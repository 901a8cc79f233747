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
          slots[name].map { $0.spans.isEmpty ? [.plain("scripts")] : $0.spans } ?? []
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
    return name.split(separator: ".").last.map(String.init) ?? name
  }

  /// The function's own name of an operation.
  static func function(of operation: Operation) -> String { shortName(FunctionKey(operation)) }

  /// Observations of all kinds.
  func observations() -> [Observation] {
    ExpiryObserver(facts: self).observations + OrderObserver(facts: self).observations
      + WalkObserver(facts: self).observations + MessageObserver(facts: self).observations
      + ScriptObserver(facts: self).observations + ConnectionObserver(facts: self).observations
      + QueueObserver(facts: self).observations + LockObserver(facts: self).observations
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
