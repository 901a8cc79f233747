/// Which files of a tree are about a server by where they are: in a folder, file or JavaScript package of its name.
package struct ServerPaths: Sendable {
  /// Folders of packages, and whether the package is named after a server.
  private let packages: [String: Bool]

  /// - Parameter packages: the name of each package by its folder relative to the root; "" for the root.
  package init(packages: [String: String] = [:]) {
    self.packages = packages.mapValues { ServerName.isIn($0) }
  }

  /// Whether a file's path, or the innermost package that it is in, is named after a server.
  package func contains(_ path: String) -> Bool {
    if ServerName.isIn(path) { return true }
    guard packages.values.contains(true) else { return false }
    var folder = path[...]
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      if let isNamed = packages[String(folder)] { return isNamed }
    }
    return packages[""] ?? false
  }
}
