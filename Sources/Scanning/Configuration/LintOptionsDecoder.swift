import InventoryModel
import Knowledge
import YAML

/// Makes options of a check of the section `check` of a configuration file.
struct LintOptionsDecoder {
  let decoder: ConfigurationDecoder

  static let keys = [
    "select", "ignore", "severity", "failOn", "minConfidence", "contexts", "reasons", "baseline", "staleBaseline",
    "licences", "overrides",
  ]
  static let overrideKeys = ["paths", "ignore", "severity"]

  func options(_ node: YAMLNode) throws(YAMLError) -> LintOptions {
    var options = LintOptions()
    for entry in try entries(node, "settings of a check") {
      let value = entry.value
      switch entry.key.text {
      case "select": options.select = try names(value)
      case "ignore": options.ignore = try names(value)
      case "severity": options.levels = try levels(value)
      case "failOn":
        options.threshold = try choice(value, LintOptions.Threshold.names) { LintOptions.Threshold($0) }
      case "minConfidence":
        options.minimumConfidence = try choice(value, Confidence.allCases.map(\.rawValue)) { Confidence(rawValue: $0) }
      case "contexts":
        var contexts: Set<FileContext> = []
        for element in value.sequence?.elements ?? [value] {
          contexts.insert(
            try choice(element, FileContext.allCases.map(\.rawValue)) { FileContext(rawValue: $0) })
        }
        options.contexts = contexts
      case "reasons": options.requiresReasons = try choice(value, ["required", "optional"]) { $0 == "required" }
      case "baseline": options.baseline = .file(try decoder.string(value))
      case "staleBaseline": options.failsOnStaleBaseline = try choice(value, ["fail", "tell"]) { $0 == "fail" }
      case "licences": options.licences = try licences(value)
      case "overrides": options.overrides = try overrides(value)
      default: throw decoder.unknown(entry.key, "setting", among: LintOptionsDecoder.keys)
      }
    }
    return options
  }

  private func licences(_ node: YAMLNode) throws(YAMLError) -> Set<String> {
    let vocabulary = (try? InfrastructureVocabulary.standard()) ?? InfrastructureVocabulary()
    let known = vocabulary.intendedLicences.union(vocabulary.products.flatMap { $0.licences.flatMap(\.names) }).sorted()
    var licences: Set<String> = []
    for element in node.sequence?.elements ?? [node] { licences.insert(try choice(element, known) { $0 }) }
    return licences
  }

  private func overrides(_ node: YAMLNode) throws(YAMLError) -> [LintOptions.Override] {
    guard let sequence = node.sequence else { throw decoder.error(node, "a list is expected, not \(node.kindName)") }
    var overrides: [LintOptions.Override] = []
    for element in sequence.elements {
      var override = LintOptions.Override(paths: [], levels: [])
      for entry in try entries(element, "paths and what holds for them") {
        switch entry.key.text {
        case "paths": override.paths = try decoder.strings(entry.value)
        case "ignore":
          override.levels += try names(entry.value).map { LintOptions.RuleLevel(rule: $0, severity: nil) }
        case "severity": override.levels += try levels(entry.value)
        default: throw decoder.unknown(entry.key, "setting", among: LintOptionsDecoder.overrideKeys)
        }
      }
      if override.paths.isEmpty { throw decoder.error(element, "'paths' is missing") }
      overrides.append(override)
    }
    return overrides
  }

  private func levels(_ node: YAMLNode) throws(YAMLError) -> [LintOptions.RuleLevel] {
    var levels: [LintOptions.RuleLevel] = []
    let known = Severity.allCases.reversed().map(\.rawValue) + ["off"]
    for entry in try entries(node, "rules with their severities") {
      // How some write YAML that reads `off` as a truth value.
      if entry.value.scalar?.bool == false {
        levels.append(LintOptions.RuleLevel(rule: placed(entry.key), severity: nil))
        continue
      }
      let severity = try choice(entry.value, known) { text -> Severity?? in
        text == "off" ? .some(nil) : Severity(rawValue: text).map { .some($0) }
      }
      levels.append(LintOptions.RuleLevel(rule: placed(entry.key), severity: severity))
    }
    return levels
  }

  private func names(_ node: YAMLNode) throws(YAMLError) -> [PlacedName] {
    var names: [PlacedName] = []
    for element in node.sequence?.elements ?? [node] {
      guard let scalar = element.scalar, !scalar.isNull else { throw decoder.error(element, "a rule is expected") }
      names.append(placed(scalar))
    }
    return names
  }

  private func placed(_ scalar: YAMLScalar) -> PlacedName {
    PlacedName(scalar.text, place: "\(decoder.file):\(scalar.position.line):\(scalar.position.column)")
  }

  private func entries(_ node: YAMLNode, _ what: String) throws(YAMLError) -> [YAMLMapping.Entry] {
    if let scalar = node.scalar, scalar.isNull { return [] }
    guard let mapping = node.mapping else { throw decoder.error(node, "\(what) are expected, not \(node.kindName)") }
    return mapping.entries
  }

  /// One of some words.
  private func choice<Value>(
    _ node: YAMLNode, _ names: [String], _ value: (String) -> Value?
  ) throws(YAMLError) -> Value {
    let text = try decoder.string(node)
    guard names.contains(text), let value = value(text) else {
      let hint = NearestName.hint(for: text, in: names)
      throw decoder.error(node, "'\(text)' is none of \(names.joined(separator: ", "))\(hint)")
    }
    return value
  }
}
