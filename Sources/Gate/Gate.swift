package import InventoryModel

/// Judges whether a migration may pass.
package enum Gate {
  package static func verdict(on input: GateInput) -> GateReport {
    let criteria = Criterion.ID.allCases.map { id in criterion(id, items: items(of: id, input), input) }
    return GateReport(
      toolVersion: input.report.toolVersion, root: input.report.root, date: input.today, criteria: criteria)
  }

  private static func items(of id: Criterion.ID, _ input: GateInput) -> [Criterion.Item] {
    switch id {
    case .owners: OwnersCriterion(input).items
    case .luaParity: ScriptCriterion(input).items
    case .staging: StagingCriterion(input).items
    case .dashboards: DashboardCriterion(input).items
    case .flushParity: FlushCriterion(input).items
    case .documentation: DocumentationCriterion(input).items
    case .rules: RulesCriterion(input).items
    }
  }

  /// What the source shows to be wrong nobody can attest away; what it cannot show counts by an attestation in force.
  private static func criterion(_ id: Criterion.ID, items: [Criterion.Item], _ input: GateInput) -> Criterion {
    let attestation = input.attestations[id]
    let objection = attestation.flatMap { Gate.objection(to: $0, on: input.today) }
    let state: Criterion.State
    if items.contains(where: { $0.state == .notMet }) {
      state = .notMet
    } else if items.allSatisfy({ $0.state == .met }) {
      state = .met
    } else if attestation == nil {
      state = .needsAttestation
    } else {
      state = objection == nil ? .met : .notMet
    }
    return Criterion(id: id, state: state, items: items, attestation: attestation, objection: objection)
  }

  private static func objection(to attestation: Attestation, on today: CalendarDate) -> String? {
    if attestation.expires < today { return "it expired on \(attestation.expires)" }
    return attestation.date > today ? "it is dated \(attestation.date), which is still to come" : nil
  }
}
