import YAML

/// Reads one file of `Rules/Targets`.
struct TargetTableReader {
  var reader: TableReader
  let commands: CommandTable
  private var sources: [String: String] = [:]

  init(_ table: TableFile, commands: CommandTable) throws(KnowledgeError) {
    reader = try TableReader(table)
    self.commands = commands
  }

  private static let keys = [
    "target", "title", "kind", "aliases", "version", "read", "product", "engine", "topology", "unlisted", "sources",
    "facts",
  ]

  mutating func read() throws(KnowledgeError) -> TargetProfile {
    let fields = reader.fields(of: reader.root, known: Self.keys)
    let values = Dictionary(fields.map { ($0.key.text, $0.value) }) { first, _ in first }
    if let node = values["sources"] { readSources(node) }
    let name = required("target", values)
    let title = required("title", values)
    let version = required("version", values)
    let read = required("read", values)
    let kind: TargetProfile.Kind? = values["kind"].flatMap { reader.choice($0) }
    let unlisted: TargetProfile.Unlisted? = values["unlisted"].flatMap { reader.choice($0) }
    for key in ["kind", "unlisted"] where values[key] == nil { missing(key) }
    let isCluster = values["topology"].map { readTopology($0) } ?? false
    let engine = values["engine"].flatMap { reader.text($0) }
    if unlisted == .engine, engine == nil { reader.note("'engine' is missing", at: reader.root.position) }
    let profile = TargetProfile(
      name: name, title: title, kind: kind ?? .server, aliases: values["aliases"].map { reader.texts($0) } ?? [],
      version: version, read: read, product: values["product"].flatMap { readProduct($0) }, engine: engine,
      isCluster: isCluster, unlisted: unlisted ?? .unknown, facts: values["facts"].map { readFacts($0) } ?? [])
    guard reader.problems.isEmpty else { throw KnowledgeError(reader.problems) }
    return profile
  }

  private mutating func required(_ key: String, _ values: [String: YAMLNode]) -> String {
    if let node = values[key] { return reader.text(node) ?? "" }
    missing(key)
    return ""
  }

  private mutating func missing(_ key: String) { reader.note("'\(key)' is missing", at: reader.root.position) }

  private mutating func readTopology(_ node: YAMLNode) -> Bool {
    guard let scalar = reader.scalar(node) else { return false }
    if scalar.text != "cluster" { reader.unknown("topology", scalar, known: ["cluster"]) }
    return true
  }

  private mutating func readProduct(_ node: YAMLNode) -> String? {
    guard let scalar = reader.scalar(node) else { return nil }
    if !OptionFact.products.contains(scalar.text) {
      reader.unknown("product", scalar, known: OptionFact.products)
    }
    return scalar.text
  }

  private mutating func readSources(_ node: YAMLNode) {
    for entry in reader.entries(of: node) { sources[entry.key.text] = reader.text(entry.value) }
  }

  private mutating func readFacts(_ node: YAMLNode) -> [TargetFact] {
    guard let sequence = node.sequence else {
      reader.note("a list is expected, not \(node.kindName)", at: node.position)
      return []
    }
    return sequence.elements.compactMap { readFact($0) }
  }

  private static let factKeys = [
    "rule", "support", "when", "options", "note", "instead", "source", "basis", "commands", "own", "except",
  ]

  private mutating func readFact(_ node: YAMLNode) -> TargetFact? {
    let fields = reader.fields(of: node, known: Self.factKeys)
    guard let support = fields.first(where: { $0.key.text == "support" }) else {
      reader.note("'support' is missing", at: node.position)
      return nil
    }
    guard let value: TargetFact.Support = reader.choice(support.value) else { return nil }
    var fact = TargetFact(support: value, source: "")
    for field in fields {
      switch field.key.text {
      case "rule": fact.rule = reader.text(field.value)
      case "when": fact.conditions = readConditions(field.value)
      case "options": fact.options = reader.texts(field.value)
      case "note": fact.note = reader.text(field.value) ?? ""
      case "instead": fact.instead = reader.text(field.value)
      case "source": fact.source = readSource(field.value)
      case "basis": fact.basis = reader.text(field.value)
      case "commands": fact.commands += readCommands(field.value)
      case "except": fact.except = readCommands(field.value)
      case "own": fact.commands += reader.texts(field.value)
      default: break
      }
    }
    if fact.source.isEmpty { reader.note("'source' is missing", at: node.position) }
    if fact.commands.isEmpty, fact.conditions.isEmpty {
      reader.note("the fact is about nothing: 'commands' or 'when' is missing", at: node.position)
    }
    return fact
  }

  private mutating func readConditions(_ node: YAMLNode) -> [TargetFact.Condition] {
    reader.scalars(node).compactMap { scalar in
      if let condition = TargetFact.Condition(rawValue: scalar.text) { return condition }
      reader.unknown("condition", scalar, known: TargetFact.Condition.allCases.map(\.rawValue))
      return nil
    }
  }

  private mutating func readSource(_ node: YAMLNode) -> String {
    guard let scalar = reader.scalar(node) else { return "" }
    if let text = sources[scalar.text] { return text }
    reader.unknown("source", scalar, known: sources.keys.sorted())
    return scalar.text
  }

  private mutating func readCommands(_ node: YAMLNode) -> [String] {
    reader.scalars(node).map { reader.command($0, in: commands) }
  }
}
