import YAML

/// Roles as they are written.
extension ClientTableReader {
  private static let keys = [
    "commands", "leading", "leadingIs", "suffixes", "prefix", "builder", "command", "chain", "except", "like",
    "pipeline", "transaction", "options", "methods", "properties", "call", "element", "enter",
  ]

  mutating func readRole(_ entry: YAMLMapping.Entry) -> RoleDraft {
    var role = RoleDraft(name: entry.key)
    for field in reader.fields(of: entry.value, known: Self.keys) { read(field, into: &role) }
    return role
  }

  private mutating func read(_ field: YAMLMapping.Entry, into role: inout RoleDraft) {
    let value = field.value
    switch field.key.text {
    case "commands": role.namesCommands = reader.bool(value)
    case "leading": role.leading = reader.count(value)
    case "leadingIs": role.leadingIsContext = readLeadingKind(value)
    case "suffixes": role.suffixes = reader.texts(value)
    case "prefix": role.prefix = readPrefix(value)
    case "builder": role.isBuilder = reader.bool(value)
    case "command": role.isCommand = reader.bool(value)
    case "chain": role.chain = readChain(value)
    case "except": role.except = Set(reader.texts(value))
    case "like":
      role.like = reader.scalars(value)
      for other in role.like { use(other) }
    case "pipeline": role.isPipeline = reader.bool(value)
    case "transaction": role.isTransaction = reader.bool(value)
    case "options": role.options = readOptions(value)
    case "methods": role.methods = readMethods(value)
    case "properties": role.properties = readProperties(value)
    case "call": role.call = readMethod(value)
    case "element": role.element = readRoleName(value)
    case "enter": role.enter = readRoleName(value)
    default: break
    }
  }

  private mutating func readPrefix(_ node: YAMLNode) -> String? {
    guard let scalar = reader.scalar(node) else { return nil }
    if !commands.hasCommand(beginningWith: scalar.text) {
      let modules = commands.commands.filter { $0.name.contains(".") }.map { $0.name.prefix { $0 != "." } + "." }
      reader.unknown("beginning of commands", scalar, known: Set(modules.map(String.init)).sorted())
    }
    return scalar.text
  }

  private mutating func readLeadingKind(_ node: YAMLNode) -> Bool? {
    guard let scalar = reader.scalar(node) else { return nil }
    if scalar.text == "context" { return true }
    reader.unknown("kind of argument", scalar, known: ["context"])
    return nil
  }

  private mutating func readMethods(_ node: YAMLNode) -> [String: ClientMethod] {
    let entries = reader.entries(of: node)
    var methods: [String: ClientMethod] = [:]
    methods.reserveCapacity(entries.count)
    for entry in entries {
      let method = readMethod(entry.value)
      for name in entry.key.alternatives {
        if methods.updateValue(method, forKey: name) != nil {
          reader.note("the method '\(name)' is given twice", at: entry.key.position)
        }
      }
    }
    return methods
  }

  /// Names with a role each, or a method without arguments that returns one.
  private mutating func readProperties(_ node: YAMLNode) -> [String: String] {
    var properties: [String: String] = [:]
    for entry in reader.entries(of: node) {
      guard let role = readProperty(entry.value) else { continue }
      for name in entry.key.alternatives {
        if properties.updateValue(role, forKey: name) != nil {
          reader.note("the property '\(name)' is given twice", at: entry.key.position)
        }
      }
    }
    return properties
  }

  private mutating func readProperty(_ node: YAMLNode) -> String? {
    guard node.mapping != nil else { return readRoleName(node) }
    return reader.fields(of: node, known: ["returns"]).first.flatMap { readRoleName($0.value) }
  }

  private mutating func readOptions(_ node: YAMLNode) -> [String: CommandOption] {
    var options: [String: CommandOption] = [:]
    for entry in reader.entries(of: node) {
      guard let option = readOption(entry.value) else { continue }
      for name in entry.key.alternatives { options[name] = option }
    }
    return options
  }

  private mutating func readOption(_ node: YAMLNode) -> CommandOption? {
    if let scalar = node.scalar, !scalar.text.isEmpty { return CommandOption(option: scalar.text, unit: nil) }
    var option: String?
    var unit: TimeUnit?
    var isSaidByFalse = false
    for field in reader.fields(of: node, known: ["option", "unit", "when"]) {
      switch field.key.text {
      case "option": option = reader.text(field.value)
      case "unit": unit = reader.choice(field.value)
      default: isSaidByFalse = reader.bool(field.value) == false
      }
    }
    if option == nil { reader.note("an option's name must be given", at: node.position) }
    return option.map { CommandOption(option: $0, unit: unit, isSaidByFalse: isSaidByFalse) }
  }

  private mutating func readChain(_ node: YAMLNode) -> [String: ChainedFact] {
    var chain: [String: ChainedFact] = [:]
    for entry in reader.entries(of: node) {
      guard let fact = readChainedFact(entry.value) else { continue }
      for name in entry.key.alternatives { chain[name] = fact }
    }
    return chain
  }

  /// `key`, `channel`, `pattern`, `{ttl: s}` or `{option: NX}`.
  private mutating func readChainedFact(_ node: YAMLNode) -> ChainedFact? {
    switch node.scalar?.text {
    case "key": return .key
    case "channel": return .channel
    case "pattern": return .pattern
    default: break
    }
    let fields = node.scalar == nil ? reader.fields(of: node, known: ["ttl", "option"]) : []
    guard let field = fields.first, fields.count == 1 else {
      reader.note("key, channel, pattern, {ttl: unit} or {option: name} is expected", at: node.position)
      return nil
    }
    if field.key.text == "option" { return reader.text(field.value).map { .option($0) } }
    let unit: TimeUnit? = reader.choice(field.value)
    return unit.map { .ttl($0) }
  }
}
