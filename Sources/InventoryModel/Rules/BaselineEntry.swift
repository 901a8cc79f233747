/// An accepted finding.
package struct BaselineEntry: Sendable, Hashable, Comparable {
  package var rule: String
  /// From the baseline's folder.
  package var path: String
  package var function: String?
  package var subject: String
  /// Which of the findings equal in all else, from 1.
  package var occurrence: Int

  package init(rule: String, path: String, function: String?, subject: String, occurrence: Int = 1) {
    self.rule = rule
    self.path = path
    self.function = function
    self.subject = subject
    self.occurrence = occurrence
  }

  /// By path, rule, function, subject and occurrence.
  package static func < (left: BaselineEntry, right: BaselineEntry) -> Bool {
    (left.path, left.rule, left.function ?? "", left.subject, left.occurrence)
      < (right.path, right.rule, right.function ?? "", right.subject, right.occurrence)
  }
}
