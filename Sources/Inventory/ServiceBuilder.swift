import InventoryModel

/// Tells which parts of a tree use which patterns.
enum ServiceBuilder {
  static func services(of patterns: [PatternEntry]) -> [ServiceEntry] {
    var users: [String: [String]] = [:]
    for pattern in patterns where pattern.context == .production {
      let paths = pattern.usedBy.isEmpty ? pattern.anchors.map(\.path) : pattern.usedBy.map(\.path)
      for name in Set(paths.map(service)) { users[name, default: []].append(pattern.id) }
    }
    return users.keys.sorted().map { ServiceEntry(name: $0, patterns: users[$0] ?? []) }
  }

  /// Folders that only hold the parts.
  private static let holders: Set<String> = [
    "src", "lib", "pkg", "packages", "apps", "services", "internal", "cmd", "modules", "projects", "Sources", "libs",
  ]

  /// The part that a file belongs to: its first folder below those that hold parts; a file of the root is one by itself.
  private static func service(_ path: String) -> String {
    let components = path.split(separator: "/").map(String.init)
    let depth = components.prefix { holders.contains($0) }.count
    return components.prefix(min(depth + 1, max(components.count - 1, 1))).joined(separator: "/")
  }
}
