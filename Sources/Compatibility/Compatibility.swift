package import InventoryModel
package import Knowledge

/// Says of what a scan found whether it will run on some targets.
package struct Compatibility {
  private let commands: CommandTable
  private let options: [OptionFact]
  private let waysOut: WaysOut
  private let habits: [String: LibraryHabits]
  private let clientVersions: [String: ClientVersions]
  private let assumptions: [AssumptionRule]

  /// - Parameter library: where options, ways out and the habits of client libraries come from.
  package init(commands: CommandTable, library: TargetLibrary) throws(KnowledgeError) {
    self.commands = commands
    options = try library.options()
    waysOut = try library.waysOut()
    habits = try library.habits()
    clientVersions = try library.clientVersions()
    assumptions = try library.assumptions()
  }

  /// The report for some targets, in their order.
  ///
  /// - Parameter patterns: what is judged together, by name.
  package func report(
    on scan: ScanReport, targets: [TargetStack], patterns: [(name: String, operations: [Operation])] = []
  ) -> CompatibilityReport {
    let uses = UseExpansion(scan, commands: commands, habits: habits).uses()
    let judges = targets.map { Judge($0, commands: commands, options: options, waysOut: waysOut) }
    let age = ClientAge(clientVersions, scan)
    let assessments = judges.map { assessment($0, uses: uses, scan: scan, age: age) }
    let bad = assessments.map { assessment in
      Dictionary(grouping: assessment.uses.filter { $0.effect >= .limits }, by: \.place)
    }
    func verdicts(_ operations: [Operation]) -> [TargetVerdict] {
      bad.map { uses in Compatibility.verdict(operations.flatMap { uses[$0.place] ?? [] }) }
    }
    let workloads = Workloads(scan, commands: commands).workloads(verdicts: verdicts)
    return CompatibilityReport(
      toolVersion: scan.toolVersion, root: scan.root, targets: assessments,
      subjects: patterns.map { pattern in
        MatrixRow(
          name: pattern.name, operations: pattern.operations.count, verdicts: verdicts(pattern.operations))
      },
      workloads: workloads,
      assumptions: Assumptions(scan, uses: uses, workloads: workloads).judged(assumptions))
  }

  private func assessment(
    _ judge: Judge, uses: [CommandUse], scan: ScanReport, age: ClientAge
  ) -> TargetAssessment {
    let judged = uses.compactMap(judge.judge)
    let asked = ConnectionHabits(habits, scan).uses(judge) + age.uses(judge)
    let found = Set(judged + asked).sorted()
    let production = found.filter { $0.context == .production }
    let target = judge.target
    return TargetAssessment(
      name: target.name, title: target.title, version: target.layers[0].version, read: target.layers[0].read,
      verdict: Compatibility.verdict(production), uses: found, notes: notes(of: target))
  }

  private func notes(of target: TargetStack) -> [TargetNote] {
    target.layers.flatMap(\.facts).filter { $0.conditions == [.target] }
      .map { TargetNote(fact: $0.note, source: $0.source) }
  }

  /// Does not run: something is refused, and there is nothing to use instead on the target.
  static func verdict(_ uses: [TargetUse]) -> TargetVerdict {
    if uses.contains(where: { $0.effect == .blocks && !$0.staysOnTarget }) { return .doesNotRun }
    return uses.contains { $0.effect >= .limits } ? .withChanges : .asIs
  }
}
