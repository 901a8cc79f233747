/// The operations of a report by the function or script that they stand in.
package struct ReportIndex: Sendable {
  package let report: ScanReport
  /// Operations that stand together, each group in the order of the source.
  package let groups: [OperationGroup]
  private let byFunction: [Int: OperationGroup]

  package init(_ report: ScanReport) {
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

  /// All functions of the call graph.
  package var functions: [FunctionNode] { report.callGraph.functions }

  /// The function around an operation.
  package func node(of operation: Operation) -> FunctionNode? { operation.functionNumber.map { functions[$0] } }

  /// The operations of a function.
  package func operations(of function: Int) -> [Operation] { byFunction[function]?.operations ?? [] }
}
