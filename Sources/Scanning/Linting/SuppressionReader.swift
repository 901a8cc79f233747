import InventoryModel

/// Findings that a comment allows.
struct Suppression: Sendable, Hashable {
  let directive: Directive
  /// As written, each once.
  let rules: [String]
  let lines: ClosedRange<Int>
  let reason: String?
  /// The last day on which it holds.
  let until: CalendarDate?
}

/// Reads `allow RULE, RULE until 2026-12-31 -- reason`, and `begin allow …` with its `end allow`.
struct SuppressionReader {
  enum Verb: String, CaseIterable {
    case allow
    case begin = "begin allow"
    case end = "end allow"
  }

  private(set) var suppressions: [Suppression] = []
  /// Comments that cannot be understood, and why.
  private(set) var faults: [(directive: Directive, message: String)] = []
  /// Blocks of the current file whose end has not come yet.
  private var open: [Suppression] = []

  /// - Parameter directives: in the order of their places.
  init(_ directives: [Directive]) {
    for (index, directive) in directives.enumerated() {
      if index > 0, directives[index - 1].place.path != directive.place.path { closeFile() }
      read(directive)
    }
    closeFile()
  }

  private mutating func read(_ directive: Directive) {
    let verbs = Verb.allCases
    guard
      let verb = verbs.first(where: { directive.text == $0.rawValue || directive.text.hasPrefix($0.rawValue + " ") })
    else {
      let word = String(directive.text.prefix { !$0.isWhitespace })
      let hint = NearestName.hint(for: word, in: verbs.map(\.rawValue))
      faults.append((directive, "'\(word)' is none of \(verbs.map(\.rawValue).joined(separator: ", "))\(hint)"))
      return
    }
    switch read(directive, after: verb) {
    case .failure(let fault): faults.append((directive, fault.message))
    case .success(let suppression):
      switch verb {
      case .allow: suppressions.append(suppression)
      case .begin: open.append(suppression)
      case .end: close(suppression)
      }
    }
  }

  private struct Fault: Error {
    let message: String
  }

  private func read(_ directive: Directive, after verb: Verb) -> Result<Suppression, Fault> {
    var text = directive.text.dropFirst(verb.rawValue.count)
    var reason: Substring?
    if let sign = text.firstRange(of: "--") {
      reason = text[sign.upperBound...].trimmed
      text = text[..<sign.lowerBound]
    }
    var words = text.split { $0.isWhitespace || $0 == "," }.map(String.init)
    var until: CalendarDate?
    if let index = words.firstIndex(of: "until") {
      guard index + 2 == words.count, let day = CalendarDate(words[index + 1]) else {
        return .failure(Fault(message: "a day is expected after 'until', as 2026-12-31"))
      }
      until = day
      words.removeLast(2)
    }
    guard !words.isEmpty else { return .failure(Fault(message: "the rule is missing that it allows")) }
    var rules: [String] = []
    for word in words where !rules.contains(word) { rules.append(word) }
    return .success(
      Suppression(
        directive: directive, rules: rules, lines: directive.lines,
        reason: reason.flatMap { $0.isEmpty ? nil : String($0) }, until: until))
  }

  /// Ends the innermost open block of the same rules.
  private mutating func close(_ end: Suppression) {
    guard let index = open.lastIndex(where: { Set($0.rules) == Set(end.rules) }) else {
      faults.append((end.directive, "no block is open here that allows \(end.rules.joined(separator: ", "))"))
      return
    }
    let begin = open.remove(at: index)
    let first = begin.directive.place.line
    suppressions.append(
      Suppression(
        directive: begin.directive, rules: begin.rules, lines: first...max(first, end.directive.place.line),
        reason: begin.reason, until: begin.until))
  }

  private mutating func closeFile() {
    for begin in open { faults.append((begin.directive, "the block is never ended: 'end allow' is expected below")) }
    open = []
  }
}
