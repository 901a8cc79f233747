package import Knowledge

/// Hides passwords in lines of files that are shown to people; what is hidden keeps its length, so that columns stay.
package struct LineRedactor: Sendable {
  private let vocabulary: InfrastructureVocabulary
  private let programs: Set<String>
  private let options: Set<String>

  package init(_ vocabulary: InfrastructureVocabulary) {
    self.vocabulary = vocabulary
    programs = Set(vocabulary.products.flatMap(\.clients))
    options = vocabulary.shell.client["password"] ?? []
  }

  /// - Parameter isCode: whether only texts in quotes can be values.
  package func redacted(_ line: String, isCode: Bool) -> String {
    var characters = Array(line)
    hideAddresses(in: &characters)
    hideValues(in: &characters, isCode: isCode, isCall: programs.contains(where: line.contains))
    if line.contains("user ") || line.uppercased().contains("SETUSER") { hideRules(in: &characters) }
    return String(characters)
  }

  /// What stands between `://` and `@`.
  private func hideAddresses(in characters: inout [Character]) {
    var index = 0
    while index + 2 < characters.count {
      guard characters[index] == ":", characters[index + 1] == "/", characters[index + 2] == "/" else {
        index += 1
        continue
      }
      let start = index + 3
      let end = characters[start...].firstIndex { $0.isWhitespace || "\"'`<>/".contains($0) } ?? characters.count
      if let at = characters[start..<end].lastIndex(of: "@") { hide(start..<at, in: &characters) }
      index = end
    }
  }

  /// What follows a name that holds a password.
  private func hideValues(in characters: inout [Character], isCode: Bool, isCall: Bool) {
    var index = 0
    while index < characters.count {
      let word = characters[index...].prefix { $0.isLetter || $0.isNumber || "_.-".contains($0) }
      guard !word.isEmpty else {
        index += 1
        continue
      }
      index = word.endIndex
      guard isSecret(String(word), isCall: isCall) else { continue }
      let between = characters[index...].prefix { " \t:=\"'`,(".contains($0) }
      guard !between.isEmpty, !isCode || between.contains(where: { "\"'`".contains($0) }) else { continue }
      let end =
        characters[between.endIndex...].firstIndex { $0.isWhitespace || "\"'`,)".contains($0) } ?? characters.count
      hide(between.endIndex..<end, in: &characters)
      index = max(index, end)
    }
  }

  private func isSecret(_ word: String, isCall: Bool) -> Bool {
    if isCall, options.contains(word) || word.uppercased() == "AUTH" { return true }
    let name = String(word.drop { $0 == "-" })
    return vocabulary.settings.secret.contains(name.lowercased()) || VariableName(name, vocabulary.variables).isSecret
  }

  /// Passwords of users in access control lists: `>password`.
  private func hideRules(in characters: inout [Character]) {
    for index in characters.indices where ">#<!".contains(characters[index]) {
      guard index > 0, characters[index - 1].isWhitespace || "\"'".contains(characters[index - 1]) else { continue }
      let end = characters[index...].firstIndex { $0.isWhitespace || "\"'".contains($0) } ?? characters.count
      hide((index + 1)..<end, in: &characters)
    }
  }

  /// A variable that stands for a password is none.
  private func hide(_ range: Range<Int>, in characters: inout [Character]) {
    guard !range.isEmpty, !characters[range].contains(where: { "${<".contains($0) }) else { return }
    for index in range where characters[index] != ":" || range.count == 1 { characters[index] = "*" }
  }
}
