import InventoryModel

/// Text of scanned files as HTML may hold it.
enum HTMLText {
  static func plain(_ text: String) -> String { MarkupText.escaped(text) }

  static func code(_ text: String) -> String { "<code>\(plain(text))</code>" }

  static func rich(_ text: RichText) -> String {
    text.spans.map { span in
      switch span {
      case .plain(let text): plain(text)
      case .code(let text): code(text)
      }
    }.joined()
  }

  static func list(_ items: [String]) -> String { "<ul>" + items.map { "<li>\($0)</li>" }.joined() + "</ul>" }

  static func anchor(_ anchor: Anchor) -> String {
    let lines = anchor.lines.isEmpty ? "" : ":" + anchor.lines.map(String.init).joined(separator: ", ")
    return "<code>\(plain(anchor.path))</code>\(lines)" + (anchor.symbol.map { " " + code($0) } ?? "")
  }

  static func table(_ head: [String], _ rows: [String], id: String = "") -> String {
    let cells = head.map { "<th>\(plain($0))</th>" }.joined()
    let name = id.isEmpty ? "" : " id=\"\(id)\""
    return "<div class=\"wide\"><table\(name)><thead><tr>\(cells)</tr></thead><tbody>\n"
      + rows.joined(separator: "\n") + "\n</tbody></table></div>"
  }

  static func row(_ cells: [String], attributes: String = "") -> String {
    "<tr\(attributes)>" + cells.map { "<td>\($0)</td>" }.joined() + "</tr>"
  }
}
