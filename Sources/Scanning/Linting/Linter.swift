package import Checks
import Infrastructure
package import InventoryModel
package import Knowledge
package import Parallelism

/// Looks for broken rules in what a scan found.
package struct Linter: Sendable {
  private let catalog: RuleCatalog
  /// The pages of the rules that are looked for.
  private let pages: [RulePage]
  private let settings: LintSettings

  package init(catalog: RuleCatalog, settings: LintSettings) {
    self.catalog = catalog
    self.settings = settings
    pages = catalog.pages.filter { settings.looksFor($0.rule.id) }
  }

  /// The findings that the settings ask for.
  ///
  /// - Parameters:
  ///   - input: what the rules look at.
  ///   - baseline: findings that are accepted.
  ///   - today: decides which permissions are still in force.
  ///   - parallel: how rules are looked for beside each other.
  ///   - comments: the comments that speak to this program in a file that no front end reads.
  package func check(
    _ input: CheckInput, baseline: Baseline? = nil, today: CalendarDate, parallel: Parallel = Parallel(width: 1),
    comments: (_ path: String) -> [Directive] = { _ in [] }
  ) async -> CheckReport {
    let report = input.report
    var result = CheckReport(
      toolVersion: report.toolVersion, root: report.root, rules: pages.map { inForce($0.rule) },
      operationCount: report.operations.count, files: report.files)
    var numbers = OccurrenceNumbers()
    let redactor = LineRedactor(input.infrastructure)
    let found = await CheckRunner(pages: pages).findings(in: input, parallel).compactMap { levelled($0) }.map {
      numbers.numbered(Linter.redacted($0, by: redactor))
    }
    let others = Set(found.map(\.finding.place.path)).filter { SourceKind(path: $0)?.language == nil }.sorted()
    let directives = (report.directives + others.flatMap(comments)).sorted { $0.place < $1.place }
    var filter = baseline.map { BaselineFilter($0) }
    for reported in remaining(found, directives, today, &result.hidden) {
      let finding = reported.finding
      if !settings.contexts.contains(finding.context) {
        result.hidden.byContext[finding.context, default: 0] += 1
      } else if settings.minimumConfidence == .certain, finding.confidence != .certain {
        result.hidden.byConfidence += 1
      } else if filter?.accepts(reported) ?? false {
        result.hidden.byBaseline += 1
      } else {
        result.findings.append(ReportedFinding(finding, occurrence: reported.occurrence, fails: fails(finding)))
      }
    }
    result.staleBaselineEntries = filter?.stale { settings.looksFor($0) } ?? []
    result.failsOnStaleBaseline = settings.failsOnStaleBaseline
    return result
  }

  /// What no comment allows, with what is wrong with the comments; sorted.
  private func remaining(
    _ findings: [ReportedFinding], _ directives: [Directive], _ today: CalendarDate, _ hidden: inout HiddenFindings
  ) -> [ReportedFinding] {
    guard !directives.isEmpty else { return findings }
    var filter = SuppressionFilter(
      directives, today: today, requiresReason: settings.requiresReasons)
    var remaining: [ReportedFinding] = []
    for reported in findings {
      if let finding = filter.remaining(reported.finding) {
        remaining.append(ReportedFinding(finding, occurrence: reported.occurrence))
      } else {
        hidden.bySuppression += 1
      }
    }
    let faults = filter.faults(known: catalog.pages.map(\.rule.id)) { rule, path in
      page(rule).map { settings.severity(of: $0.rule, in: path) != nil } ?? false
    }
    var numbers = OccurrenceNumbers()
    remaining += faults.sorted().compactMap { levelled($0) }.map { numbers.numbered($0) }
    return remaining.sorted { $0.finding < $1.finding }
  }

  private func page(_ rule: String) -> RulePage? { pages.first { $0.rule.id == rule } }

  /// A finding with the severity that is in force at its place; nothing where its rule is off.
  private func levelled(_ finding: Finding) -> Finding? {
    guard let page = page(finding.rule), let severity = settings.severity(of: page.rule, in: finding.place.path)
    else { return nil }
    var finding = finding
    finding.severity = min(finding.severity, severity)
    return finding
  }

  /// A finding without the passwords of what it quotes: a script's text, an argument.
  private static func redacted(_ finding: Finding, by redactor: LineRedactor) -> Finding {
    var finding = finding
    finding.subject = redactor.redacted([finding.subject], isCode: true)[0]
    finding.message = redactor.redacted([finding.message], isCode: true)[0]
    return finding
  }

  private func inForce(_ rule: Rule) -> Rule {
    var rule = rule
    rule.severity = settings.severities[rule.id] ?? rule.severity
    return rule
  }

  /// Whether a finding makes the check fail: one that is inferred does so only when it was asked for.
  private func fails(_ finding: Finding) -> Bool {
    guard let threshold = settings.threshold, finding.severity >= threshold else { return false }
    return finding.confidence == .certain || settings.minimumConfidence != nil
  }
}
