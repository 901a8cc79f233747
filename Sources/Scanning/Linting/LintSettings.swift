package import InventoryModel

/// What a check looks for, and what makes it fail; resolved.
package struct LintSettings: Sendable {
  /// Rules to look for; nil for all.
  package var select: Set<String>?
  package var ignore: Set<String> = []
  /// Severities other than those of the pages.
  package var severities: [String: Severity] = [:]
  /// Findings from here up fail the check; nil: none does.
  package var threshold: Severity? = .warning
  /// Nil: inferred findings are shown, and do not fail.
  package var minimumConfidence: Confidence?
  /// Contexts whose findings count.
  package var contexts: Set<FileContext> = [.production]
  /// Whether a comment that allows something must say why.
  package var requiresReasons = true

  package init() {}
}
