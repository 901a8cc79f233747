import YAML

/// Reads `Rules/ClientVersions.yml`.
struct ClientVersionsReader {
  private var reader: TableReader
  private let commands: CommandTable

  init(_ table: TableFile, commands: CommandTable) throws(KnowledgeError) {
    reader = try TableReader(table)
    self.commands = commands
  }

  mutating func read() throws(KnowledgeError) -> [String: ClientVersions] {
    var libraries: [String: ClientVersions] = [:]
    for entry in reader.entries(of: reader.root) { libraries[entry.key.text] = versions(entry.value) }
    guard reader.problems.isEmpty else { throw KnowledgeError(reader.problems) }
    return libraries
  }

  private mutating func versions(_ node: YAMLNode) -> ClientVersions {
    var versions = ClientVersions()
    for field in reader.fields(of: node, known: ["source", "read", "features", "methods"]) {
      switch field.key.text {
      case "source": versions.source = reader.text(field.value) ?? ""
      case "read": versions.read = reader.text(field.value) ?? ""
      case "features":
        for entry in reader.entries(of: field.value) {
          guard let feature = ClientVersions.Feature(rawValue: entry.key.text) else {
            reader.unknown("feature", entry.key, known: ClientVersions.Feature.allCases.map(\.rawValue))
            continue
          }
          versions.features[feature] = reader.scalar(entry.value).flatMap { since($0) }
        }
      default:
        for entry in reader.entries(of: field.value) {
          guard let first = since(entry.key) else { continue }
          for name in reader.scalars(entry.value) {
            versions.methods[reader.command(name, in: commands)] = first
          }
        }
      }
    }
    if versions.source.isEmpty { reader.note("'source' is missing", at: node.position) }
    return versions
  }

  private mutating func since(_ scalar: YAMLScalar) -> ClientVersions.Since? {
    if scalar.text == "never" { return .never }
    if ServerProduct.numbers(scalar.text) != nil { return .version(scalar.text) }
    reader.note("a version or 'never' is expected, not '\(scalar.text)'", at: scalar.position)
    return nil
  }
}
