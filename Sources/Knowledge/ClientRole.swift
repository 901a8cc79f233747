/// What a value of a client library is: client, pipeline, subscriber, lock, script …
package struct ClientRole: Sendable {
  package var name: String
  /// Whether members named like a command are that command.
  package var namesCommands: Bool
  /// Arguments before the command's own.
  package var leading: Int
  /// Whether the leading argument is a context that older versions of the library do not take.
  package var leadingIsContext = false
  /// Endings that a member's name may carry without meaning another command: `Async`, `Buffer`.
  package var suffixes: [String] = []
  /// What the commands of its members begin with: `JSON.`
  package var prefix: String?
  /// Whether a member that names a command is the operation itself, whose arguments the chained members give.
  package var isBuilder = false
  /// Whether types of the role are command objects, named like the command.
  package var isCommand = false
  /// What chained members of a builder add to the operation.
  package var chain: [String: ChainedFact] = [:]
  /// Names that must not be read as commands.
  package var except: Set<String>
  /// What it does is queued.
  package var isPipeline: Bool
  /// What it does is inside MULTI.
  package var isTransaction: Bool
  /// Label or field → option of the command.
  package var options: [String: CommandOption]
  /// Method name, bare or with its labels → what it does. Alternatives are separate entries.
  package var methods: [String: ClientMethod]
  /// Member read without a call → role of its value.
  package var properties: [String: String]
  /// What calling the value itself does.
  package var call: ClientMethod?
  /// Role of what iterating over it or indexing it yields.
  package var element: String?
  /// Role of what `with` binds; nil: the value itself.
  package var enter: String?

  package init(
    name: String, namesCommands: Bool, leading: Int, except: Set<String>, isPipeline: Bool,
    isTransaction: Bool, options: [String: CommandOption], methods: [String: ClientMethod],
    properties: [String: String], call: ClientMethod?, element: String?, enter: String?
  ) {
    self.name = name
    self.namesCommands = namesCommands
    self.leading = leading
    self.except = except
    self.isPipeline = isPipeline
    self.isTransaction = isTransaction
    self.options = options
    self.methods = methods
    self.properties = properties
    self.call = call
    self.element = element
    self.enter = enter
  }
}

/// What a chained member of a builder adds to the operation.
package enum ChainedFact: Sendable, Hashable {
  case key, channel
  /// The pattern of keys of a command that walks over all of them.
  case pattern
  case ttl(TimeUnit)
  case option(String)
}

/// An option that a label stands for, and its unit where it is a time to live.
package struct CommandOption: Sendable, Hashable {
  package var option: String
  package var unit: TimeUnit?
  /// Whether it is said by a literal `false`, and by nothing else.
  package var isSaidByFalse: Bool

  package init(option: String, unit: TimeUnit?, isSaidByFalse: Bool = false) {
    self.option = option
    self.unit = unit
    self.isSaidByFalse = isSaidByFalse
  }
}

/// What a number of time is counted in.
package enum TimeUnit: String, Sendable, Hashable, CaseIterable {
  case seconds = "s"
  case milliseconds = "ms"
  /// The argument is a duration of the language: Go's `time.Duration`, Python's `timedelta`.
  case duration
}
