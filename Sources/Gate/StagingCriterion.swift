import InventoryModel

/// Whether code that depends on keyspace notifications was seen to work where the server is set up as in production.
struct StagingCriterion {
  private let input: GateInput

  init(_ input: GateInput) { self.input = input }

  var items: [Criterion.Item] {
    let watchers = input.productionOperations.filter(\.dependsOnNotifications)
    guard !watchers.isEmpty else {
      return [Criterion.Item(.met, "production code neither sets nor subscribes keyspace notifications")]
    }
    return watchers.map { operation in
      let what = operation.channel.map { "\(operation.command) \($0)" } ?? operation.command
      return Criterion.Item(
        .needsAttestation, "\(code: what) depends on the server's settings, which source cannot show",
        at: operation.place)
    }
  }
}

/// Whether somebody can see errors and latency of each pattern.
struct DashboardCriterion {
  private let input: GateInput

  init(_ input: GateInput) { self.input = input }

  var items: [Criterion.Item] {
    guard !input.patterns.isEmpty else { return [Criterion.Item(.met, "production code has no patterns")] }
    return input.patterns.map { pattern in
      Criterion.Item(.needsAttestation, "\(pattern.name): source cannot show a dashboard", at: pattern.place)
    }
  }
}

extension Operation {
  /// Whether it asks for keyspace notifications, or makes the server send them.
  fileprivate var dependsOnNotifications: Bool {
    if let channel, channel.contains("keyspace@") || channel.contains("keyevent@") { return true }
    return command == "CONFIG SET"
      && (arguments.isEmpty || arguments.contains { ($0 ?? "notify").contains("notify") })
  }
}
