import FileSystem

/// Finds git work trees.
enum WorkTree {
  /// The nearest folder with a `.git`, the given one or above; nil where there is none.
  static func root(around folder: String) -> String? {
    var components = folder.split(separator: "/")
    while true {
      let here = "/" + components.joined(separator: "/")
      if (try? FilePaths.status(of: (here == "/" ? "" : here) + "/.git")) != nil { return here }
      guard !components.isEmpty else { return nil }
      components.removeLast()
    }
  }
}
