import InventoryModel
package import YAML

/// Reads the list under `plans:`, of a schema or a configuration.
package struct MigrationPlanReader {
  private let file: String

  package init(file: String) { self.file = file }

  private static let keys = ["key", "channel", "script", "lock", "from", "to", "dual", "owner", "until", "note"]

  package func plans(_ node: YAMLNode) throws(YAMLError) -> [MigrationPlan] {
    if node.scalar?.isNull == true { return [] }
    guard let list = node.sequence else { throw error(node.position, "a list of plans is expected") }
    var plans: [MigrationPlan] = []
    for element in list.elements { plans.append(try plan(element)) }
    return plans
  }

  private func plan(_ node: YAMLNode) throws(YAMLError) -> MigrationPlan {
    guard let mapping = node.mapping else {
      throw error(node.position, "a plan is expected, with what it is about, dual, owner and until")
    }
    for entry in mapping.entries where !MigrationPlanReader.keys.contains(entry.key.text) {
      let hint = NearestName.hint(for: entry.key.text, in: MigrationPlanReader.keys)
      throw error(entry.key.position, "unknown key '\(entry.key.text)' of a plan\(hint)")
    }
    var (from, to) = (try text("from", mapping), try text("to", mapping))
    var subject = MigrationPlan.Subject.key
    for candidate in MigrationPlan.Subject.allCases {
      guard let name = try text(candidate.rawValue, mapping) else { continue }
      subject = candidate
      (from, to) = (from ?? name, to ?? name)
    }
    guard from != nil || to != nil else {
      throw error(mapping.position, "what the plan is about is missing: key, channel, script or lock, or from and to")
    }
    guard let dual = mapping["dual"] else { throw missing("dual", mapping, "read, write, both or none") }
    guard let owner = try text("owner", mapping) else { throw missing("owner", mapping, "who sees to it") }
    guard let until = mapping["until"] else { throw missing("until", mapping, "its last day, as 2026-12-31") }
    guard let day = until.scalar.flatMap({ CalendarDate($0.text) }) else {
      throw error(until.position, "a day is expected, as 2026-12-31")
    }
    return MigrationPlan(subject: subject, from: from, to: to, dual: try self.dual(dual), owner: owner, until: day)
  }

  private func text(_ key: String, _ mapping: YAMLMapping) throws(YAMLError) -> String? {
    guard let node = mapping[key] else { return nil }
    guard let scalar = node.scalar, !scalar.text.isEmpty else { throw error(node.position, "a text is expected") }
    return scalar.text
  }

  /// `read`, `write`, `both`, `none`, a list, or several in one text: `read/write`.
  private func dual(_ node: YAMLNode) throws(YAMLError) -> Set<MigrationPlan.Dual> {
    var dual: Set<MigrationPlan.Dual> = []
    for element in node.sequence?.elements ?? [node] {
      let words = element.scalar?.text.split { "/,+ ".contains($0) }.map(String.init) ?? []
      guard !words.isEmpty else { throw error(element.position, "read, write, both or none is expected") }
      for word in words {
        switch word {
        case "both": dual.formUnion(MigrationPlan.Dual.allCases)
        case "none": break
        default:
          guard let one = MigrationPlan.Dual(rawValue: word) else {
            let hint = NearestName.hint(for: word, in: ["read", "write", "both", "none"])
            throw error(element.position, "'\(word)' is none of read, write, both, none\(hint)")
          }
          dual.insert(one)
        }
      }
    }
    return dual
  }

  private func missing(_ key: String, _ mapping: YAMLMapping, _ meaning: String) -> YAMLError {
    error(mapping.position, "'\(key)' is missing: \(meaning)")
  }

  private func error(_ position: YAMLPosition, _ message: String) -> YAMLError {
    YAMLError(file: file, position: position, message: message)
  }
}
