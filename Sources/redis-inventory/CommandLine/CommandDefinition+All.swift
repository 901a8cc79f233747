import Reporting

extension CommandDefinition {
  /// Every command, in the order of the help.
  static let all = [
    scan, merge, inventory, check, rules, explain, baseline, config, compat, targets, acl, schema, gate, diff,
    completions, man,
  ]

  static let scan = CommandDefinition(
    name: "scan", arguments: "PATH…", summary: "find every Redis operation in folders or files",
    argumentCount: 1...Int.max,
    flags: [format(Reporter.all.map(\.name))] + scanning + [
      Flag("--explain", "show where the operation on a line comes from, or why a call is none", value: "PATH:LINE"),
      Flag("--shard", "begin with one part of the files alone; 'merge' joins the parts' reports", value: "I/N"),
      Flag("--repository", "what the repository is called in a report of several", value: "NAME"),
    ] + [help])

  static let merge = CommandDefinition(
    name: "merge", arguments: "REPORT…", summary: "join the JSON reports of shards, or of several repositories",
    argumentCount: 1...Int.max,
    flags: [
      format(Reporter.all.map(\.name)),
      Flag("--output", "also write the report to a file", value: "FORMAT=FILE", repeats: true), help,
    ])

  static let inventory = CommandDefinition(
    name: "inventory", arguments: "PATH…", summary: "print what a tree does with Redis: patterns, keys, connections",
    argumentCount: 1...Int.max,
    flags: [format(InventoryReporter.all.map(\.name))] + scanning + [
      Flag("--write", "put the document into a file, between its marks if it has some", value: "FILE"),
      Flag("--schema", "print the JSON schema of the JSON document"),
      Flag("--check", "fail when the document in a file is no longer what the source says", value: "FILE"),
    ] + [help])

  static let completions = CommandDefinition(
    name: "completions", arguments: "SHELL", summary: "print completions for bash, zsh or fish",
    argumentCount: 1...1, flags: [help])

  static let man = CommandDefinition(
    name: "man", arguments: "", summary: "print the manual page: redis-inventory man | man -l -",
    argumentCount: 0...0, flags: [help])

  static let help = Flag("--help", "show this help")

  private static func format(_ names: [String]) -> Flag {
    Flag("--format", "how to print the report", value: "FORMAT", choices: names)
  }

  static let scanning = [
    Flag("--output", "also write the report to a file", value: "FORMAT=FILE", repeats: true),
    Flag("--include", "read files although they are vendored, generated or minified", value: "GLOB", repeats: true),
    Flag("--exclude", "leave files out", value: "GLOB", repeats: true),
    Flag("--config", "use this configuration instead of the nearest redis-inventory.yml", value: "FILE"),
    Flag("--no-config", "use no configuration file"),
    Flag("--rules", "add your own client libraries, rules, patterns and targets", value: "FOLDER"),
    Flag("--exhaustive", "parse every file, not only those that can matter"),
    Flag("--threads", "how many files to work on at a time (default: one a core)", value: "N"),
    Flag("--cache", "keep what was found in the user's cache folder, and take what cannot have changed from there"),
    Flag("--cache-folder", "keep it in another folder, which is not in what is scanned", value: "FOLDER"),
    Flag("--timings", "print what each phase took"),
    Flag("--allow-empty", "succeed although there is nothing to scan"),
  ]
}
