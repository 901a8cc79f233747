/// A variable that a file sets.
package struct VariableRecord: Sendable, Hashable {
  package var place: SourcePlace
  package var name: String
  /// What it is set to, redacted; nil where the file names it without a value or takes it from a secret store.
  package var value: String?
  /// What is set: the service or workload; nil where the whole file is.
  package var service: String?
  package var source: InfrastructureSource
  package var context: FileContext

  package init(
    place: SourcePlace, name: String, value: String?, service: String?, source: InfrastructureSource,
    context: FileContext
  ) {
    self.place = place
    self.name = name
    self.value = value
    self.service = service
    self.source = source
    self.context = context
  }
}

/// A place where code, or a file that fills in variables, reads them in an order of precedence.
package struct VariableRead: Sendable, Hashable {
  package var place: SourcePlace
  /// The first that is set wins.
  package var names: [String]
  /// What holds where none is set, redacted; nil where nothing does or it is not literal.
  package var fallback: String?
  /// The function around it, qualified; nil at the top level.
  package var function: String?
  package var source: InfrastructureSource
  package var context: FileContext

  package init(
    place: SourcePlace, names: [String], fallback: String?, function: String?, source: InfrastructureSource,
    context: FileContext
  ) {
    self.place = place
    self.names = names
    self.fallback = fallback
    self.function = function
    self.source = source
    self.context = context
  }
}

/// The address of a server as a URL.
package struct ConnectionURL: Sendable, Hashable {
  package var place: SourcePlace
  /// As written, with `***` for user and password.
  package var text: String
  package var scheme: String
  /// Nil where it is not literal.
  package var host: String?
  package var port: Int?
  package var database: Int?
  package var hasPassword: Bool
  /// The variable or setting that it stands in.
  package var variable: String?
  /// What the variable is set for: the service or workload.
  package var service: String?
  package var source: InfrastructureSource
  package var context: FileContext

  package init(
    place: SourcePlace, text: String, scheme: String, host: String?, port: Int? = nil, database: Int? = nil,
    hasPassword: Bool = false, variable: String? = nil, service: String? = nil, source: InfrastructureSource,
    context: FileContext
  ) {
    self.place = place
    self.text = text
    self.scheme = scheme
    self.host = host
    self.port = port
    self.database = database
    self.hasPassword = hasPassword
    self.variable = variable
    self.service = service
    self.source = source
    self.context = context
  }
}

/// A place where a password is written down.
package struct SecretRecord: Sendable, Hashable {
  package var place: SourcePlace
  /// What holds it: `requirepass`, `REDIS_PASSWORD`, `-a of redis-cli`; never the password.
  package var what: String
  /// Whether the version control system has the file; true where there is none.
  package var isTracked: Bool
  package var source: InfrastructureSource
  package var context: FileContext

  package init(
    place: SourcePlace, what: String, isTracked: Bool, source: InfrastructureSource, context: FileContext
  ) {
    self.place = place
    self.what = what
    self.isTracked = isTracked
    self.source = source
    self.context = context
  }
}
