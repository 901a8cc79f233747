import YAML

/// What a method, type or function does.
extension ClientTableReader {
  private static let keys = [
    "command", "returns", "role", "key", "keys", "keysThenIDs", "channel", "channels", "ttl", "callback", "script",
    "client",
    "defines", "definesEach", "batch", "value", "leading", "subcommand", "statics", "pipeline", "transaction",
  ]

  /// A mapping of facts, the name of the role that it returns, or `silent`.
  mutating func readMethod(_ node: YAMLNode) -> ClientMethod {
    var method = ClientMethod()
    if let scalar = node.scalar {
      if scalar.text != "silent" { method.result = readResult(node) }
      return method
    }
    let fields = reader.fields(of: node, known: Self.keys)
    for field in fields { read(field, into: &method) }
    guard fields.count > 1 else { return method }
    refuse("key", with: "keys", in: fields)
    refuse("keys", with: "keysThenIDs", in: fields)
    refuse("channel", with: "channels", in: fields)
    refuse("returns", with: "role", in: fields)
    return method
  }

  private mutating func refuse(_ one: String, with other: String, in fields: [YAMLMapping.Entry]) {
    guard fields.contains(where: { $0.key.text == one }) else { return }
    guard let second = fields.first(where: { $0.key.text == other }) else { return }
    reader.note("'\(one)' and '\(other)' exclude each other", at: second.key.position)
  }

  private mutating func read(_ field: YAMLMapping.Entry, into method: inout ClientMethod) {
    let value = field.value
    switch field.key.text {
    case "command": method.command = readCommand(value)
    case "returns", "role": method.result = readResult(value)
    case "key": method.keys = readArguments(value, takesAll: false)
    case "keys": method.keys = readArguments(value, takesAll: true)
    case "keysThenIDs":
      method.keys = readArguments(value, takesAll: true)
      method.keys?.endsWithIDs = true
    case "channel": method.channels = readArguments(value, takesAll: false)
    case "channels": method.channels = readArguments(value, takesAll: true)
    case "ttl": method.ttl = readTime(value)
    case "callback": method.callback = readCallback(value)
    case "script": method.script = readScript(value)
    case "client": method.client = readSelector(value)
    case "defines": method.defines = readDefinition(value)
    case "definesEach": method.definesEach = readSelector(value)
    case "batch": method.batch = readSelector(value)
    case "value": method.value = readSelector(value)
    case "leading": method.leading = reader.count(value)
    case "subcommand": method.subcommand = readSelector(value)
    case "statics": method.statics = readRoleName(value)
    case "pipeline": method.isPipeline = reader.bool(value) ?? false
    case "transaction": method.isTransaction = reader.bool(value) ?? false
    default: break
    }
  }

  private mutating func readCommand(_ node: YAMLNode) -> ClientMethod.CommandSource? {
    guard let scalar = reader.scalar(node) else { return nil }
    if scalar.text.hasPrefix("$") { return .argument(ArgumentSelector(String(scalar.text.dropFirst()))) }
    if !scalar.text.hasSuffix("*"), !commands.contains(scalar.text) {
      reader.unknown("command", scalar, known: commands.commands.lazy.map(\.name))
    }
    return .fixed(scalar.text)
  }

  private mutating func readResult(_ node: YAMLNode) -> ClientMethod.Result? {
    guard let scalar = reader.scalar(node) else { return nil }
    switch scalar.text {
    case "self": return .receiver
    case "callback": return .callback
    case "silent": return nil
    case let text where text.hasPrefix("$"): return .argument(ArgumentSelector(String(text.dropFirst())))
    default:
      use(scalar)
      return .role(scalar.text)
    }
  }

  private mutating func readSelector(_ node: YAMLNode) -> ArgumentSelector? {
    reader.text(node).map { ArgumentSelector($0) }
  }

  private mutating func readArguments(_ node: YAMLNode, takesAll: Bool) -> ClientMethod.ArgumentList {
    let texts = reader.texts(node)
    if texts == ["none"] { return ClientMethod.ArgumentList(selectors: [], takesAll: false) }
    return ClientMethod.ArgumentList(selectors: texts.map { ArgumentSelector($0) }, takesAll: takesAll)
  }

  private mutating func readTime(_ node: YAMLNode) -> ClientMethod.TimeArgument? {
    var (argument, position): (ArgumentSelector?, ArgumentSelector?)
    var unit: TimeUnit?
    for field in reader.fields(of: node, known: ["argument", "position", "unit"]) {
      switch field.key.text {
      case "argument": argument = readSelector(field.value)
      case "position": position = readSelector(field.value)
      default: unit = reader.choice(field.value)
      }
    }
    guard let argument, let unit else { return needs("argument and unit", node) }
    return ClientMethod.TimeArgument(argument: argument, position: position, unit: unit)
  }

  private mutating func readCallback(_ node: YAMLNode) -> ClientMethod.Callback? {
    var argument: ArgumentSelector?
    var receives: [String] = []
    for field in reader.fields(of: node, known: ["argument", "receives"]) {
      if field.key.text == "argument" {
        argument = readSelector(field.value)
      } else {
        let roles = reader.scalars(field.value)
        for role in roles where role.text != "self" && role.text != "_" { use(role) }
        receives = roles.map(\.text)
      }
    }
    guard let argument else { return needs("argument", node) }
    return ClientMethod.Callback(argument: argument, receives: receives)
  }

  private mutating func readScript(_ node: YAMLNode) -> ClientMethod.ScriptArgument? {
    if node.scalar != nil {
      return readSelector(node).map { ClientMethod.ScriptArgument(argument: $0, isDigest: false) }
    }
    var argument: ArgumentSelector?
    var isDigest = false
    for field in reader.fields(of: node, known: ["argument", "sha"]) {
      if field.key.text == "argument" {
        argument = readSelector(field.value)
      } else {
        isDigest = reader.bool(field.value) ?? false
      }
    }
    guard let argument else { return needs("argument", node) }
    return ClientMethod.ScriptArgument(argument: argument, isDigest: isDigest)
  }

  private mutating func readDefinition(_ node: YAMLNode) -> ClientMethod.Definition? {
    var name: ArgumentSelector?
    var script: ArgumentSelector?
    for field in reader.fields(of: node, known: ["name", "script"]) {
      if field.key.text == "name" { name = readSelector(field.value) } else { script = readSelector(field.value) }
    }
    guard let name, let script else { return needs("name and script", node) }
    return ClientMethod.Definition(name: name, script: script)
  }

  private mutating func needs<Fact>(_ what: String, _ node: YAMLNode) -> Fact? {
    reader.note("\(what) must be given", at: node.position)
    return nil
  }
}
