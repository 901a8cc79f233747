import FileSystem

/// Finds the configuration that holds for some paths.
package enum ConfigurationLookup {
  /// The folder that the paths have in common, absolute.
  package static func root(of paths: [String]) throws -> String { try Discovery.root(of: paths) }

  /// The file that was named, or else the nearest to what the paths have in common; nil where there is none.
  package static func file(
    for paths: [String], named path: String?, isWanted: Bool = true
  ) throws -> ConfigurationFile? {
    guard isWanted else { return nil }
    let root = try Discovery.root(of: paths)
    return try (path ?? ConfigurationFile.nearest(to: root)).map { try ConfigurationFile(path: $0) }
  }
}
