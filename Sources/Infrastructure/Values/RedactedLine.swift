/// A line while passwords are being hidden in it; columns stay as they are.
struct RedactedLine {
  private var characters: [Character]
  /// Whether only texts in quotes can be values.
  private let isCode: Bool
  /// The names by which one signs in are followed by a user and a password at most.
  private static let mostValues = 3

  init(_ line: String, isCode: Bool) {
    characters = Array(line)
    self.isCode = isCode
  }

  var text: String { String(characters) }

  /// The next name from an index on.
  func word(from index: Int) -> ArraySlice<Character>? {
    let rest = characters[index...].drop { !RedactedLine.isWord($0) }
    return rest.isEmpty ? nil : rest.prefix(while: RedactedLine.isWord)
  }

  /// Whether no value follows an index: `password:`, `password: |`, `- --requirepass`.
  func isLast(_ index: Int) -> Bool {
    characters[index...].allSatisfy { $0.isWhitespace || "\"':=,|>-+(".contains($0) }
  }

  /// Hides the value that follows a name; of a call, a list and what signs in also the next ones.
  ///
  /// - Returns: the index behind them.
  mutating func hideValues(after name: Int, signsIn: Bool, isOption: Bool) -> Int {
    let isInString = isCode && isInString(name)
    let isPlain = !isCode || isInString && (isOption || characters[name...].first == (signsIn ? " " : "="))
    var index = name
    for number in 0..<RedactedLine.mostValues {
      guard let (start, between) = value(after: index, isFirst: number == 0, isPlain: isPlain),
        !between.isEmpty
      else { break }
      if number > 0, between.contains(where: { ")]:=".contains($0) }) { break }
      index = hideValue(from: start, isEntry: isPlain && between.contains(":"))
      guard signsIn || number > 0 || between.contains(where: { "([".contains($0) }) else { break }
    }
    return index
  }

  /// Hides the first value of a line that goes on with what another began: `value: x`, `- x`, `x`.
  mutating func hideFirstValue() {
    let start = characters.firstIndex { !$0.isWhitespace && $0 != "-" } ?? characters.count
    let label = characters[start...].drop { $0 == "\"" }.prefix(while: RedactedLine.isWord)
    let after = characters[label.endIndex...].drop { $0 == "\"" || $0 == " " }
    let isLabel = !label.isEmpty && (after.first == ":" || after.first == "=")
    if let value = value(after: isLabel ? after.startIndex : start, isFirst: true, isPlain: !isCode)?.start {
      _ = hideValue(from: value, isEntry: true)
    }
  }

  /// Hides passwords of users in access control lists: `>password`.
  mutating func hideRules() {
    for index in characters.indices where ">#<!".contains(characters[index]) {
      guard index > 0, characters[index - 1].isWhitespace || "\"'".contains(characters[index - 1]) else { continue }
      let end = characters[index...].firstIndex { $0.isWhitespace || "\"'".contains($0) } ?? characters.count
      hide((index + 1)..<end)
    }
  }

  /// Hides user and password, or a password, that an address in the line holds.
  mutating func hide(_ part: Substring, of line: String) {
    let start = line.distance(from: line.startIndex, to: part.startIndex)
    let range = start..<(start + part.count)
    let colon = characters[range].firstIndex(of: ":")
    guard !RedactedLine.standsIn(String(characters[(colon.map { $0 + 1 } ?? start)..<range.upperBound])) else { return }
    for index in range where index != colon { characters[index] = "*" }
  }

  /// Where the next value begins, and what stands between: signs, in code also `or`, a type, and what is called with it.
  private func value(after start: Int, isFirst: Bool, isPlain: Bool) -> (start: Int, between: ArraySlice<Character>)? {
    var index = start
    if isFirst, let quote = characters[index...].first, RedactedLine.quotes.contains(quote), isInString(index) {
      index += 1
    }
    let signs = isPlain ? " \t:=,([" : " \t:=|?,()[]{}+"
    while index < characters.count {
      if signs.contains(characters[index]) {
        index += 1
      } else if !isPlain, let word = passedOver(at: index, after: characters[start..<index]) {
        index = word
      } else {
        break
      }
    }
    guard index < characters.count, isPlain || RedactedLine.quotes.contains(characters[index]) else {
      return nil
    }
    return (index, characters[start..<index])
  }

  /// The end of a word that may stand before a value: `or "x"`, `: str = "x"`, `= SecretStr("x")`.
  private func passedOver(at index: Int, after between: ArraySlice<Character>) -> Int? {
    let word = characters[index...].prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    guard !word.isEmpty, let next = characters[word.endIndex...].first(where: { $0 != " " }) else { return nil }
    if String(word) == "or" { return word.endIndex }
    return !between.contains(",") && "(=[]".contains(next) ? word.endIndex : nil
  }

  /// Hides the value at an index, up to the quote that closes it or the sign that ends it; gives the index behind it.
  private mutating func hideValue(from start: Int, isEntry: Bool) -> Int {
    let quote = characters[start]
    if RedactedLine.quotes.contains(quote) {
      let end = characters[(start + 1)...].firstIndex(of: quote) ?? characters.count
      hide((start + 1)..<end)
      return min(end + 1, characters.count)
    }
    var end = start
    var open = 0
    while end < characters.count, open > 0 || !RedactedLine.ends(characters[end], isEntry: isEntry) {
      if "{(".contains(characters[end]) { open += 1 } else if "})".contains(characters[end]) { open -= 1 }
      end += 1
    }
    hide(start..<end)
    return end
  }

  /// Whether a character ends a value without quotes; that of an entry goes on to the end of the line.
  private static func ends(_ character: Character, isEntry: Bool) -> Bool {
    character.isWhitespace && !isEntry || "\"'`,)]}#".contains(character)
  }

  private mutating func hide(_ range: Range<Int>) {
    guard !RedactedLine.standsIn(String(characters[range])) else { return }
    for index in range where !characters[index].isWhitespace { characters[index] = "*" }
  }

  /// Whether a quote before an index is not closed yet.
  private func isInString(_ index: Int) -> Bool {
    var open: Character?
    for character in characters[..<index] where RedactedLine.quotes.contains(character) {
      if open == nil { open = character } else if open == character { open = nil }
    }
    return open != nil
  }

  /// A variable that stands for a password is none.
  private static func standsIn(_ text: String) -> Bool {
    let text = text.trimmed.unquoted
    return text.isEmpty || Interpolation.isVariable(text) || text.first == "<" && text.last == ">"
      || text.first == "{" && text.last == "}"
  }

  private static let quotes = "\"'`"

  private static func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "_.-".contains(character)
  }
}
