import InventoryModel

/// Elements that are taken off a queue, written to a database, and lost when that fails.
enum PoppedWork {
  /// At the first such pop that stands in the function itself or in one that it calls.
  static func finding(in events: [Event], of function: Int) -> Finding? {
    for (position, event) in events.enumerated() {
      guard case .operation(let pop) = event.kind, pop.popsElement, !pop.isInScript, pop.context == .production,
        let key = pop.key, KeyTemplate.isTelling(key), !event.isLater
      else { continue }
      let later = events[(position + 1)...]
      guard let write = later.first(where: { isWrite($0) }), !later.contains(where: { putsBack($0, key) }) else {
        continue
      }
      return Finding(
        of: DeletedBeforeWrite.rule, at: pop,
        message: "\(pop.command) takes elements off \(key) before they are written: when that fails, or the process "
          + "dies, they are in neither place",
        severity: .advice, notes: [Evidence(place: write.place, what: "written only here")])
    }
    return nil
  }

  /// A call that says insert, in whatever words: others are too many things.
  private static func isWrite(_ event: Event) -> Bool {
    guard case .persists(let call) = event.kind, !event.isLater else { return false }
    return Words.has(
      call.name.split(separator: ".").last.map(String.init), ["insert", "upsert", "bulk", "executemany"])
  }

  private static func putsBack(_ event: Event, _ key: String) -> Bool {
    guard case .operation(let operation) = event.kind else { return false }
    return ["RPUSH", "LPUSH", "SADD", "ZADD"].contains(operation.command) && operation.keyTemplates.contains(key)
  }
}
