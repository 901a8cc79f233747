import FileSystem
import InventoryModel

/// The files of a scan as the pipeline uses them: searched, and lowered, in parallel, and read anew each time so that
/// memory does not grow with the tree.
struct SourceLibrary: Sendable {
  let root: Folder
  let parallel: Parallel
  let classifier: FileClassifier
  let frontEnds: FrontEnds

  /// What became of one file.
  enum Outcome: Sendable {
    case skipped(SkippedFile)
    /// Searched, and whether a word was found.
    case searched(Bool, bytes: Int)
    case lowered(FileFacts, directives: [Directive], words: Set<String>, bytes: Int)
  }

  /// Whether a file of a language holds what is looked for, by its bytes and its path.
  typealias Search = @Sendable (Language, Span<UInt8>, String) -> Bool

  /// Searches files.
  func search(_ files: [SourceFile], _ isHit: @escaping Search) async -> [Outcome] {
    let root = root
    return await parallel.map(files, batch: 32) { files in
      var reader = SourceReader(root: root)
      return files.map { file in
        let result = reader.read(file.path) {
          Outcome.searched(isHit(file.language, $0, file.path), bytes: $0.count)
        }
        return SourceLibrary.outcome(result)
      }
    }
  }

  /// Parses and lowers files; `wanted` are words to be looked for in their text.
  func lower(_ files: [SourceFile], wanted: [String] = []) async -> [Outcome] {
    let (root, classifier, frontEnds) = (root, classifier, frontEnds)
    return await parallel.map(files, batch: 1) { files in
      var reader = SourceReader(root: root)
      return files.map { file in
        SourceLibrary.outcome(
          reader.read(file.path) { bytes -> Outcome in
            if let reason = classifier.reasonToSkip(file, content: bytes) {
              return .skipped(SkippedFile(path: file.path, reason: reason))
            }
            let source = [UInt8](copying: bytes)
            guard let facts = frontEnds.facts(of: source, path: file.path, kind: file.kind) else {
              return .skipped(SkippedFile(path: file.path, reason: .unreadable, detail: "no front end"))
            }
            let found = wanted.filter { WordSearch(CollectionOfOne($0)).matches(in: bytes) }
            let directives = SourceLibrary.marker.matches(in: bytes) ? DirectiveReader.directives(in: facts) : []
            return .lowered(facts, directives: directives, words: Set(found), bytes: bytes.count)
          })
      }
    }
  }

  private static let marker = WordSearch(CollectionOfOne(DirectiveReader.marker))

  private static func outcome(_ result: Result<Outcome, FileProblem>) -> Outcome {
    switch result {
    case .success(let outcome): outcome
    case .failure(let problem): .skipped(problem.file)
    }
  }
}

extension [UInt8] {
  /// The bytes of a span.
  fileprivate init(copying bytes: Span<UInt8>) {
    self.init()
    reserveCapacity(bytes.count)
    for index in bytes.indices { append(bytes[index]) }
  }
}
