/// Variables in the values of compose files, shell lines and manifests: `${A:-b}`, `$A`, `$(A)`, `{{ .a }}`.
enum Interpolation {
  /// The text with each variable replaced by its value, else its default, or by `{}` where it has neither.
  static func resolved(_ text: some StringProtocol, values: [String: String] = [:]) -> String {
    resolved(Array(text), values, depth: 0)
  }

  /// The variables of a text that is one interpolation alone, in the order of precedence, and its default.
  static func chain(_ text: String) -> (names: [String], fallback: String?)? {
    var names: [String] = []
    var rest = text
    while names.count < 8 {
      guard let (name, fallback) = single(rest) else { break }
      names.append(name)
      guard let fallback else { return (names, nil) }
      rest = fallback
    }
    return names.isEmpty ? nil : (names, resolved(rest))
  }

  /// Whether a text is one variable, or several, and nothing else that is literal.
  static func isVariable(_ text: some StringProtocol) -> Bool {
    let text = resolved(text)
    return text.contains("{}") && text.replacing("{}", with: "").allSatisfy(\.isWhitespace)
  }

  /// `${NAME:-fallback}` and nothing else.
  private static func single(_ text: String) -> (name: String, fallback: String?)? {
    let characters = Array(text)
    guard characters.first == "$" else { return nil }
    if characters.count > 2, characters[1] == "{" {
      guard let end = closing(of: characters, from: 2, "{", "}"), end == characters.count - 1 else { return nil }
      return parts(characters[2..<end])
    }
    let name = String(characters.dropFirst())
    return isName(name) ? (name, nil) : nil
  }

  private static func parts(_ body: ArraySlice<Character>) -> (name: String, fallback: String?)? {
    let name = String(body.prefix { $0 == "_" || $0.isLetter || $0.isNumber })
    guard isName(name) else { return nil }
    var rest = body.dropFirst(name.count)
    if rest.first == ":" { rest = rest.dropFirst() }
    guard let mark = rest.first, mark == "-" || mark == "=" else { return (name, nil) }
    return (name, String(rest.dropFirst()))
  }

  /// How much longer than it is written a text may become; values can stand for values.
  private static let growthLimit = 1 << 14

  private static func resolved(_ characters: [Character], _ values: [String: String], depth: Int) -> String {
    var result = ""
    var index = 0
    let limit = characters.count * 4 + growthLimit
    while index < characters.count, result.utf8.count <= limit {
      if let (text, end) = hole(in: characters, at: index, values, depth: depth) {
        result += text
        index = end
      } else {
        result.append(characters[index])
        index += 1
      }
    }
    return result
  }

  /// What stands for the variable that begins at an index, and where it ends.
  private static func hole(
    in characters: [Character], at index: Int, _ values: [String: String], depth: Int
  ) -> (String, end: Int)? {
    let next = index + 1 < characters.count ? characters[index + 1] : " "
    switch (characters[index], next) {
    case ("$", "$"):
      // What is escaped for one reader is a variable of the next, unless it stands inside a word: `pa$$word`.
      if index > 0, characters[index - 1].isLetter || characters[index - 1].isNumber { return ("$", index + 2) }
      return hole(in: characters, at: index + 1, values, depth: depth) ?? ("$", index + 2)
    case ("$", "{"):
      guard let end = closing(of: characters, from: index + 2, "{", "}") else { return nil }
      let written = parts(characters[(index + 2)..<end])
      if let value = written.flatMap({ values[$0.name] }), !value.isEmpty { return (value, end + 1) }
      return (
        written?.fallback.map { depth < 8 ? resolved(Array($0), values, depth: depth + 1) : "{}" } ?? "{}", end + 1
      )
    case ("$", "("):
      return closing(of: characters, from: index + 2, "(", ")").map { ("{}", $0 + 1) }
    case ("{", "{"):
      return end(of: characters, from: index + 2).map { ("{}", $0) }
    case ("$", _) where next == "_" || next.isLetter:
      let name = characters[(index + 1)...].prefix { $0 == "_" || $0.isLetter || $0.isNumber }
      return (values[String(name)] ?? "{}", name.endIndex)
    default: return nil
    }
  }

  private static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.allSatisfy { $0 == "_" || $0.isASCII && ($0.isLetter || $0.isNumber) }
  }

  private static func closing(
    of characters: [Character], from start: Int, _ open: Character, _ close: Character
  ) -> Int? {
    var depth = 0
    for index in characters.indices.dropFirst(start) {
      if characters[index] == open {
        depth += 1
      } else if characters[index] == close {
        if depth == 0 { return index }
        depth -= 1
      }
    }
    return nil
  }

  private static func end(of characters: [Character], from start: Int) -> Int? {
    for index in characters.indices.dropFirst(start).dropLast() where characters[index] == "}" {
      if characters[index + 1] == "}" { return index + 2 }
    }
    return nil
  }
}
