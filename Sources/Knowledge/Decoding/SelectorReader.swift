import YAML

/// Reads selectors of operations, whose commands must be known.
struct SelectorReader {
  var reader: TableReader
  let commands: CommandTable

  private static let keys = ["commands", "groups", "roles", "options", "expires", "channels"]

  mutating func list(_ node: YAMLNode) -> [OperationSelector] { reader.elements(of: node).map { selector($0) } }

  /// A selector; a text or a list of texts names commands.
  private mutating func selector(_ node: YAMLNode) -> OperationSelector {
    var selector = OperationSelector()
    if node.mapping == nil {
      selector.commands = commandNames(node)
      return selector
    }
    for field in reader.fields(of: node, known: Self.keys) {
      switch field.key.text {
      case "commands": selector.commands = commandNames(field.value)
      case "groups": selector.groups = groups(field.value)
      case "roles": selector.roles = reader.texts(field.value)
      case "options": selector.options = reader.texts(field.value)
      case "expires": selector.expires = reader.bool(field.value)
      default: selector.channels = reader.choice(field.value)
      }
    }
    return selector
  }

  /// Commands of the table, a library's own (`LOCK*`), or `all of a module` (`JSON.*`).
  private mutating func commandNames(_ node: YAMLNode) -> [String] {
    reader.scalars(node).map { scalar in
      if !scalar.text.hasSuffix("*"), scalar.text != "?", commands[scalar.text] == nil {
        reader.unknown("command", scalar, known: commands.commands.map(\.name))
      }
      return scalar.text
    }
  }

  private mutating func groups(_ node: YAMLNode) -> [String] {
    let known = Set(commands.commands.map(\.group))
    return reader.scalars(node).map { scalar in
      if !known.contains(scalar.text) { reader.unknown("group", scalar, known: known.sorted()) }
      return scalar.text
    }
  }
}
