/// Reads the text of a CODEOWNERS file.
struct CodeOwnersReader {
  private let file: String
  private let form: CodeOwners.Form
  private var owners = CodeOwners()

  /// Reads a text; a line that means nothing is a problem told, never an error.
  ///
  /// - Parameter form: a file with sections is read as GitLab's whatever is said here.
  static func read(_ text: String, file: String, form: CodeOwners.Form) -> CodeOwners {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let hasSections = lines.contains { sectionHead($0) != nil }
    var reader = CodeOwnersReader(file: file, form: hasSections ? .gitLab : form)
    for (index, line) in lines.enumerated() { reader.take(line, number: index + 1) }
    return reader.owners
  }

  private init(file: String, form: CodeOwners.Form) {
    self.file = file
    self.form = form
    owners.file = file
    owners.sections = [CodeOwners.Section()]
  }

  private mutating func take(_ line: Substring, number: Int) {
    if form == .gitLab, let head = CodeOwnersReader.sectionHead(line) {
      let defaults = people(in: CodeOwnersReader.words(of: head.rest), number)
      if let known = owners.sections.firstIndex(where: { $0.name == head.name }) {
        // Parts of one section are one section; the last is the one that following lines belong to.
        owners.sections.append(owners.sections.remove(at: known))
        if !defaults.isEmpty { owners.sections[owners.sections.count - 1].defaults = defaults }
      } else {
        owners.sections.append(CodeOwners.Section(name: head.name, defaults: defaults))
      }
      return
    }
    let words = CodeOwnersReader.words(of: line)
    guard var pattern = words.first else { return }
    let isExclusion = form == .gitLab && pattern.hasPrefix("!")
    if isExclusion { pattern.removeFirst() }
    guard let read = OwnerPattern(pattern, isAnchored: form == .gitHub) else {
      owners.problems.append("\(file):\(number): '\(pattern)' is no pattern of files")
      return
    }
    let section = owners.sections.count - 1
    let people = people(in: words.dropFirst(), number)
    owners.sections[section].rules.append(
      CodeOwners.Rule(
        pattern: read, owners: words.count == 1 ? owners.sections[section].defaults : people,
        isExclusion: isExclusion))
  }

  /// `@name`, `@group/team`, `@@role` and mail addresses.
  private mutating func people(in words: some Sequence<String>, _ number: Int) -> [String] {
    words.filter { word in
      let isOwner = word.count > 1 && word.contains("@") && word.last != "@"
      if !isOwner { owners.problems.append("\(file):\(number): '\(word)' is no owner: @name or a mail address") }
      return isOwner
    }
  }

  /// The words of a line up to a comment; `\ ` is a space within one, `\#` no comment. Escapes that patterns know stay.
  private static func words(of line: Substring) -> [String] {
    var (words, word) = ([String](), "")
    var isEscaped = false
    for character in line {
      if isEscaped {
        if character != " ", character != "#" { word.append("\\") }
        word.append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "#", word.isEmpty {
        break
      } else if character.isWhitespace {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        word.append(character)
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  /// `[Name]`, `^[Name]` for an optional one, `[Name][2]` with the number of approvals, and what follows.
  private static func sectionHead(_ line: Substring) -> (name: String, rest: Substring)? {
    var rest = line.drop(while: \.isWhitespace)
    if rest.first == "^" { rest = rest.dropFirst() }
    guard rest.first == "[", let end = rest.firstIndex(of: "]") else { return nil }
    let name = rest[rest.index(after: rest.startIndex)..<end]
    rest = rest[rest.index(after: end)...]
    if rest.first == "[", let end = rest.firstIndex(of: "]") { rest = rest[rest.index(after: end)...] }
    guard !name.isEmpty, rest.first.map(\.isWhitespace) ?? true else { return nil }
    return (name.lowercased(), rest)
  }
}
