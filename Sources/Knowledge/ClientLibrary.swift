package import InventoryModel

/// A client library as its table in `Rules/Clients` tells it; the vocabulary is `Rules/README.md`.
package struct ClientLibrary: Sendable {
  package var name: String
  package var language: Language
  /// Import root → name in reports.
  package var packages: [String: String]
  package var markers: [String]
  /// The context of all its operations, where the library is only for that.
  package var context: FileContext?
  /// Strings of which the scanned tree must hold one; empty when there is no such condition.
  package var requires: [String]
  package var types: [NamedEntry]
  package var functions: [NamedEntry]
  /// Names that are values of a role by themselves: `django.core.cache.cache`.
  package var values: [NamedEntry]
  /// Names that exist without an import → role.
  package var globals: [String: String]
  package var roles: [String: ClientRole]

  /// A type or function by its qualified name.
  package struct NamedEntry: Sendable {
    package var name: QualifiedPattern
    /// What calling or constructing it does; `returns` is the role of the value.
    package var method: ClientMethod
    /// The package root that it holds for; nil: all of the table.
    package var root: String?

    package init(name: QualifiedPattern, method: ClientMethod, root: String? = nil) {
      self.name = name
      self.method = method
      self.root = root
    }
  }

  package init(
    name: String, language: Language, packages: [String: String], markers: [String],
    context: FileContext?, requires: [String], types: [NamedEntry], functions: [NamedEntry], values: [NamedEntry],
    globals: [String: String], roles: [String: ClientRole]
  ) {
    self.name = name
    self.language = language
    self.packages = packages
    self.markers = markers
    self.context = context
    self.requires = requires
    self.types = types
    self.functions = functions
    self.values = values
    self.globals = globals
    self.roles = roles
  }
}

/// `$.*.Redis.from_url`: the package root, any components, then fixed ones.
package struct QualifiedPattern: Sendable, Hashable {
  /// Components between the root and the `*`; all components when there is no `*`.
  package var prefix: [String]
  /// Components after the `*`; nil when there is no `*`.
  package var suffix: [String]?

  package init(prefix: [String], suffix: [String]?) {
    self.prefix = prefix
    self.suffix = suffix
  }

  /// Whether the components after a package root are of this pattern.
  package func matches(_ path: some Collection<String>) -> Bool {
    guard let suffix else { return path.elementsEqual(prefix) }
    return path.count >= prefix.count + suffix.count
      && path.prefix(prefix.count).elementsEqual(prefix)
      && path.suffix(suffix.count).elementsEqual(suffix)
  }
}

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
  package var isPipeline: Bool
  package var isTransaction: Bool
  /// Label or field → option of the command.
  package var options: [String: CommandOption]
  /// Method name, bare or with its labels → what it does. Alternatives are separate entries.
  package var methods: [String: ClientMethod]
  package var properties: [String: String]
  package var call: ClientMethod?
  package var element: String?
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
  case ttl(TimeUnit)
  case option(String)
}

/// An option that a label stands for, and its unit where it is a time to live.
package struct CommandOption: Sendable, Hashable {
  package var option: String
  package var unit: TimeUnit?

  package init(option: String, unit: TimeUnit?) {
    self.option = option
    self.unit = unit
  }
}

/// What a number of time is counted in.
package enum TimeUnit: String, Sendable, Hashable, CaseIterable {
  case seconds = "s"
  case milliseconds = "ms"
  /// The argument is a duration of the language: Go's `time.Duration`, Python's `timedelta`.
  case duration
}

/// What a method, function, constructor or call of a value does.
package struct ClientMethod: Sendable {
  package var command: CommandSource?
  package var result: Result?
  package var keys: ArgumentList?
  package var channels: ArgumentList?
  package var ttl: TimeArgument?
  package var callback: Callback?
  package var script: ScriptArgument?
  package var client: ArgumentSelector?
  package var defines: Definition?
  package var batch: ArgumentSelector?
  package var value: ArgumentSelector?
  /// Positional arguments before the command's own, where the method differs from its role.
  package var leading: Int?
  /// Argument that completes the command when it is literal: `script("LOAD", …)`.
  package var subcommand: ArgumentSelector?
  package var isPipeline: Bool
  package var isTransaction: Bool

  package enum CommandSource: Sendable, Hashable {
    /// Upper case, subcommand included; `*` at the end for what a library does in its own way.
    case fixed(String)
    case argument(ArgumentSelector)
  }

  package enum Result: Sendable, Hashable {
    case role(String)
    case receiver
    case argument(ArgumentSelector)
    case callback
  }

  package struct ArgumentList: Sendable, Hashable {
    /// Tried in order; empty: the method has none.
    package var selectors: [ArgumentSelector]
    /// All arguments from the selected one on, or all elements of a list.
    package var takesAll: Bool

    package init(selectors: [ArgumentSelector], takesAll: Bool) {
      self.selectors = selectors
      self.takesAll = takesAll
    }
  }

  package struct TimeArgument: Sendable, Hashable {
    package var argument: ArgumentSelector
    package var unit: TimeUnit

    package init(argument: ArgumentSelector, unit: TimeUnit) {
      self.argument = argument
      self.unit = unit
    }
  }

  package struct Callback: Sendable, Hashable {
    package var argument: ArgumentSelector
    /// Roles of the callback's parameters; "self" is the receiver, "_" no handle.
    package var receives: [String]

    package init(argument: ArgumentSelector, receives: [String]) {
      self.argument = argument
      self.receives = receives
    }
  }

  package struct ScriptArgument: Sendable, Hashable {
    package var argument: ArgumentSelector
    package var isDigest: Bool

    package init(argument: ArgumentSelector, isDigest: Bool) {
      self.argument = argument
      self.isDigest = isDigest
    }
  }

  package struct Definition: Sendable, Hashable {
    package var name: ArgumentSelector
    package var script: ArgumentSelector

    package init(name: ArgumentSelector, script: ArgumentSelector) {
      self.name = name
      self.script = script
    }
  }

  package init(
    command: CommandSource? = nil, result: Result? = nil, keys: ArgumentList? = nil,
    channels: ArgumentList? = nil, ttl: TimeArgument? = nil, callback: Callback? = nil,
    script: ScriptArgument? = nil, client: ArgumentSelector? = nil, defines: Definition? = nil,
    batch: ArgumentSelector? = nil, value: ArgumentSelector? = nil, leading: Int? = nil,
    isPipeline: Bool = false, isTransaction: Bool = false
  ) {
    self.command = command
    self.result = result
    self.keys = keys
    self.channels = channels
    self.ttl = ttl
    self.callback = callback
    self.script = script
    self.client = client
    self.defines = defines
    self.batch = batch
    self.value = value
    self.leading = leading
    self.isPipeline = isPipeline
    self.isTransaction = isTransaction
  }
}

/// Which argument of a call: by position or label, then perhaps a field of it (`1.lua`).
package struct ArgumentSelector: Sendable, Hashable {
  package var place: Place
  package var field: String?

  package enum Place: Sendable, Hashable {
    /// From 0; counted after the role's `leading` arguments.
    case position(Int)
    case label(String)
    case last
  }

  package init(place: Place, field: String? = nil) {
    self.place = place
    self.field = field
  }
}
