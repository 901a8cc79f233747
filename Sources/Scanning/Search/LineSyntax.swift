import InventoryModel

/// How code, texts and comments of a language are told apart within one line, without what stands before it.
///
/// What cannot be told so, as inside a text of several lines, is taken for code.
struct LineSyntax: Sendable {
  /// What a comment begins with, to the end of its line.
  private let comment: [UInt8]
  /// What a line within a longer comment begins with; nil where there is no such custom.
  private let continuation: UInt8?
  private let quotes: Set<UInt8>
  /// Names that may stand beside another name with but a space between; nil where any may.
  private let keywords: Set<String>?

  /// Longer lines are machine-made, and no prose.
  private static let limit = 1_000

  /// - Parameter language: nothing where files of it are read whatever they hold.
  init?(_ language: Language) {
    switch language.family {
    case .python:
      (comment, continuation, quotes) = (Array("#".utf8), nil, Set("\"'".utf8))
      keywords = LineSyntax.pythonKeywords
    case .javascript:
      (comment, continuation, quotes) = (Array("//".utf8), UInt8(ascii: "*"), Set("\"'`".utf8))
      keywords = LineSyntax.javascriptKeywords
    case .go:
      (comment, continuation, quotes) = (Array("//".utf8), UInt8(ascii: "*"), Set("\"'`".utf8))
      keywords = nil
    case .swift:
      (comment, continuation, quotes) = (Array("//".utf8), UInt8(ascii: "*"), Set("\"".utf8))
      keywords = nil
    default: return nil
    }
  }

  /// What a word stands in.
  enum Standing: Equatable {
    case code
    /// A comment, or the prose of a text of several lines.
    case prose
    /// A text that begins at the index, after its quote.
    case text(from: Int)
  }

  /// What a word stands in.
  func standing(of word: Range<Int>, in bytes: Span<UInt8>) -> Standing {
    guard let line = LineSyntax.line(around: word, in: bytes) else { return .code }
    if let first = line.first(where: { !LineSyntax.isSpace(bytes[$0]) }), bytes[first] == continuation {
      return .prose
    }
    var index = line.lowerBound
    var open: [(quote: UInt8, start: Int)] = []
    var names = AdjacentNames(keywords: keywords)
    var isPassed = false
    while index < line.upperBound {
      let byte = bytes[index]
      if let (quote, start) = open.last, quote != LineSyntax.interpolation {
        if !isPassed, index >= word.lowerBound { return .text(from: start) }
        if byte == UInt8(ascii: "\\") {
          index += 1
        } else if byte == quote {
          open.removeLast()
        } else if quote == UInt8(ascii: "`"), byte == UInt8(ascii: "$"), bytes.has("{", at: index + 1) {
          open.append((LineSyntax.interpolation, index))
        }
        index += 1
        continue
      }
      if isComment(at: index, in: bytes) {
        if !isPassed, index <= word.lowerBound { return .prose }
        break
      }
      isPassed = isPassed || index >= word.lowerBound
      if quotes.contains(byte) {
        open.append((byte, index + 1))
        names.interrupt()
      } else if LineSyntax.isNameByte(byte) {
        let end = (index..<line.upperBound).first { !LineSyntax.isNameByte(bytes[$0]) } ?? line.upperBound
        names.add(index..<end, in: bytes)
        index = end
        continue
      } else if !LineSyntax.isSpace(byte) {
        if byte == UInt8(ascii: "}"), !open.isEmpty { open.removeLast() }
        names.interrupt(by: byte)
      }
      index += 1
    }
    return names.areProse ? .prose : .code
  }

  /// Stands for the code within a text.
  private static let interpolation = UInt8(ascii: "{")

  private func isComment(at index: Int, in bytes: Span<UInt8>) -> Bool {
    comment.indices.allSatisfy { index + $0 < bytes.count && bytes[index + $0] == comment[$0] }
  }

  /// The line that a word stands in; nil for one that is too long to be written by hand.
  static func line(around word: Range<Int>, in bytes: Span<UInt8>) -> Range<Int>? {
    var (start, end) = (word.lowerBound, word.upperBound)
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    while end < bytes.count, bytes[end] != 0x0A {
      end += 1
      if end - start > limit { return nil }
    }
    return end - start > limit ? nil : start..<end
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

  static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x24, 0x80...: true
    default: false
    }
  }
}

/// Whether the names of a line stand beside each other as only words of prose do.
private struct AdjacentNames {
  let keywords: Set<String>?
  /// The name before, where only spaces stand after it.
  private var last: Range<Int>?
  private var isPair = false
  /// Whether the line has a sign that prose has not: in JSX, attributes stand beside each other.
  private var hasSign = false

  init(keywords: Set<String>?) { self.keywords = keywords }

  var areProse: Bool { isPair && !hasSign }

  mutating func add(_ name: Range<Int>, in bytes: Span<UInt8>) {
    guard let keywords, !isPair else { return }
    let isWord = !(0x30...0x39).contains(bytes[name.lowerBound]) && !keywords.contains(bytes.text(name))
    if isWord, last != nil { isPair = true }
    last = isWord ? name : nil
  }

  mutating func interrupt(by byte: UInt8 = 0) {
    last = nil
    if byte == UInt8(ascii: "=") || byte == UInt8(ascii: "<") { hasSign = true }
  }
}

extension LineSyntax {
  /// Names that stand beside others in Python, of version 2 too.
  private static let pythonKeywords: Set<String> = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "case", "class", "continue", "def",
    "del", "elif", "else", "except", "exec", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda",
    "match", "nonlocal", "not", "or", "pass", "print", "raise", "return", "try", "type", "while", "with", "yield",
  ]

  /// Names that stand beside others in JavaScript and TypeScript.
  private static let javascriptKeywords: Set<String> = [
    "abstract", "accessor", "any", "as", "asserts", "async", "await", "break", "case", "catch", "class", "const",
    "continue", "debugger", "declare", "default", "delete", "do", "else", "enum", "export", "extends", "finally", "for",
    "from", "function", "get", "global", "if", "implements", "import", "in", "infer", "instanceof", "interface", "is",
    "keyof", "let", "module", "namespace", "new", "null", "of", "out", "override", "package", "private", "protected",
    "public", "readonly", "require", "return", "satisfies", "set", "static", "super", "switch", "this", "throw", "try",
    "type", "typeof", "unique", "using", "var", "void", "while", "with", "yield",
  ]
}

extension Span<UInt8> {
  /// Whether a text stands at an index.
  func has(_ text: String, at index: Int) -> Bool {
    guard index >= 0, index + text.utf8.count <= count else { return false }
    return zip(index..., text.utf8).allSatisfy { self[$0] == $1 }
  }

  /// Whether a text begins in a range.
  func holds(_ text: String, in range: Range<Int>) -> Bool { range.contains { has(text, at: $0) } }

  func text(_ range: Range<Int>) -> String {
    String(decoding: range.map { self[$0] }, as: UTF8.self)
  }
}
