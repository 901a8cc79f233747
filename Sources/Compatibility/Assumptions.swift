import InventoryModel
import Knowledge

/// Judges what plans of a move take for granted by what a scan found in production code.
struct Assumptions {
  private let scan: ScanReport
  private let uses: [CommandUse]
  private let workloads: [Workload]
  private static let mostReasons = 4

  init(_ scan: ScanReport, uses: [CommandUse], workloads: [Workload]) {
    self.scan = scan
    self.uses = uses.filter { $0.operation.context == .production }
    self.workloads = workloads
  }

  func judged(_ rules: [AssumptionRule]) -> [JudgedAssumption] {
    rules.map { rule in
      switch rule.check {
      case .modules: judged(rule, places { $0.command.contains(".") && $0.operation.group != nil })
      case .resp3: judged(rule, settings(["HELLO", "CLIENT TRACKING"]) + places(Self.needsRESP3))
      case .databases:
        judged(
          rule,
          settings(["SELECT"]) + places { $0.holds(.databaseNotZero, options: []) != .no && $0.command == "SELECT" })
      case .known: judged(rule, places { $0.command == "?" })
      case .apart: apart(rule)
      case .precedence: precedence(rule)
      case nil:
        judged(rule, places { rule.commands.contains($0.command) || rule.commands.contains(Self.container($0)) })
      }
    }
  }

  private static func container(_ use: CommandUse) -> String { String(use.command.prefix { $0 != " " }) }

  private static func needsRESP3(_ use: CommandUse) -> Bool {
    use.holds(.resp3, options: []) == .yes || use.command == "CLIENT TRACKING"
  }

  private func judged(_ rule: AssumptionRule, _ breaks: [(what: String, place: SourcePlace)]) -> JudgedAssumption {
    let sorted = breaks.sorted { ($0.place, $0.what) < ($1.place, $1.what) }
    return JudgedAssumption(
      says: rule.says, holds: breaks.isEmpty,
      because: sorted.prefix(Self.mostReasons).map { "\($0.what) at \($0.place.path):\($0.place.line)" },
      places: breaks.count)
  }

  private func places(_ breaks: (CommandUse) -> Bool) -> [(what: String, place: SourcePlace)] {
    uses.filter(breaks).map { ($0.command, $0.operation.place) }
  }

  /// Clients of production code whose settings make them send one of some commands.
  private func settings(_ commands: Set<String>) -> [(what: String, place: SourcePlace)] {
    scan.clients.filter { $0.context == .production }.flatMap { client in
      ClientSettings(client).commands.filter { commands.contains($0.command) }.map {
        ("\($0.command) \($0.argument)", client.place)
      }
    }
  }

  private func apart(_ rule: AssumptionRule) -> JudgedAssumption {
    let joined = workloads.count == 1 ? workloads[0].reasons.prefix(Self.mostReasons).map { "all share \($0)" } : []
    let parts = workloads.prefix(Self.mostReasons).map {
      "\($0.name): \($0.operations) \($0.operations == 1 ? "operation" : "operations")"
    }
    return JudgedAssumption(
      says: rule.says, holds: workloads.count != 1, because: workloads.count > 1 ? Array(parts) : joined,
      places: joined.count)
  }

  /// Reads that begin with another variable than an order which has one of theirs.
  private func precedence(_ rule: AssumptionRule) -> JudgedAssumption {
    let reads = scan.infrastructure.reads.filter { $0.context == .production && $0.source == .code }
    let orders = Set(reads.map(\.names)).filter { $0.count > 1 }
    let breaks = reads.filter { read in
      orders.contains { $0[0] != read.names[0] && !Set($0).isDisjoint(with: read.names) }
    }
    return judged(rule, breaks.map { (what: $0.names.joined(separator: ", then "), place: $0.place) })
  }
}
