import Reporting

extension CommandDefinition {
  static let compat = CommandDefinition(
    name: "compat", arguments: "PATH…", summary: "say whether the code runs on other servers, services and proxies",
    argumentCount: 1...Int.max,
    flags: [
      Flag(
        "--target", "a target, or several joined: envoy+valkey-7.2, valkey-8.1+cluster; 'targets' lists them",
        value: "TARGET", repeats: true),
      Flag(
        "--format", "how to print the report", value: "FORMAT", choices: CompatibilityReporter.all.map(\.name)),
    ] + scanning.filter { $0.name != "--timings" } + [help])

  static let acl = CommandDefinition(
    name: "acl", arguments: "PATH…", summary: "print the least rights that the code needs, a user for each connection",
    argumentCount: 1...Int.max,
    flags: [
      Flag("--target", "leave out what this server has not got; 'targets' lists them", value: "TARGET"),
      Flag("--format", "how to print the rules", value: "FORMAT", choices: AccessReporter.all.map(\.name)),
    ] + scanning.filter { $0.name != "--timings" } + [help])

  static let targets = CommandDefinition(
    name: "targets", arguments: "", summary: "list what code can be compared with, and where its facts were read",
    argumentCount: 0...0,
    flags: [
      Flag("--format", "how to print the list", value: "FORMAT", choices: ["text", "json"]),
      Flag("--rules", "add targets of your own", value: "FOLDER"), help,
    ])
}
