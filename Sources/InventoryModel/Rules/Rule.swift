/// What a rule's page says: its metadata and its documentation.
package struct Rule: Sendable, Hashable {
  /// In kebab case; names what is wrong: `keys-in-production`.
  package var id: String
  package var title: String
  package var severity: Severity
  /// Number of the migration rule that it belongs to; nil for one beyond them.
  package var migration: Int?
  /// The first version of the program that has it.
  package var since: String
  /// In the order of the page.
  package var sections: [RuleSection]
  package var examples: [RuleExample]

  package init(
    id: String, title: String, severity: Severity, migration: Int? = nil, since: String = "",
    sections: [RuleSection] = [], examples: [RuleExample] = []
  ) {
    self.id = id
    self.title = title
    self.severity = severity
    self.migration = migration
    self.since = since
    self.sections = sections
    self.examples = examples
  }

  /// The Markdown of a section.
  package subscript(_ kind: RuleSection.Kind) -> String { sections.first { $0.kind == kind }?.text ?? "" }
}

/// A part of a rule's page.
package struct RuleSection: Sendable, Hashable {
  /// The headings of a page, in their order.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case finds = "What it finds"
    case why = "Why"
    case instead = "Instead"
    case blindSpots = "What it cannot see"
    case triggers = "Triggers"
    case doesNotTrigger = "Does not trigger"
  }

  package var kind: Kind
  /// Markdown below the heading.
  package var text: String

  package init(kind: Kind, text: String) {
    self.kind = kind
    self.text = text
  }
}

/// A small project on a rule's page, with comments that say what is found in it.
package struct RuleExample: Sendable, Hashable {
  /// Whether the rule finds something in it.
  package var triggers: Bool
  package var files: [File]

  package struct File: Sendable, Hashable {
    package var path: String
    package var text: String
    /// The line of the page on which the text begins.
    package var line: Int

    package init(path: String, text: String, line: Int) {
      self.path = path
      self.text = text
      self.line = line
    }
  }

  package init(triggers: Bool, files: [File]) {
    self.triggers = triggers
    self.files = files
  }
}
