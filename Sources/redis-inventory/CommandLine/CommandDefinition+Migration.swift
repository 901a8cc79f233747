import Reporting

extension CommandDefinition {
  static let diff = CommandDefinition(
    name: "diff", arguments: "REV [REV]",
    summary: "tell what came, went or changed between two git revisions, or one and the work tree",
    argumentCount: 1...2,
    flags: [
      Flag("--format", "how to print the difference", value: "FORMAT", choices: DiffReporter.all.map(\.name)),
      Flag("--path", "compare this folder or file (default: the current folder)", value: "PATH", repeats: true),
    ] + scanning.filter { !["--allow-empty", "--timings", "--cache", "--cache-folder"].contains($0.name) } + [help])

  static let gate = CommandDefinition(
    name: "gate", arguments: "PATH…", summary: "judge the exit criteria of a migration; succeeds only when all are met",
    argumentCount: 1...Int.max,
    flags: [
      Flag("--format", "how to print the verdict", value: "FORMAT", choices: GateReporter.all.map(\.name))
    ] + scanning.filter { !["--timings"].contains($0.name) } + [help])

  static let schema = CommandDefinition(
    name: "schema", arguments: "[PATH…]",
    summary: "freeze keys, channels, scripts and locks in redis-schema.yml; alone: print the JSON schema of the report",
    argumentCount: 0...Int.max,
    flags: [
      Flag(
        "--format", "what to print, the key schema of PATH or the form of the JSON report", value: "FORMAT",
        choices: SchemaCommand.Format.allCases.map(\.rawValue)),
      Flag("--write", "write redis-schema.yml into PATH (default: the current folder), and keep its plans"),
      Flag("--check", "fail when redis-schema.yml is not what the code does"),
    ] + scanning.filter { !["--format", "--output", "--timings"].contains($0.name) } + [help])
}
