import InventoryModel

/// A table of the document, for whichever format.
struct DocumentTable {
  let title: String
  let head: [String]
  let rows: [[Cell]]

  /// What a cell holds, line by line.
  struct Cell: ExpressibleByArrayLiteral {
    var lines: [[Part]]

    init(lines: [[Part]]) { self.lines = lines }
    init(arrayLiteral parts: Part...) { lines = parts.isEmpty ? [] : [parts] }

    /// Names as code, each on a line of its own.
    static func codes(_ names: [String]) -> Cell { Cell(lines: names.map { [.code($0)] }) }
    /// Names as code on one line.
    static func row(_ names: [String]) -> Cell {
      Cell(lines: [Array(names.map { [Part.code($0)] }.joined(separator: [.plain(" ")]))])
    }
    static func plain(_ text: String) -> Cell { text.isEmpty ? [] : [.plain(text)] }
    static func anchors(_ anchors: [Anchor]) -> Cell { Cell(lines: anchors.map { [.anchor($0)] }) }

    /// The functions of anchors, without lines, each once.
    static func functions(_ anchors: [Anchor]) -> Cell {
      var seen: Set<String> = []
      return codes(anchors.map { $0.symbol ?? $0.path }.filter { seen.insert($0).inserted })
    }

    static func + (left: Cell, right: Cell) -> Cell { Cell(lines: left.lines + right.lines) }

    /// The cell with a remark after its last line.
    func with(_ remark: String) -> Cell {
      guard !remark.isEmpty else { return self }
      var cell = self
      cell.lines[max(cell.lines.count - 1, 0)...] = [(lines.last ?? []) + [.plain(remark)]]
      return cell
    }
  }

  /// A stretch of a line.
  enum Part {
    case plain(String)
    case code(String)
    case anchor(Anchor)
    /// To the section of a pattern, by its name and id.
    case pattern(String, id: String)
  }
}

extension MarkdownTable {
  /// A heading and the table; nothing where it has no rows.
  static func section(_ table: DocumentTable) -> [String] {
    guard !table.rows.isEmpty else { return [] }
    let rows = table.rows.map { row in
      row.map { cell in cell.lines.map { $0.map(text).joined() }.joined(separator: "<br>") }
    }
    return ["", "## \(table.title)", ""] + lines(table.head, rows)
  }

  private static func text(_ part: DocumentTable.Part) -> String {
    switch part {
    case .plain(let text): MarkdownText.plain(text)
    case .code(let text): MarkdownText.code(text)
    case .anchor(let anchor): MarkdownAnchor.text(anchor)
    case .pattern(let name, _): MarkdownText.link(name)
    }
  }
}

extension HTMLText {
  /// A heading and the table; empty where it has no rows.
  static func section(_ table: DocumentTable) -> String {
    guard !table.rows.isEmpty else { return "" }
    let rows = table.rows.map { row in
      HTMLText.row(
        row.map { cell in cell.lines.map { $0.map(text).joined() }.joined(separator: "<br>") },
        attributes: " class=\"entry\"")
    }
    return "<h2>\(plain(table.title))</h2>\n" + HTMLText.table(table.head, rows)
  }

  private static func text(_ part: DocumentTable.Part) -> String {
    switch part {
    case .plain(let text): plain(text)
    case .code(let text): code(text)
    case .anchor(let anchor): HTMLText.anchor(anchor)
    case .pattern(let name, let id): "<a href=\"#\(plain(id))\">\(plain(name))</a>"
    }
  }
}
