import Dispatch
import FileSystem
import InventoryModel
import Synchronization

/// Lists the files of a folder and the folders in it; links are not followed, so it always ends inside.
struct FolderWalk: Sendable {
  let classifier: FileClassifier
  private(set) var files: [String] = []
  private(set) var others: [String] = []
  private(set) var skipped: [SkippedFile] = []

  /// Deeper than any project, less deep than the stack and the open files of a process.
  private static let depthLimit = 200
  /// Each task may have a folder of every level open.
  private static let mostTasks = 4
  /// So many folders a task keep all tasks busy to the end.
  private static let shares = 8
  /// So many levels are looked through for folders to share out.
  private static let sharedDepth = 3

  init(classifier: FileClassifier) { self.classifier = classifier }

  /// A folder to be read.
  private struct Inner: Sendable {
    let parent: Folder
    let name: String
    let path: String
    let depth: Int
  }

  /// Lists a folder in several tasks; the order in which files are found depends on them.
  mutating func visit(_ folder: Folder, path: String, tasks: Int) {
    let tasks = min(tasks, FolderWalk.mostTasks)
    var inner = list(folder, path: path, depth: 0)
    for _ in 0..<FolderWalk.sharedDepth where inner.count < tasks * FolderWalk.shares && tasks > 1 {
      inner = inner.flatMap { inner in open(inner).map { list($0, path: inner.path, depth: inner.depth) } ?? [] }
    }
    let pending = inner
    let classifier = classifier
    let next = Atomic(0)
    let found = Mutex<[FolderWalk]>([])
    DispatchQueue.concurrentPerform(iterations: max(1, min(tasks, pending.count))) { _ in
      var walk = FolderWalk(classifier: classifier)
      while true {
        let number = next.add(1, ordering: .relaxed).oldValue
        guard pending.indices.contains(number) else { break }
        walk.visit(pending[number])
      }
      found.withLock { $0.append(walk) }
    }
    for walk in found.withLock({ $0 }) {
      files += walk.files
      others += walk.others
      skipped += walk.skipped
    }
  }

  private mutating func visit(_ inner: Inner) {
    guard let folder = open(inner) else { return }
    for further in list(folder, path: inner.path, depth: inner.depth) { visit(further) }
  }

  /// Notes the files of a folder, and gives the folders in it that are to be read.
  private mutating func list(_ folder: Folder, path: String, depth: Int) -> [Inner] {
    let entries: [(name: String, kind: FileStatus.Kind)]
    do throws(SystemError) {
      entries = try folder.entries()
    } catch {
      skipped.append(SkippedFile(path: path + "/", reason: .unreadable, detail: error.description))
      return []
    }
    var inner: [Inner] = []
    for entry in entries {
      let entryPath = path.isEmpty ? entry.name : path + "/" + entry.name
      switch entry.kind {
      case .folder:
        let further = Inner(parent: folder, name: entry.name, path: entryPath, depth: depth + 1)
        if isRead(further) { inner.append(further) }
      case .file, .link, .special:
        if SourceKind(path: entry.name) != nil { files.append(entryPath) } else { others.append(entryPath) }
      }
    }
    return inner
  }

  private mutating func isRead(_ inner: Inner) -> Bool {
    if inner.name == ".git" { return false }
    if let reason = classifier.reasonToSkip(folder: inner.path) {
      skipped.append(SkippedFile(path: inner.path + "/", reason: reason))
      return false
    }
    guard inner.depth <= FolderWalk.depthLimit else {
      skipped.append(SkippedFile(path: inner.path + "/", reason: .unreadable, detail: "too deep"))
      return false
    }
    return true
  }

  private mutating func open(_ inner: Inner) -> Folder? {
    do throws(SystemError) {
      return try inner.parent.folder(inner.name)
    } catch {
      if !error.isAbsence {
        skipped.append(SkippedFile(path: inner.path + "/", reason: .unreadable, detail: error.description))
      }
      return nil
    }
  }
}
