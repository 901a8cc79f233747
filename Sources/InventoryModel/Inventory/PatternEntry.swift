/// A row of the inventory: one pattern of one owner.
package struct PatternEntry: Sendable, Hashable {
  /// Unique in the document; made of the name, and stable while that is.
  package var id: String
  /// In plain words: "Build logs".
  package var name: String
  /// The definition's id: `append-log`.
  package var pattern: String
  /// The definition's title: "Append log".
  package var title: String
  package var explanation: String
  /// Titles of the traits that it shows.
  package var traits: [String] = []
  package var context: FileContext
  /// Where its operations stand, by file and function.
  package var anchors: [Anchor] = []
  /// As an engineer names them, with the exact commands.
  package var primitives: [Primitive] = []
  package var concerns: [RichText] = []
  /// The operations, sorted.
  package var operations: [Operation] = []
  /// Templates of the keys that make it what it is.
  package var keys: [String] = []
  package var channels: [String] = []
  package var connections: [String] = []
  /// Client libraries.
  package var libraries: [String] = []
  /// SHA1 of the scripts that it runs.
  package var scripts: [String] = []
  package var locks: [LockFacts] = []
  package var errors: [RichText] = []
  /// Functions outside that use it.
  package var usedBy: [Anchor] = []
  /// Test functions that reach it.
  package var tests: [Anchor] = []
  /// From CODEOWNERS or the configuration.
  package var owners: [String] = []
  /// Written by hand, from the configuration.
  package var notes: String?

  package init(id: String, name: String, pattern: String, title: String, explanation: String, context: FileContext) {
    self.id = id
    self.name = name
    self.pattern = pattern
    self.title = title
    self.explanation = explanation
    self.context = context
  }

  /// Commands under the name that engineers give them.
  package struct Primitive: Sendable, Hashable {
    package var name: String
    /// Sorted.
    package var commands: [String]

    package init(name: String, commands: [String]) {
      self.name = name
      self.commands = commands
    }
  }
}

/// A function, or the top level of a file, and the lines in it that matter.
package struct Anchor: Sendable, Hashable, Comparable {
  package var path: String
  /// Qualified; nil for the top level of a file.
  package var symbol: String?
  /// Sorted, each once.
  package var lines: [Int]

  package init(path: String, symbol: String?, lines: [Int]) {
    self.path = path
    self.symbol = symbol
    self.lines = lines
  }

  package static func < (left: Anchor, right: Anchor) -> Bool {
    (left.path, left.lines.first ?? 0, left.symbol ?? "") < (right.path, right.lines.first ?? 0, right.symbol ?? "")
  }
}

/// What is known of a lock.
package struct LockFacts: Sendable, Hashable {
  package var key: String
  /// The library that makes it; nil for a home-made one.
  package var library: String?
  package var leaseSeconds: Double?
  /// The lease as written, where only the run knows it.
  package var leaseText: String?
  /// Whether it lasts until somebody ends it.
  package var lastsForever = false
  /// Whether somebody lengthens the lease; nil where the run decides.
  package var isRenewed: Bool?
  /// What lengthens it: a method, or an argument as written.
  package var renewedBy: String?
  /// Whether a release looks whose lock it is.
  package var checksOwner: Bool?
  /// Whether the holder may take it again.
  package var isReentrant: Bool?
  /// Who takes it by name, sorted.
  package var takers: [Taker] = []

  package init(key: String, library: String? = nil) {
    self.key = key
    self.library = library
  }

  /// A function that takes the lock.
  package struct Taker: Sendable, Hashable {
    package var anchor: Anchor
    /// What it gives, as written: `"BLOB_{digest}", lock_ttl=30`.
    package var arguments: String

    package init(anchor: Anchor, arguments: String) {
      self.anchor = anchor
      self.arguments = arguments
    }
  }
}
