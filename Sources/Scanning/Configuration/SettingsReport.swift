import FileSystem
import InventoryModel
import Knowledge
import YAML

/// Which settings are in force for some paths, and where each was said.
package struct SettingsReport: Sendable {
  /// A setting.
  package struct Row: Sendable, Hashable {
    /// With the keys that lead to it: `check.failOn`.
    package let key: String
    /// As YAML writes it.
    package let value: String
    /// `redis-inventory.yml:3:5`, or `default`.
    package let origin: String
  }

  /// The configuration file and those that it extends; empty without one.
  package let files: [String]
  /// By key, in the order of the keys' documentation; several where what files say adds up.
  package let rows: [Row]
  /// Each rule with its severity, or `off`.
  package let rules: [Row]

  /// Settings and what holds when nobody says them.
  private static let defaults: [(key: String, value: String)] = [
    ("include", "[]"), ("exclude", "[]"), ("rules", "none"), ("exhaustive", "false"), ("threads", "one a core"),
    ("check.select", "all rules"), ("check.ignore", "[]"), ("check.failOn", "warning"),
    ("check.minConfidence", "none (inferred findings are shown and do not fail)"), ("check.contexts", "[production]"),
    ("check.reasons", "required"), ("check.baseline", Baseline.fileName + ", if there is one"),
    ("check.staleBaseline", "tell"),
    ("check.licences", "those of \(InfrastructureVocabulary.licenceTable)"),
  ]

  /// Settings to which each file adds.
  private static let additive: Set = ["include", "exclude", "contexts", "plans", "check.ignore", "check.overrides"]

  package init(file: ConfigurationFile?, root: String) throws {
    let chain = file?.chain ?? []
    files = chain.map(\.path)
    var found: [Row] = []
    for file in chain {
      let known = Set(found.map(\.key))
      found += SettingsReport.rows(of: file.content, in: file.path, prefix: "").filter { row in
        let isAdded = SettingsReport.additive.contains { row.key == $0 || row.key.hasPrefix($0 + ".") }
        return isAdded || !known.contains(row.key)
      }
    }
    let said = Set(found.map(\.key))
    let defaults = SettingsReport.defaults.filter { !said.contains($0.key) }
    rows = (found + defaults.map { Row(key: $0.key, value: $0.value, origin: "default") })
    rules = try SettingsReport.rules(chain, found, root: root)
  }

  private static func rules(_ chain: [ConfigurationFile], _ found: [Row], root: String) throws -> [Row] {
    let folder = try chain.first.map { file in
      try Configuration(commandLine: Options(), file: file, root: root, conventions: FileClassifier()).rules
    }
    let rules = try RuleList.load(rules: folder ?? nil)
    let settings = try LintSettings(
      commandLine: LintOptions(), file: chain.first, root: root, rules: rules.map(\.id))
    return rules.map { rule in
      let isOn = settings.looksFor(rule.id)
      let severity = (settings.severities[rule.id] ?? rule.severity).rawValue
      let origin =
        found.first { $0.key == "check.severity.\(rule.id)" }?.origin
        ?? (isOn
          ? "default" : found.first { $0.key == "check.ignore" || $0.key == "check.select" }?.origin ?? "default")
      return Row(key: rule.id, value: isOn ? severity : "off", origin: origin)
    }
  }

  /// What a file says, a row for each setting that is no mapping.
  private static func rows(of node: YAMLNode, in path: String, prefix: String) -> [Row] {
    (node.mapping?.entries ?? []).flatMap { entry -> [Row] in
      let key = prefix + entry.key.text
      if entry.value.mapping != nil { return rows(of: entry.value, in: path, prefix: key + ".") }
      let origin = "\(path):\(entry.key.position.line):\(entry.key.position.column)"
      return [Row(key: key, value: flow(entry.value), origin: origin)]
    }
  }

  private static func flow(_ node: YAMLNode) -> String {
    switch node {
    case .scalar(let scalar): scalar.style == .plain ? scalar.text : "\"\(scalar.text)\""
    case .sequence(let sequence): "[\(sequence.elements.map(flow).joined(separator: ", "))]"
    case .mapping(let mapping):
      "{\(mapping.entries.map { "\($0.key.text): \(flow($0.value))" }.joined(separator: ", "))}"
    }
  }
}
