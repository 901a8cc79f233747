import InventoryModel
import Knowledge

/// Finds which operations must move to another server together, and in which order the parts may go.
struct Workloads {
  private let operations: [Operation]
  private let commands: CommandTable

  init(_ report: ScanReport, commands: CommandTable) {
    self.commands = commands
    operations = report.operations.filter { $0.context == .production }
  }

  /// The parts, each with a verdict a target.
  func workloads(verdicts: ([Operation]) -> [TargetVerdict]) -> [Workload] {
    var sets = DisjointSets(count: operations.count)
    var reasons: [Link: Set<Int>] = [:]
    var first: [Link: Int] = [:]
    for (index, operation) in operations.enumerated() {
      for link in Workloads.links(of: operation) {
        reasons[link, default: []].insert(index)
        if let other = first[link] { sets.join(index, other) } else { first[link] = index }
      }
    }
    for (index, other) in walkedKeys() {
      sets.join(index, other)
      reasons[.walk(operations[index].keyTemplates.first ?? ""), default: []].formUnion([index, other])
    }
    let groups = Dictionary(grouping: operations.indices) { sets.root(of: $0) }
    return groups.values.map { members in
      let kinds = reasons.filter { $0.value.count > 1 && members.contains($0.value.first ?? -1) }.map(\.key)
      return workload(members.map { operations[$0] }, links: kinds, verdicts: verdicts)
    }.sorted { Workloads.order($0) < Workloads.order($1) }
  }

  /// Walks over keys by a pattern that begins with a word, each with the operations whose keys begin so.
  private func walkedKeys() -> [(Int, Int)] {
    var found: [(Int, Int)] = []
    for (index, operation) in operations.enumerated() where ["KEYS", "SCAN"].contains(operation.command) {
      for template in operation.keyTemplates {
        let prefix = template.prefix { $0 != "*" && $0 != "{" && $0 != "?" && $0 != "[" }
        guard prefix.count > 1, prefix.count < template.count else { continue }
        for (other, candidate) in operations.enumerated()
        where other != index && candidate.keyTemplates.contains(where: { $0.hasPrefix(prefix) }) {
          found.append((index, other))
        }
      }
    }
    return found
  }

  /// What ties operations together.
  private enum Link: Hashable {
    case client(SourcePlace)
    case connection(String)
    case key(String)
    case channel(String)
    case script(String)
    case pipeline(SourcePlace)
    /// A file that is one script.
    case file(String)
    /// A walk over keys by a pattern.
    case walk(String)

    var reason: String {
      switch self {
      case .client, .connection: "a connection"
      case .key(let template): "the key \(template)"
      case .channel(let template): "the channel \(template)"
      case .script(let sha1): "the script \(sha1.prefix(12))"
      case .pipeline: "a pipeline"
      case .file: "a script"
      case .walk(let pattern): "a walk over \(pattern)"
      }
    }
  }

  private static func links(of operation: Operation) -> [Link] {
    var links: [Link] = operation.clients.map { .client($0) }
    // A probe that is handed any connection, such as PING, does not make them one.
    if operation.group != "connection" { links += operation.connections.map { .connection($0) } }
    if operation.language == .lua { links.append(.file(operation.place.path)) }
    links += operation.keyTemplates.filter { KeyTemplate($0).hasText }.map { .key($0) }
    if let channel = operation.channel, KeyTemplate(channel).hasText { links.append(.channel(channel)) }
    if let script = operation.script { links.append(.script(script)) }
    if let pipeline = operation.pipeline { links.append(.pipeline(pipeline)) }
    return links
  }

  private func workload(
    _ operations: [Operation], links: [Link], verdicts: ([Operation]) -> [TargetVerdict]
  ) -> Workload {
    let keys = Set(operations.flatMap(\.keyTemplates)).sorted()
    let connections = Set(operations.flatMap(\.connections)).sorted()
    let groups = Set(operations.compactMap(\.group)).sorted()
    let paths = Set(operations.map(\.place.path)).sorted()
    let named = keys.first { KeyTemplate($0).hasText }
    return Workload(
      name: connections.first ?? named ?? operations.compactMap(\.channel).min() ?? paths.first ?? "",
      operations: operations.count, connections: connections,
      keys: keys, channels: Set(operations.compactMap(\.channel)).sorted(), groups: groups, paths: paths,
      reasons: Set(links.map(\.reason)).sorted(), step: step(of: operations).rawValue, verdicts: verdicts(operations))
  }

  /// What a part is for the order of moves: what can be lost first, what must not be held twice last.
  private enum Step: String, CaseIterable {
    case messages = "messages only: nothing to copy; move subscribers, then publishers"
    case expiring = "every key expires: start empty on the new server, or write to both for the longest time to live"
    case data = "data that stays: copy, write to both, compare, then read from the new server"
    case queues = "queues and streams: drain the old server, or move consumers before producers"
    case locks = "locks: stop all holders, or hold both while moving; never half on each"
  }

  private func step(of operations: [Operation]) -> Step {
    if operations.contains(where: { $0.command == "LOCK*" }) { return .locks }
    let groups = Set(operations.compactMap(\.group))
    let waits = operations.contains {
      !$0.keyTemplates.isEmpty && commands[$0.command]?.flags.contains("blocking") == true
    }
    if groups.contains("stream") || waits { return .queues }
    if !groups.isEmpty, groups.isSubset(of: ["pubsub", "connection", "server"]) { return .messages }
    let written = operations.filter { ["string", "hash", "list", "set", "sorted-set"].contains($0.group ?? "") }
    let expires = operations.contains { $0.ttlSeconds != nil || $0.command == "EXPIRE" || $0.command == "PEXPIRE" }
    return expires && written.allSatisfy { $0.command != "RPUSH" && $0.command != "LPUSH" } ? .expiring : .data
  }

  private static func order(_ workload: Workload) -> OrderKey {
    OrderKey(
      step: Step.allCases.firstIndex { $0.rawValue == workload.step } ?? 0, verdict: workload.verdicts.max() ?? .asIs,
      operations: workload.operations, name: workload.name, path: workload.paths.first ?? "")
  }

  private struct OrderKey: Comparable {
    let step: Int
    let verdict: TargetVerdict
    let operations: Int
    let name: String
    let path: String

    static func < (left: OrderKey, right: OrderKey) -> Bool {
      (left.step, left.verdict, left.operations, left.name, left.path)
        < (right.step, right.verdict, right.operations, right.name, right.path)
    }
  }
}

/// Numbers that are joined into sets.
struct DisjointSets {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func root(of number: Int) -> Int {
    var number = number
    while parents[number] != number {
      parents[number] = parents[parents[number]]
      number = parents[number]
    }
    return number
  }

  mutating func join(_ left: Int, _ right: Int) {
    let (a, b) = (root(of: left), root(of: right))
    parents[max(a, b)] = min(a, b)
  }
}
