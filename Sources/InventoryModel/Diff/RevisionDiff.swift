/// What became of a tree's use of Redis between two revisions.
package struct RevisionDiff: Sendable, Hashable {
  /// The version of the report's form, raised when a field goes or changes its meaning.
  package static let schemaVersion = 1

  package var toolVersion: String
  package var root: String
  package var before: RevisionName
  package var after: RevisionName
  /// By place.
  package var operations: [OperationChange] = []
  /// Keys, channels, scripts and locks of production code; by what they are, then name.
  package var names: [NameChange] = []
  /// By place.
  package var findings: [FindingChange] = []

  package init(toolVersion: String, root: String, before: RevisionName, after: RevisionName) {
    self.toolVersion = toolVersion
    self.root = root
    self.before = before
    self.after = after
  }

  /// Whether nothing changed.
  package var isEmpty: Bool { operations.isEmpty && names.isEmpty && findings.isEmpty }
}

/// A revision, or the work tree.
package struct RevisionName: Sendable, Hashable {
  /// As the user named it.
  package var name: String
  /// The id of the commit; nil for the work tree.
  package var commit: String?

  package init(name: String, commit: String?) {
    self.name = name
    self.commit = commit
  }

  /// The files as they are now.
  package static let workTree = RevisionName(name: "work tree", commit: nil)
}

/// What can become of something.
package enum ChangeKind: String, Sendable, Hashable, CaseIterable {
  case came, went, changed
}

/// What became of an operation.
package struct OperationChange: Sendable, Hashable {
  /// Nil for one that came.
  package var before: Operation?
  /// Nil for one that went.
  package var after: Operation?
  /// What is different, of one that changed: "ttl 3600 s → 60 s".
  package var details: [String]

  package init(before: Operation?, after: Operation?, details: [String] = []) {
    self.before = before
    self.after = after
    self.details = details
  }

  package var kind: ChangeKind { before == nil ? .came : after == nil ? .went : .changed }
}

/// What became of a key, channel, script or lock.
package struct NameChange: Sendable, Hashable {
  /// What has a name that programs share.
  package enum Subject: String, Sendable, Hashable, CaseIterable {
    case key, channel, script, lock
  }

  package var subject: Subject
  package var kind: ChangeKind
  /// The template; of a script the path of its file.
  package var name: String
  /// What is different, or what it is: "hash", "written by app/cart.py::Cart.add".
  package var details: [String]

  package init(_ subject: Subject, _ kind: ChangeKind, _ name: String, details: [String]) {
    self.subject = subject
    self.kind = kind
    self.name = name
    self.details = details
  }
}

/// What became of a finding.
package struct FindingChange: Sendable, Hashable {
  package var kind: ChangeKind
  /// As it is now; of one that went, as it was.
  package var finding: Finding
  package var details: [String]

  package init(_ kind: ChangeKind, _ finding: Finding, details: [String] = []) {
    self.kind = kind
    self.finding = finding
    self.details = details
  }
}
