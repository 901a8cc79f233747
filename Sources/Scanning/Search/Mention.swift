import InventoryModel

/// A word in a source file, and whether it stands where a program uses it: prose and the texts that a program
/// only prints use nothing.
struct Mention {
  private let word: Range<Int>
  private let language: Language
  private let standing: LineSyntax.Standing

  init(_ word: Range<Int>, in bytes: Span<UInt8>, _ language: Language, _ syntax: LineSyntax) {
    self.word = word
    self.language = language.family
    standing = syntax.standing(of: word, in: bytes)
  }

  /// Whether a client library, a script or an address may be named here.
  func namesServer(in bytes: Span<UInt8>) -> Bool {
    if bytes.has(".call", at: word.upperBound) || bytes.has(".pcall", at: word.upperBound) { return true }
    switch standing {
    case .code: return true
    case .prose: return false
    case .text(let start):
      let run = Mention.run(around: word, in: bytes)
      if bytes.has("://", at: run.upperBound) || bytes.has("(", at: run.upperBound) { return true }
      return isName(run, in: bytes, textFrom: start)
    }
  }

  /// Whether something of this name may be used here.
  func namesValue(in bytes: Span<UInt8>) -> Bool {
    switch standing {
    case .code: true
    case .prose: false
    case .text(let start): isName(Mention.run(around: word, in: bytes), in: bytes, textFrom: start)
    }
  }

  /// Whether a member of this name may be used here: its text says so only where it is the key.
  func namesMember(in bytes: Span<UInt8>) -> Bool {
    switch standing {
    case .code: true
    case .prose: false
    case .text(let start):
      word.lowerBound == start && isKey(Mention.run(around: word, in: bytes), in: bytes, textFrom: start)
    }
  }

  /// Whether a module of this name may be imported here.
  func namesModule(in bytes: Span<UInt8>) -> Bool {
    guard language == .python else { return standing != .prose }
    switch standing {
    case .code: return Mention.isImport(around: word, in: bytes)
    case .prose: return false
    case .text(let start): return isName(Mention.run(around: word, in: bytes), in: bytes, textFrom: start)
    }
  }

  /// Whether a text, or the part of it that holds the word, stands for something of the program: a key, a module, a
  /// path of names.
  private func isName(_ run: Range<Int>, in bytes: Span<UInt8>, textFrom start: Int) -> Bool {
    if isKey(run, in: bytes, textFrom: start) { return true }
    switch language {
    case .python:
      let text = bytes.text(run)
      return text.contains(".") && (text.contains(where: \.isUppercase) || Mention.isImport(around: word, in: bytes))
    case .go, .javascript: return run.contains { bytes[$0] == UInt8(ascii: "/") }
    default: return false
    }
  }

  /// Whether a text is the key of a subscript, or what a function that finds things by name is called with.
  private func isKey(_ run: Range<Int>, in bytes: Span<UInt8>, textFrom start: Int) -> Bool {
    guard run.lowerBound == start, start >= 2, run.upperBound < bytes.count,
      bytes[run.upperBound] == bytes[start - 1]
    else { return false }
    var before = start - 2
    while before > 0, LineSyntax.isSpace(bytes[before]) { before -= 1 }
    switch bytes[before] {
    case UInt8(ascii: "["):
      return before > 0
        && (LineSyntax.isNameByte(bytes[before - 1]) || bytes.has(")", at: before - 1)
          || bytes.has("]", at: before - 1))
    default: break
    }
    switch language {
    case .javascript:
      return bytes[before] == UInt8(ascii: "(") || bytes.has("from", at: before - 3)
        || bytes.has("import", at: before - 5)
    case .python:
      return Mention.line(around: word, in: bytes) { bytes.holds("attr(", in: $0) || bytes.holds("import", in: $0) }
    default: return false
    }
  }

  /// Whether a line imports, or may be part of a list of what is imported.
  private static func isImport(around word: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    line(around: word, in: bytes) { line in
      if bytes.holds("import", in: line) { return true }
      guard LineSyntax.isSpace(bytes[line.lowerBound]) else { return false }
      return line.allSatisfy { index in
        let byte = bytes[index]
        return LineSyntax.isNameByte(byte) || LineSyntax.isSpace(byte) || ",()\\#".utf8.contains(byte)
      }
    }
  }

  private static func line(around word: Range<Int>, in bytes: Span<UInt8>, _ holds: (Range<Int>) -> Bool) -> Bool {
    LineSyntax.line(around: word, in: bytes).map(holds) ?? true
  }

  /// The path, dotted or slashed, that holds a word.
  private static func run(around word: Range<Int>, in bytes: Span<UInt8>) -> Range<Int> {
    var (start, end) = (word.lowerBound, word.upperBound)
    while start > 0, isRunByte(bytes[start - 1]) { start -= 1 }
    while end < bytes.count, isRunByte(bytes[end]) { end += 1 }
    return start..<end
  }

  private static func isRunByte(_ byte: UInt8) -> Bool {
    LineSyntax.isNameByte(byte) || "./@-+".utf8.contains(byte)
  }
}
