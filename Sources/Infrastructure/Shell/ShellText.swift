/// A simple command of a shell text: its words, where it stands, and what its input is.
struct ShellCommand {
  var words: [String] = []
  /// From 1, within the text.
  var line: Int
  var column: Int
  /// The words of the command whose output it reads.
  var pipedFrom: [String]?
  /// The file after `<`.
  var input: String?
}

/// Takes a shell text apart into simple commands, without running or expanding anything.
///
/// What it cannot know, it reads as words: a here document is passed over, a substitution is read as commands of its own.
struct ShellText {
  private let characters: CharacterSigns
  private var index = 0
  private var line: Int
  private var column: Int
  private var commands: [ShellCommand] = []
  private var current: ShellCommand
  /// The bytes of the word that is being read.
  private var word: [UInt8] = []
  private var isInWord = false
  private var isAfterLess = false
  private var heredocs: [String] = []
  private let depth: Int

  /// - Parameter line: the number of the first line.
  static func commands(in text: String, line: Int = 1, column: Int = 1, depth: Int = 0) -> [ShellCommand] {
    var shell = ShellText(text, line: line, column: column, depth: depth)
    shell.read()
    return shell.commands
  }

  private init(_ text: String, line: Int, column: Int, depth: Int) {
    characters = CharacterSigns(text)
    (self.line, self.column, self.depth) = (line, column, depth)
    current = ShellCommand(line: line, column: column)
  }

  private var next: CharacterSign? { index + 1 < characters.count ? characters[index + 1] : nil }

  private mutating func read() {
    while index < characters.count {
      let character = characters[index]
      switch character {
      case "\\":
        if let next, !next.isNewline { append(index + 1) }
        advance(2)
      case "'", "\"": quoted(character)
      case "$" where next == "(", "`": substitution()
      case "#" where !isInWord: comment()
      case "|":
        let isPipe = next != "|"
        if !isPipe { advance() }
        advance()
        endCommand(pipes: isPipe)
      case ";", "&", "(", ")", "\n", "\r":
        // `2>&1` and `&>` are no ends.
        if character == "&", word.last == UInt8(ascii: ">") || next == ">" {
          append(index)
          advance()
          continue
        }
        advance()
        endCommand(pipes: false)
        if character.isNewline { skipHeredocs() }
      case "<": less()
      case _ where character.isWhitespace:
        endWord()
        advance()
      default:
        append(index)
        advance()
      }
    }
    endCommand(pipes: false)
  }

  private mutating func advance(_ count: Int = 1) {
    for _ in 0..<count where index < characters.count {
      if characters[index].isNewline {
        line += 1
        column = 1
      } else {
        column += 1
      }
      index += 1
    }
  }

  /// Takes a character into the word.
  private mutating func append(_ index: Int) {
    if !isInWord { beginWord() }
    characters.append(index, to: &word)
  }

  private mutating func beginWord() {
    if current.words.isEmpty { (current.line, current.column) = (line, column) }
    isInWord = true
  }

  private mutating func quoted(_ quote: CharacterSign) {
    if !isInWord { beginWord() }
    advance()
    while index < characters.count, characters[index] != quote {
      if quote == "\"", characters[index] == "\\", let next {
        if !next.isNewline { append(index + 1) }
        advance(2)
      } else if quote == "\"", characters[index] == "$", next == "(" {
        substitution()
      } else {
        append(index)
        advance()
      }
    }
    advance()
  }

  /// Reads the commands inside `$(…)` or back quotes on their own; the word keeps a hole.
  private mutating func substitution() {
    let isOld = characters[index] == "`"
    advance(isOld ? 1 : 2)
    let (start, startLine, startColumn) = (index, line, column)
    var open = 0
    while index < characters.count {
      let character = characters[index]
      if isOld ? character == "`" : character == ")" && open == 0 { break }
      if character == "(" { open += 1 } else if character == ")" { open -= 1 }
      advance()
    }
    if depth < 4 {
      commands += ShellText.commands(
        in: characters.text(start..<index), line: startLine, column: startColumn, depth: depth + 1)
    }
    advance()
    isInWord = true
    word += "{}".utf8
  }

  private mutating func comment() {
    while index < characters.count, !characters[index].isNewline { advance() }
  }

  private mutating func less() {
    // `<key>` stands for a word in documentation.
    var after = index + 1
    while after < characters.count, CharacterSign.isOfName(characters[after]) { after += 1 }
    if next?.isLetter == true, after < characters.count, characters[after] == ">" {
      for index in index...after { append(index) }
      return advance(after + 1 - index)
    }
    endWord()
    advance()
    guard index < characters.count, characters[index] == "<" else {
      isAfterLess = true
      return
    }
    advance()
    if index < characters.count, characters[index] == "<" {
      advance()
      return
    }
    if index < characters.count, characters[index] == "-" { advance() }
    while index < characters.count, characters[index] == " " { advance() }
    var mark: [UInt8] = []
    while index < characters.count, !characters[index].isWhitespace, !["|", ";", "&", ")"].contains(characters[index]) {
      if !["'", "\"", "\\"].contains(characters[index]) { characters.append(index, to: &mark) }
      advance()
    }
    if !mark.isEmpty { heredocs.append(String(decoding: mark, as: UTF8.self)) }
  }

  private mutating func skipHeredocs() {
    for mark in heredocs {
      while index < characters.count {
        let start = index
        while index < characters.count, !characters[index].isNewline { advance() }
        let text = characters.text(start..<index).trimmed
        advance()
        if text == mark[...] { break }
      }
    }
    heredocs = []
  }

  private mutating func endWord() {
    guard isInWord else { return }
    let finished = String(decoding: word, as: UTF8.self)
    word.removeAll(keepingCapacity: true)
    isInWord = false
    if isAfterLess {
      current.input = finished
      isAfterLess = false
    } else {
      current.words.append(finished)
    }
  }

  private mutating func endCommand(pipes: Bool) {
    endWord()
    isAfterLess = false
    let finished = current
    current = ShellCommand(line: line, column: column)
    if pipes { current.pipedFrom = ShellText.fewer((finished.pipedFrom ?? []) + finished.words) }
    if !finished.words.isEmpty { commands.append(finished) }
  }

  /// The first words of a pipe's commands and the last; that nobody writes more keeps long pipes cheap.
  private static func fewer(_ words: [String]) -> [String] {
    words.count > 100 ? words.prefix(50) + words.suffix(50) : words
  }
}
