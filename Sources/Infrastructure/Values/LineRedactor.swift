import InventoryModel
package import Knowledge

/// Hides passwords in lines of files that are shown to people; what is hidden keeps its length, so that columns stay.
package struct LineRedactor: Sendable {
  private let vocabulary: InfrastructureVocabulary
  private let programs: Set<String>
  private let options: Set<String>

  /// Names that a user, or a server's name, and then a password follow.
  private static let signingIn: Set = ["auth", "auth2", "auth-pass"]

  package init(_ vocabulary: InfrastructureVocabulary) {
    self.vocabulary = vocabulary
    programs = Set(vocabulary.products.flatMap(\.clients))
    options = vocabulary.shell.client["password"] ?? []
  }

  /// Lines that follow one another in a file: a name at the end of one speaks of the next.
  ///
  /// - Parameter isCode: whether only texts in quotes can be values.
  package func redacted(_ lines: [String], isCode: Bool) -> [String] {
    var isOpen = false
    return lines.map { line in
      var text = RedactedLine(line, isCode: isCode)
      if isOpen { text.hideFirstValue() }
      isOpen = hideValues(in: &text, isCall: programs.contains { line.holds($0) })
      if line.holds("user ") || line.uppercased().holds("SETUSER") { text.hideRules() }
      for address in AddressText.every(in: line, vocabulary.variables) {
        for secret in address.hidden { text.hide(secret, of: line) }
      }
      return text.text
    }
  }

  /// Hides what follows names that hold a password; tells whether nothing follows the last of them on this line.
  private func hideValues(in text: inout RedactedLine, isCall: Bool) -> Bool {
    var index = 0
    while let word = text.word(from: index) {
      index = word.endIndex
      let name = String(word)
      let isOption = isCall && options.contains(name)
      let signsIn = LineRedactor.signingIn.contains(name.lowercased())
      guard isOption || signsIn || isSecret(name) else { continue }
      if text.isLast(index) { return true }
      index = max(index, text.hideValues(after: index, signsIn: signsIn, isOption: isOption))
    }
    return false
  }

  private func isSecret(_ word: String) -> Bool {
    let name = word.drop { $0 == "-" }
    return vocabulary.settings.secret.contains(name.lowercased())
      || VariableName(name, vocabulary.variables).namesSecret
  }
}
