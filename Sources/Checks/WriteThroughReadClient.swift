package import InventoryModel
import Knowledge

/// A write over the client for reading.
package struct WriteThroughReadClient: Check {
  package static let rule = "write-through-read-client"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    let writes = input.report.operations.filter { input.commands.writes($0) && $0.context == .production }
    let writers = Set(writes.filter { !ReadSplit.isRead($0) }.flatMap(\.clients))
    return writes.compactMap { operation in
      guard ReadSplit.isRead(operation), operation.clients.isEmpty || !Set(operation.clients).isSubset(of: writers)
      else {
        return nil
      }
      return Finding(
        of: Self.rule, at: operation,
        message:
          "\(operation.command) \(operation.shownKey) writes over \(operation.receiver ?? "a client for reading"): "
          + "a replica refuses it with READONLY")
    }
  }
}
