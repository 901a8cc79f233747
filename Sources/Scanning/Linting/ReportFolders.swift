import FileSystem

/// Where a scanned root is, as those see it who read a report.
enum ReportFolders {
  /// The folder of a root below the root of its git work tree, with a slash at its end; without one, below the current
  /// folder.
  static func inWorkTree(_ root: String) -> String {
    var components = root.split(separator: "/")
    while !components.isEmpty {
      let here = "/" + components.joined(separator: "/")
      if (try? FilePaths.status(of: here + "/.git")) != nil { return relative(root, to: here) ?? "" }
      components.removeLast()
    }
    return fromHere(root)
  }

  /// The folder of a root below the current folder, with a slash at its end; empty where it is elsewhere.
  static func fromHere(_ root: String) -> String {
    (try? FilePaths.real(".")).flatMap { relative(root, to: $0) } ?? ""
  }

  private static func relative(_ path: String, to folder: String) -> String? {
    if path == folder { return "" }
    let start = folder == "/" ? "/" : folder + "/"
    return path.hasPrefix(start) ? path.dropFirst(start.count) + "/" : nil
  }
}
