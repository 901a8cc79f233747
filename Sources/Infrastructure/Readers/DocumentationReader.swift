import InventoryModel
import Knowledge

/// Reads Markdown: tables that speak of servers and clients, and fenced blocks of shell lines and settings.
struct DocumentationReader {
  private var collector: FactsCollector
  private var columns: [DocumentedValue.Kind?] = []
  private var isInTable = false

  static func facts(of file: ConfigurationText, _ vocabulary: InfrastructureVocabulary) -> InfrastructureFacts {
    // What this program wrote says nothing new.
    if file.text.hasPrefix("# Redis inventory") { return InfrastructureFacts() }
    var reader = DocumentationReader(collector: FactsCollector(file, vocabulary, source: .documentation))
    reader.read(file.text.numberedLines)
    return reader.collector.facts
  }

  private mutating func read(_ lines: [TextLine]) {
    var fence: (mark: String, start: Int, info: String)?
    for (index, line) in lines.enumerated() {
      let text = line.trimmed
      if let open = fence {
        if text.hasPrefix(open.mark) {
          block(lines[open.start..<index], info: open.info)
          fence = nil
        }
      } else if text.hasPrefix("```") || text.hasPrefix("~~~") {
        let mark = String(text.prefix { $0 == text.first })
        fence = (mark, index + 1, String(text.dropFirst(mark.count)).lowercased())
        isInTable = false
      } else {
        table(line)
      }
    }
  }

  private mutating func block(_ lines: ArraySlice<TextLine>, info: String) {
    guard let first = lines.first else { return }
    let language = info.prefix { $0.isLetter || $0.isNumber || $0 == "-" }
    if ["sh", "bash", "shell", "zsh", "console", "shell-session"].contains(language) {
      // A prompt is no part of the line.
      let text = lines.map { $0.text.trimmed.hasPrefix("$ ") ? "  " + $0.text.trimmed.dropFirst(2) : String($0.text) }
      collector.shell(text.joined(separator: "\n"), line: first.number)
    } else if ["", "conf", "ini", "redis", "config", "text", "properties"].contains(language) {
      settings(lines)
    }
  }

  /// Lines of settings, if all are: a block of prose may begin a line with `save`.
  private mutating func settings(_ lines: ArraySlice<TextLine>) {
    let written = lines.map(\.trimmed).filter { !$0.isEmpty && $0.first != "#" }
    let known = collector.vocabulary.settings.known
    guard !written.isEmpty, written.allSatisfy({ known.contains(String($0.prefix { !$0.isWhitespace }).lowercased()) }),
      let first = lines.first
    else { return }
    var settings = SettingsText(collector.vocabulary)
    for line in lines { settings.take(line: line.text, at: collector.file.place(line: line.number)) }
    var server = collector.server(nil, at: collector.file.place(line: first.number))
    collector.apply(settings, to: &server)
    collector.facts.servers.append(server)
  }

  private mutating func table(_ line: TextLine) {
    guard line.trimmed.hasPrefix("|") else {
      isInTable = false
      return
    }
    // Most tables are about other things, by their first row.
    if isInTable, columns.count != 2, columns.allSatisfy({ $0 == nil }) { return }
    let cells = DocumentationReader.cells(line)
    if !isInTable {
      isInTable = true
      columns = cells.map { DocumentationReader.kind($0.text) }
      return
    }
    let row = (cells.first?.text ?? "").filter { $0 != "`" && $0 != "*" }
    if cells.allSatisfy({ $0.text.allSatisfy { "-: ".contains($0) } }) { return }
    // A table of two columns can hold a property a row.
    if columns.allSatisfy({ $0 == nil }), cells.count == 2, let kind = DocumentationReader.kind(row) {
      return add(kind, cells[1], row: row, line: line)
    }
    guard columns.contains(where: { $0 != nil }) else { return }
    let isAboutServers = cells.contains { collector.vocabulary.product(namedIn: $0.text) != nil }
    for (kind, cell) in zip(columns, cells) {
      if let kind, isAboutServers { add(kind, cell, row: row, line: line) }
    }
  }

  private mutating func add(
    _ kind: DocumentedValue.Kind, _ cell: (text: String, column: Int), row: String, line: TextLine
  ) {
    let place = collector.file.place(line: line.number, column: cell.column)
    let values = cell.text.split { $0 == "," || $0 == ";" }.map { $0.trimmed.filter { $0 != "`" && $0 != "*" } }
    for value in values {
      guard isValue(value, of: kind) else { continue }
      collector.facts.documented.append(DocumentedValue(place: place, kind: kind, value: value, row: row))
    }
  }

  private func isValue(_ value: String, of kind: DocumentedValue.Kind) -> Bool {
    switch kind {
    case .port: Int(value).map { (1...65535).contains($0) } ?? false
    case .image: ImageReference(value).map { collector.vocabulary.product(of: $0) != nil } ?? false
    case .client:
      collector.vocabulary.packages.values.contains { packages in
        packages.contains { $0.value.kind == .client && ($0.key == value || $0.value.library == value) }
      }
    }
  }

  private static func kind(_ header: String) -> DocumentedValue.Kind? {
    switch header.filter({ $0 != "*" && $0 != "`" }).lowercased() {
    case "client", "client library", "library", "driver", "redis client", "valkey client": .client
    case "image", "docker image", "container image", "server image": .image
    case "port", "default port", "server port": .port
    default: nil
    }
  }

  private static func cells(_ line: TextLine) -> [(text: String, column: Int)] {
    var cells: [(text: String, column: Int)] = []
    for cell in line.text.split(separator: "|", omittingEmptySubsequences: false).dropFirst() {
      let text = cell.trimmed
      cells.append((String(text), line.column(of: text.startIndex)))
    }
    // What follows the last bar is no cell.
    if let last = cells.last?.text, last.isEmpty || last.hasPrefix("<!--") { cells.removeLast() }
    return cells
  }
}
