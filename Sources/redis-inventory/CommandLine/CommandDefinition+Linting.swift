import InventoryModel
import Reporting

extension CommandDefinition {
  static let check = CommandDefinition(
    name: "check", arguments: "PATH…", summary: "report broken rules; fails when any is at or above the threshold",
    argumentCount: 1...Int.max, flags: checking + scanning + [help])

  private static let checking = [
    Flag("--format", "how to print the report", value: "FORMAT", choices: CheckReporter.all.map(\.name)),
    Flag("--select", "look for these rules alone", value: "RULE,…", repeats: true),
    Flag("--ignore", "do not look for these rules", value: "RULE,…", repeats: true),
    Flag(
      "--fail-on", "the least severity that fails (default: warning)", value: "SEVERITY",
      choices: Severity.allCases.reversed().map(\.rawValue) + ["never"]),
    Flag(
      "--min-confidence", "leave out what is less sure; without it, inferred findings are shown and do not fail",
      value: "CONFIDENCE", choices: Confidence.allCases.map(\.rawValue)),
    Flag(
      "--context", "report findings in such code (default: production)", value: "CONTEXT",
      choices: FileContext.allCases.map(\.rawValue), repeats: true),
    Flag("--exit-zero", "succeed whatever is found"),
  ]
}
