extension CommandDefinition {
  static let schema = CommandDefinition(
    name: "schema", arguments: "[PATH…]",
    summary: "freeze keys, channels, scripts and locks in redis-schema.yml; alone: print the JSON schema of the report",
    argumentCount: 0...Int.max,
    flags: [
      Flag(
        "--format", "yaml: the key schema of PATH; json-schema: the form of the JSON report", value: "FORMAT",
        choices: SchemaCommand.Format.allCases.map(\.rawValue)),
      Flag("--write", "write redis-schema.yml into PATH (default: the current folder), and keep its plans"),
      Flag("--check", "fail when redis-schema.yml is not what the code does"),
    ] + scanning.filter { !["--format", "--output", "--timings"].contains($0.name) } + [help])
}
