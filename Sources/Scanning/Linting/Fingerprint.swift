import Analysis
import InventoryModel

/// What a finding is known by from one run to the next: no line, no message.
enum Fingerprint {
  static func text(of reported: ReportedFinding, in folder: String) -> String {
    let finding = reported.finding
    return SHA1.hexadecimal(
      [
        finding.rule, folder + finding.place.path, finding.function ?? "", finding.subject, String(reported.occurrence),
      ].joined(separator: "\0"))
  }
}
