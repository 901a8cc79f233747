/// What production code and everybody who shares its server must agree on: names, types and times to live of keys,
/// channels, scripts, locks. All lists are sorted.
package struct KeySchema: Sendable, Hashable {
  /// The version of the file's form.
  package static let version = 1

  package var keys: [FrozenKey] = []
  package var channels: [FrozenChannel] = []
  package var scripts: [FrozenScript] = []
  package var locks: [FrozenLock] = []

  package init() {}
}

/// A key template, `{}` for each part known only at run time.
package struct FrozenKey: Sendable, Hashable {
  package var template: String
  /// As the commands tell: `hash`, `list`; empty where none does.
  package var types: [String] = []
  package var commands: [String] = []
  package var ttl: [TimeToLive] = []
  package var writers: [SymbolUse] = []
  package var readers: [SymbolUse] = []

  package init(template: String) { self.template = template }
}

/// A channel template, or a pattern that is subscribed.
package struct FrozenChannel: Sendable, Hashable {
  package var template: String
  package var publishers: [SymbolUse] = []
  package var subscribers: [SymbolUse] = []

  package init(template: String) { self.template = template }
}

/// A Lua script.
package struct FrozenScript: Sendable, Hashable {
  /// Of the file that its text stands in.
  package var path: String
  /// As the server computes it.
  package var sha1: String
  package var commands: [String] = []
  /// How many keys its callers declare, where that is static.
  package var keys: Int?
  package var callers: [SymbolUse] = []

  package init(path: String, sha1: String) {
    self.path = path
    self.sha1 = sha1
  }
}

/// A lock, by the template of its name.
package struct FrozenLock: Sendable, Hashable {
  package var name: String
  package var ttl: [TimeToLive] = []
  /// Configuration keys and environment variables that its connections are made from.
  package var connections: [String] = []
  package var users: [SymbolUse] = []

  package init(name: String) { self.name = name }
}

/// A time to live that is set.
package enum TimeToLive: Sendable, Hashable, Comparable {
  case seconds(Double)
  /// It is set, and known only at run time.
  case unknown

  package static func < (left: TimeToLive, right: TimeToLive) -> Bool {
    switch (left, right) {
    case (.seconds(let left), .seconds(let right)): left < right
    case (.seconds, .unknown): true
    case (.unknown, _): false
    }
  }
}

/// A function that does something, or the top level of a file.
package struct SymbolUse: Sendable, Hashable, Comparable {
  package var path: String
  /// Qualified; nil for the top level.
  package var symbol: String?

  package init(path: String, symbol: String?) {
    self.path = path
    self.symbol = symbol
  }

  package static func < (left: SymbolUse, right: SymbolUse) -> Bool {
    (left.path, left.symbol ?? "") < (right.path, right.symbol ?? "")
  }
}
