import InventoryModel
import Reporting
import Scanning

extension CommandDefinition {
  static let check = CommandDefinition(
    name: "check", arguments: "PATH…", summary: "report broken rules; fails when any is at or above the threshold",
    argumentCount: 1...Int.max,
    flags: [
      Flag("--format", "how to print the report", value: "FORMAT", choices: CheckReporter.all.map(\.name)),
      Flag("--since", "report only what this git revision does not have, wherever its cause lies", value: "REV"),
      Flag("--exit-zero", "succeed whatever is found"),
      Flag("--schema", "print the JSON schema of the JSON report"),
      Flag(
        "--stdin-path", "report this file alone, with the text that standard input gives for it (for editors)",
        value: "FILE"),
    ] + checking + scanning + [help])

  static let baseline = CommandDefinition(
    name: "baseline", arguments: "write|check|prune PATH…",
    summary: "accept today's findings; tell, or remove, what is accepted and no longer found",
    argumentCount: 2...Int.max,
    flags: checking.filter { !["--fail-on", "--no-baseline", "--strict-baseline"].contains($0.name) }
      + scanning.filter { !["--output", "--timings", "--allow-empty"].contains($0.name) } + [help])

  static let rules = CommandDefinition(
    name: "rules", arguments: "", summary: "list the rules of check, with severity and migration rule",
    argumentCount: 0...0,
    flags: [
      Flag("--format", "how to print the list", value: "FORMAT", choices: ["text", "json", "markdown"]),
      Flag("--rules", "add rules of your own", value: "FOLDER"), help,
    ])

  static let explain = CommandDefinition(
    name: "explain", arguments: "RULE", summary: "print a rule's page: what it finds, why, what to do, examples",
    argumentCount: 1...1,
    flags: [
      Flag("--format", "how to print the page", value: "FORMAT", choices: ["markdown", "json"]),
      Flag("--rules", "add rules of your own", value: "FOLDER"), help,
    ])

  static let config = CommandDefinition(
    name: "config", arguments: "[PATH…]",
    summary: "print the settings and rules in force for PATH, and where each was said",
    argumentCount: 0...Int.max,
    flags: scanning.filter { ["--config", "--no-config"].contains($0.name) } + [
      Flag("--schema", "print the JSON schema of redis-inventory.yml"), help,
    ])

  private static let checking = [
    Flag("--select", "look for these rules alone", value: "RULE,…", repeats: true),
    Flag("--ignore", "do not look for these rules", value: "RULE,…", repeats: true),
    Flag(
      "--fail-on", "the least severity that fails (default: warning)", value: "SEVERITY",
      choices: LintOptions.Threshold.names),
    Flag(
      "--min-confidence", "leave out what is less sure; without it, inferred findings are shown and do not fail",
      value: "CONFIDENCE", choices: Confidence.allCases.map(\.rawValue)),
    Flag(
      "--context", "report findings in such code (default: production)", value: "CONTEXT",
      choices: FileContext.allCases.map(\.rawValue), repeats: true),
    Flag("--baseline", "accepted findings (default: the nearest \(Baseline.fileName))", value: "FILE"),
    Flag("--no-baseline", "accept nothing"),
    Flag("--strict-baseline", "fail on entries of the baseline that nothing meets any more"),
  ]
}
