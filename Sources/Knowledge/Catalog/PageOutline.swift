/// The parts of a Markdown page: front matter, title, sections. Headings inside fences are none.
struct PageOutline {
  /// All lines of the page; line numbers below count from 1.
  let lines: [String]
  /// The text between the lines of `---`, with as many lines before it as in the page.
  private(set) var frontMatter: String?
  private(set) var title: String?
  /// The first line after the front matter.
  private(set) var bodyLine = 1
  /// Headings of the second level, as often as they occur.
  private(set) var headings: [(name: String, line: Int)] = []
  /// The lines below each heading, by its name.
  private(set) var sections: [String: Range<Int>] = [:]

  init(_ text: String) {
    lines = text.parts(at: "\n", keepingEmpty: true)
    if lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") {
      frontMatter = "\n" + lines[1..<end].joined(separator: "\n")
      bodyLine = end + 2
    }
    readBody()
  }

  private mutating func readBody() {
    var fence: String?
    for number in bodyLine..<(lines.count + 1) {
      let line = lines[number - 1]
      if let open = fence {
        if line.hasPrefix(open) { fence = nil }
      } else if line.hasPrefix("```") {
        fence = String(line.prefix { $0 == "`" })
      } else if line.hasPrefix("# "), title == nil {
        title = String(line.dropFirst(2))
      } else if line.hasPrefix("## ") {
        headings.append((String(line.dropFirst(3)), number))
      }
    }
    for (index, heading) in headings.enumerated() {
      let end = index + 1 < headings.count ? headings[index + 1].line : lines.count + 1
      sections[heading.name] = (heading.line + 1)..<end
    }
  }

  /// The text of some lines without blank ones at both ends.
  func text(of range: Range<Int>) -> String {
    let isBlank = { (line: String) in line.allSatisfy(\.isWhitespace) }
    var part = lines[(range.lowerBound - 1)..<(range.upperBound - 1)].drop(while: isBlank)
    while let last = part.last, isBlank(last) { part.removeLast() }
    return part.joined(separator: "\n")
  }
}
