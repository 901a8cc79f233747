import InventoryModel
package import YAML

extension FrozenSchema {
  /// Reads the text of a `redis-schema.yml`.
  package init(text: String, file: String) throws(YAMLError) {
    var reader = SchemaReader(file: file)
    self = try reader.read(try YAML.parse(text, file: file), text: text)
  }
}

/// Makes a schema of the nodes of its file.
struct SchemaReader {
  private let file: String
  private var frozen = FrozenSchema()

  init(file: String) { self.file = file }

  mutating func read(_ node: YAMLNode, text: String) throws(YAMLError) -> FrozenSchema {
    let names = ["version", "keys", "channels", "scripts", "locks", "plans"]
    let root = try mapping(node, known: names, what: "a key schema")
    guard let version = root["version"] else {
      throw error(root.position, "'version' is missing: \(KeySchema.version)")
    }
    guard version.scalar?.int == KeySchema.version else {
      throw error(
        version.position, "this program reads version \(KeySchema.version): freeze anew with 'schema --write'")
    }
    for node in try list(root["keys"]) { frozen.schema.keys.append(try key(node)) }
    for node in try list(root["channels"]) { frozen.schema.channels.append(try channel(node)) }
    for node in try list(root["scripts"]) { frozen.schema.scripts.append(try script(node)) }
    for node in try list(root["locks"]) { frozen.schema.locks.append(try lock(node)) }
    if let plans = root["plans"] {
      frozen.plans = try MigrationPlanReader(file: file).plans(plans)
      frozen.plansText = plansText(root, in: text)
    }
    return frozen
  }

  private mutating func key(_ node: YAMLNode) throws(YAMLError) -> FrozenKey {
    let entry = try mapping(node, known: ["key", "types", "commands", "ttl", "writers", "readers"], what: "a key")
    var key = FrozenKey(template: try name("key", .key, entry))
    (key.types, key.commands) = (try texts(entry["types"]), try texts(entry["commands"]))
    key.ttl = try times(entry["ttl"])
    (key.writers, key.readers) = (try uses(entry["writers"]), try uses(entry["readers"]))
    return key
  }

  private mutating func channel(_ node: YAMLNode) throws(YAMLError) -> FrozenChannel {
    let entry = try mapping(node, known: ["channel", "publishers", "subscribers"], what: "a channel")
    var channel = FrozenChannel(template: try name("channel", .channel, entry))
    (channel.publishers, channel.subscribers) = (try uses(entry["publishers"]), try uses(entry["subscribers"]))
    return channel
  }

  private mutating func script(_ node: YAMLNode) throws(YAMLError) -> FrozenScript {
    let entry = try mapping(node, known: ["script", "sha1", "keys", "commands", "callers"], what: "a script")
    guard let sha1 = try texts(entry["sha1"]).first, sha1.count == 40, sha1.allSatisfy(\.isHexDigit) else {
      throw error(entry["sha1"]?.position ?? entry.position, "'sha1' is expected: 40 hexadecimal digits")
    }
    var script = FrozenScript(path: "", sha1: sha1)
    script.path = try name("script", .script, entry) { "\($0) \(sha1)" }
    script.commands = try texts(entry["commands"])
    script.callers = try uses(entry["callers"])
    if let keys = entry["keys"] {
      guard let count = keys.scalar?.int else { throw error(keys.position, "a number is expected") }
      script.keys = count
    }
    return script
  }

  private mutating func lock(_ node: YAMLNode) throws(YAMLError) -> FrozenLock {
    let entry = try mapping(node, known: ["lock", "ttl", "connections", "users"], what: "a lock")
    var lock = FrozenLock(name: try name("lock", .lock, entry))
    (lock.ttl, lock.connections) = (try times(entry["ttl"]), try texts(entry["connections"]))
    lock.users = try uses(entry["users"])
    return lock
  }

  /// The name of an entry, whose place is remembered; no two entries have one name.
  private mutating func name(
    _ key: String, _ subject: MigrationPlan.Subject, _ entry: YAMLMapping, identity: (String) -> String = { $0 }
  ) throws(YAMLError) -> String {
    guard let scalar = entry[key]?.scalar, !scalar.text.isEmpty else {
      throw error(entry.position, "'\(key)' is missing")
    }
    let name = FrozenSchema.EntryName(subject, identity(scalar.text))
    guard frozen.lines[name] == nil else { throw error(scalar.position, "\(subject) '\(scalar.text)' is given twice") }
    frozen.lines[name] = scalar.position.line
    return scalar.text
  }

  private func mapping(_ node: YAMLNode, known: [String], what: String) throws(YAMLError) -> YAMLMapping {
    guard let mapping = node.mapping else { throw error(node.position, "\(what) is expected, not \(node.kindName)") }
    for entry in mapping.entries where !known.contains(entry.key.text) {
      let hint = NearestName.hint(for: entry.key.text, in: known)
      throw error(entry.key.position, "unknown key '\(entry.key.text)' of \(what)\(hint)")
    }
    return mapping
  }

  private func list(_ node: YAMLNode?) throws(YAMLError) -> [YAMLNode] {
    guard let node, node.scalar?.isNull != true else { return [] }
    guard let sequence = node.sequence else { throw error(node.position, "a list is expected, not \(node.kindName)") }
    return sequence.elements
  }

  private func texts(_ node: YAMLNode?) throws(YAMLError) -> [String] {
    var texts: [String] = []
    for element in node?.scalar == nil ? try list(node) : node.map({ [$0] }) ?? [] {
      guard let scalar = element.scalar else { throw error(element.position, "a text is expected") }
      texts.append(scalar.text)
    }
    return texts
  }

  private func uses(_ node: YAMLNode?) throws(YAMLError) -> [SymbolUse] {
    try texts(node).map { SymbolUse(text: $0) }
  }

  private func times(_ node: YAMLNode?) throws(YAMLError) -> [TimeToLive] {
    var times: [TimeToLive] = []
    for element in node?.scalar == nil ? try list(node) : node.map({ [$0] }) ?? [] {
      guard let time = element.scalar.flatMap({ TimeToLive(text: $0.text) }) else {
        throw error(element.position, "seconds or 'unknown' are expected")
      }
      times.append(time)
    }
    return times
  }

  /// The lines of the section `plans:`, kept as they are when the file is written anew.
  private func plansText(_ root: YAMLMapping, in text: String) -> String? {
    guard let index = root.entries.firstIndex(where: { $0.key.text == "plans" }),
      root.entries[index].key.position.column == 1
    else { return nil }
    let first = root.entries[index].key.position.line
    let next = index + 1 < root.entries.count ? root.entries[index + 1].key.position.line : Int.max
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let kept = lines.dropFirst(first - 1).prefix(max(0, next - first)).reversed().drop { $0.allSatisfy(\.isWhitespace) }
    return kept.reversed().joined(separator: "\n") + "\n"
  }

  private func error(_ position: YAMLPosition, _ message: String) -> YAMLError {
    YAMLError(file: file, position: position, message: message)
  }
}
