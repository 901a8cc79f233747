import InventoryModel
import YAML

extension YAMLNode {
  /// The value of a key, also one that a merge key `<<` brings in.
  subscript(key: String) -> YAMLNode? { mapping?.merged(key) }

  /// The text of a scalar that is not null, with `{}` for what a template fills in.
  var text: String? {
    guard let scalar, !scalar.isNull else { return nil }
    return scalar.text.holds(YAMLText.hole) ? scalar.text.replacing(YAMLText.hole, with: "{}") : scalar.text
  }

  var elements: [YAMLNode] { sequence?.elements ?? [] }

  var entries: [YAMLMapping.Entry] { mapping?.mergedEntries ?? [] }

  /// A text, or a list of texts, as the words of a command; a text alone is one shell line.
  var commandWords: [String] {
    if let sequence { return sequence.elements.compactMap(\.text) }
    return text.map { [$0] } ?? []
  }
}

extension YAMLMapping {
  fileprivate func merged(_ key: String) -> YAMLNode? { self[key] ?? mergedEntries.last { $0.key.text == key }?.value }

  /// The entries with those of `<<` first.
  fileprivate var mergedEntries: [Entry] {
    guard let base = self["<<"] else { return entries }
    let bases = base.sequence?.elements ?? [base]
    let own = Set(entries.map(\.key.text))
    let inherited = bases.flatMap { $0.mapping?.entries ?? [] }.filter { !own.contains($0.key.text) }
    return inherited + entries.filter { $0.key.text != "<<" }
  }
}

/// The documents of a YAML file, read as far as they can be.
struct YAMLText {
  private(set) var documents: [YAMLNode] = []
  /// Documents that libyaml refuses even without their template directives, by their first lines.
  private(set) var refused: [(lines: ArraySlice<Substring>, firstLine: Int, error: YAMLError)] = []

  init(_ file: ConfigurationText) {
    let lines = file.text.textLines
    var start = 0
    for index in 0...lines.count {
      guard index == lines.count || lines[index].hasPrefix("---") else { continue }
      let part = lines[start..<index]
      if part.contains(where: { !$0.allSatisfy(\.isWhitespace) }) { add(part, file: file.path) }
      start = index + 1
    }
  }

  private mutating func add(_ lines: ArraySlice<Substring>, file: String) {
    var limits = YAML.Limits()
    limits.nodes = 200_000
    limits.allowsRepeatedKeys = true
    let isTemplate = lines.contains { $0.holds("{{") }
    let texts = isTemplate ? [YAMLText.withoutDirectives(lines)] : [lines.joined(separator: "\n")]
    var failure: YAMLError?
    for text in texts {
      do throws(YAMLError) {
        documents += try YAML.documents(in: text, file: file, limits: limits, firstLine: lines.startIndex + 1)
        return
      } catch {
        failure = error
      }
    }
    if let failure { refused.append((lines, lines.startIndex + 1, failure)) }
  }

  /// The text with lines that are a directive alone left empty, and other directives as plain words.
  static func withoutDirectives(_ lines: ArraySlice<Substring>) -> String {
    var isInside = false
    return lines.map { line -> String in
      if isInside {
        isInside = !line.holds("}}")
        return ""
      }
      let trimmed = line.trimmed
      if trimmed.hasPrefix("{{") {
        isInside = !trimmed.holds("}}")
        if isInside || trimmed.hasSuffix("}}"), !trimmed.holds(": ") { return "" }
      }
      return line.holds("{{") ? replaced(line) : String(line)
    }.joined(separator: "\n")
  }

  private static func replaced(_ line: Substring) -> String {
    var result = ""
    var rest = line
    while let open = rest.firstRange(ofText: "{{") {
      result += rest[..<open.lowerBound]
      guard let close = rest[open.upperBound...].firstRange(ofText: "}}") else { return result }
      result += hole(rest[open.upperBound..<close.lowerBound])
      rest = rest[close.upperBound...]
    }
    return result + rest
  }

  /// What stands for a directive until a scalar is read; `{}` would be a mapping.
  static let hole = "__hole__"

  /// A literal default is what a template gives when nobody says more.
  private static func hole(_ directive: Substring) -> String {
    guard directive.holds("default") else { return YAMLText.hole }
    let words = SettingsText.words(directive.trimmed)
    if let index = words.firstIndex(of: "default"), index + 1 < words.count, !words[index + 1].hasPrefix("."),
      !words[index + 1].hasPrefix("(")
    {
      return words[index + 1]
    }
    return YAMLText.hole
  }
}
