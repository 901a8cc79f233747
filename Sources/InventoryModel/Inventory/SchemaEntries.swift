/// A key template, with all that is done to such keys.
package struct KeyEntry: Sendable, Hashable {
  package var template: String
  /// What is kept there, as the commands tell: `list`, `hash`; sorted.
  package var types: [String] = []
  package var writers: [Anchor] = []
  package var readers: [Anchor] = []
  package var deleters: [Anchor] = []
  /// Times to live in seconds that are set, each once, sorted.
  package var ttlSeconds: [Double] = []
  /// Whether some time to live is known only at run time.
  package var expiresByRun = false
  /// Ids of the patterns that use it.
  package var patterns: [String] = []

  package init(template: String) { self.template = template }
}

/// A channel template, with its two sides.
package struct ChannelEntry: Sendable, Hashable {
  package var template: String
  package var publishers: [Anchor] = []
  package var subscribers: [Anchor] = []
  package var patterns: [String] = []

  package init(template: String) { self.template = template }
}

/// A Lua script.
package struct ScriptEntry: Sendable, Hashable {
  package var script: ScriptRecord
  /// The commands that run or load it; sorted.
  package var runBy: [String] = []
  package var callers: [Anchor] = []
  package var patterns: [String] = []

  package init(_ script: ScriptRecord) { self.script = script }
}

/// A configuration key or environment variable that clients are made from.
package struct ConnectionEntry: Sendable, Hashable {
  /// Nil for the clients of which the source does not tell.
  package var name: String?
  /// Where its clients are made.
  package var clients: [Anchor] = []
  package var libraries: [String] = []
  package var patterns: [String] = []

  package init(name: String?) { self.name = name }
}

/// A part of the tree, by its folder, that uses patterns.
package struct ServiceEntry: Sendable, Hashable {
  package var name: String
  /// Ids of the patterns that it uses.
  package var patterns: [String]

  package init(name: String, patterns: [String]) {
    self.name = name
    self.patterns = patterns
  }
}
