import InventoryModel

/// Client classes of the project, whose methods handle the errors of the commands that they override.
struct OwnClients {
  /// Methods that do so.
  private let guarded: Set<String>

  /// - Parameter isGuarded: whether a guard of the function takes the operation's errors.
  init(_ index: ReportIndex, isGuarded: (OperationGroup, Operation) -> Bool) {
    guarded = Set(
      index.groups.compactMap { group in
        guard let node = group.node, node.context == .production, node.language == .python, let type = node.type,
          type.bases.contains(where: Self.isClient),
          let method = node.name?.split(separator: ".").last.map(String.init),
          group.operations.contains(where: { $0.method == method && isGuarded(group, $0) })
        else { return nil }
        return method
      })
  }

  /// Whether the operation goes over a client of which nothing tells that it is not of such a class.
  func handles(_ operation: Operation) -> Bool {
    operation.language == .python && operation.clients.isEmpty
      && operation.method.map { guarded.contains($0) } == true
  }

  private static func isClient(_ base: String) -> Bool {
    let last = base.split(separator: ".").last ?? ""
    return ["Redis", "StrictRedis", "RedisCluster", "Valkey", "StrictValkey", "ValkeyCluster"].contains(last)
  }
}
