import InventoryModel
import YAML

/// Takes values out of a table's nodes and notes everything that is not as expected, so that all mistakes of a table
/// are told at once.
struct TableReader {
  let file: String
  let root: YAMLNode
  private(set) var problems: [KnowledgeError.Problem] = []

  init(_ table: TableFile) throws(KnowledgeError) {
    file = table.name
    do throws(YAMLError) {
      root = try table.document()
    } catch {
      throw KnowledgeError([
        KnowledgeError.Problem(
          file: file, line: error.position.line, column: error.position.column, keyPath: "", message: error.message)
      ])
    }
  }

  mutating func note(_ message: String, at position: YAMLPosition) {
    problems.append(
      KnowledgeError.Problem(
        file: file, line: position.line, column: position.column, keyPath: root.keyPath(to: position),
        message: message))
  }

  /// Notes a name that is none of the known ones.
  mutating func unknown(_ what: String, _ name: YAMLScalar, known: some Sequence<String>) {
    note("unknown \(what) '\(name.text)'\(NearestName.hint(for: name.text, in: known))", at: name.position)
  }

  /// The entries of a mapping; nothing for a value that was left out.
  mutating func entries(of node: YAMLNode) -> [YAMLMapping.Entry] {
    if let mapping = node.mapping { return mapping.entries }
    if node.scalar?.isNull != true { note("a mapping is expected, not \(node.kindName)", at: node.position) }
    return []
  }

  /// The entries of a mapping whose keys are all known; others are noted and left out.
  mutating func fields(of node: YAMLNode, known: [String]) -> [YAMLMapping.Entry] {
    let entries = entries(of: node)
    guard entries.contains(where: { !known.contains($0.key.text) }) else { return entries }
    return entries.filter { entry in
      if known.contains(entry.key.text) { return true }
      unknown("key", entry.key, known: known)
      return false
    }
  }

  mutating func scalar(_ node: YAMLNode) -> YAMLScalar? {
    if let scalar = node.scalar, !scalar.text.isEmpty { return scalar }
    note("a name is expected, not \(node.scalar == nil ? node.kindName : "nothing")", at: node.position)
    return nil
  }

  mutating func text(_ node: YAMLNode) -> String? { scalar(node)?.text }

  /// A text, or a list of texts.
  mutating func scalars(_ node: YAMLNode) -> [YAMLScalar] {
    guard let sequence = node.sequence else { return scalar(node).map { [$0] } ?? [] }
    return sequence.elements.compactMap { scalar($0) }
  }

  mutating func texts(_ node: YAMLNode) -> [String] { scalars(node).map(\.text) }

  mutating func bool(_ node: YAMLNode) -> Bool? {
    if let bool = node.scalar?.bool { return bool }
    note("true or false is expected", at: node.position)
    return nil
  }

  mutating func count(_ node: YAMLNode) -> Int? {
    if let int = node.scalar?.int, int >= 0 { return int }
    note("a number from 0 on is expected", at: node.position)
    return nil
  }

  /// One of the names of an enumeration.
  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(_ node: YAMLNode) -> Choice? {
    guard let scalar = scalar(node) else { return nil }
    if let choice = Choice(rawValue: scalar.text) { return choice }
    note(
      "'\(scalar.text)' is none of \(Choice.allCases.map(\.rawValue).joined(separator: ", "))", at: scalar.position)
    return nil
  }
}

extension TableReader {
  /// The name of a command; one that no table has is noted.
  mutating func command(_ name: YAMLScalar, in commands: CommandTable) -> String {
    if !commands.contains(name.text) { unknown("command", name, known: commands.commands.map(\.name)) }
    return name.text
  }
}

extension YAMLScalar {
  /// The names of a key that stands for several: `hSet|hset`.
  var alternatives: [String] {
    text.utf8.contains(UInt8(ascii: "|")) ? text.parts(at: "|") : [text]
  }
}
