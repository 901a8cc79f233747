/// Reads the comments that stand right above lines of code.
package struct LeadingComments {
  private let source: [UInt8]
  /// Where each line begins.
  private let starts: [Int]
  private let mark: String
  private let hasBlocks: Bool

  /// - Parameters:
  ///   - mark: what begins a comment that ends with its line: `//`, `--`.
  ///   - hasBlocks: whether the language has comments between `/*` and `*/` too.
  package init(_ source: [UInt8], mark: String, hasBlocks: Bool) {
    self.source = source
    var starts = [0]
    for index in source.indices where source[index] == 0x0A { starts.append(index + 1) }
    self.starts = starts
    self.mark = mark
    self.hasBlocks = hasBlocks
  }

  /// Longer comments are cut here.
  private static let maximumLines = 60

  /// The comment that ends on the line above one, without its signs; attributes and decorators between the two are passed
  /// over. Nil where there is none.
  package func text(above line: Int) -> String? {
    guard mayEndComment(line - 1) else { return nil }
    var number = line - 1
    while number > 0, self.line(number).hasPrefix("@") { number -= 1 }
    var lines: [String] = []
    var isInBlock = false
    while number > 0, lines.count < LeadingComments.maximumLines {
      let text = self.line(number)
      if isInBlock || (hasBlocks && text.hasSuffix("*/") && (text.hasPrefix("/*") || text.hasPrefix("*"))) {
        isInBlock = !text.hasPrefix("/*")
        lines.append(stripped(text))
        if !isInBlock { break }
      } else if text.hasPrefix(mark) {
        lines.append(stripped(text))
      } else {
        break
      }
      number -= 1
    }
    let told = lines.reversed().drop { $0.isEmpty }.reversed().drop { $0.isEmpty }.reversed()
    return isInBlock || told.isEmpty ? nil : told.joined(separator: "\n")
  }

  /// Whether a line may belong to a comment or an attribute, as its first letter tells before its text is made.
  private func mayEndComment(_ number: Int) -> Bool {
    guard let first = bytes(ofLine: number).first(where: { !(0x09...0x0D).contains($0) && $0 != 0x20 }) else {
      return false
    }
    return first >= 0x80 || "@*/".utf8.contains(first) || first == mark.utf8.first
  }

  /// A line, counted from 1, cut where it is too long.
  private func bytes(ofLine number: Int) -> ArraySlice<UInt8> {
    guard number >= 1, number <= starts.count else { return [] }
    let end = number < starts.count ? starts[number] - 1 : source.count
    return source[starts[number - 1]..<max(end, starts[number - 1])].prefix(1000)
  }

  /// A line, counted from 1, without white space at its ends.
  private func line(_ number: Int) -> Substring {
    var text = Substring(String(decoding: bytes(ofLine: number), as: UTF8.self))
    while let first = text.first, first.isWhitespace { text = text.dropFirst() }
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    return text
  }

  private func stripped(_ text: Substring) -> String {
    var text = text
    if hasBlocks, text.hasSuffix("*/") { text = text.dropLast(2) }
    if text.hasPrefix("/*") { text = text.dropFirst(2) }
    while let first = text.first, first.isWhitespace || mark.contains(first) || (hasBlocks && first == "*") {
      text = text.dropFirst()
    }
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    return String(text)
  }
}
