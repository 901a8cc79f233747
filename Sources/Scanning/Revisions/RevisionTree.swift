import FileSystem

/// The files of a commit, laid out in a folder of the program's own as long as somebody holds it.
package struct RevisionTree: Sendable {
  /// The full id of the commit.
  package let commit: String
  /// The scanned paths as they are in the commit; one that it does not have is empty.
  package let paths: [String]
  /// The scanned root as it is in the commit.
  package let root: String
  private let folder: TemporaryFolder

  /// Lays out what a scan of paths would read.
  ///
  /// - Parameters:
  ///   - name: what git calls the revision.
  ///   - paths: as the user named them, in the work tree.
  package init(_ name: String, paths: [String]) throws {
    let scanned = try Discovery.root(of: paths)
    let repository = try Repository(around: scanned)
    commit = try repository.commit(named: name)
    let real = try ScanTarget.targets(of: paths)
    let targets = real.map { ScanTarget.relative($0.path, to: repository.root) }
    let files = try repository.files(of: commit).filter { RevisionTree.isWanted($0, targets) }
    folder = try RevisionTree.layOut(files, of: repository)
    for (target, path) in zip(real, targets) {
      let isThere = files.contains { $0.path == path || path.isEmpty || $0.path.hasPrefix(path + "/") }
      if isThere || path.isEmpty { continue }
      // What is new is compared with nothing.
      if target.isFolder { try folder.makeFolder(path) } else { try folder.write([], to: path) }
    }
    let laidOut = folder.path
    self.paths = targets.map { $0.isEmpty ? laidOut : "\(laidOut)/\($0)" }
    let inner = ScanTarget.relative(scanned, to: repository.root)
    root = inner.isEmpty ? laidOut : "\(laidOut)/\(inner)"
  }

  private static func layOut(
    _ files: [Repository.Entry], of repository: Repository
  ) throws(RevisionError) -> TemporaryFolder {
    let folder: TemporaryFolder
    do throws(SystemError) {
      folder = try TemporaryFolder()
    } catch {
      throw .cannotWrite(error)
    }
    try repository.read(files) { entry, bytes throws(RevisionError) in
      do throws(SystemError) {
        try folder.write(bytes, to: entry.path)
      } catch {
        throw .cannotWrite(error)
      }
    }
    return folder
  }

  /// What scans look at above the scanned root.
  private static let settings: Set<String> = [
    "go.mod", "redis-inventory.yml", "redis-schema.yml", "CODEOWNERS",
  ]

  private static func isWanted(_ entry: Repository.Entry, _ targets: [String]) -> Bool {
    let isScanned = targets.contains { $0.isEmpty || entry.path == $0 || entry.path.hasPrefix($0 + "/") }
    let name = entry.path.split(separator: "/").last.map(String.init) ?? ""
    guard isScanned || settings.contains(name) else { return false }
    return entry.size <= (SourceKind(path: entry.path) == nil ? 1 << 20 : SourceReader.sizeLimit)
  }
}
