package import InventoryModel

/// What somebody has planned for a name that changes: how both sides go on understanding each other, who sees to it,
/// and until when.
package struct MigrationPlan: Sendable, Hashable {
  /// What a plan can be about.
  package enum Subject: String, Sendable, Hashable, CaseIterable {
    case key, channel, script, lock
  }

  /// What is done on the old and the new name alike while the plan is in force.
  package enum Dual: String, Sendable, Hashable, CaseIterable {
    case read, write
  }

  package var subject: Subject
  /// The name as it was; nil for one that is new.
  package var from: String?
  /// The name as it becomes; nil for one that goes.
  package var to: String?
  /// Empty: nobody else uses the name.
  package var dual: Set<Dual>
  package var owner: String
  /// The last day on which it covers anything.
  package var until: CalendarDate

  package init(
    subject: Subject, from: String?, to: String?, dual: Set<Dual>, owner: String, until: CalendarDate
  ) {
    self.subject = subject
    self.from = from
    self.to = to
    self.dual = dual
    self.owner = owner
    self.until = until
  }

  /// Whether it speaks of a change of a name.
  func covers(_ subject: Subject, _ name: String) -> Bool {
    self.subject == subject && (from == name || to == name)
  }
}
