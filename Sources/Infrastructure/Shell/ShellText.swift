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
  private let characters: [Character]
  private var index = 0
  private var line: Int
  private var column: Int
  private var commands: [ShellCommand] = []
  private var current: ShellCommand
  private var word: String?
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
    characters = Array(text)
    (self.line, self.column, self.depth) = (line, column, depth)
    current = ShellCommand(line: line, column: column)
  }

  private var next: Character? { index + 1 < characters.count ? characters[index + 1] : nil }

  private mutating func read() {
    while index < characters.count {
      let character = characters[index]
      switch character {
      case "\\":
        if next?.isNewline != true, let next { append(next) }
        advance(2)
      case "'", "\"": quoted(character)
      case "$" where next == "(", "`": substitution()
      case "#" where word == nil: comment()
      case "|":
        let isPipe = next != "|"
        if !isPipe { advance() }
        advance()
        endCommand(pipes: isPipe)
      case ";", "&", "(", ")", "\n", "\r\n", "\r":
        // `2>&1` and `&>` are no ends.
        if character == "&", word?.hasSuffix(">") == true || next == ">" {
          append(character)
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
        append(character)
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

  private mutating func append(_ character: Character) {
    if word == nil, current.words.isEmpty { (current.line, current.column) = (line, column) }
    if word == nil { word = "" }
    word?.append(character)
  }

  private mutating func quoted(_ quote: Character) {
    if word == nil {
      if current.words.isEmpty { (current.line, current.column) = (line, column) }
      word = ""
    }
    advance()
    while index < characters.count, characters[index] != quote {
      if quote == "\"", characters[index] == "\\", let next {
        if !next.isNewline { word?.append(next) }
        advance(2)
      } else if quote == "\"", characters[index] == "$", next == "(" {
        substitution()
      } else {
        word?.append(characters[index])
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
        in: String(characters[start..<index]), line: startLine, column: startColumn, depth: depth + 1)
    }
    advance()
    if word == nil { word = "" }
    word?.append("{}")
  }

  private mutating func comment() {
    while index < characters.count, !characters[index].isNewline { advance() }
  }

  private mutating func less() {
    // `<key>` stands for a word in documentation.
    let name = characters[min(index + 1, characters.count)...].prefix {
      $0.isLetter || $0.isNumber || "-_ ".contains($0)
    }
    let after = index + 1 + name.count
    if let first = name.first, first.isLetter, after < characters.count, characters[after] == ">" {
      for character in characters[index...after] { append(character) }
      return advance(name.count + 2)
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
    var mark = ""
    while index < characters.count, !characters[index].isWhitespace, !"|;&)".contains(characters[index]) {
      if !"'\"\\".contains(characters[index]) { mark.append(characters[index]) }
      advance()
    }
    if !mark.isEmpty { heredocs.append(mark) }
  }

  private mutating func skipHeredocs() {
    for mark in heredocs {
      while index < characters.count {
        let start = index
        while index < characters.count, !characters[index].isNewline { advance() }
        let text = String(characters[start..<index]).trimmed
        advance()
        if text == mark[...] { break }
      }
    }
    heredocs = []
  }

  private mutating func endWord() {
    guard let finished = word else { return }
    word = nil
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
