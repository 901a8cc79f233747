import InventoryModel
import YAML

/// Reads what stands under `attest:` in a configuration.
struct AttestationReader {
  let file: String

  private static let keys = ["evidence", "by", "date", "expires"]

  func attestations(_ node: YAMLNode) throws(YAMLError) -> [Criterion.ID: Attestation] {
    if node.scalar?.isNull == true { return [:] }
    let names = Criterion.ID.allCases.map(\.rawValue)
    guard let mapping = node.mapping else {
      throw error(node.position, "criteria of the gate are expected: \(names.joined(separator: ", "))")
    }
    var attestations: [Criterion.ID: Attestation] = [:]
    for entry in mapping.entries {
      guard let id = Criterion.ID(rawValue: entry.key.text) else {
        let hint = NearestName.hint(for: entry.key.text, in: names)
        throw error(entry.key.position, "unknown criterion '\(entry.key.text)'\(hint)")
      }
      attestations[id] = try attestation(entry.value)
    }
    return attestations
  }

  private func attestation(_ node: YAMLNode) throws(YAMLError) -> Attestation {
    guard let mapping = node.mapping else {
      throw error(node.position, "an attestation is expected: \(AttestationReader.keys.joined(separator: ", "))")
    }
    for entry in mapping.entries where !AttestationReader.keys.contains(entry.key.text) {
      let hint = NearestName.hint(for: entry.key.text, in: AttestationReader.keys)
      throw error(entry.key.position, "unknown key '\(entry.key.text)' of an attestation\(hint)")
    }
    let date = try day("date", mapping)
    let expires = try day("expires", mapping)
    if expires < date, let node = mapping["expires"] {
      throw error(node.position, "it expires before its date, \(date)")
    }
    return Attestation(
      evidence: try text("evidence", mapping), by: try text("by", mapping), date: date, expires: expires)
  }

  private func text(_ key: String, _ mapping: YAMLMapping) throws(YAMLError) -> String {
    guard let node = mapping[key] else { throw error(mapping.position, "'\(key)' is missing") }
    guard let scalar = node.scalar, !scalar.isNull else { throw error(node.position, "a text is expected") }
    return scalar.text
  }

  private func day(_ key: String, _ mapping: YAMLMapping) throws(YAMLError) -> CalendarDate {
    let text = try text(key, mapping)
    guard let day = CalendarDate(text) else {
      throw error(mapping[key]?.position ?? mapping.position, "a day is expected, as 2026-12-31")
    }
    return day
  }

  private func error(_ position: YAMLPosition, _ message: String) -> YAMLError {
    YAMLError(file: file, position: position, message: message)
  }
}
