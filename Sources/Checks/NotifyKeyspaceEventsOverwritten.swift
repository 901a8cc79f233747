package import InventoryModel

/// Flags of `notify-keyspace-events` that are set without a look at what others have set.
package struct NotifyKeyspaceEventsOverwritten: Check {
  package static let rule = "notify-keyspace-events-overwritten"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    let index = input.index
    return index.groups.flatMap { group in
      group.operations.compactMap { operation in
        guard operation.notificationFlags != nil, !looksFirst(operation, in: group, index) else { return nil }
        let flags = operation.notificationFlags.flatMap(\.self).map { " to \($0)" } ?? ""
        return Finding(
          of: Self.rule, at: operation,
          message: "CONFIG SET notify-keyspace-events\(flags) drops the flags that others rely on; "
            + "read them with CONFIG GET and set the union",
          subject: "CONFIG SET notify-keyspace-events")
      }
    }
  }

  /// CONFIG GET before it, in the same function or in one that it calls or that calls it.
  private func looksFirst(_ operation: Operation, in group: OperationGroup, _ index: ReportIndex) -> Bool {
    func looks(_ operations: [Operation]) -> Bool {
      operations.contains { $0.command == "CONFIG GET" && ($0.arguments.first ?? nil)?.isAboutNotifications != false }
    }
    if looks(group.operations.filter { $0.place < operation.place }) { return true }
    guard let number = operation.functionNumber else { return false }
    let callers = index.functions[number].callers.map(\.function)
    let callees = index.functions[number].steps.flatMap { step -> [Int] in
      if case .call(let call) = step.kind { call.callees } else { [] }
    }
    return (callers + callees).contains { looks(index.operations(of: $0)) }
  }
}

extension Operation {
  /// The flags that CONFIG SET gives `notify-keyspace-events`; nil for other commands and parameters, an inner nil
  /// where the source does not tell them.
  var notificationFlags: String?? {
    guard command == "CONFIG SET" else { return .none }
    for (name, value) in zip(arguments, arguments.dropFirst()) where name?.isAboutNotifications == true {
      return .some(value.flatMap { $0.contains("{}") ? nil : $0 })
    }
    return .none
  }
}

extension String {
  fileprivate var isAboutNotifications: Bool { lowercased() == "notify-keyspace-events" }
}
