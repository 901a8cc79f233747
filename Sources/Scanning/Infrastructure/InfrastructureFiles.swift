import FileSystem
import InventoryModel
import Knowledge

/// Chooses the files around the code by their names.
struct InfrastructureFiles {
  /// A file to be read.
  struct Chosen: Sendable {
    let path: String
    let kind: InfrastructureFileKind
    let context: FileContext
    let isTracked: Bool
  }

  private let any: GlobSet
  private let kinds: [(kind: InfrastructureFileKind, globs: GlobSet)]
  private let contexts: [(context: FileContext, globs: GlobSet)]

  init(_ names: InfrastructureVocabulary.FileNames) throws {
    any = try GlobSet(names.kinds.flatMap(\.globs))
    kinds = try names.kinds.map { ($0.kind, try GlobSet($0.globs)) }
    contexts = try names.contexts.map { ($0.context, try GlobSet($0.globs)) }
  }

  /// Those of a scan's files that are of a known kind, sorted by path.
  func files(of files: SourceFiles, root: Folder, classifier: FileClassifier) -> [Chosen] {
    var folders = RealFolders(root: root)
    var chosen: [Chosen] = []
    let sources = (files.files.map(\.path) + files.goModules).map { OtherFile(path: $0, isTracked: true) }
    for file in sources + files.others {
      guard any.matches(file.path), let kind = kinds.first(where: { $0.globs.matches(file.path) })?.kind,
        classifier.reasonToSkip(file.path) == nil, folders.holds(file.path)
      else { continue }
      chosen.append(
        Chosen(
          path: file.path, kind: kind, context: context(of: file.path, classifier), isTracked: file.isTracked))
    }
    return chosen.sorted { $0.path < $1.path }
  }

  /// What such files are called, then the conventions for all files.
  private func context(of path: String, _ classifier: FileClassifier) -> FileContext {
    if let context = contexts.first(where: { $0.globs.matches(path) })?.context { return context }
    return classifier.context(ofPath: path) ?? .production
  }
}
