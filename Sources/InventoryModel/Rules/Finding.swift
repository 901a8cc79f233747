/// A place where a rule is broken.
package struct Finding: Sendable, Hashable {
  /// The rule's id: `keys-in-production`.
  package var rule: String
  package var severity: Severity
  package var place: SourcePlace
  /// How many columns the naming token takes, from the place on.
  package var length: Int
  /// What is wrong here, in one sentence with the command and the key; no line numbers.
  package var message: String
  /// The function around it, qualified; nil at the top level of a file.
  package var function: String?
  /// What was found, in normal form and free of places: the command and the key template. With rule, path and
  /// function it identifies the finding across edits.
  package var subject: String
  package var context: FileContext
  package var confidence: Confidence
  /// Other places that belong to it, in the order in which they are read: the evidence, the other side of a pair.
  package var notes: [Evidence]

  package init(
    rule: String, severity: Severity, place: SourcePlace, length: Int = 1, message: String, function: String? = nil,
    subject: String, context: FileContext = .production, confidence: Confidence = .certain, notes: [Evidence] = []
  ) {
    self.rule = rule
    self.severity = severity
    self.place = place
    self.length = length
    self.message = message
    self.function = function
    self.subject = subject
    self.context = context
    self.confidence = confidence
    self.notes = notes
  }
}

extension Finding: Comparable {
  /// By place, then rule and subject.
  package static func < (left: Finding, right: Finding) -> Bool {
    guard left.place == right.place else { return left.place < right.place }
    return (left.rule, left.subject) < (right.rule, right.subject)
  }
}
