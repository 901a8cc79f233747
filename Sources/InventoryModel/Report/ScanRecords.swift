/// A Lua script that the server is given, wherever its text stands.
package struct ScriptRecord: Sendable, Hashable {
  /// As the server computes it; nil where the text is not static.
  package var sha1: String?
  /// Where its text begins.
  package var place: SourcePlace
  package var context: FileContext
  /// How many keys its callers declare, where that is static.
  package var keysDeclared: Int?
  /// Templates of the keys that it uses without their being declared; sorted.
  package var keysMadeUp: [String] = []
  /// What it asks the server to do, each command once, sorted.
  package var commands: [String] = []
  /// Where it is loaded or run; sorted.
  package var calledFrom: [SourcePlace] = []

  package init(sha1: String?, place: SourcePlace, context: FileContext) {
    self.sha1 = sha1
    self.place = place
    self.context = context
  }
}

/// A place where a client, pool, subscriber or other handle is made.
package struct ClientRecord: Sendable, Hashable {
  package var place: SourcePlace
  package var library: String
  package var role: String
  /// What it is made from: a configuration key or an environment variable.
  package var connection: String?
  /// All of these, fallbacks too; sorted.
  package var connections: [String] = []
  /// What it is made with.
  package var settings: [Setting] = []
  package var context: FileContext

  /// An argument of what makes it.
  package struct Setting: Sendable, Hashable {
    /// Nil for an argument given by position.
    package var label: String?
    /// A string's template, a number, `true`, `null`; nil where the source does not tell.
    package var value: String?
    /// What holds where the configuration that it is read from says nothing: 1 of `settings.get("db", 1)`.
    package var fallback: String?
    /// As written.
    package var text: String
    /// Whether it is a list or map of arguments.
    package var isSpread: Bool

    package init(label: String?, value: String?, text: String, isSpread: Bool) {
      self.label = label
      self.value = value
      self.text = text
      self.isSpread = isSpread
    }
  }

  package init(place: SourcePlace, library: String, role: String, connection: String?, context: FileContext) {
    self.place = place
    self.library = library
    self.role = role
    self.connection = connection
    self.context = context
  }
}

/// A call that may be an operation, where the source does not tell.
package struct UnresolvedSite: Sendable, Hashable {
  package var place: SourcePlace
  /// The name called.
  package var name: String
  /// Why it cannot be known.
  package var reason: String

  package init(place: SourcePlace, name: String, reason: String) {
    self.place = place
    self.name = name
    self.reason = reason
  }
}
