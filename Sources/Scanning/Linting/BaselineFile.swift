import FileSystem
package import InventoryModel
import YAML

/// Reads and writes a baseline.
package enum BaselineFile {
  /// Reads the entries of a file.
  package static func read(_ path: String) throws(ConfigurationError) -> [BaselineEntry] {
    let bytes: [UInt8]
    do throws(ReadFailure) {
      bytes = try Folder.contents(ofNamed: path, limit: 64 << 20)
    } catch {
      throw .unreadable(path: path)
    }
    return try entries(String(decoding: bytes, as: UTF8.self), path: path)
  }

  /// The entries in a text.
  package static func entries(_ text: String, path: String) throws(ConfigurationError) -> [BaselineEntry] {
    do throws(YAMLError) {
      return try BaselineReader(file: path).entries(try YAML.parse(text, file: path))
    } catch {
      throw .invalid(error)
    }
  }

  /// Entries as a file holds them: sorted, an entry a paragraph, so that they merge and can be read in review.
  package static func text(_ entries: [BaselineEntry]) -> String {
    var text = "# Accepted findings of redis-inventory check. 'redis-inventory baseline prune' removes what is fixed.\n"
    text += entries.isEmpty ? "findings: []\n" : "findings:\n"
    for entry in Set(entries).sorted() {
      text += "  - rule: \(entry.rule)\n    path: \(YAMLQuoting.quoted(entry.path))\n"
      if let function = entry.function { text += "    in: \(YAMLQuoting.quoted(function))\n" }
      text += "    found: \(YAMLQuoting.quoted(entry.subject))\n"
      if entry.occurrence > 1 { text += "    number: \(entry.occurrence)\n" }
    }
    return text
  }
}

/// Makes entries of the nodes of a baseline.
private struct BaselineReader {
  let file: String

  func entries(_ node: YAMLNode) throws(YAMLError) -> [BaselineEntry] {
    if let scalar = node.scalar, scalar.isNull { return [] }
    guard let mapping = node.mapping, let list = mapping["findings"]?.sequence else {
      throw error(node, "'findings' with a list is expected")
    }
    for entry in mapping.entries where entry.key.text != "findings" {
      throw error(.scalar(entry.key), "unknown key '\(entry.key.text)'")
    }
    var entries: [BaselineEntry] = []
    for element in list.elements { entries.append(try entry(element)) }
    return entries
  }

  private func entry(_ node: YAMLNode) throws(YAMLError) -> BaselineEntry {
    let keys = ["rule", "path", "in", "found", "number"]
    guard let mapping = node.mapping else { throw error(node, "a finding is expected, not \(node.kindName)") }
    for entry in mapping.entries where !keys.contains(entry.key.text) {
      throw error(
        .scalar(entry.key), "unknown key '\(entry.key.text)'\(NearestName.hint(for: entry.key.text, in: keys))")
    }
    let number = mapping["number"]
    guard let rule = mapping["rule"]?.scalar?.text, let path = mapping["path"]?.scalar?.text,
      let found = mapping["found"]?.scalar?.text
    else { throw error(node, "'rule', 'path' and 'found' are needed") }
    let occurrence = number.map { $0.scalar?.int ?? 0 } ?? 1
    guard occurrence > 0 else { throw error(number ?? node, "a number above 0 is expected") }
    return BaselineEntry(
      rule: rule, path: path, function: mapping["in"]?.scalar?.text, subject: found, occurrence: occurrence)
  }

  private func error(_ node: YAMLNode, _ message: String) -> YAMLError {
    YAMLError(file: file, position: node.position, message: message)
  }
}
