package import InventoryModel
import Knowledge

/// Another driver of the same connection, which does not part reads from writes.
package struct ReadSplitLost: Check {
  package static let rule = "read-split-lost"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    let index = input.index
    let operations = input.report.operations.filter { $0.context == .production && !$0.isInScript }
    let splits = Dictionary(grouping: operations.filter { ReadSplit.isRead($0) }, by: { owner(of: $0, index) })
    var found: [Finding] = []
    for (owner, reads) in splits.sorted(by: { $0.key < $1.key }) {
      let others = operations.filter {
        self.owner(of: $0, index) == owner && !ReadSplit.isRead($0) && input.commands.writes($0)
      }
      let parted = Set((reads + others).flatMap(\.clients))
      guard !others.isEmpty, parted.count > 1 else { continue }
      let connections = Set(reads.flatMap(\.connections))
      for client in input.report.clients
      where client.role == "client" && client.context == .production && !parted.contains(client.place)
        && !connections.isDisjoint(with: client.connections) && sendsBoth(client, operations, input)
      {
        found.append(finding(at: client, read: reads[0]))
      }
    }
    return found
  }

  /// Whether reads and writes both go over a client: one that is only asked whether it is there loses nothing.
  private func sendsBoth(_ client: ClientRecord, _ operations: [Operation], _ input: CheckInput) -> Bool {
    let own = operations.filter { $0.clients.contains(client.place) }
    return own.contains { input.commands.reads($0) } && own.contains { input.commands.writes($0) }
  }

  /// The type that holds both clients, or the file.
  private func owner(of operation: Operation, _ index: ReportIndex) -> SourcePlace {
    index.node(of: operation)?.type?.place ?? SourcePlace(path: operation.place.path, line: 1, column: 1)
  }

  private func finding(at client: ClientRecord, read: Operation) -> Finding {
    let connection = client.connections.joined(separator: ", ")
    return Finding(
      rule: Self.rule, severity: .error, place: client.place,
      message: "this client of \(connection) sends reads and writes to one place, while "
        + "\(read.receiver ?? "another client") of the same connection parts them",
      subject: connection, context: client.context,
      notes: [Evidence(place: read.place, what: "reads go over \(read.receiver ?? "a client of their own")")])
  }
}
