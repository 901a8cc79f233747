import FileSystem
import InventoryModel

/// Reads files of a tree for their text.
struct TextFiles {
  private let root: Folder

  init(root: Folder) { self.root = root }

  /// Documents above this are dumps; more of them than this nobody reads.
  private static let (sizeLimit, countLimit) = (1 << 20, 3000)

  /// The test code of a call graph with the fixtures that pytest finds for it, by path.
  func tests(of graph: CallGraph, among paths: Set<String>) -> [String: String] {
    var wanted = Set(graph.functions.filter { $0.context == .test }.map(\.place.path))
    for path in wanted where path.hasSuffix(".py") {
      var folders = path.split(separator: "/")
      while folders.popLast() != nil {
        let candidate = (folders + ["conftest.py"]).joined(separator: "/")
        if paths.contains(candidate) { wanted.insert(candidate) }
      }
    }
    return Dictionary(uniqueKeysWithValues: wanted.compactMap { path in text(path).map { (path, $0) } })
  }

  /// What people wrote to be read, apart from histories and what this program wrote.
  func documents(among paths: [String], except isSkipped: (String) -> Bool) -> [(path: String, text: String)] {
    let documents = paths.filter { TextFiles.isDocument($0) && !isSkipped($0) }.sorted()
    return documents.prefix(TextFiles.countLimit).compactMap { path in
      guard let text = text(path), !text.prefix(500).contains("redis-inventory") else { return nil }
      return (path, text)
    }
  }

  private static func isDocument(_ path: String) -> Bool {
    let name = (path.split(separator: "/").last ?? "").lowercased()
    guard [".md", ".rst", ".adoc", ".mdx", ".org"].contains(where: { name.hasSuffix($0) }) else { return false }
    return !["changelog", "changes", "history", "release"].contains { name.hasPrefix($0) }
  }

  private func text(_ path: String) -> String? {
    var buffer: [UInt8] = []
    guard let count = try? root.read(path, into: &buffer, limit: TextFiles.sizeLimit) else { return nil }
    return String(decoding: buffer.prefix(count), as: UTF8.self)
  }
}
