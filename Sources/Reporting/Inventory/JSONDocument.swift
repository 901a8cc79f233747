import InventoryModel

extension InventoryReporter {
  /// The document as one JSON object.
  static let json = InventoryReporter(name: "json", summary: "the document as one object") { document in
    JSONValue.inventory(document).pretty + "\n"
  }
}

extension JSONValue {
  static func inventory(_ document: InventoryDocument) -> JSONValue {
    let summary = document.summary
    return .object([
      ("schemaVersion", .integer(InventoryDocument.schemaVersion)),
      ("tool", .tool(document.toolVersion)),
      ("root", .string(document.root)),
      (
        "summary",
        .object([
          ("filesSearched", .integer(summary.filesSearched)), ("filesParsed", .integer(summary.filesParsed)),
          ("filesWithErrors", .integer(summary.filesWithErrors)),
          (
            "operations",
            .object(FileContext.allCases.map { ($0.rawValue, .integer(summary.operations[$0] ?? 0)) })
          ),
          ("primitives", counts(summary.primitives)), ("libraries", counts(summary.libraries)),
          ("unresolved", .integer(summary.unresolved)),
        ])
      ),
      ("patterns", .array(document.patterns.map(pattern))),
      ("keys", .array(document.keys.map(key))),
      ("channels", .array(document.channels.map(channel))),
      ("scripts", .array(document.scripts.map(scriptEntry))),
      ("connections", .array(document.connections.map(connection))),
      (
        "services",
        .array(document.services.map { .object([("name", .string($0.name)), ("patterns", .strings($0.patterns))]) })
      ),
      ("unresolved", .array(document.unresolved.map(unresolved))),
      ("infrastructure", infrastructure(document.infrastructure)),
    ])
  }

  private static func counts(_ counts: [NamedCount]) -> JSONValue {
    .object(counts.map { ($0.name, .integer($0.count)) })
  }

  private static func pattern(_ pattern: PatternEntry) -> JSONValue {
    .object([
      ("id", .string(pattern.id)), ("name", .string(pattern.name)), ("pattern", .string(pattern.pattern)),
      ("title", .string(pattern.title)), ("explanation", .string(pattern.explanation)),
      ("traits", .strings(pattern.traits)), ("context", .string(pattern.context.rawValue)),
      ("anchors", anchors(pattern.anchors)),
      (
        "primitives",
        .array(
          pattern.primitives.map { .object([("name", .string($0.name)), ("commands", .strings($0.commands))]) })
      ),
      ("concerns", .strings(pattern.concerns.map(\.plain))),
      ("operations", .array(pattern.operations.map(operation))),
      ("keys", .strings(pattern.keys)), ("channels", .strings(pattern.channels)),
      ("connections", .strings(pattern.connections)), ("libraries", .strings(pattern.libraries)),
      ("scripts", .strings(pattern.scripts)), ("locks", .array(pattern.locks.map(lock))),
      ("errors", .strings(pattern.errors.map(\.plain))), ("usedBy", anchors(pattern.usedBy)),
      ("tests", anchors(pattern.tests)), ("owners", .strings(pattern.owners)), ("notes", .optional(pattern.notes)),
    ])
  }

  private static func lock(_ lock: LockFacts) -> JSONValue {
    .object([
      ("key", .string(lock.key)), ("library", .optional(lock.library)), ("leaseSeconds", .optional(lock.leaseSeconds)),
      ("lease", .optional(lock.leaseText)), ("lastsForever", .bool(lock.lastsForever)),
      (
        "takers",
        .array(
          lock.takers.map { .object([("anchor", anchor($0.anchor)), ("arguments", .string($0.arguments))]) })
      ),
      ("renewed", optional(lock.isRenewed)), ("renewedBy", .optional(lock.renewedBy)),
      ("checksOwner", optional(lock.checksOwner)), ("reentrant", optional(lock.isReentrant)),
    ])
  }

  private static func key(_ key: KeyEntry) -> JSONValue {
    .object([
      ("template", .string(key.template)), ("types", .strings(key.types)), ("writers", anchors(key.writers)),
      ("readers", anchors(key.readers)), ("deleters", anchors(key.deleters)),
      ("ttlSeconds", .array(key.ttlSeconds.map { .number($0) })), ("expiresByRun", .bool(key.expiresByRun)),
      ("patterns", .strings(key.patterns)),
    ])
  }

  private static func channel(_ channel: ChannelEntry) -> JSONValue {
    .object([
      ("template", .string(channel.template)), ("publishers", anchors(channel.publishers)),
      ("subscribers", anchors(channel.subscribers)), ("patterns", .strings(channel.patterns)),
    ])
  }

  private static func scriptEntry(_ entry: ScriptEntry) -> JSONValue {
    guard case .object(let members) = script(entry.script) else { return .null }
    return .object(
      members + [
        ("runBy", .strings(entry.runBy)), ("callers", anchors(entry.callers)), ("patterns", .strings(entry.patterns)),
      ])
  }

  private static func connection(_ entry: ConnectionEntry) -> JSONValue {
    .object([
      ("name", .optional(entry.name)), ("clients", anchors(entry.clients)), ("libraries", .strings(entry.libraries)),
      ("patterns", .strings(entry.patterns)),
    ])
  }

  private static func anchors(_ anchors: [Anchor]) -> JSONValue {
    .array(anchors.map(anchor))
  }

  private static func anchor(_ anchor: Anchor) -> JSONValue {
    .object([
      ("path", .string(anchor.path)), ("symbol", .optional(anchor.symbol)),
      ("lines", .array(anchor.lines.map { .integer($0) })),
    ])
  }

  private static func optional(_ value: Bool?) -> JSONValue { value.map { .bool($0) } ?? .null }
}
