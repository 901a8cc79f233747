import FileSystem
import InventoryModel

/// Lists the folders of a tree, each on its own; links are not followed, so it always ends inside.
struct FolderWalk: Sendable {
  let classifier: FileClassifier

  /// Deeper than any project, less deep than the open files of a process.
  private static let depthLimit = 200

  /// A folder that is to be listed.
  struct Visit: Sendable {
    /// The folder that it is in, or itself where there is no name.
    fileprivate let folder: Folder
    fileprivate let name: String?
    /// Relative to the scanned root.
    fileprivate let path: String
    fileprivate let depth: Int

    init(_ folder: Folder, path: String) { self.init(folder: folder, name: nil, path: path, depth: 0) }

    fileprivate init(folder: Folder, name: String?, path: String, depth: Int) {
      (self.folder, self.name, self.path, self.depth) = (folder, name, path, depth)
    }
  }

  /// What is in a folder, and the folders in it that are to be listed.
  func listing(of visit: Visit) -> FolderListing {
    var listing = FolderListing()
    do throws(SystemError) {
      let folder = try visit.name.map { name throws(SystemError) in try visit.folder.folder(name) } ?? visit.folder
      for entry in try folder.entries() {
        let path = visit.path.isEmpty ? entry.name : visit.path + "/" + entry.name
        if entry.kind == .folder {
          add(Visit(folder: folder, name: entry.name, path: path, depth: visit.depth + 1), to: &listing)
        } else {
          listing.take(path, classifier)
        }
      }
    } catch {
      if visit.name == nil || !error.isAbsence { listing.skip(visit.path + "/", .unreadable, error.description) }
    }
    return listing
  }

  private func add(_ visit: Visit, to listing: inout FolderListing) {
    if visit.name == ".git" { return }
    if let reason = classifier.reasonToSkip(folder: visit.path) {
      listing.skip(visit.path + "/", reason)
    } else if visit.depth > FolderWalk.depthLimit {
      listing.skip(visit.path + "/", .unreadable, "too deep")
    } else {
      listing.add(visit)
    }
  }
}
