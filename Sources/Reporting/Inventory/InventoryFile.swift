/// A file that holds the inventory: by itself, or between two marks with somebody's own text around it.
package struct InventoryFile {
  package static let begin = "<!-- redis-inventory: begin -->"
  package static let end = "<!-- redis-inventory: end -->"

  private let lines: [String]
  /// Where the inventory stands.
  private let range: Range<Int>
  private let usesCarriageReturns: Bool

  /// Finds the inventory in a text; in an empty one, it is all.
  package init(_ text: String) throws(InventoryFileError) {
    usesCarriageReturns = text.contains("\r\n")
    let lines = InventoryFile.lines(of: text)
    self.lines = lines
    let begins = lines.indices.filter { lines[$0].contains(InventoryFile.begin) }
    let ends = lines.indices.filter { lines[$0].contains(InventoryFile.end) }
    switch (begins.count, ends.count) {
    case (0, 0):
      guard lines.isEmpty || lines[0] == InventoryFile.title else { throw .withoutMarks }
      range = lines.indices
    case (1, 1) where begins[0] < ends[0]: range = (begins[0] + 1)..<ends[0]
    default: throw .marksDoNotPair(line: (begins + ends).sorted()[0] + 1)
    }
  }

  /// The first line of a document.
  static let title = "# Redis inventory"

  /// The text with another inventory in place of the one it holds.
  package func text(with document: String) -> String {
    let text = (lines[..<range.lowerBound] + InventoryFile.lines(of: document) + lines[range.upperBound...])
      .map { $0 + "\n" }.joined()
    return usesCarriageReturns ? text.replacing("\n", with: "\r\n") : text
  }

  /// The lines in which a document differs from the one that the text holds, line numbers of anchors aside: `-` and what
  /// stands there, `+` and what should.
  package func differences(from document: String) -> [String] {
    let found = lines[range].map(MarkdownAnchor.withoutLines)
    let wanted = InventoryFile.lines(of: document).map(MarkdownAnchor.withoutLines)
    let changes =
      InventoryFile.surplus(of: found, over: wanted).map { (offset: $0, isAdded: false, text: found[$0]) }
      + InventoryFile.surplus(of: wanted, over: found).map { (offset: $0, isAdded: true, text: wanted[$0]) }
    guard !changes.isEmpty else { return found == wanted ? [] : ["the same lines stand in another order"] }
    return changes.sorted { ($0.offset, $0.isAdded ? 1 : 0) < ($1.offset, $1.isAdded ? 1 : 0) }.map {
      ($0.isAdded ? "+ " : "- ") + $0.text
    }
  }

  /// Positions of the lines that a text has more often than another.
  private static func surplus(of lines: [String], over others: [String]) -> [Int] {
    var counts: [String: Int] = [:]
    for line in others { counts[line, default: 0] += 1 }
    return lines.indices.filter { index in
      counts[lines[index], default: 0] -= 1
      return (counts[lines[index]] ?? 0) < 0
    }
  }

  private static func lines(of text: String) -> [String] {
    var lines = text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map(String.init)
  }
}

/// Why a file cannot take the inventory.
package enum InventoryFileError: Error, Hashable, CustomStringConvertible {
  /// It holds something else, and no marks that say where the inventory belongs.
  case withoutMarks
  case marksDoNotPair(line: Int)

  package var description: String {
    switch self {
    case .withoutMarks:
      "holds text that is no inventory: put the lines \(InventoryFile.begin) and \(InventoryFile.end) where it belongs"
    case .marksDoNotPair(let line):
      "line \(line): one \(InventoryFile.begin) and one \(InventoryFile.end) after it are expected"
    }
  }
}

extension MarkdownAnchor {
  /// A line of the document without the line numbers of its anchors.
  static func withoutLines(_ line: String) -> String {
    guard line.contains("` L") else { return line }
    let parts = line.split(separator: "` L", omittingEmptySubsequences: false)
    return parts.enumerated().map { index, part in
      if index == 0 { return String(part) }
      guard part.first?.isNumber == true else { return " L" + part }
      var rest = part.drop { $0.isNumber }
      while rest.hasPrefix(", L") { rest = rest.dropFirst(3).drop { $0.isNumber } }
      return String(rest)
    }.joined(separator: "`")
  }
}
