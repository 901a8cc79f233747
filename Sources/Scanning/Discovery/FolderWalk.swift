import FileSystem
import InventoryModel

/// Lists the files of a folder and the folders in it; links are not followed, so it always ends inside.
struct FolderWalk {
  let classifier: FileClassifier
  private(set) var files: [String] = []
  private(set) var others: [String] = []
  private(set) var skipped: [SkippedFile] = []

  /// Deeper than any project, less deep than the stack and the open files of a process.
  private static let depthLimit = 200

  init(classifier: FileClassifier) { self.classifier = classifier }

  mutating func visit(_ folder: Folder, path: String, depth: Int = 0) {
    let entries: [(name: String, kind: FileStatus.Kind)]
    do throws(SystemError) {
      entries = try folder.entries()
    } catch {
      skipped.append(SkippedFile(path: path + "/", reason: .unreadable, detail: error.description))
      return
    }
    for entry in entries {
      let inner = path.isEmpty ? entry.name : path + "/" + entry.name
      switch entry.kind {
      case .folder: descend(into: entry.name, of: folder, path: inner, depth: depth)
      case .file, .link, .special:
        if SourceKind(path: entry.name) != nil { files.append(inner) } else { others.append(inner) }
      }
    }
  }

  private mutating func descend(into name: String, of folder: Folder, path: String, depth: Int) {
    if name == ".git" { return }
    if let reason = classifier.reasonToSkip(folder: path) {
      skipped.append(SkippedFile(path: path + "/", reason: reason))
      return
    }
    guard depth < FolderWalk.depthLimit else {
      skipped.append(SkippedFile(path: path + "/", reason: .unreadable, detail: "too deep"))
      return
    }
    do throws(SystemError) {
      visit(try folder.folder(name), path: path, depth: depth + 1)
    } catch {
      if !error.isAbsence {
        skipped.append(SkippedFile(path: path + "/", reason: .unreadable, detail: error.description))
      }
    }
  }
}
