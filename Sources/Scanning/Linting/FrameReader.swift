import Infrastructure
import InventoryModel
import Knowledge

/// Reads again what stands where findings are.
struct FrameReader {
  private var reader: SourceReader
  private var path: String?
  private var lines: [Substring] = []

  /// How many lines are shown before and after that of a finding.
  private static let around = 1
  /// Longer lines are not for people.
  private static let longestLine = 400

  private let redactor: LineRedactor

  init(reader: SourceReader, redactor: LineRedactor) {
    self.reader = reader
    self.redactor = redactor
  }

  /// Adds the frame to a finding, and the length of its token where nobody told it.
  mutating func complete(_ reported: inout ReportedFinding) {
    read(reported.finding.place.path)
    let line = reported.finding.place.line
    guard lines.indices.contains(line - 1) else { return }
    if reported.finding.length <= 1 {
      reported.finding.length = FrameReader.tokenLength(lines[line - 1], column: reported.finding.place.column)
    }
    let first = max(1, line - FrameReader.around)
    let last = min(lines.count, line + FrameReader.around)
    // The line before the first one shown can name what stands in it.
    let read = lines[max(0, first - 2)...(last - 1)].map(String.init)
    let shown = last - first + 1
    guard read.suffix(shown).allSatisfy({ $0.utf8.count <= FrameReader.longestLine }) else { return }
    let isCode = SourceKind(path: reported.finding.place.path)?.language != nil
    reported.frame = CodeFrame(firstLine: first, lines: redactor.redacted(read, isCode: isCode).suffix(shown))
  }

  private mutating func read(_ path: String) {
    guard self.path != path else { return }
    self.path = path
    let text = try? reader.read(path) { String(decoding: $0, as: UTF8.self) }.get()
    lines = (text ?? "").rows
  }

  /// How many characters a name takes, or a text in quotes on one line.
  private static func tokenLength(_ line: Substring, column: Int) -> Int {
    let scalars = Array(line.unicodeScalars.dropFirst(column - 1))
    guard let first = scalars.first else { return 1 }
    if "\"'`".unicodeScalars.contains(first), let end = scalars.dropFirst().firstIndex(of: first) { return end + 1 }
    return max(
      1, scalars.prefix { $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "_" || $0 == "$" }.count)
  }
}
