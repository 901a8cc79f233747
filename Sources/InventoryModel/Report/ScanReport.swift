/// All that a scan found, sorted: what every reporter gets.
package struct ScanReport: Sendable, Hashable {
  /// The version of the report's form, not of the program; raised when a field goes or changes its meaning.
  package static let schemaVersion = 1

  package var toolVersion: String
  /// What was scanned, as it was named.
  package var root: String
  /// The repository's name among others; nil unless it was given.
  package var repository: String?
  /// Which part of a scan it is, where it is one.
  package var shard: ShardRecord?
  /// By path, line, column and command.
  package var operations: [Operation]
  /// By place.
  package var scripts: [ScriptRecord]
  /// Lua files that are run, by place; what runs them and what they ask for.
  package var scriptFiles: [ScriptRecord] = []
  /// By place.
  package var clients: [ClientRecord]
  /// By place.
  package var unresolved: [UnresolvedSite]
  /// The functions around the operations.
  package var callGraph: CallGraph
  /// What the files around the code say; empty unless asked for.
  package var infrastructure: InfrastructureFacts
  package var files: FileRecords
  /// Comments that speak to this program, by place.
  package var directives: [Directive] = []
  /// Nil unless asked for, since times differ from run to run.
  package var timings: [PhaseTiming]?

  /// A report with everything put in order.
  package init(
    toolVersion: String, root: String, operations: [Operation] = [], scripts: [ScriptRecord] = [],
    clients: [ClientRecord] = [], unresolved: [UnresolvedSite] = [], callGraph: CallGraph = CallGraph(),
    infrastructure: InfrastructureFacts = InfrastructureFacts(),
    files: FileRecords = FileRecords(), timings: [PhaseTiming]? = nil
  ) {
    self.toolVersion = toolVersion
    self.root = root
    self.operations = operations.sorted()
    self.scripts = scripts.sorted { ($0.place, $0.sha1 ?? "") < ($1.place, $1.sha1 ?? "") }
    self.clients = clients.sorted { ($0.place, $0.library, $0.role) < ($1.place, $1.library, $1.role) }
    self.unresolved = unresolved.sorted { ($0.place, $0.name) < ($1.place, $1.name) }
    self.callGraph = callGraph
    self.infrastructure = infrastructure.sorted
    self.files = files
    self.timings = timings
  }
}

/// What one phase of a scan cost.
package struct PhaseTiming: Sendable, Hashable {
  package var phase: String
  package var seconds: Double
  package var files: Int
  package var bytes: Int

  package init(phase: String, seconds: Double, files: Int, bytes: Int) {
    self.phase = phase
    self.seconds = seconds
    self.files = files
    self.bytes = bytes
  }
}
