import InventoryModel

/// Makes findings of what targets refuse or limit, for services that show findings.
enum CompatibilityFindings {
  private static let rules = [
    Rule(
      id: "limited-by-target", title: "The target limits this use", severity: .warning, since: "0.2",
      sections: [
        RuleSection(
          kind: .finds, text: "A use that works in part on a target: under a condition, with a setting, or otherwise."),
        RuleSection(kind: .instead, text: "The message says it for each use."),
      ]),
    Rule(
      id: "refused-by-target", title: "The target refuses this use", severity: .error, since: "0.2",
      sections: [
        RuleSection(kind: .finds, text: "A use that a target answers with an error."),
        RuleSection(kind: .instead, text: "The message says it for each use."),
      ]),
  ]

  /// A report of findings, with the fingerprints of paths below a folder of the work tree.
  static func report(
    on compatibility: CompatibilityReport, operations: Int, files: FileRecords, folder: String
  ) -> CheckReport {
    var seen: [String: Int] = [:]
    let findings = compatibility.targets.flatMap(\.findings).sorted().map { finding in
      let identity = [finding.rule, finding.place.path, finding.function ?? "", finding.subject].joined(separator: "\0")
      seen[identity, default: 0] += 1
      var reported = ReportedFinding(finding, occurrence: seen[identity] ?? 1)
      reported.fingerprint = Fingerprint.text(of: reported, in: folder)
      return reported
    }
    var report = CheckReport(
      toolVersion: compatibility.toolVersion, root: compatibility.root, findings: findings, rules: rules,
      operationCount: operations, files: files)
    report.folderInWorkTree = folder
    return report
  }
}
