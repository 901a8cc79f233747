/// Whether what a scan found will run on some targets: what every compatibility reporter gets.
package struct CompatibilityReport: Sendable, Hashable {
  /// The version of the report's form; raised when a field goes or changes its meaning.
  package static let schemaVersion = 1

  package var toolVersion: String
  /// What was scanned, as it was named.
  package var root: String
  /// In the order in which they were asked for.
  package var targets: [TargetAssessment]
  /// What is judged together in the matrix; sorted.
  package var subjects: [MatrixRow]
  /// What must move together, in the order in which it may move.
  package var workloads: [Workload]
  /// What plans of a move take for granted, and whether it holds; in the order of the table.
  package var assumptions: [JudgedAssumption]
  /// What is refused or limited, as findings of two rules.
  package var check: CheckReport

  package init(
    toolVersion: String, root: String, targets: [TargetAssessment], subjects: [MatrixRow] = [],
    workloads: [Workload] = [], assumptions: [JudgedAssumption] = []
  ) {
    self.toolVersion = toolVersion
    self.root = root
    self.targets = targets
    self.subjects = subjects
    self.workloads = workloads
    self.assumptions = assumptions
    check = CheckReport(toolVersion: toolVersion, root: root)
  }
}

/// What becomes of the code on one target.
package struct TargetAssessment: Sendable, Hashable {
  /// As it was asked for: `elasticache+cluster`.
  package var name: String
  package var title: String
  /// What was read about it.
  package var version: String
  /// When that was read, as a date.
  package var read: String
  package var verdict: TargetVerdict
  /// By place; what runs as it is is not among them.
  package var uses: [TargetUse]
  /// What holds of the target whatever the code does.
  package var notes: [TargetNote]

  package init(
    name: String, title: String, version: String, read: String, verdict: TargetVerdict, uses: [TargetUse],
    notes: [TargetNote]
  ) {
    self.name = name
    self.title = title
    self.version = version
    self.read = read
    self.verdict = verdict
    self.uses = uses
    self.notes = notes
  }
}

/// Whether code runs on a target; ordered from good to bad.
package enum TargetVerdict: String, Sendable, Hashable, CaseIterable, Comparable {
  case asIs = "runs as it is"
  case withChanges = "runs with changes"
  case doesNotRun = "does not run"

  private var rank: Int { TargetVerdict.allCases.firstIndex(of: self) ?? 0 }

  package static func < (left: TargetVerdict, right: TargetVerdict) -> Bool { left.rank < right.rank }
}

/// Something to know of a target as a whole.
package struct TargetNote: Sendable, Hashable {
  package var fact: String
  package var source: String

  package init(fact: String, source: String) {
    self.fact = fact
    self.source = source
  }
}

/// A row of the matrix: operations that are judged together, with a verdict for each target.
package struct MatrixRow: Sendable, Hashable {
  package var name: String
  /// How many operations it has.
  package var operations: Int
  /// One a target, in their order.
  package var verdicts: [TargetVerdict]

  package init(name: String, operations: Int, verdicts: [TargetVerdict]) {
    self.name = name
    self.operations = operations
    self.verdicts = verdicts
  }
}
