package import InventoryModel
import Knowledge

/// A queue, lock or stream on a server that evicts keys or keeps nothing on disk.
package struct DurableDataCanVanish: Check {
  package static let rule = "durable-data-can-vanish"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    let servers = input.servers
    let names = input.infrastructure.settings
    guard
      servers.all.contains(where: {
        !dangers(of: $0, to: "stream", names).isEmpty || !dangers(of: $0, to: "lock", names).isEmpty
      })
    else { return [] }
    let locks = input.locks
    let found = input.report.operations.compactMap { operation -> Finding? in
      guard let kind = kind(of: operation, locks, names) else { return nil }
      return finding(at: operation, kind, servers.reach(of: operation), names)
    }
    return DurableDataCanVanish.once(found)
  }

  /// One finding a key and server: where production code first speaks of it.
  private static func once(_ findings: [Finding]) -> [Finding] {
    var seen: Set<String> = []
    let sorted = findings.sorted {
      ($0.context == .production ? 0 : 1, $0.place) < ($1.context == .production ? 0 : 1, $1.place)
    }
    return sorted.filter { seen.insert($0.message).inserted }
  }

  private func finding(
    at operation: Operation, _ kind: String, _ reach: Servers.Reach, _ names: InfrastructureVocabulary.SettingNames
  ) -> Finding? {
    let (instances, mustBeAll) =
      switch reach {
      case .these(let instances): (instances, false)
      case .any(let instances): (instances, true)
      }
    let found = instances.compactMap { instance in
      dangers(of: instance, to: kind, names).first.map { (instance, $0) }
    }
    guard let (instance, danger) = found.first else { return nil }
    let isCertain = !mustBeAll || found.count == instances.count
    // Where one of several is told to keep its keys, that may be the one.
    guard isCertain || !instances.contains(where: { $0.keepsAll(names) }) else { return nil }
    return finding(at: operation, kind, instance, danger, isCertain: isCertain)
  }

  private func kind(
    of operation: Operation, _ locks: LockUse, _ names: InfrastructureVocabulary.SettingNames
  ) -> String? {
    if operation.takesIfFree, locks.isLock(operation) { return "lock" }
    return names.durable.sorted { $0.key < $1.key }.first { $0.value.contains(operation.command) }?.key
  }

  private typealias Danger = (what: String, place: SourcePlace)

  private func dangers(
    of instance: Servers.Instance, to kind: String, _ names: InfrastructureVocabulary.SettingNames
  ) -> [Danger] {
    var dangers: [Danger] = []
    if let policy = instance.setting("maxmemory-policy"), instance.setting("maxmemory")?.value != "0" {
      if names.evictsAll.contains(policy.value) {
        dangers.append(("may evict it: maxmemory-policy is \(policy.value)", policy.place))
      } else if kind == "lock", names.evictsExpiring.contains(policy.value) {
        dangers.append(("may evict it, since it has a time to live: maxmemory-policy is \(policy.value)", policy.place))
      }
    }
    // A lock that is lost with the server is one that nobody holds any more.
    if kind != "lock", let append = instance.setting("appendonly"), append.value == "no",
      let save = instance.setting("save"), save.value == "\"\""
    {
      dangers.append(("keeps nothing on disk: appendonly is no and save is empty", append.place))
    }
    return dangers
  }

  private func finding(
    at operation: Operation, _ kind: String, _ instance: Servers.Instance, _ danger: Danger, isCertain: Bool
  ) -> Finding {
    let key = operation.key.map { " \($0)" } ?? ""
    var finding = Finding(
      of: DurableDataCanVanish.rule, at: operation,
      message: "the \(kind)\(key) must last, and \(instance.shownName) \(danger.what)",
      notes: [Evidence(place: danger.place, what: danger.what)])
    if !isCertain { finding.confidence = .inferred }
    return finding
  }
}

extension Servers.Instance {
  /// Whether its settings say that nothing is evicted.
  fileprivate func keepsAll(_ names: InfrastructureVocabulary.SettingNames) -> Bool {
    guard let policy = setting("maxmemory-policy")?.value else { return false }
    return !names.evictsAll.contains(policy) && !names.evictsExpiring.contains(policy)
  }
}
