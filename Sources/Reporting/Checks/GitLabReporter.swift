import InventoryModel

extension CheckReporter {
  /// GitLab's code quality report.
  static let gitlab = CheckReporter(name: "gitlab", summary: "code quality report of GitLab") { report, _ in
    JSONValue.array(
      report.findings.map { reported in
        let finding = reported.finding
        return .object([
          ("description", .string(finding.message)),
          ("check_name", .string(finding.rule)),
          ("fingerprint", .string(reported.fingerprint)),
          ("severity", .string(gitLabSeverity(finding.severity))),
          (
            "location",
            .object([
              ("path", .string(report.folderInWorkTree + finding.place.path)),
              ("lines", .object([("begin", .integer(finding.place.line))])),
            ])
          ),
        ])
      }
    ).pretty + "\n"
  }

  private static func gitLabSeverity(_ severity: Severity) -> String {
    switch severity {
    case .error: "critical"
    case .warning: "major"
    case .advice: "info"
    }
  }
}
