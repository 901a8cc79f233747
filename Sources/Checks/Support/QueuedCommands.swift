import InventoryModel

extension ReportIndex {
  /// Whether a command waits in a pipeline for its sending, although its receiver is not known to be one: something sends
  /// the receiver's commands, or others wait in it, here or where a caller hands it in; a script is run with one of these.
  func isQueued(_ operation: Operation, in group: OperationGroup) -> Bool {
    guard let node = group.node else { return operation.inPipeline }
    if operation.inPipeline || holdsCommands(operation.receiver, node, group.operations) { return true }
    if operation.command.hasPrefix("EVAL") {
      return group.operations.contains { $0.inPipeline || holdsCommands($0.receiver, node, group.operations) }
    }
    guard let position = operation.receiver.flatMap(node.parameters.firstIndex) else { return false }
    return node.callers.contains { caller in
      let calling = functions[caller.function]
      guard let call = calling.call(at: caller.place), call.texts.indices.contains(position) else { return false }
      return holdsCommands(call.texts[position], calling, operations(of: caller.function))
    }
  }

  /// Whether a function sends what a receiver holds, or queues commands in it.
  private func holdsCommands(_ receiver: String?, _ node: FunctionNode, _ operations: [Operation]) -> Bool {
    guard let receiver else { return false }
    return operations.contains { $0.inPipeline && $0.receiver == receiver }
      || node.steps.contains { step in
        guard case .call(let call) = step.kind else { return false }
        return call.name == receiver + ".Exec"
      }
  }
}
