/// A library that a manifest or lock file names.
package struct PackageRecord: Sendable, Hashable {
  package var place: SourcePlace
  /// As the manifest writes it: `redis`, `github.com/redis/go-redis/v9`.
  package var package: String
  /// The name in reports: `redis-py`.
  package var library: String
  package var kind: Kind
  package var language: Language
  /// As written: `>=5,<6`; nil where none is.
  package var requirement: String?
  /// The one version that a lock file, or an exact requirement, holds.
  package var version: String?
  /// Whether only development needs it, as the manifest says.
  package var isDevelopment = false
  package var context: FileContext

  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case client
    /// Keeps jobs in a server.
    case queue
    /// Uses a server in some other way: a cache, a session store, a limiter.
    case user
    /// Can use a server, and is told to by an extra.
    case optional
  }

  package init(
    place: SourcePlace, package: String, library: String, kind: Kind, language: Language, context: FileContext
  ) {
    self.place = place
    self.package = package
    self.library = library
    self.kind = kind
    self.language = language
    self.context = context
  }
}

/// A call of a server's command line program.
package struct InvocationRecord: Sendable, Hashable {
  package var place: SourcePlace
  /// `redis-cli`.
  package var program: String
  /// What it sends, upper case, subcommand included; nil where it sends nothing that is written there.
  package var command: String?
  /// What follows the command, redacted.
  package var arguments: [String] = []
  /// Its own options without values: `--pipe`, `--tls`.
  package var options: [String] = []
  package var host: String?
  package var port: Int?
  /// The file or program that its input comes from, as far as the line tells: `dump.rdb`.
  package var input: String?
  package var source: InfrastructureSource
  package var context: FileContext

  package init(
    place: SourcePlace, program: String, source: InfrastructureSource, context: FileContext
  ) {
    self.place = place
    self.program = program
    self.source = source
    self.context = context
  }
}

/// A cell of a table in the documentation that speaks of a server or a client.
package struct DocumentedValue: Sendable, Hashable {
  package var place: SourcePlace
  package var kind: Kind
  package var value: String
  /// What the row is about, as its first cell says.
  package var row: String

  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case client, image, port
  }

  package init(place: SourcePlace, kind: Kind, value: String, row: String) {
    self.place = place
    self.kind = kind
    self.value = value
    self.row = row
  }
}
