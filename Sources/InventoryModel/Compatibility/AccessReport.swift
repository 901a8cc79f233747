/// The least privilege that the code needs, a user for each connection.
package struct AccessReport: Sendable, Hashable {
  /// The version of the report's form; raised when a field goes or changes its meaning.
  package static let schemaVersion = 1

  package var toolVersion: String
  /// What was scanned, as it was named.
  package var root: String
  /// By name.
  package var users: [AccessUser]
  /// Calls that may be operations, which no rule covers.
  package var unresolvedCount: Int

  package init(toolVersion: String, root: String, users: [AccessUser], unresolvedCount: Int) {
    self.toolVersion = toolVersion
    self.root = root
    self.users = users
    self.unresolvedCount = unresolvedCount
  }
}

/// What one connection may do.
package struct AccessUser: Sendable, Hashable {
  package var name: String
  /// What the connection is made from.
  package var connections: [String]
  /// How many operations go over it.
  package var operations: Int
  /// As rules name them: `get`, `config|set`; sorted.
  package var commands: [String]
  /// By pattern.
  package var keys: [KeyGrant]
  /// Patterns of channels; sorted.
  package var channels: [String]
  /// Whether the server tells channels apart.
  package var namesChannels = true
  /// What could not be narrowed, and why; by place.
  package var openPoints: [OpenPoint]

  /// A pattern of keys, and what may be done with their values.
  package struct KeyGrant: Sendable, Hashable {
    package var pattern: String
    package var reads: Bool
    package var writes: Bool

    package init(pattern: String, reads: Bool, writes: Bool) {
      self.pattern = pattern
      self.reads = reads
      self.writes = writes
    }

    /// As a rule says it; a key that is neither read nor written still has to be named.
    package var rule: String { (reads && writes ? "~" : writes ? "%W~" : "%R~") + pattern }
  }

  /// A use for which a rule is wider than the code, or is missing.
  package struct OpenPoint: Sendable, Hashable, Comparable {
    package var place: SourcePlace
    package var command: String
    package var why: String

    package init(place: SourcePlace, command: String, why: String) {
      self.place = place
      self.command = command
      self.why = why
    }

    package static func < (left: OpenPoint, right: OpenPoint) -> Bool {
      (left.place, left.command, left.why) < (right.place, right.command, right.why)
    }
  }

  package init(
    name: String, connections: [String], operations: Int, commands: [String], keys: [KeyGrant], channels: [String],
    openPoints: [OpenPoint]
  ) {
    self.name = name
    self.connections = connections
    self.operations = operations
    self.commands = commands
    self.keys = keys
    self.channels = channels
    self.openPoints = openPoints
  }

  /// The words after the user's name, in the order of a rule file; it has no password yet.
  package var rules: [String] {
    let head = namesChannels ? ["on", "resetkeys", "resetchannels", "-@all"] : ["on", "resetkeys", "-@all"]
    return head + keys.map(\.rule) + (namesChannels ? channels.map { "&" + $0 } : []) + commands.map { "+" + $0 }
  }
}
