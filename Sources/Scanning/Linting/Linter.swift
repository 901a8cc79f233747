import Checks
package import Freeze
package import InventoryModel
package import Knowledge

/// Looks for broken rules in what a scan found.
package struct Linter: Sendable {
  private let pages: [RulePage]
  private let settings: LintSettings
  private let commands: CommandTable
  private let events: KeyspaceEvents

  package init(
    catalog: RuleCatalog, commands: CommandTable, events: KeyspaceEvents, settings: LintSettings
  ) throws(UnknownRule) {
    let ids = catalog.pages.map(\.rule.id)
    let named = (settings.select ?? []).union(settings.ignore)
    if let name = named.subtracting(ids).min() { throw UnknownRule(name: name, known: ids) }
    self.settings = settings
    self.commands = commands
    self.events = events
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
  /// - Parameter schemaChanges: how the code departs from the frozen key schema.
  package func check(_ report: ScanReport, schemaChanges: [SchemaChange] = []) -> CheckReport {
    let input = CheckInput(report: report, commands: commands, events: events, schemaChanges: schemaChanges)
    let found = CheckRunner(pages: pages).findings(in: input)
    var result = CheckReport(
      toolVersion: report.toolVersion, root: report.root, rules: pages.map(\.rule),
      operationCount: report.operations.count, files: report.files)
    var counts: [Identity: Int] = [:]
    for finding in found {
      let occurrence = counts[Identity(finding), default: 0] + 1
      counts[Identity(finding)] = occurrence
      if !settings.contexts.contains(finding.context) {
        result.hidden.byContext[finding.context, default: 0] += 1
      } else if settings.minimumConfidence == .certain, finding.confidence != .certain {
        result.hidden.byConfidence += 1
      } else {
        result.findings.append(ReportedFinding(finding, occurrence: occurrence, fails: fails(finding)))
      }
    }
    return result
  }

  /// Whether a finding makes the check fail: one that is inferred does so only when it was asked for.
  private func fails(_ finding: Finding) -> Bool {
    guard let threshold = settings.threshold, finding.severity >= threshold else { return false }
    return finding.confidence == .certain || settings.minimumConfidence != nil
  }

  /// What tells a finding from others across edits, but for its number among equal ones.
  private struct Identity: Hashable {
    let rule: String
    let path: String
    let function: String?
    let subject: String

    init(_ finding: Finding) {
      (rule, path) = (finding.rule, finding.place.path)
      (function, subject) = (finding.function, finding.subject)
    }
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
