package import InventoryModel

/// A watcher of keyspace events, where nothing turns them on.
package struct KeyspaceWatchWithoutPrerequisite: Check {
  package static let rule = "keyspace-watch-without-prerequisite"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    let isSet =
      input.report.operations.contains { $0.notificationFlags != nil && $0.context != .test }
      || input.report.operations.contains { $0.command == "CONFIG SET" && $0.arguments.isEmpty }
      || input.report.infrastructure.invocations.contains(where: KeyspaceEventsOff.sets)
      || input.report.infrastructure.servers.contains { $0.setting("notify-keyspace-events") != nil }
    guard !isSet else { return [] }
    return input.report.operations.filter(\.watchesKeyspace).map { operation in
      Finding(
        of: Self.rule, at: operation,
        message: "\(operation.command) \(operation.channel ?? "") hears nothing unless notify-keyspace-events is set, "
          + "and neither the code nor any settings in the tree set it")
    }
  }
}
