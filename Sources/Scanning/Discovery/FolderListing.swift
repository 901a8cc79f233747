import InventoryModel

/// The files of a folder by what becomes of them.
struct FolderListing: Sendable {
  private(set) var files: [SourceFile] = []
  private(set) var goModules: [String] = []
  private(set) var others: [OtherFile] = []
  private(set) var skipped: [SkippedFile] = []
  /// Folders in it that are to be listed.
  private var folders: [FolderWalk.Visit] = []

  /// Takes a file as what its path says.
  ///
  /// - Parameters:
  ///   - isNamed: whether the user named it: then it is read whatever it is like.
  ///   - isTracked: whether git has it in its index.
  mutating func take(_ path: String, _ classifier: FileClassifier, isNamed: Bool = false, isTracked: Bool = true) {
    guard let kind = SourceKind(path: path) else {
      others.append(OtherFile(path: path, isTracked: isTracked))
      return
    }
    guard let language = kind.language else {
      goModules.append(path)
      return
    }
    if !isNamed, let reason = classifier.reasonToSkip(path) {
      skip(path, reason)
    } else {
      files.append(SourceFile(path: path, kind: kind, language: language))
    }
  }

  mutating func add(_ folder: FolderWalk.Visit) { folders.append(folder) }

  /// Gives the folders that are to be listed away.
  mutating func takeFolders() -> [FolderWalk.Visit] {
    defer { folders = [] }
    return folders
  }

  mutating func skip(_ path: String, _ reason: SkippedFile.Reason, _ detail: String? = nil) {
    skipped.append(SkippedFile(path: path, reason: reason, detail: detail))
  }
}
