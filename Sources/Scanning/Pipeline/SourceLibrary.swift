import FileSystem
import InventoryModel
import Parallelism

/// The files of a scan as the pipeline uses them: searched, and lowered, in parallel; read anew each time beyond what a
/// small tree holds, so that memory does not grow with the tree.
struct SourceLibrary: Sendable {
  let root: Folder
  let parallel: Parallel
  let classifier: FileClassifier
  let frontEnds: FrontEnds
  /// Stands for one of the files.
  var replacement: FileReplacement?
  /// Facts of earlier scans; nil where none are kept.
  var cache: FactsCache?

  /// How many bytes of files may be kept between searches.
  private static let keepLimit = 24 << 20
  private static let batch = 32

  /// What became of one file.
  enum Outcome: Sendable {
    case skipped(SkippedFile)
    /// Searched, and whether a word was found; with its bytes where there is room to keep them.
    case searched(Bool, bytes: Int, kept: [UInt8]?)
    /// Parsed, or known from an earlier scan; with a record of what is to be kept for the next.
    case lowered(FileFacts, directives: [Directive], bytes: Int, FactsCache.Record?)
  }

  /// Whether a file of a language holds what is looked for, by its bytes and its path.
  typealias Search = @Sendable (Language, Span<UInt8>, String) -> Bool

  /// Searches files.
  ///
  /// - Parameter kept: bytes of files that an earlier search has kept, by path.
  func search(
    _ files: [SourceFile], kept: [String: [UInt8]] = [:], _ isHit: @escaping Search
  ) async -> [Outcome] {
    let (root, replacement) = (root, replacement)
    let limit = SourceLibrary.keepLimit * SourceLibrary.batch / max(files.count, 1)
    return await parallel.map(files, batch: SourceLibrary.batch) { files in
      var reader = SourceReader(root: root, replacement: replacement)
      var room = kept.isEmpty ? limit : 0
      return files.map { file in
        if let bytes = kept[file.path] {
          return .searched(isHit(file.language, bytes.span, file.path), bytes: bytes.count, kept: nil)
        }
        return SourceLibrary.outcome(
          reader.read(file.path) { bytes in
            let isKept = bytes.count <= room
            if isKept { room -= bytes.count }
            return .searched(
              isHit(file.language, bytes.span, file.path), bytes: bytes.count, kept: isKept ? Array(bytes) : nil)
          })
      }
    }
  }

  /// Parses and lowers files; what became of each goes to `take`, in the order of the files.
  func lower(_ files: [SourceFile], take: (Outcome) -> Void) async {
    let (root, classifier, replacement) = (root, classifier, replacement)
    await parallel.forEach(files) { file in
      var reader = SourceReader(root: root, replacement: replacement)
      return SourceLibrary.outcome(
        reader.read(file.path) { bytes -> Outcome in
          if let reason = classifier.reasonToSkip(file, content: bytes.span) {
            return .skipped(SkippedFile(path: file.path, reason: reason))
          }
          guard let (facts, record) = self.facts(of: file, bytes) else {
            return .skipped(SkippedFile(path: file.path, reason: .unreadable, detail: "no front end"))
          }
          let directives = SourceLibrary.marker.matches(in: bytes.span) ? DirectiveReader.directives(in: facts) : []
          return .lowered(facts, directives: directives, bytes: bytes.count, record)
        })
    } take: {
      take($0)
    }
  }

  /// What a file says, and what is to be kept of it.
  private func facts(of file: SourceFile, _ bytes: ArraySlice<UInt8>) -> (FileFacts, FactsCache.Record?)? {
    let digest = cache?.digest(of: bytes.span)
    if let cache, let digest, let known = cache.facts(of: file.path, digest) { return (known, nil) }
    guard let facts = frontEnds.facts(of: Array(bytes), path: file.path, kind: file.kind) else { return nil }
    let record = digest.flatMap { digest in
      facts.isComplete ? FactsCache.Record(digest: digest, bytes: FactsWriter.bytes(of: facts)) : nil
    }
    return (facts, record)
  }

  private static let marker = WordSearch(CollectionOfOne(DirectiveReader.marker))

  private static func outcome(_ result: Result<Outcome, FileProblem>) -> Outcome {
    switch result {
    case .success(let outcome): outcome
    case .failure(let problem): .skipped(problem.file)
    }
  }
}
