import InventoryModel

/// Takes out the findings that comments allow, and says which comments allow nothing.
struct SuppressionFilter {
  /// The id of the rule about comments that are of no use.
  static let rule = "faulty-suppression"

  private let reader: SuppressionReader
  /// Suppressions by path, as positions.
  private let byPath: [String: [Int]]
  private let today: CalendarDate
  private let requiresReason: Bool
  private var used: Set<Use> = []

  private struct Use: Hashable {
    let suppression: Int
    let rule: String
  }

  init(_ directives: [Directive], today: CalendarDate, requiresReason: Bool) {
    let reader = SuppressionReader(directives)
    self.reader = reader
    byPath = Dictionary(grouping: reader.suppressions.indices) { reader.suppressions[$0].directive.place.path }
    self.today = today
    self.requiresReason = requiresReason
  }

  /// The finding, unless a comment allows it; with a note where one did until some day.
  mutating func remaining(_ finding: Finding) -> Finding? {
    guard let candidates = byPath[finding.place.path] else { return finding }
    var finding = finding
    var isAllowed = false
    for index in candidates {
      let suppression = reader.suppressions[index]
      guard suppression.lines.contains(finding.place.line), suppression.rules.contains(finding.rule) else { continue }
      used.insert(Use(suppression: index, rule: finding.rule))
      if let until = suppression.until, until < today {
        let reason = suppression.reason.map { ": \($0)" } ?? ""
        finding.notes.append(Evidence(place: suppression.directive.place, what: "allowed until \(until)\(reason)"))
      } else {
        isAllowed = true
      }
    }
    return isAllowed ? nil : finding
  }

  /// What is wrong with the comments, after all findings went through `remaining`.
  ///
  /// - Parameters:
  ///   - known: the ids of all rules.
  ///   - isLookedFor: whether a rule was looked for in a file.
  func faults(known: [String], isLookedFor: (_ rule: String, _ path: String) -> Bool) -> [Finding] {
    var faults = reader.faults.map { fault($0.directive, $0.message, subject: "syntax") }
    for (index, suppression) in reader.suppressions.enumerated() {
      let directive = suppression.directive
      if requiresReason, suppression.reason == nil {
        faults.append(
          fault(directive, "a reason is missing: '-- why' is expected at the end of the comment", subject: "reason"))
      }
      for rule in suppression.rules {
        if !known.contains(rule) {
          let hint = NearestName.hint(for: rule, in: known)
          faults.append(fault(directive, "'\(rule)' is no rule\(hint)", subject: "unknown \(rule)"))
        } else if !used.contains(Use(suppression: index, rule: rule)), isLookedFor(rule, directive.place.path) {
          faults.append(fault(directive, "nothing here breaks \(rule); remove the comment", subject: "unused \(rule)"))
        }
      }
    }
    return faults
  }

  private func fault(_ directive: Directive, _ message: String, subject: String) -> Finding {
    Finding(
      rule: SuppressionFilter.rule, severity: .error, place: directive.place, message: message, subject: subject,
      context: directive.context)
  }
}
