import InventoryModel

/// Look-ups in a report that several checks need.
struct ReportIndex {
  let report: ScanReport
  /// Operations that stand together, each group in the order of the source.
  let groups: [OperationGroup]
  private let byFunction: [Int: OperationGroup]

  init(_ report: ScanReport) {
    self.report = report
    var functions: [Int: [Operation]] = [:]
    var scripts: [String: [Operation]] = [:]
    for operation in report.operations {
      if operation.isInScript, let script = operation.script {
        scripts[script + operation.place.path, default: []].append(operation)
      } else if let number = operation.functionNumber {
        functions[number, default: []].append(operation)
      }
    }
    byFunction = Dictionary(
      uniqueKeysWithValues: functions.map { number, operations in
        (number, OperationGroup(operations: operations, node: report.callGraph.functions[number]))
      })
    groups =
      functions.keys.sorted().compactMap { [byFunction] in byFunction[$0] }
      + scripts.keys.sorted().map { OperationGroup(operations: scripts[$0] ?? [], node: nil) }
  }

  var functions: [FunctionNode] { report.callGraph.functions }

  func node(of operation: Operation) -> FunctionNode? { operation.functionNumber.map { functions[$0] } }

  /// The operations of a function.
  func operations(of function: Int) -> [Operation] { byFunction[function]?.operations ?? [] }
}

/// The operations of one function or of one script.
struct OperationGroup {
  /// In the order of the source.
  let operations: [Operation]
  /// Nil for a script.
  let node: FunctionNode?

  /// A script runs as one step for everybody else.
  var isScript: Bool { operations.first?.isInScript == true }

  /// Whether the second always runs where the first ran, as far as branches tell: each region around it is one around
  /// the first too.
  func isUnconditional(_ second: Operation, after first: Operation) -> Bool {
    guard let node, let own = node.region(of: second.place), let other = node.region(of: first.place) else {
      return true
    }
    let around = Set(node.ancestry(of: other))
    return node.ancestry(of: own).allSatisfy { region in
      switch node.regions[region].kind {
      case .branch, .loop, .handler, .closure: around.contains(region)
      case .body, .guarded: true
      }
    }
  }

  /// Whether one run of the function can come by both: no handler or closure stands between them.
  func share(_ first: Operation, _ second: Operation) -> Bool {
    guard let node, let left = node.region(of: first.place), let right = node.region(of: second.place) else {
      return true
    }
    let (one, other) = (Set(node.ancestry(of: left)), Set(node.ancestry(of: right)))
    return one.symmetricDifference(other).allSatisfy { region in
      switch node.regions[region].kind {
      case .closure, .handler: false
      default: true
      }
    } && !areAlternatives(one, other, in: node)
  }

  /// Two branches of one region, neither in the other: an `if` and its `else`, as a rule.
  private func areAlternatives(_ one: Set<Int>, _ other: Set<Int>, in node: FunctionNode) -> Bool {
    func isBranch(_ region: Int) -> Bool { node.regions[region].kind == .branch }
    return one.subtracting(other).contains(where: isBranch) && other.subtracting(one).contains(where: isBranch)
  }
}

extension Operation {
  /// Whether it stands in a Lua script that the server runs.
  var isInScript: Bool { role == "engine" }
}

extension FunctionNode {
  /// The region of a place: that of the step there, or of the call that a command in its arguments belongs to.
  func region(of place: SourcePlace) -> Int? { steps.last { $0.place <= place }?.region }

  /// A region and all around it, innermost first.
  func ancestry(of region: Int) -> [Int] {
    var ancestry = [region]
    while let parent = regions[ancestry[ancestry.count - 1]].parent { ancestry.append(parent) }
    return ancestry
  }
}
