package import FileSystem
import InventoryModel
package import Parallelism

/// Finds the files of a scan: what git would see, or else a walk.
package struct Discovery {
  private let classifier: FileClassifier
  private let usesGit: Bool
  private let root: String
  /// Whether several targets may hold the same file.
  private let mayRepeat: Bool
  private var listings: [FolderListing] = []
  private var notes: [String] = []
  /// The folders that are to be walked.
  private var visits: [FolderWalk.Visit] = []

  /// The files of folders, and single files, that the user named.
  package static func files(
    in paths: [String], classifier: FileClassifier, usesGit: Bool = true, parallel: Parallel = Parallel(width: 1)
  ) async throws(DiscoveryError) -> SourceFiles {
    var discovery = try Discovery(paths, classifier: classifier, usesGit: usesGit)
    let walk = FolderWalk(classifier: classifier)
    // Folders that wait to be listed keep those open that they are in, and each task has its own.
    discovery.listings += await parallel.limited(to: 8).explore(discovery.visits) { visit, add in
      var listing = walk.listing(of: visit)
      add(listing.takeFolders())
      return listing
    }
    return discovery.files()
  }

  /// Takes the files that the user named and those that git lists.
  private init(_ paths: [String], classifier: FileClassifier, usesGit: Bool) throws(DiscoveryError) {
    let targets = try ScanTarget.targets(of: paths)
    root = ScanTarget.commonFolder(of: targets)
    mayRepeat = targets.count > 1
    self.classifier = classifier
    self.usesGit = usesGit
    for target in targets { try add(target) }
  }

  /// The folder that the paths of a scan are relative to.
  package static func root(of paths: [String]) throws(DiscoveryError) -> String {
    ScanTarget.commonFolder(of: try ScanTarget.targets(of: paths))
  }

  /// All that was found.
  private func files() -> SourceFiles {
    var result = SourceFiles(root: root)
    result.files = listings.flatMap(\.files).sorted { $0.path < $1.path }
    result.goModules = listings.flatMap(\.goModules).sorted()
    result.others = listings.flatMap(\.others)
    result.skipped = listings.flatMap(\.skipped)
      .sorted { ($0.path, $0.reason.rawValue) < ($1.path, $1.reason.rawValue) }
    if mayRepeat {
      result.files = result.files.withoutRepetitions
      result.goModules = result.goModules.withoutRepetitions
      let taken = Set(result.files.map(\.path))
      result.skipped = result.skipped.withoutRepetitions.filter { !taken.contains($0.path) }
    }
    result.scriptPackages = scriptPackages(of: result)
    result.notes = notes
    return result
  }

  /// The manifests of JavaScript packages, where there is JavaScript.
  private func scriptPackages(of found: SourceFiles) -> [String] {
    guard found.files.contains(where: { $0.language.family == .javascript }) else { return [] }
    let name = "package.json"
    return found.others.map(\.path)
      .filter { ($0 == name || $0.hasSuffix("/" + name)) && classifier.reasonToSkip($0) == nil }.sorted()
  }

  private mutating func add(_ target: ScanTarget) throws(DiscoveryError) {
    let prefix = ScanTarget.relative(target.path, to: root)
    guard target.isFolder else {
      guard SourceKind(path: prefix) != nil else { throw .unknownKind(path: target.path) }
      var listing = FolderListing()
      listing.take(prefix, classifier, isNamed: true)
      listings.append(listing)
      return
    }
    do throws(SystemError) {
      addFolder(try Folder(target.path), path: target.path, prefix: prefix)
    } catch {
      throw .cannotRead(path: target.path, error)
    }
  }

  private mutating func addFolder(_ folder: Folder, path: String, prefix: String) {
    switch usesGit ? GitListing.of(path) : .noWorkTree {
    case .listing(let listing) where !listing.files.isEmpty || !listing.repositories.isEmpty:
      add(listing, folder: folder, path: path, prefix: prefix)
      return
    case .listing: notes.append("git lists no files in \(path), so all files in it are read")
    case .failed(let message):
      notes.append("git could not list the files of \(path), so all files in it are read: \(message)")
    case .noWorkTree: break
    }
    visits.append(FolderWalk.Visit(folder, path: prefix))
  }

  private mutating func add(_ git: GitListing, folder: Folder, path: String, prefix: String) {
    var folders = RealFolders(root: folder)
    var listing = FolderListing()
    for file in git.files {
      let inner = Discovery.join(prefix, file)
      if SourceKind(path: file) == nil || folders.holds(file) {
        listing.take(inner, classifier, isTracked: !git.untracked.contains(file))
      } else {
        listing.skip(inner, .link)
      }
    }
    for name in git.repositories where folders.holds(name + "/.") {
      let inner = Discovery.join(prefix, name)
      if let reason = classifier.reasonToSkip(folder: inner) {
        listing.skip(inner + "/", reason)
      } else if let opened = try? Folder(path + "/" + name) {
        addFolder(opened, path: path + "/" + name, prefix: inner)
      }
    }
    listings.append(listing)
  }

  private static func join(_ folder: String, _ name: String) -> String { folder.isEmpty ? name : folder + "/" + name }
}

extension Array where Element: Hashable {
  /// Each element where it stands first.
  fileprivate var withoutRepetitions: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
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
