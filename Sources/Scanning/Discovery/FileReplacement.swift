import FileSystem
import InventoryModel

/// A file whose text comes from elsewhere than the disk: what an editor shows and has not saved.
package struct FileReplacement: Sendable, Hashable {
  /// As the user named it; once the root is known, relative to it.
  package var path: String
  package var bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// The replacement with its path relative to a root, which has to hold it.
  func relative(to root: String) throws(DiscoveryError) -> FileReplacement {
    guard
      let path = (try? FilePaths.absolute(path)).flatMap({
        $0.hasPrefix(root + "/") ? $0.dropFirst(root.count + 1) : nil
      })
    else { throw .outside(path: path) }
    return FileReplacement(path: String(path), bytes: bytes)
  }
}

extension SourceFiles {
  /// Adds the file that a replacement stands for, where the disk does not have it; one that is left out stays out.
  mutating func add(_ replacement: FileReplacement) throws(DiscoveryError) {
    guard !files.contains(where: { $0.path == replacement.path }),
      !skipped.contains(where: { $0.path == replacement.path && $0.reason != .absent })
    else { return }
    guard let kind = SourceKind(path: replacement.path), let language = kind.language else {
      throw .unknownKind(path: replacement.path)
    }
    skipped.removeAll { $0.path == replacement.path }
    files.append(SourceFile(path: replacement.path, kind: kind, language: language))
    files.sort { $0.path < $1.path }
  }
}
