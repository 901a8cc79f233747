/// The verdict on the gate that a migration passes before the old program is turned off.
package struct GateReport: Sendable, Hashable {
  /// The version of the report's form, raised when a field goes or changes its meaning.
  package static let schemaVersion = 1
  /// What the gate is called in plans.
  package static let name = "G12"

  package var toolVersion: String
  package var root: String
  /// The day of the verdict, by which attestations are in force or not.
  package var date: CalendarDate
  /// In the order of `Criterion.ID`.
  package var criteria: [Criterion]

  package init(toolVersion: String, root: String, date: CalendarDate, criteria: [Criterion]) {
    self.toolVersion = toolVersion
    self.root = root
    self.date = date
    self.criteria = criteria
  }

  /// Whether every criterion is met.
  package var isOpen: Bool { criteria.allSatisfy { $0.state == .met } }
}

/// An exit criterion of the gate, judged.
package struct Criterion: Sendable, Hashable {
  package enum ID: String, Sendable, Hashable, CaseIterable {
    case owners
    case luaParity = "lua-parity"
    case staging, dashboards
    case flushParity = "flush-parity"
    case documentation, rules

    /// What must be so.
    package var title: String {
      switch self {
      case .owners: "All patterns are mapped to code owners, and in a mixed tree to their Go counterpart"
      case .luaParity: "Every Lua script has a test that runs it, on each side"
      case .staging: "Orchestrator and keyspace behaviour is validated in staging"
      case .dashboards: "Dashboards show errors and latency of each pattern"
      case .flushParity: "The flush lifecycle is the same on both sides: SCAN, RENAME, DELETE"
      case .documentation: "The lock path and the health checks are documented"
      case .rules: "No migration rule is broken"
      }
    }
  }

  package enum State: String, Sendable, Hashable, CaseIterable {
    case met
    case notMet = "not met"
    /// The source cannot show it, and nobody has attested it.
    case needsAttestation = "needs attestation"
  }

  package var id: ID
  package var state: State
  /// What was looked at, one by one.
  package var items: [Item]
  /// What the configuration says, whether or not it counts.
  package var attestation: Attestation?
  /// Why the attestation does not count; nil where it does, or where there is none.
  package var objection: String?

  package init(
    id: ID, state: State, items: [Item], attestation: Attestation? = nil, objection: String? = nil
  ) {
    self.id = id
    self.state = state
    self.items = items
    self.attestation = attestation
    self.objection = objection
  }

  /// One thing that a criterion asks for.
  package struct Item: Sendable, Hashable {
    /// By the source alone.
    package var state: State
    package var text: RichText
    package var place: SourcePlace?

    package init(_ state: State, _ text: RichText, at place: SourcePlace? = nil) {
      self.state = state
      self.text = text
      self.place = place
    }
  }
}

/// Somebody's word for what source cannot show.
package struct Attestation: Sendable, Hashable {
  /// Where it can be seen: a link, a document.
  package var evidence: String
  package var by: String
  package var date: CalendarDate
  /// The last day on which it counts.
  package var expires: CalendarDate

  package init(evidence: String, by: String, date: CalendarDate, expires: CalendarDate) {
    self.evidence = evidence
    self.by = by
    self.date = date
    self.expires = expires
  }
}
