/// A place where the source asks a server to do something: a row of the inventory.
package struct Operation: Sendable, Hashable {
  /// Where the token that names the command stands.
  package var place: SourcePlace
  /// As it goes over the wire, upper case, subcommand included (`SCRIPT LOAD`); a `*` at its end marks what a
  /// library does in its own way (`LOCK*`), `?` a command known only at run time.
  package var command: String
  /// What servers count the command to: `hash`, `stream`, `generic`; nil for a command that no table knows.
  package var group: String?
  /// The client library's name in reports.
  package var library: String
  /// What the receiver is: client, pipeline, subscriber, lock, script …
  package var role: String
  package var language: Language
  package var context: FileContext
  /// The function around it, qualified (`Queue.add`); nil at the top level of a file.
  package var function: String?
  /// Templates of the keys it works on, `{}` for each part known only at run time, in the order of the arguments;
  /// several where several keys are given or one can have several forms.
  package var keyTemplates: [String] = []
  /// How many keys it takes, where that is static.
  package var keyCount: Int?
  /// Template of the channel; of several, the first.
  package var channel: String?
  /// Templates of the channels after the first: of a list, or forms that one channel can have.
  package var otherChannels: [String] = []
  /// Time to live that it sets, where that is static.
  package var ttlSeconds: Double?
  /// Whether it sets a time to live, of a key or of a field of it, static or not; as a span or as a moment.
  package var setsTTL = false
  /// The time to live as written, where it sets one: `self._lock_ttl`; nil where it is no expression of the call's file.
  package var ttlText: String?
  /// Options that change what it means: `NX`, `EX`; in the order written.
  package var options: [String] = []
  package var inLoop = false
  package var inPipeline = false
  package var inTransaction = false
  package var errorHandling = ErrorHandling(.unknown)
  /// What the connections that it can go over are made from, each a configuration key (`USER_EVENTS_REDIS`)
  /// or an environment variable; sorted.
  package var connections: [String] = []
  /// From the constructor of the client to the call, in this order.
  package var evidence: [Evidence] = []
  /// SHA1 of the script that it runs, loads or stands in.
  package var script: String?
  package var confidence = Confidence.certain
  /// Position of the function around it in the call graph.
  package var functionNumber: Int?
  /// The receiver as written: `self.read_client`; nil where it is no name.
  package var receiver: String?
  /// The first key or channel as written: `self._logs_key(build_id)`.
  package var keyText: String?
  /// Where the call stands that sends it, where that is not the operation's own place: `Do` of `conn.Do("GET", key)`.
  package var callPlace: SourcePlace?
  /// Whether nobody uses its value.
  package var isDiscarded = false
  /// In Go, whether nobody takes its error, though `_ =` does not say that this is meant.
  package var dropsError = false
  /// The member that is called, as written: `acquire`.
  package var method: String?
  /// Where the clients that it can go over are made; sorted.
  package var clients: [SourcePlace] = []
  /// Where the pipeline or transaction that it is queued in is made.
  package var pipeline: SourcePlace?
  /// Names of the fields of the message that it publishes as JSON; nil where the source does not tell them all.
  package var payload: [String]?
  /// Templates of its arguments on the wire after the command, keys too; nil for one that the source does not
  /// tell, and empty where the order is not known.
  package var arguments: [String?] = []

  package init(
    place: SourcePlace, command: String, library: String, role: String, language: Language, context: FileContext
  ) {
    self.place = place
    self.command = command
    self.library = library
    self.role = role
    self.language = language
    self.context = context
  }

  /// The first key.
  package var key: String? { keyTemplates.first }

  /// Whether it is a command of a Lua script that the server runs, as opposed to the call that runs the script.
  package var isInScript: Bool { role == "engine" }

  /// The connection, where it is one.
  package var connection: String? { connections.count == 1 ? connections[0] : nil }
}

extension Operation: Comparable {
  /// By place, then command; what is equal in these by library and role.
  package static func < (left: Operation, right: Operation) -> Bool {
    guard left.place == right.place else { return left.place < right.place }
    return (left.command, left.library, left.role) < (right.command, right.library, right.role)
  }
}

/// How sure an operation is.
package enum Confidence: String, Sendable, Hashable, CaseIterable {
  /// Every step from the constructor to the call is in the source or in a declared type.
  case certain
  /// Some step is the likeliest of several.
  case inferred
}

/// Who looks at the errors of an operation.
package struct ErrorHandling: Sendable, Hashable {
  package var handled: Handled
  /// Where the handler stands.
  package var place: SourcePlace?

  package enum Handled: String, Sendable, Hashable, CaseIterable {
    case inPlace, byCaller, nowhere, unknown
  }

  package init(_ handled: Handled, at place: SourcePlace? = nil) {
    self.handled = handled
    self.place = place
  }
}
