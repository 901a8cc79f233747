package import InventoryModel

/// A thread that receives messages and ends at its first error.
package struct SubscriberThreadUnguarded: Check {
  package static let rule = "subscriber-thread-unguarded"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    var found: [Finding] = []
    for node in input.report.callGraph.functions {
      for step in node.steps {
        guard case .call(let call) = step.kind, call.role == "subscriber", call.name.hasSuffix(".run_in_thread"),
          !call.labels.contains("exception_handler"), call.labels.filter({ $0 == nil }).count < 3
        else { continue }
        found.append(
          Finding(
            rule: Self.rule, severity: .error, place: step.place, length: "run_in_thread".count,
            message: "the thread of \(call.name) dies at the first lost connection or failing callback: "
              + "it has no exception_handler",
            function: node.name, subject: call.name, context: node.context))
      }
    }
    return found
  }
}
