/// Reads the comments that stand right above lines of code.
package struct LeadingComments {
  private let source: [UInt8]
  /// Where each line begins.
  private let starts: [Int]
  private let mark: [UInt8]
  private let hasBlocks: Bool

  private static let opening = Array("/*".utf8)
  private static let closing = Array("*/".utf8)
  private static let star = UInt8(ascii: "*")

  /// - Parameters:
  ///   - mark: what begins a comment that ends with its line: `//`, `--`.
  ///   - hasBlocks: whether the language has comments between `/*` and `*/` too.
  package init(_ source: [UInt8], mark: String, hasBlocks: Bool) {
    self.source = source
    var starts = [0]
    for index in source.indices where source[index] == 0x0A { starts.append(index + 1) }
    self.starts = starts
    self.mark = Array(mark.utf8)
    self.hasBlocks = hasBlocks
  }

  /// Longer comments are cut here.
  private static let maximumLines = 60

  /// The comment that ends on the line above one, without its signs; attributes and decorators between the two are passed
  /// over. Nil where there is none.
  package func text(above line: Int) -> String? {
    var number = line - 1
    while number > 0, self.line(number).first == UInt8(ascii: "@") { number -= 1 }
    var lines: [ArraySlice<UInt8>] = []
    var isInBlock = false
    while number > 0, lines.count < LeadingComments.maximumLines {
      let text = self.line(number)
      if isInBlock || endsBlock(text) {
        isInBlock = !text.starts(with: LeadingComments.opening)
        lines.append(stripped(text))
        if !isInBlock { break }
      } else if text.starts(with: mark) {
        lines.append(stripped(text))
      } else {
        break
      }
      number -= 1
    }
    guard !isInBlock, let bottom = lines.firstIndex(where: { !$0.isEmpty }),
      let top = lines.lastIndex(where: { !$0.isEmpty })
    else { return nil }
    var told: [UInt8] = []
    for line in lines[bottom...top].reversed() {
      if !told.isEmpty { told.append(0x0A) }
      told += line
    }
    return String(decoding: told, as: UTF8.self)
  }

  private func endsBlock(_ text: ArraySlice<UInt8>) -> Bool {
    hasBlocks && text.suffix(2).elementsEqual(LeadingComments.closing)
      && (text.first == LeadingComments.star || text.starts(with: LeadingComments.opening))
  }

  /// A line, counted from 1, without white space at its ends, cut where it is too long.
  private func line(_ number: Int) -> ArraySlice<UInt8> {
    guard number >= 1, number <= starts.count else { return [] }
    let start = starts[number - 1]
    let end = number < starts.count ? starts[number] - 1 : source.count
    return trimmed(source[start..<max(end, start)].prefix(1000)) { _ in false }
  }

  private func stripped(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text
    if hasBlocks, text.suffix(2).elementsEqual(LeadingComments.closing) { text = text.dropLast(2) }
    if text.starts(with: LeadingComments.opening) { text = text.dropFirst(2) }
    return trimmed(text) { mark.contains($0) || (hasBlocks && $0 == LeadingComments.star) }
  }

  /// A text without white space at its ends and without signs where it begins.
  private func trimmed(_ text: ArraySlice<UInt8>, signs isSign: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
    let opened = text.drop { isSpace($0) || isSign($0) }
    guard let first = opened.first, let end = opened.lastIndex(where: { !isSpace($0) }) else { return [] }
    let trimmed = opened[...end]
    return first < 0x80 && opened[end] < 0x80 ? trimmed : trimmedBeyondASCII(trimmed, signs: isSign)
  }

  private func trimmedBeyondASCII(_ text: ArraySlice<UInt8>, signs isSign: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    let opened = String(decoding: text, as: UTF8.self).unicodeScalars.drop {
      $0.properties.isWhitespace || ($0.isASCII && isSign(UInt8($0.value)))
    }
    guard let end = opened.lastIndex(where: { !$0.properties.isWhitespace }) else { return [] }
    return Array(Substring(opened[...end]).utf8)[...]
  }
}
