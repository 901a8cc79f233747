import InventoryModel
import YAML

/// Reads a page of `Rules/Catalog`; everything wrong with it is told at once.
struct RulePageReader {
  private let file: TableFile
  private let commands: CommandTable
  private var outline: PageOutline
  private var problems: [KnowledgeError.Problem] = []

  init(_ file: TableFile, commands: CommandTable) {
    self.file = file
    self.commands = commands
    outline = PageOutline(file.text)
  }

  /// The id that the page's file name gives it.
  private var name: String {
    String((file.path.parts(at: "/").last ?? "").dropLast(".md".count))
  }

  mutating func read() throws(KnowledgeError) -> RulePage {
    guard let frontMatter = outline.frontMatter else {
      throw problem("the page must begin with a front matter between two lines of ---", line: 1)
    }
    var matter = try FrontMatterReader(frontMatter, file: file, commands: commands)
    let facts = matter.read()
    problems += matter.reader.problems
    if let id = facts.id, id != name { note("'id' is \(id), the file is named \(name)", line: 2) }
    let sections = readSections()
    var examples = ExampleReader(lines: outline.lines)
    let read = RuleSection.Kind.allCases.flatMap { kind -> [RuleExample] in
      guard kind == .triggers || kind == .doesNotTrigger, let lines = outline.sections[kind.rawValue] else { return [] }
      let found = examples.read(lines, triggers: kind == .triggers)
      if found.isEmpty { note("'\(kind.rawValue)' has no example", line: lines.lowerBound + 1) }
      return found
    }
    for (message, line) in examples.problems { note(message, line: line) }
    guard problems.isEmpty, let selection = facts.selection, let severity = facts.severity else {
      throw KnowledgeError(problems)
    }
    let rule = Rule(
      id: name, title: outline.title ?? "", severity: severity, migration: facts.migration, since: facts.since ?? "",
      sections: sections, examples: read)
    return RulePage(rule: rule, selection: selection)
  }

  private mutating func readSections() -> [RuleSection] {
    if outline.title == nil { note("a title is expected after the front matter: # Title", line: outline.bodyLine) }
    let kinds = RuleSection.Kind.allCases
    for (heading, line) in outline.headings where !kinds.contains(where: { $0.rawValue == heading }) {
      note("unknown section '\(heading)'\(NearestName.hint(for: heading, in: kinds.map(\.rawValue)))", line: line)
    }
    let order = outline.headings.compactMap { heading in kinds.firstIndex { $0.rawValue == heading.name } }
    if order != order.sorted() || Set(order).count != order.count {
      note("the sections are, in this order: \(kinds.map(\.rawValue).joined(separator: ", "))", line: outline.bodyLine)
    }
    return kinds.compactMap { kind in
      guard let lines = outline.sections[kind.rawValue] else {
        note("the section '## \(kind.rawValue)' is missing", line: outline.bodyLine)
        return nil
      }
      let text = outline.text(of: lines)
      if text.isEmpty { note("the section '\(kind.rawValue)' is empty", line: lines.lowerBound) }
      return RuleSection(kind: kind, text: text)
    }
  }

  private func problem(_ message: String, line: Int) -> KnowledgeError {
    KnowledgeError([KnowledgeError.Problem(file: file.name, line: line, column: 1, keyPath: "", message: message)])
  }

  private mutating func note(_ message: String, line: Int) { problems += problem(message, line: line).problems }
}
