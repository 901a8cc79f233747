package import InventoryModel
import Knowledge

/// A read that must see what was just written, sent to a replica.
package struct StaleReadFromReplica: Check {
  package static let rule = "stale-read-from-replica"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    let index = input.index
    return inOneFunction(index, input) + markers(index, input)
  }

  /// Written over the one client and read over the other in the same function.
  private func inOneFunction(_ index: ReportIndex, _ input: CheckInput) -> [Finding] {
    index.groups.flatMap { group in
      group.operations.compactMap { read in
        guard ReadSplit.isRead(read), input.commands.reads(read),
          let write = group.operations.last(where: {
            $0.place < read.place && input.commands.writes($0) && !ReadSplit.isRead($0) && $0.isOnSameKey(as: read)
              && group.share($0, read)
          })
        else { return nil }
        return finding(at: read, key: read.shownKey, write: write, over: read.receiver)
      }
    }
  }

  /// Keys that a wrapper reads over the client for reading, which elsewhere are written, and are no cache's.
  private func markers(_ index: ReportIndex, _ input: CheckInput) -> [Finding] {
    let operations = input.report.operations.filter { $0.context == .production && !$0.isInScript }
    var found: [String: Finding] = [:]
    for read in operations where ReadSplit.isRead(read) && input.commands.reads(read) {
      for key in keys(of: read, among: operations) where found[key] == nil {
        guard
          let write = operations.first(where: {
            input.commands.writes($0) && !ReadSplit.isRead($0) && !$0.deletesKey && $0.keyTemplates.contains(key)
          }), write.functionNumber != read.functionNumber, !isCache(key, index)
        else { continue }
        let user = operations.first { $0.command == read.command && $0.key == key && $0.place != read.place }
        found[key] = finding(at: user ?? read, key: key, write: write, over: read.receiver, through: read)
      }
    }
    return found.sorted { $0.key < $1.key }.map(\.value)
  }

  /// What a read over the client for reading can be asked for: its own keys, and those that others read by calling its
  /// function in place of a client's member.
  private func keys(of read: Operation, among operations: [Operation]) -> [String] {
    let member = read.function?.split(separator: ".").last.map(String.init)
    let users = operations.filter {
      $0.command == read.command && $0.method == member && $0.place.path != read.place.path
        && !Set($0.connections).isDisjoint(with: read.connections)
        // Who has a client of the wrapper's making may have the wrapper.
        && $0.clients.contains { $0.path == read.place.path }
    }
    return (read.keyTemplates + users.flatMap(\.keyTemplates)).filter {
      KeyTemplate.isTelling($0) && !Words.has($0, ["cache", "cached"])
    }
  }

  /// Whether some function reads such a key and then writes what it did not find.
  private func isCache(_ key: String, _ index: ReportIndex) -> Bool {
    index.groups.contains { group in
      guard let read = group.operations.first(where: { $0.command.contains("GET") && $0.keyTemplates.contains(key) })
      else {
        return false
      }
      return Words.has(group.node?.name, ["cache", "cached"])
        || group.operations.contains { $0.setsString && $0.place > read.place && $0.isOnSameKey(as: read) }
    }
  }

  private func finding(
    at read: Operation, key: String, write: Operation, over client: String?, through wrapper: Operation? = nil
  ) -> Finding {
    var notes = [Evidence(place: write.place, what: "\(write.command) writes it at the primary")]
    if let wrapper, wrapper.place != read.place {
      notes.append(Evidence(place: wrapper.place, what: "read over \(client ?? "the client for reading")"))
    }
    return Finding(
      of: Self.rule, at: read,
      message:
        "\(read.command) \(key) goes over \(client ?? "the client for reading"), and a replica may not have yet what "
        + "\(write.command) wrote",
      subject: "\(read.command) \(key)", notes: notes)
  }
}
