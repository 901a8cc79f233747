package import InventoryModel

/// An output format for the difference of two revisions.
package struct DiffReporter: Sendable {
  /// As `--format` takes it.
  package let name: String
  package let summary: String
  /// Always ends with a line end.
  package let render: @Sendable (RevisionDiff, ReportStyle) -> String

  /// All formats, in the order of the help.
  package static let all: [DiffReporter] = [.text, .markdown, .json]

  /// The format of a name.
  package static func named(_ name: String) -> DiffReporter? { all.first { $0.name == name } }
}

/// What all formats say of a difference.
enum DiffWords {
  /// `3 operations came, 1 went; 1 key changed`; empty when nothing changed.
  static func counts(of diff: RevisionDiff) -> String {
    var parts = [count(diff.operations.map(\.kind), "operation", "operations")]
    for (subject, plural) in subjects {
      parts.append(count(diff.names.filter { $0.subject == subject }.map(\.kind), subject.rawValue, plural))
    }
    parts.append(count(diff.findings.map(\.kind), "finding", "findings"))
    return parts.filter { !$0.isEmpty }.joined(separator: "; ")
  }

  static let subjects: [(subject: NameChange.Subject, plural: String)] = [
    (.key, "keys"), (.channel, "channels"), (.script, "scripts"), (.lock, "locks"),
  ]

  static func sign(_ kind: ChangeKind) -> String {
    switch kind {
    case .came: "+"
    case .went: "-"
    case .changed: "~"
    }
  }

  private static func count(_ kinds: [ChangeKind], _ singular: String, _ plural: String) -> String {
    var isFirst = true
    return ChangeKind.allCases.compactMap { kind -> String? in
      let count = kinds.count { $0 == kind }
      guard count > 0 else { return nil }
      defer { isFirst = false }
      return isFirst ? "\(CountText.of(count, singular, plural)) \(kind.rawValue)" : "\(count) \(kind.rawValue)"
    }.joined(separator: ", ")
  }
}
