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

  /// Bytes of files that may be kept between searches.
  let room = Room(bytes: 24 << 20)

  private static let batch = 64

  /// What a search finds in some files.
  struct SearchResult: Sendable {
    /// Those that hold what was looked for.
    var hits: [SourceFile] = []
    var skipped: [SkippedFile] = []
    /// Bytes that are kept, by path.
    var kept: [(path: String, bytes: [UInt8])] = []
    /// How many bytes were searched.
    var bytes = 0
  }

  /// Whether a file of a language holds what is looked for, by its bytes and its path.
  typealias Search = @Sendable (Language, Span<UInt8>, String) -> Bool

  /// Searches files; results are of neighbouring files each, in order.
  ///
  /// - Parameter kept: bytes of files that an earlier search has kept, by path.
  func search(
    _ files: [SourceFile], kept: [String: [UInt8]], _ isHit: @escaping Search
  ) async -> [SearchResult] {
    let (root, replacement, room) = (root, replacement, room)
    return await parallel.map(files, batch: SourceLibrary.batch) {
      SourceReader(root: root, replacement: replacement)
    } work: { reader, files in
      var result = SearchResult()
      for file in files {
        if let bytes = kept[file.path] {
          result.bytes += bytes.count
          if isHit(file.language, bytes.span, file.path) { result.hits.append(file) }
          continue
        }
        let outcome = reader.read(file.path) { bytes in
          result.bytes += bytes.count
          if isHit(file.language, bytes.span, file.path) { result.hits.append(file) }
          if room.take(bytes.count) { result.kept.append((file.path, Array(bytes))) }
        }
        if case .failure(let problem) = outcome { result.skipped.append(problem.file) }
      }
      return result
    }
  }

  /// What became of one file that was to be lowered.
  enum Outcome: Sendable {
    case skipped(SkippedFile)
    /// Parsed, or known from an earlier scan; with a record of what is to be kept for the next.
    case lowered(FileFacts, directives: [Directive], bytes: Int, FactsCache.Record?)
  }

  /// Parses and lowers files; what became of each goes to `take`, in the order of the files.
  ///
  /// - Parameter sizes: the bytes of files, as far as they are known.
  func lower(_ files: [SourceFile], sizes: [SourceFile: Int], take: (Outcome) -> Void) async {
    let (root, classifier, replacement) = (root, classifier, replacement)
    await parallel.forEach(files, costs: files.map { sizes[$0, default: 0] }) { file in
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
