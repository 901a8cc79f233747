import Freeze
import InventoryModel
import YAML

/// Makes options of the nodes of a configuration file.
struct ConfigurationDecoder {
  let file: String

  static let keys = [
    "extend", "include", "exclude", "contexts", "rules", "exhaustive", "threads", "owners", "plans", "attest", "check",
    "inventory",
  ]

  func options(_ node: YAMLNode) throws(YAMLError) -> Options {
    var options = Options()
    if let scalar = node.scalar, scalar.isNull { return options }
    guard let mapping = node.mapping else { throw error(node, "settings are expected, not \(node.kindName)") }
    for entry in mapping.entries {
      switch entry.key.text {
      case "extend": options.extend = try names(entry.value)
      case "check": options.lint = try LintOptionsDecoder(decoder: self).options(entry.value)
      case "include": options.include = try strings(entry.value)
      case "exclude": options.exclude = try strings(entry.value)
      case "contexts": options.contexts = try contexts(entry.value)
      case "rules": options.rules = try string(entry.value)
      case "plans": options.plans = try MigrationPlanReader(file: file).plans(entry.value)
      case "attest": options.attestations = try AttestationReader(file: file).attestations(entry.value)
      case "inventory":
        options.inventory = try InventorySettingsReader(decoder: self).settings(entry.value)
      case "owners": options.owners = try owners(entry.value)
      case "exhaustive":
        guard let value = entry.value.scalar?.bool else { throw error(entry.value, "true or false is expected") }
        options.exhaustive = value
      case "threads":
        guard let value = entry.value.scalar?.int, value > 0 else {
          throw error(entry.value, "a number above 0 is expected")
        }
        options.threads = value
      default: throw unknown(entry.key, "setting", among: ConfigurationDecoder.keys)
      }
    }
    return options
  }

  private func contexts(_ node: YAMLNode) throws(YAMLError) -> [FileContext: [String]] {
    guard let mapping = node.mapping else {
      throw error(node, "contexts with their file patterns are expected, not \(node.kindName)")
    }
    var contexts: [FileContext: [String]] = [:]
    for entry in mapping.entries {
      guard let context = FileContext(rawValue: entry.key.text) else {
        throw unknown(entry.key, "context", among: FileContext.allCases.map(\.rawValue))
      }
      contexts[context] = try strings(entry.value)
    }
    return contexts
  }

  private func owners(_ node: YAMLNode) throws(YAMLError) -> [OwnerEntry] {
    guard let mapping = node.mapping else {
      throw error(node, "file patterns with their owners are expected, not \(node.kindName)")
    }
    var owners: [OwnerEntry] = []
    for entry in mapping.entries {
      guard OwnerPattern(entry.key.text, isAnchored: true) != nil else {
        throw YAMLError(
          file: file, position: entry.key.position, message: "'\(entry.key.text)' is no pattern of files")
      }
      owners.append(OwnerEntry(entry.key.text, owners: try strings(entry.value)))
    }
    return owners
  }

  /// A list of names with their places.
  private func names(_ node: YAMLNode) throws(YAMLError) -> [PlacedName] {
    var names: [PlacedName] = []
    for element in node.sequence?.elements ?? [node] {
      names.append(
        PlacedName(try string(element), place: "\(file):\(element.position.line):\(element.position.column)"))
    }
    return names
  }

  /// A list of texts; one alone needs no list.
  func strings(_ node: YAMLNode) throws(YAMLError) -> [String] {
    guard let sequence = node.sequence else { return [try string(node)] }
    var strings: [String] = []
    for element in sequence.elements { strings.append(try string(element)) }
    return strings
  }

  func string(_ node: YAMLNode) throws(YAMLError) -> String {
    guard let scalar = node.scalar, !scalar.isNull else { throw error(node, "a text is expected") }
    return scalar.text
  }

  func unknown(_ key: YAMLScalar, _ what: String, among names: [String]) -> YAMLError {
    let hint = NearestName.hint(for: key.text, in: names)
    return YAMLError(file: file, position: key.position, message: "unknown \(what) '\(key.text)'\(hint)")
  }

  func error(_ node: YAMLNode, _ message: String) -> YAMLError {
    YAMLError(file: file, position: node.position, message: message)
  }
}
