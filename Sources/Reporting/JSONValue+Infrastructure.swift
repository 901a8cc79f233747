import InventoryModel

extension JSONValue {
  /// What the files around the code say, in the documented form.
  static func infrastructure(_ facts: InfrastructureFacts) -> JSONValue {
    .object([
      ("servers", .array(facts.servers.map(server))),
      ("variables", .array(facts.variables.map(variable))),
      ("reads", .array(facts.reads.map(read))),
      ("urls", .array(facts.urls.map(url))),
      ("packages", .array(facts.packages.map(package))),
      ("invocations", .array(facts.invocations.map(invocation))),
      ("secrets", .array(facts.secrets.map(secret))),
      ("documented", .array(facts.documented.map(documented))),
      (
        "unread",
        .array(
          facts.unread.map {
            .object([("path", .string($0.path)), ("line", .integer($0.line)), ("reason", .string($0.reason))])
          })
      ),
    ])
  }

  private static func origin(
    _ source: InfrastructureSource, _ context: FileContext
  ) -> [(String, JSONValue)] {
    [("source", .string(source.rawValue)), ("context", .string(context.rawValue))]
  }

  private static func server(_ server: ServerRecord) -> JSONValue {
    .object(
      members(of: server.place) + origin(server.source, server.context) + [
        ("name", .optional(server.name)),
        ("aliases", .strings(server.aliases)),
        ("product", .optional(server.product)),
        ("image", .optional(server.image?.text)),
        ("version", .optional(server.version)),
        ("licences", .strings(server.licences)),
        (
          "ports",
          .array(server.ports.map { .object([("port", .integer($0.port)), ("published", .optional($0.published))]) })
        ),
        ("tls", server.demandsTLS.map { .bool($0) } ?? .null),
        ("settings", .array(server.settings.map(setting))),
        ("users", .array(server.users.map(user))),
        ("settingsFiles", .strings(server.settingsFiles)),
      ])
  }

  private static func setting(_ setting: SettingRecord) -> JSONValue {
    .object(members(of: setting.place) + [("name", .string(setting.name)), ("value", .string(setting.value))])
  }

  private static func user(_ user: ACLUser) -> JSONValue {
    .object(members(of: user.place) + [("name", .string(user.name)), ("rules", .strings(user.rules))])
  }

  private static func variable(_ variable: VariableRecord) -> JSONValue {
    .object(
      members(of: variable.place) + origin(variable.source, variable.context) + [
        ("name", .string(variable.name)), ("value", .optional(variable.value)),
        ("service", .optional(variable.service)),
      ])
  }

  private static func read(_ read: VariableRead) -> JSONValue {
    .object(
      members(of: read.place) + origin(read.source, read.context) + [
        ("names", .strings(read.names)), ("fallback", .optional(read.fallback)), ("function", .optional(read.function)),
      ])
  }

  private static func url(_ url: ConnectionURL) -> JSONValue {
    .object(
      members(of: url.place) + origin(url.source, url.context) + [
        ("url", .string(url.text)), ("host", .optional(url.host)), ("port", .optional(url.port)),
        ("database", .optional(url.database)), ("hasPassword", .bool(url.hasPassword)),
        ("variable", .optional(url.variable)), ("service", .optional(url.service)),
      ])
  }

  private static func package(_ package: PackageRecord) -> JSONValue {
    .object(
      members(of: package.place) + [
        ("context", .string(package.context.rawValue)),
        ("package", .string(package.package)), ("library", .string(package.library)),
        ("kind", .string(package.kind.rawValue)), ("language", .string(package.language.rawValue)),
        ("requirement", .optional(package.requirement)), ("version", .optional(package.version)),
        ("development", .bool(package.isDevelopment)),
      ])
  }

  private static func invocation(_ call: InvocationRecord) -> JSONValue {
    .object(
      members(of: call.place) + origin(call.source, call.context) + [
        ("program", .string(call.program)), ("command", .optional(call.command)),
        ("arguments", .strings(call.arguments)), ("options", .strings(call.options)),
        ("host", .optional(call.host)), ("port", .optional(call.port)), ("input", .optional(call.input)),
      ])
  }

  private static func secret(_ secret: SecretRecord) -> JSONValue {
    .object(
      members(of: secret.place) + origin(secret.source, secret.context) + [
        ("what", .string(secret.what)), ("tracked", .bool(secret.isTracked)),
      ])
  }

  private static func documented(_ value: DocumentedValue) -> JSONValue {
    .object(
      members(of: value.place) + [
        ("kind", .string(value.kind.rawValue)), ("value", .string(value.value)), ("row", .string(value.row)),
      ])
  }
}
