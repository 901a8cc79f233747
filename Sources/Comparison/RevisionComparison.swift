package import InventoryModel

/// Compares two revisions of a tree. Lines never matter: what is the same thing is told by path, function, command, key
/// and number among equal ones.
package struct RevisionComparison: Sendable {
  private let before: RevisionSide
  private let after: RevisionSide

  package init(before: RevisionSide, after: RevisionSide) {
    self.before = before
    self.after = after
  }

  package func diff(toolVersion: String, root: String) -> RevisionDiff {
    var diff = RevisionDiff(toolVersion: toolVersion, root: root, before: before.name, after: after.name)
    diff.operations = operations()
    diff.names = SchemaDiff(before: before.schema, after: after.schema).changes()
    diff.findings = findings()
    return diff
  }

  /// The findings of the later side that the earlier has not.
  package func newFindings() -> [ReportedFinding] {
    matchedFindings().after
  }

  private func operations() -> [OperationChange] {
    var matching = Matching(before: before.operations, after: after.operations)
    matching.pair { OperationIdentity($0, path: $0.place.path, function: $0.function, key: $0.sharedKey) }
    matching.pair { OperationIdentity($0, path: $0.place.path, function: $0.function, key: nil) }
    matching.pair { OperationIdentity($0, path: $0.place.path, function: nil, key: $0.sharedKey) }
    matching.pair(
      before: {
        isGone($0.place.path) ? OperationIdentity($0, path: "", function: $0.function, key: $0.sharedKey) : nil
      },
      after: { isNew($0.place.path) ? OperationIdentity($0, path: "", function: $0.function, key: $0.sharedKey) : nil })
    let changed = matching.pairs.compactMap { pair -> OperationChange? in
      let details = OperationDifferences(before: pair.before, after: pair.after).list
      return details.isEmpty ? nil : OperationChange(before: pair.before, after: pair.after, details: details)
    }
    let all =
      changed + matching.after.map { OperationChange(before: nil, after: $0) }
      + matching.before.map { OperationChange(before: $0, after: nil) }
    return all.sorted { left, right in
      guard let first = left.after ?? left.before, let second = right.after ?? right.before else { return false }
      return first == second ? left.kind.rawValue < right.kind.rawValue : first < second
    }
  }

  private func findings() -> [FindingChange] {
    let matching = matchedFindings()
    let changed = matching.pairs.compactMap { pair -> FindingChange? in
      let (old, new) = (pair.before.finding, pair.after.finding)
      guard old.severity != new.severity else { return nil }
      return FindingChange(.changed, new, details: ["\(old.severity.rawValue) → \(new.severity.rawValue)"])
    }
    let all =
      changed + matching.after.map { FindingChange(.came, $0.finding) }
      + matching.before.map { FindingChange(.went, $0.finding) }
    return all.sorted { left, right in
      left.finding == right.finding ? left.kind.rawValue < right.kind.rawValue : left.finding < right.finding
    }
  }

  private func matchedFindings() -> Matching<ReportedFinding> {
    var matching = Matching(before: before.findings, after: after.findings)
    matching.pair { FindingIdentity($0.finding, path: $0.finding.place.path) }
    matching.pair(
      before: { isGone($0.finding.place.path) ? FindingIdentity($0.finding, path: "") : nil },
      after: { isNew($0.finding.place.path) ? FindingIdentity($0.finding, path: "") : nil })
    return matching
  }

  /// Whether a file of the earlier side is not in the later one: it may have moved.
  private func isGone(_ path: String) -> Bool { !after.paths.contains(path) }
  private func isNew(_ path: String) -> Bool { !before.paths.contains(path) }
}

private struct OperationIdentity: Hashable {
  let path: String
  let function: String?
  let command: String
  let language: Language
  let key: String?

  init(_ operation: Operation, path: String, function: String?, key: String?) {
    self.path = path
    self.function = function
    command = operation.command
    language = operation.language
    self.key = key
  }
}

private struct FindingIdentity: Hashable {
  let rule: String
  let path: String
  let function: String?
  let subject: String

  init(_ finding: Finding, path: String) {
    (rule, function, subject) = (finding.rule, finding.function, finding.subject)
    self.path = path
  }
}

extension Operation {
  /// What it works on, as one text.
  fileprivate var sharedKey: String { (keyTemplates + [channel].compactMap(\.self)).joined(separator: "\0") }
}
