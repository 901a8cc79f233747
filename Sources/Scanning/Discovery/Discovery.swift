package import FileSystem
import InventoryModel

/// Finds the files of a scan: what git would see, or else a walk.
package struct Discovery {
  private let classifier: FileClassifier
  private let usesGit: Bool
  private var result: SourceFiles
  private var seen: Set<String> = []

  /// The files of folders, and single files, that the user named.
  package static func files(
    in paths: [String], classifier: FileClassifier, usesGit: Bool = true
  ) throws(DiscoveryError) -> SourceFiles {
    let targets = try ScanTarget.targets(of: paths)
    let root = ScanTarget.commonFolder(of: targets)
    var discovery = Discovery(classifier: classifier, usesGit: usesGit, result: SourceFiles(root: root))
    for target in targets { try discovery.add(target, root: root) }
    discovery.result.files.sort { $0.path < $1.path }
    discovery.result.goModules.sort()
    discovery.noteScriptPackages()
    discovery.result.skipped.sort { ($0.path, $0.reason.rawValue) < ($1.path, $1.reason.rawValue) }
    return discovery.result
  }

  /// Notes the manifests of JavaScript packages among the files that no front end reads.
  private mutating func noteScriptPackages() {
    guard result.files.contains(where: { $0.language.family == .javascript }) else { return }
    result.scriptPackages = result.others.map(\.path)
      .filter { path in
        let name = "package.json"
        return (path == name || path.hasSuffix("/" + name)) && classifier.reasonToSkip(path) == nil
      }.sorted()
  }

  /// The folder that the paths of a scan are relative to.
  package static func root(of paths: [String]) throws(DiscoveryError) -> String {
    ScanTarget.commonFolder(of: try ScanTarget.targets(of: paths))
  }

  private mutating func add(_ target: ScanTarget, root: String) throws(DiscoveryError) {
    let prefix = ScanTarget.relative(target.path, to: root)
    guard target.isFolder else {
      guard take(prefix, isNamed: true) else { throw .unknownKind(path: target.path) }
      return
    }
    do throws(SystemError) {
      let folder = try Folder(target.path)
      addFolder(folder, path: target.path, prefix: prefix)
    } catch {
      throw .cannotRead(path: target.path, error)
    }
  }

  private mutating func addFolder(_ folder: Folder, path: String, prefix: String) {
    guard usesGit else { return walk(folder, prefix: prefix) }
    switch GitListing.of(path) {
    case .noWorkTree: walk(folder, prefix: prefix)
    case .failed(let message):
      result.notes.append("git could not list the files of \(path), so all files in it are read: \(message)")
      walk(folder, prefix: prefix)
    case .listing(let listing) where listing.files.isEmpty && listing.repositories.isEmpty:
      result.notes.append("git lists no files in \(path), so all files in it are read")
      walk(folder, prefix: prefix)
    case .listing(let listing): add(listing, folder: folder, path: path, prefix: prefix)
    }
  }

  private mutating func add(_ listing: GitListing, folder: Folder, path: String, prefix: String) {
    var folders = RealFolders(root: folder)
    for file in listing.files {
      guard SourceKind(path: file) != nil else {
        result.others.append(
          OtherFile(path: Discovery.join(prefix, file), isTracked: !listing.untracked.contains(file)))
        continue
      }
      if folders.holds(file) {
        take(Discovery.join(prefix, file))
      } else {
        result.skipped.append(SkippedFile(path: Discovery.join(prefix, file), reason: .link))
      }
    }
    for name in listing.repositories where folders.holds(name + "/.") {
      let inner = Discovery.join(prefix, name)
      if let reason = classifier.reasonToSkip(folder: inner) {
        result.skipped.append(SkippedFile(path: inner + "/", reason: reason))
      } else if let opened = try? Folder(path + "/" + name) {
        addFolder(opened, path: path + "/" + name, prefix: inner)
      }
    }
  }

  private mutating func walk(_ folder: Folder, prefix: String) {
    var walk = FolderWalk(classifier: classifier)
    walk.visit(folder, path: prefix)
    for path in walk.files { take(path) }
    result.others += walk.others.map { OtherFile(path: $0, isTracked: true) }
    result.skipped += walk.skipped
  }

  /// Takes a file if it is of a kind that is read; a file that the user named is read whatever it is like.
  @discardableResult
  private mutating func take(_ path: String, isNamed: Bool = false) -> Bool {
    guard let kind = SourceKind(path: path) else { return false }
    guard seen.insert(path).inserted else { return true }
    guard let language = kind.language else {
      result.goModules.append(path)
      return true
    }
    if !isNamed, let reason = classifier.reasonToSkip(path) {
      result.skipped.append(SkippedFile(path: path, reason: reason))
    } else {
      result.files.append(SourceFile(path: path, kind: kind, language: language))
    }
    return true
  }

  private static func join(_ folder: String, _ name: String) -> String { folder.isEmpty ? name : folder + "/" + name }
}

/// Why there is nothing to scan where the user pointed.
package enum DiscoveryError: Error, Hashable, CustomStringConvertible {
  case missing(path: String)
  case cannotRead(path: String, SystemError)
  case unknownKind(path: String)
  case outside(path: String)

  package var description: String {
    switch self {
    case .missing(let path): "\(path): no such file or folder"
    case .cannotRead(let path, let error): "\(path): \(error)"
    case .outside(let path): "\(path): not in what is scanned"
    case .unknownKind(let path): "\(path): not a source file of a known language"
    }
  }
}
