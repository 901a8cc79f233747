import InventoryModel

/// Numbers findings that have all in common that outlives edits: rule, path, function and subject.
struct OccurrenceNumbers {
  private var counts: [Identity: Int] = [:]

  private struct Identity: Hashable {
    let rule: String
    let path: String
    let function: String?
    let subject: String
  }

  /// A finding with its number among equal ones, from 1; findings are given in the order of their places.
  mutating func numbered(_ finding: Finding) -> ReportedFinding {
    let identity = Identity(
      rule: finding.rule, path: finding.place.path, function: finding.function, subject: finding.subject)
    counts[identity, default: 0] += 1
    return ReportedFinding(finding, occurrence: counts[identity, default: 1])
  }
}
