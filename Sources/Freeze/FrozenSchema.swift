/// A key schema as it was frozen in a file, with the plans for what changes.
package struct FrozenSchema: Sendable, Hashable {
  /// What the file is called.
  package static let fileName = "redis-schema.yml"

  package var schema = KeySchema()
  package var plans: [MigrationPlan] = []
  /// Where the entries stand in the file, by subject and name; of a script by path and SHA1.
  package var lines: [EntryName: Int] = [:]
  /// The text from `plans:` on to the end of the section, as it was written.
  package var plansText: String?
  /// The file relative to the scanned root.
  package var path = fileName

  /// An entry of the file.
  package struct EntryName: Sendable, Hashable {
    package let subject: MigrationPlan.Subject
    package let name: String

    package init(_ subject: MigrationPlan.Subject, _ name: String) {
      self.subject = subject
      self.name = name
    }
  }

  package init() {}

  /// The text of the file: the schema, and the plans as they were written.
  package var text: String { schema.text + (plansText.map { "\n" + $0 } ?? "") }

  /// Where an entry stands; the first line for one that is not there.
  package func line(of subject: MigrationPlan.Subject, _ name: String) -> Int {
    lines[EntryName(subject, name)] ?? 1
  }
}
