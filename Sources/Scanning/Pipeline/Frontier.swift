import Analysis
import InventoryModel

/// Which files have been lowered and which may still be, as a scan goes on.
struct Frontier {
  var stopwatch: Stopwatch
  /// Words looked for in lowered files, and found.
  private(set) var foundWords: Set<String> = []

  /// Comments of lowered files that speak to this program.
  private(set) var directives: [Directive] = []

  private let library: SourceLibrary
  /// Sorted by path.
  private(set) var pendingFiles: [SourceFile]
  private var records = FileRecords()
  private var contexts: [String: FileContext] = [:]
  /// Lowered and not yet given to the analysis.
  private var facts: [FileFacts] = []
  private var skippedPaths: Set<String> = []
  /// Sizes of searched files, in bytes.
  private var sizes: [String: Int] = [:]
  /// Bytes of searched files, as far as there is room.
  private var contents: [String: [UInt8]] = [:]

  init(library: SourceLibrary, files: SourceFiles, stopwatch: Stopwatch) {
    self.library = library
    self.stopwatch = stopwatch
    pendingFiles = files.files
    records.skipped = files.skipped
    records.notes = files.notes
  }

  /// The pending files that hold a marker of their language.
  mutating func search(for markers: Markers) async -> [SourceFile] {
    await search { language, bytes, _ in markers.search(for: language)?.matches(in: bytes) ?? true }
  }

  /// Lets the analysis take in what was lowered, and lowers what it asks for, until it asks for nothing.
  mutating func grow(_ analysis: inout some FrontierAnalysis) async {
    var known: [Language: Set<Carrier>] = [:]
    while !facts.isEmpty {
      stopwatch.start()
      let count = facts.count
      analysis.add(facts.sorted { $0.path < $1.path }, contexts: contexts)
      facts = []
      analysis.solve()
      stopwatch.stop("resolve", files: count)
      if pendingFiles.isEmpty { break }
      stopwatch.start()
      let families = Set(pendingFiles.map(\.language.family))
      let wishes = analysis.wishes(for: families)
      let demanded = Set(wishes.files)
      var wanted = Set(pendingFiles.filter { demanded.contains($0.path) })
      stopwatch.stop("describe")
      wanted.formUnion(await search(for: wishes.carriers, known: &known))
      if wanted.isEmpty { wanted.formUnion(await search(for: analysis.callers(for: families), known: &known)) }
      await lower(wanted.sorted { $0.path < $1.path })
    }
  }

  /// The pending files that may reach a client through carriers that no earlier round has looked for.
  private mutating func search(
    for carriers: [Language: Set<Carrier>], known: inout [Language: Set<Carrier>]
  ) async -> [SourceFile] {
    var searches: [Language: CarrierSearch] = [:]
    for (family, carriers) in carriers {
      let new = carriers.subtracting(known[family, default: []])
      guard !new.isEmpty else { continue }
      known[family, default: []].formUnion(new)
      searches[family] = CarrierSearch(new)
    }
    guard !searches.isEmpty else { return [] }
    let found = searches
    return await search { found[$0.family]?.matches(in: $1, path: $2) ?? false }
  }

  private mutating func search(_ isHit: @escaping SourceLibrary.Search) async -> [SourceFile] {
    stopwatch.start()
    let outcomes = await library.search(pendingFiles, kept: contents, isHit)
    var (hits, bytes): ([SourceFile], Int) = ([], 0)
    for (file, outcome) in zip(pendingFiles, outcomes) {
      switch outcome {
      case .skipped(let skipped): skip(skipped)
      case .searched(let isHit, let size, let content):
        if isHit { hits.append(file) }
        bytes += size
        sizes[file.path] = size
        if let content { contents[file.path] = content }
      case .lowered: break
      }
    }
    pendingFiles.removeAll { skippedPaths.contains($0.path) }
    stopwatch.stop("search", files: outcomes.count, bytes: bytes)
    return hits
  }

  /// Parses and lowers pending files; what cannot be is recorded.
  mutating func lower(_ files: [SourceFile], wanted: [String] = []) async {
    guard !files.isEmpty else { return }
    stopwatch.start()
    var bytes = 0
    // The largest first, so that none is left when the others are done.
    let order = files.sorted { (sizes[$0.path, default: 0], $1.path) > (sizes[$1.path, default: 0], $0.path) }
    for outcome in await library.lower(order, wanted: wanted) {
      switch outcome {
      case .skipped(let skipped): skip(skipped)
      case .searched: break
      case .lowered(let lowered, let found, let words, let size):
        bytes += size
        foundWords.formUnion(words)
        take(lowered)
        directives += found.map { directive in
          var directive = directive
          directive.context = contexts[lowered.path] ?? .production
          return directive
        }
      }
    }
    let done = Set(files.map(\.path))
    pendingFiles.removeAll { done.contains($0.path) }
    for path in done { contents[path] = nil }
    stopwatch.stop("parse", files: files.count, bytes: bytes)
  }

  private mutating func take(_ lowered: FileFacts) {
    records.read += 1
    contexts[lowered.path] = library.classifier.context(of: lowered)
    if lowered.parseErrorCount > 0 || !lowered.isComplete {
      records.notFullyParsed.append(
        PartlyParsedFile(path: lowered.path, errors: lowered.parseErrorCount, isCut: !lowered.isComplete))
    }
    facts.append(lowered)
  }

  private mutating func skip(_ file: SkippedFile) {
    guard skippedPaths.insert(file.path).inserted else { return }
    if file.reason == .unreadable { records.unreadable.append(file) } else { records.skipped.append(file) }
  }

  /// What became of the files, sorted by path.
  var finishedRecords: FileRecords {
    var records = records
    records.searched = pendingFiles.count + records.read
    records.skipped.sort { ($0.path, $0.reason.rawValue) < ($1.path, $1.reason.rawValue) }
    records.unreadable.sort { $0.path < $1.path }
    records.notFullyParsed.sort { $0.path < $1.path }
    return records
  }
}
