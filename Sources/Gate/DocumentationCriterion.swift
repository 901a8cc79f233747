import InventoryModel

/// Whether somebody wrote down how locks are taken and how health is checked.
struct DocumentationCriterion {
  private let input: GateInput

  init(_ input: GateInput) { self.input = input }

  var items: [Criterion.Item] {
    let locks = input.patterns.filter { $0.pattern.hasPrefix("lock-") }
    let checks = input.patterns.filter { $0.pattern == "health-check" }
    if locks.isEmpty && checks.isEmpty {
      return [Criterion.Item(.met, "production code has neither locks nor health checks")]
    }
    return locks.map { item($0, alsoByWords: []) } + checks.map { item($0, alsoByWords: ["health"]) }
  }

  /// Met when a document names a function or type of the pattern, its file, or one of its keys, or says the words in one
  /// line with the server's name.
  private func item(_ pattern: PatternEntry, alsoByWords words: [String]) -> Criterion.Item {
    let names = names(of: pattern)
    for document in input.documents {
      for (index, line) in document.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        let lower = line.lowercased()
        let says = words.contains { lower.contains($0) } && ["redis", "valkey"].contains { lower.contains($0) }
        guard says || names.contains(where: { TextSearch.holds($0, in: line) }) else { continue }
        return Criterion.Item(
          .met, "\(pattern.name): \(code: document.path)",
          at: SourcePlace(path: document.path, line: index + 1, column: 1))
      }
    }
    return Criterion.Item(
      .needsAttestation, "\(pattern.name): no document in the tree names \(codes: names)", at: pattern.place)
  }

  private func names(of pattern: PatternEntry) -> [String] {
    var names: [String] = []
    for anchor in pattern.anchors {
      names.append(anchor.path)
      let parts = anchor.symbol?.split(separator: ".").map(String.init) ?? []
      names += parts.filter(isTelling)
      if parts.count > 1, let symbol = anchor.symbol { names.append(symbol) }
    }
    names += pattern.operations.flatMap(\.sharedNames).filter { !$0.contains("{}") && $0.count > 5 }
    return names.enumerated().filter { names.firstIndex(of: $0.element) == $0.offset }.map(\.element)
  }

  /// Whether a name is made of several words: a document that says "release" speaks of something else.
  private func isTelling(_ name: String) -> Bool {
    !name.hasPrefix("__") && name.count > 5 && (name.dropFirst().contains { $0.isUppercase || $0 == "_" })
  }
}

/// Looks for names in text.
enum TextSearch {
  /// Whether a name stands in a text as a whole word.
  static func holds(_ name: String, in text: some StringProtocol) -> Bool {
    text.ranges(of: name).contains { range in
      let before = range.lowerBound > text.startIndex ? text[text.index(before: range.lowerBound)] : " "
      let after = range.upperBound < text.endIndex ? text[range.upperBound] : " "
      return !isWordPart(before) && !isWordPart(after)
    }
  }

  private static func isWordPart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }
}
