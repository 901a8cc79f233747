import FileSystem

/// Remembers which folders are reached from a root without going through a link.
struct RealFolders {
  private let root: Folder
  private var isReal: [Substring: Bool] = ["": true]

  init(root: Folder) { self.root = root }

  /// Whether the folder that a path stands in is really below the root.
  mutating func holds(_ path: String) -> Bool {
    isReal(path.lastIndex(of: "/").map { path[..<$0] } ?? "")
  }

  private mutating func isReal(_ folder: Substring) -> Bool {
    if let known = isReal[folder] { return known }
    let parent = folder.lastIndex(of: "/").map { folder[..<$0] } ?? ""
    let answer = isReal(parent) && folder != ".." && (try? root.status(of: String(folder)).kind) == .folder
    isReal[folder] = answer
    return answer
  }
}
