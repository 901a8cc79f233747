import InventoryModel

/// Whether code breaks a migration rule beyond doubt.
struct RulesCriterion {
  private let input: GateInput

  init(_ input: GateInput) { self.input = input }

  var items: [Criterion.Item] {
    let broken = input.check.findings.map(\.finding).filter { finding in
      finding.severity == .error && finding.confidence == .certain && input.check.rule(finding.rule)?.migration != nil
    }
    guard !broken.isEmpty else { return [Criterion.Item(.met, "no rule is broken at the severity error")] }
    return broken.map { finding in
      let number = input.check.rule(finding.rule)?.migration ?? 0
      return Criterion.Item(
        .notMet, "rule \(String(number)): \(finding.message) (\(code: finding.rule))", at: finding.place)
    }
  }
}
