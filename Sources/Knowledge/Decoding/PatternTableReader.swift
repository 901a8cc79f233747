import InventoryModel
import YAML

/// Reads one table of `Rules/Patterns`.
struct PatternTableReader {
  var selectors: SelectorReader

  /// - Parameter id: the file's name without its ending.
  init(_ table: TableFile, commands: CommandTable) throws(KnowledgeError) {
    selectors = SelectorReader(reader: try TableReader(table), commands: commands)
  }

  private static let keys = [
    "title", "rank", "explanation", "scope", "name", "phrase", "kind", "forms", "takes", "concerns", "anchors",
  ]

  mutating func read(id: String) throws(KnowledgeError) -> PatternDefinition {
    var pattern = PatternDefinition(id: id, title: "", explanation: "", rank: -1)
    let root = selectors.reader.root
    for field in selectors.reader.fields(of: root, known: Self.keys) {
      switch field.key.text {
      case "title": pattern.title = selectors.reader.text(field.value) ?? ""
      case "rank": pattern.rank = selectors.reader.count(field.value) ?? -1
      case "explanation": pattern.explanation = selectors.reader.text(field.value) ?? ""
      case "scope": pattern.scope = selectors.reader.choice(field.value) ?? .key
      case "name": pattern.naming = selectors.reader.choice(field.value) ?? .owner
      case "phrase": pattern.phrase = phrase(field.value)
      case "kind": read(kind: field.value, into: &pattern)
      case "forms": pattern.forms = selectors.reader.elements(of: field.value).map { form($0) }
      case "takes": pattern.takes = selectors.list(field.value)
      case "anchors": pattern.anchoringWords = selectors.reader.texts(field.value)
      case "concerns": pattern.concerns = concerns(field.value)
      default: break
      }
    }
    if pattern.title.isEmpty { selectors.reader.note("'title' is missing", at: root.position) }
    if pattern.explanation.isEmpty { selectors.reader.note("'explanation' is missing", at: root.position) }
    if pattern.rank < 0 { selectors.reader.note("'rank' is missing", at: root.position) }
    if pattern.forms.isEmpty { selectors.reader.note("'forms' is missing", at: root.position) }
    guard selectors.reader.problems.isEmpty else { throw KnowledgeError(selectors.reader.problems) }
    return pattern
  }

  private mutating func phrase(_ node: YAMLNode) -> String? {
    guard let text = selectors.reader.text(node) else { return nil }
    if SentenceTemplate(text).slots != ["module"] {
      selectors.reader.note("a phrase holds '{module}' once, and no other slot", at: node.position)
    }
    return text
  }

  private enum Kind: String, CaseIterable { case pattern, rest, structure, trait }

  private mutating func read(kind node: YAMLNode, into pattern: inout PatternDefinition) {
    let kind: Kind? = selectors.reader.choice(node)
    pattern.isRest = kind == .rest
    pattern.isStructure = kind == .structure
    pattern.isTrait = kind == .trait
  }

  private mutating func form(_ node: YAMLNode) -> PatternDefinition.Form {
    var form = PatternDefinition.Form()
    for field in selectors.reader.fields(of: node, known: ["needs", "lacks", "words", "relation"]) {
      switch field.key.text {
      case "needs": form.needs = selectors.list(field.value)
      case "lacks": form.lacks = selectors.list(field.value)
      case "words": form.words = selectors.reader.texts(field.value)
      default: form.relation = selectors.reader.choice(field.value)
      }
    }
    if form == PatternDefinition.Form() {
      selectors.reader.note("a form without 'needs', 'words' or 'relation' takes everything", at: node.position)
    }
    return form
  }

  /// Names of observations, each by itself or with a sentence of the pattern's own.
  private mutating func concerns(_ node: YAMLNode) -> [PatternDefinition.Concern] {
    selectors.reader.elements(of: node).compactMap { element in
      guard element.scalar == nil else {
        let kind: ObservationKind? = selectors.reader.choice(element)
        return kind.map { PatternDefinition.Concern(observation: $0) }
      }
      guard let entry = selectors.reader.entries(of: element).first,
        let (kind, sentence) = selectors.reader.sentence(entry)
      else { return nil }
      return PatternDefinition.Concern(observation: kind, sentence: sentence)
    }
  }
}

extension TableReader {
  /// The elements of a list; a value by itself is a list of one.
  mutating func elements(of node: YAMLNode) -> [YAMLNode] {
    if let sequence = node.sequence { return sequence.elements }
    return node.scalar?.isNull == true ? [] : [node]
  }

  /// An observation and its sentence, whose slots are those of the observation.
  mutating func sentence(_ entry: YAMLMapping.Entry) -> (ObservationKind, String)? {
    guard let kind = ObservationKind(rawValue: entry.key.text) else {
      unknown("observation", entry.key, known: ObservationKind.allCases.map(\.rawValue))
      return nil
    }
    guard let sentence = text(entry.value) else { return nil }
    for slot in SentenceTemplate(sentence).slots where !kind.slots.contains(slot) {
      note(
        "unknown slot '{\(slot)}': \(kind.rawValue) fills \(kind.slots.sorted().joined(separator: ", "))",
        at: entry.value.position)
    }
    return (kind, sentence)
  }
}
