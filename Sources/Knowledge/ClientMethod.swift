/// What a method, function, constructor or call of a value does.
package struct ClientMethod: Sendable {
  /// The command that it issues; nil when it issues none.
  package var command: CommandSource?
  /// What it gives back, where that is a handle.
  package var result: Result?
  /// Nil: by the key positions of the command.
  package var keys: ArgumentList?
  /// Channels and patterns of channels.
  package var channels: ArgumentList?
  /// The argument that is the time to live.
  package var ttl: TimeArgument?
  /// The argument that it calls, and with what.
  package var callback: Callback?
  /// The argument that is a Lua script, or its digest.
  package var script: ScriptArgument?
  /// The argument that is the client it works on.
  package var client: ArgumentSelector?
  /// Arguments that add a method to the receiver.
  package var defines: Definition?
  /// The argument whose names are methods added to what it makes.
  package var definesEach: ArgumentSelector?
  /// The argument that is a list of commands, each a list.
  package var batch: ArgumentSelector?
  /// The argument that is a command object.
  package var value: ArgumentSelector?
  /// Positional arguments before the command's own, where the method differs from its role.
  package var leading: Int?
  /// Argument that completes the command when it is literal: `script("LOAD", …)`.
  package var subcommand: ArgumentSelector?
  /// Of a type: the role whose methods are its static ones.
  package var statics: String?
  /// What it does is queued, whatever its role says.
  package var isPipeline: Bool
  /// What it does is inside MULTI, whatever its role says.
  package var isTransaction: Bool

  /// Where the name of the command comes from.
  package enum CommandSource: Sendable, Hashable {
    /// Upper case, subcommand included; `*` at the end for what a library does in its own way.
    case fixed(String)
    case argument(ArgumentSelector)
  }

  /// What a call gives back.
  package enum Result: Sendable, Hashable {
    case role(String)
    case receiver
    case argument(ArgumentSelector)
    case callback
  }

  /// Arguments that are keys or channels.
  package struct ArgumentList: Sendable, Hashable {
    /// Tried in order; empty: the method has none.
    package var selectors: [ArgumentSelector]
    /// All arguments from the selected one on, or all elements of a list.
    package var takesAll: Bool
    /// Behind the keys stand as many ids, in the same list.
    package var endsWithIDs = false

    package init(selectors: [ArgumentSelector], takesAll: Bool) {
      self.selectors = selectors
      self.takesAll = takesAll
    }
  }

  /// An argument that is a time, and its unit.
  package struct TimeArgument: Sendable, Hashable {
    package var argument: ArgumentSelector
    /// The same argument without its label.
    package var position: ArgumentSelector?
    package var unit: TimeUnit

    package init(argument: ArgumentSelector, position: ArgumentSelector? = nil, unit: TimeUnit) {
      self.argument = argument
      self.position = position
      self.unit = unit
    }
  }

  /// A function among the arguments.
  package struct Callback: Sendable, Hashable {
    package var argument: ArgumentSelector
    /// Roles of the callback's parameters; "self" is the receiver, "_" no handle.
    package var receives: [String]

    package init(argument: ArgumentSelector, receives: [String]) {
      self.argument = argument
      self.receives = receives
    }
  }

  /// A script among the arguments.
  package struct ScriptArgument: Sendable, Hashable {
    package var argument: ArgumentSelector
    /// The script's SHA1 instead of its text.
    package var isDigest: Bool

    package init(argument: ArgumentSelector, isDigest: Bool) {
      self.argument = argument
      self.isDigest = isDigest
    }
  }

  /// The name of a new method and its script.
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
