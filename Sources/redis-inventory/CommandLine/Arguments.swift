import InventoryModel

/// A command line, taken apart and checked.
struct Arguments {
  let command: CommandDefinition
  private(set) var values: [String: [String]] = [:]
  private(set) var words: [String] = []

  func has(_ flag: String) -> Bool { values[flag] != nil }
  func value(of flag: String) -> String? { values[flag]?.last }
  func values(of flag: String) -> [String] { values[flag] ?? [] }

  /// Reads what comes after the command's name; `--flag value` and `--flag=value` are the same, and after `--` all are
  /// words.
  init(_ arguments: some Sequence<String>, of command: CommandDefinition) throws(UsageError) {
    self.command = command
    var rest = Array(arguments)[...]
    while let argument = rest.popFirst() {
      if argument == "--" {
        words += rest
        break
      }
      if argument.hasPrefix("-"), argument != "-" {
        try takeFlag(argument, &rest)
      } else {
        words.append(argument)
      }
    }
    if has("--help") || has("--schema") { return }
    guard words.count >= command.argumentCount.lowerBound else {
      throw UsageError("\(command.name) needs \(command.arguments)")
    }
    guard words.count <= command.argumentCount.upperBound else {
      throw UsageError("'\(words[command.argumentCount.upperBound])' is one argument too many for \(command.name)")
    }
  }

  private mutating func takeFlag(_ argument: String, _ rest: inout ArraySlice<String>) throws(UsageError) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = Arguments.shortNames[String(parts[0])] ?? String(parts[0])
    guard let flag = command.flags.first(where: { $0.name == name }) else {
      throw UsageError(
        "unknown flag '\(name)' of \(command.name)\(NearestName.hint(for: name, in: command.flags.map(\.name)))")
    }
    if values[name] != nil, !flag.repeats { throw UsageError("\(name) is given twice") }
    guard flag.value != nil else {
      guard parts.count == 1 else { throw UsageError("\(name) takes no value") }
      values[name, default: []].append("")
      return
    }
    guard let value = parts.count == 2 ? String(parts[1]) : rest.popFirst() else {
      throw UsageError("\(name) needs a value: \(name) \(flag.value ?? "")")
    }
    guard flag.choices.isEmpty || flag.choices.contains(value) else {
      let hint = NearestName.hint(for: value, in: flag.choices)
      throw UsageError("'\(value)' is no \(name): \(flag.choices.joined(separator: ", "))\(hint)")
    }
    values[name, default: []].append(value)
  }

  private static let shortNames = ["-h": "--help", "-o": "--output", "-f": "--format"]
}

/// A command line that cannot be understood.
struct UsageError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
