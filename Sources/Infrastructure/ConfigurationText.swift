package import InventoryModel
package import Knowledge
import YAML

/// A file around the code, as it is read.
package struct ConfigurationText: Sendable {
  /// Relative to the scanned root.
  package let path: String
  package let text: String
  package let kind: InfrastructureFileKind
  package let context: FileContext
  /// Whether the version control system has it; true where there is none.
  package let isTracked: Bool

  package init(path: String, text: String, kind: InfrastructureFileKind, context: FileContext, isTracked: Bool) {
    self.path = path
    self.text = text
    self.kind = kind
    self.context = context
    self.isTracked = isTracked
  }

  /// The folder that it is in, with a slash; empty at the root.
  var folder: String { path.lastIndex(of: "/").map { String(path[...$0]) } ?? "" }

  var name: String { path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path }

  func place(_ position: YAMLPosition) -> SourcePlace {
    SourcePlace(path: path, line: position.line, column: position.column)
  }

  /// The line on which the text of a scalar begins: of a block, the one after its sign.
  func firstLine(of scalar: YAMLNode) -> Int {
    scalar.position.line + (scalar.scalar?.style == .block ? 1 : 0)
  }

  func place(line: Int, column: Int = 1) -> SourcePlace { SourcePlace(path: path, line: line, column: column) }

  /// A path that the file names relative to itself, relative to the root; nil where it leads out of the tree.
  func resolved(_ relative: String) -> String? {
    guard !relative.hasPrefix("/"), !relative.hasPrefix("~"), !relative.contains("{}") else { return nil }
    var parts: [Substring] = folder.split(separator: "/")
    for part in relative.split(separator: "/") where part != "." {
      if part != ".." { parts.append(part) } else if parts.popLast() == nil { return nil }
    }
    return parts.isEmpty ? nil : parts.joined(separator: "/")
  }
}

/// A line of a text and its number, from 1.
struct TextLine {
  let number: Int
  let text: Substring

  /// The line without white space around it.
  var trimmed: Substring { text.trimmed }

  /// The column of an index in the line, from 1, in code points.
  func column(of index: Substring.Index) -> Int {
    text.unicodeScalars.distance(from: text.startIndex, to: index) + 1
  }

  /// The column of the first character that is no white space.
  var firstColumn: Int { column(of: text.firstIndex { !$0.isWhitespace } ?? text.startIndex) }
}

extension StringProtocol where SubSequence == Substring {
  /// The text without white space around it.
  var trimmed: Substring {
    let text = self[...]
    let bytes = text.utf8
    guard let start = bytes.firstIndex(where: { !isBlank($0) }), let end = bytes.lastIndex(where: { !isBlank($0) })
    else { return text[text.endIndex...] }
    if bytes[start] < 0x80, bytes[end] < 0x80 { return text[start..<bytes.index(after: end)] }
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
    else { return self[endIndex...] }
    return self[first...last]
  }

  /// Whether a byte is white space of ASCII.
  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// The lines with their numbers, from 1.
  var numberedLines: [TextLine] {
    self[...].textLines.enumerated().map { TextLine(number: $0.offset + 1, text: $0.element) }
  }

  /// The text without one pair of quotes around it.
  var unquoted: String {
    let quotes = "\"'".utf8
    guard let byte = utf8.first, quotes.contains(byte), count > 1, let first, first == last else { return String(self) }
    return String(dropFirst().dropLast())
  }
}
