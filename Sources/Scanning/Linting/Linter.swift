package import Checks
package import InventoryModel
package import Knowledge

/// Looks for broken rules in what a scan found.
package struct Linter: Sendable {
  private let catalog: RuleCatalog
  /// The rules that are looked for, with the severities in force.
  private let pages: [RulePage]
  private let settings: LintSettings

  package init(catalog: RuleCatalog, settings: LintSettings) throws(UnknownRule) {
    let ids = catalog.pages.map(\.rule.id)
    let named = (settings.select ?? []).union(settings.ignore)
    if let name = named.subtracting(ids).min() { throw UnknownRule(name: name, known: ids) }
    self.catalog = catalog
    self.settings = settings
    pages = catalog.pages.filter { page in
      (settings.select?.contains(page.rule.id) ?? true) && !settings.ignore.contains(page.rule.id)
    }.map { page in
      var rule = page.rule
      rule.severity = settings.severities[rule.id] ?? rule.severity
      return RulePage(rule: rule, selection: page.selection)
    }
  }

  /// The findings that the settings ask for.
  ///
  /// - Parameters:
  ///   - input: what the rules look at.
  ///   - today: decides which permissions are still in force.
  package func check(_ input: CheckInput, today: CalendarDate) -> CheckReport {
    let report = input.report
    var result = CheckReport(
      toolVersion: report.toolVersion, root: report.root, rules: pages.map(\.rule),
      operationCount: report.operations.count, files: report.files)
    var numbers = OccurrenceNumbers()
    let found = CheckRunner(pages: pages).findings(in: input).map { numbers.numbered($0) }
    let remaining = remaining(found, report, today, &result.hidden)
    for reported in remaining {
      let finding = reported.finding
      if !settings.contexts.contains(finding.context) {
        result.hidden.byContext[finding.context, default: 0] += 1
      } else if settings.minimumConfidence == .certain, finding.confidence != .certain {
        result.hidden.byConfidence += 1
      } else {
        result.findings.append(
          ReportedFinding(finding, occurrence: reported.occurrence, fails: fails(finding)))
      }
    }
    return result
  }

  /// What no comment allows, with what is wrong with the comments; sorted.
  private func remaining(
    _ findings: [ReportedFinding], _ report: ScanReport, _ today: CalendarDate, _ hidden: inout HiddenFindings
  ) -> [ReportedFinding] {
    guard !report.directives.isEmpty else { return findings }
    var filter = SuppressionFilter(
      report.directives, today: today, requiresReason: settings.requiresReasons)
    var remaining: [ReportedFinding] = []
    for reported in findings {
      if let finding = filter.remaining(reported.finding) {
        remaining.append(ReportedFinding(finding, occurrence: reported.occurrence))
      } else {
        hidden.bySuppression += 1
      }
    }
    guard let page = pages.first(where: { $0.rule.id == SuppressionFilter.rule }) else { return remaining }
    let active = Set(pages.map(\.rule.id))
    let faults = filter.faults(known: catalog.pages.map(\.rule.id)) { rule, _ in active.contains(rule) }
    var numbers = OccurrenceNumbers()
    remaining += faults.sorted().map { numbers.numbered($0.lowered(to: page.rule.severity)) }
    return remaining.sorted { $0.finding < $1.finding }
  }

  /// Whether a finding makes the check fail: one that is inferred does so only when it was asked for.
  private func fails(_ finding: Finding) -> Bool {
    guard let threshold = settings.threshold, finding.severity >= threshold else { return false }
    return finding.confidence == .certain || settings.minimumConfidence != nil
  }
}

extension Finding {
  fileprivate func lowered(to severity: Severity) -> Finding {
    var finding = self
    finding.severity = min(finding.severity, severity)
    return finding
  }
}

/// A name that is no rule's.
package struct UnknownRule: Error, Hashable, CustomStringConvertible {
  package let name: String
  private let hint: String

  package init(name: String, known: [String]) {
    self.name = name
    hint = NearestName.hint(for: name, in: known)
  }

  package var description: String { "unknown rule '\(name)'\(hint)" }
}
