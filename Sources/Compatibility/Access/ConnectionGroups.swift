import InventoryModel

/// Operations by the connection that they go over.
struct ConnectionGroups {
  struct Group {
    var name: String
    var connections: [String]
    var operations: [Operation]
    var clients: [ClientRecord]
  }

  private(set) var groups: [Group] = []

  /// Which operations share a connection: the same setting, or else the same client. What a script does goes over the
  /// connections of those that run it.
  init(_ report: ScanReport) {
    let outside = report.operations.filter { !$0.isInScript }
    let handles = report.clients.filter { $0.context == .production && !["script", "lock"].contains($0.role) }
    let settings = ConnectionGroups.settings(of: handles)
    let sets = ConnectionGroups.sets(outside, settings)
    var members: [String: [Operation]] = [:]
    for operation in outside {
      let roots = Set(ConnectionGroups.ends(of: operation, settings).map { sets.root(of: $0) })
      for root in roots.isEmpty ? [""] : roots { members[root, default: []].append(operation) }
    }
    let runners = Dictionary(
      grouping: members.flatMap { root, operations in operations.compactMap { $0.script.map { (root: root, $0) } } },
      by: \.1
    ).mapValues { Set($0.map(\.root)) }
    let only = ConnectionGroups.only(members)
    for operation in report.operations where operation.isInScript {
      let roots = operation.script.flatMap { runners[$0] } ?? [only ?? ""]
      for root in roots { members[root, default: []].append(operation) }
    }
    var clients: [String: [ClientRecord]] = [:]
    for client in handles {
      let ends = ConnectionGroups.ends(of: client)
      guard let root = ends.map({ sets.root(of: $0) }).first(where: { members[$0] != nil }) else { continue }
      clients[root, default: []].append(client)
    }
    groups = members.map { root, operations in
      let connections = Set(operations.filter { $0.group != "connection" }.flatMap(\.connections)).sorted()
      let own = connections.isEmpty ? Set(operations.flatMap(\.connections)).sorted() : connections
      return Group(
        name: ConnectionGroups.name(root, own), connections: own, operations: operations.sorted(),
        clients: clients[root] ?? [])
    }
    makeNamesDifferent()
  }

  /// The connection of scripts that nobody is known to run: the one that runs scripts of which nothing is known.
  private static func only(_ members: [String: [Operation]]) -> String? {
    if members.count == 1 { return members.keys.first }
    let running = members.filter { _, operations in
      operations.contains { $0.script == nil && ($0.command.hasPrefix("EVAL") || $0.command.hasPrefix("FCALL")) }
    }
    return running.count == 1 ? running.keys.first : nil
  }

  private mutating func makeNamesDifferent() {
    groups.sort { ($0.name, $0.operations.first?.place.path ?? "") < ($1.name, $1.operations.first?.place.path ?? "") }
    var seen: [String: Int] = [:]
    for index in groups.indices {
      let count = (seen[groups[index].name] ?? 0) + 1
      seen[groups[index].name] = count
      if count > 1 { groups[index].name += "-\(count)" }
    }
  }

  /// The settings that a client is made from, by its place.
  private static func settings(of clients: [ClientRecord]) -> [SourcePlace: [String]] {
    Dictionary(clients.map { ($0.place, names(of: $0)) }) { $0 + $1 }
  }

  private static func names(of client: ClientRecord) -> [String] {
    client.connections.isEmpty ? [client.connection].compactMap(\.self) : client.connections
  }

  private static func ends(of client: ClientRecord) -> [String] {
    let names = names(of: client)
    return names.isEmpty ? ["client at \(client.place.path):\(client.place.line)"] : names
  }

  /// What an operation's connection is known by: its settings, or else the clients that it goes over.
  private static func ends(of operation: Operation, _ settings: [SourcePlace: [String]]) -> [String] {
    if !operation.connections.isEmpty { return operation.connections }
    return operation.clients.flatMap { place -> [String] in
      guard let names = settings[place] else { return [] }
      return names.isEmpty ? ["client at \(place.path):\(place.line)"] : names
    }
  }

  private static func sets(_ operations: [Operation], _ settings: [SourcePlace: [String]]) -> NameSets {
    var sets = NameSets()
    // A probe that is handed any connection, such as PING, does not make them one.
    for operation in operations where operation.group != "connection" {
      let ends = ends(of: operation, settings)
      for end in ends.dropFirst() { sets.join(ends[0], end) }
    }
    return sets
  }

  /// `USER_EVENTS_REDIS` becomes `user-events-redis`.
  private static func name(_ root: String, _ connections: [String]) -> String {
    let text = connections.first ?? root
    guard !text.isEmpty else { return "unknown-connection" }
    var name = ""
    for character in text.lowercased() {
      if character.isASCII, character.isLetter || character.isNumber {
        name.append(character)
      } else if !name.hasSuffix("-") {
        name.append("-")
      }
    }
    return name.trimmed
  }
}

/// Names that are joined into sets; the first name in order stands for its set.
private struct NameSets {
  private var parents: [String: String] = [:]

  func root(of name: String) -> String {
    var name = name
    while let parent = parents[name] { name = parent }
    return name
  }

  mutating func join(_ left: String, _ right: String) {
    let (a, b) = (root(of: left), root(of: right))
    if a != b { parents[max(a, b)] = min(a, b) }
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = Substring(self)
    while text.first == "-" { text.removeFirst() }
    while text.last == "-" { text.removeLast() }
    return text.isEmpty ? "connection" : String(text)
  }
}
