import Analysis
import InventoryModel

/// Which files have been lowered and which may still be, as a scan goes on.
struct Frontier {
  var stopwatch: Stopwatch
  /// Comments of lowered files that speak to this program.
  private(set) var directives: [Directive] = []

  private let library: SourceLibrary
  /// The part of the tree that the scan begins with; nil where that is all.
  private let part: ShardPlan.Part?
  /// Files of which it is known what they do not hold.
  private let quiet: QuietFiles
  /// Sorted by path.
  private(set) var pendingFiles: [SourceFile]
  private var records = FileRecords()
  private var contexts: [String: FileContext] = [:]
  private var skippedPaths: Set<String> = []
  /// Which files were parsed, and the words by which they were found.
  private(set) var trace = ScanTrace()
  /// The facts of files that had to be parsed, where they are kept.
  private(set) var newFacts: [String: FactsCache.Record] = [:]
  /// Bytes of searched files, as far as there is room.
  private var contents: [String: [UInt8]] = [:]

  init(library: SourceLibrary, files: SourceFiles, quiet: QuietFiles = QuietFiles(), stopwatch: Stopwatch) {
    self.library = library
    self.stopwatch = stopwatch
    part = files.part
    self.quiet = quiet
    pendingFiles = files.files
    records.skipped = files.skipped
    records.notes = files.notes
  }

  /// The pending files that hold a marker of their language, of the scanned part of the tree.
  mutating func search(for markers: Markers) async -> [SourceFile] {
    for family in Set(pendingFiles.map(\.language.family)) {
      trace.markers[family, default: []].formUnion(markers.words(for: family))
    }
    return await search(ownPendingFiles, for: markers)
  }

  private mutating func search(_ files: [SourceFile], for markers: Markers) async -> [SourceFile] {
    await search(quiet.others(of: files, for: markers)) { markers.match($1, path: $2, language: $0) }
  }

  /// Those of some words that stand in the files of a scan's beginning, or in files of other parts.
  mutating func words(of wanted: [String], in files: [SourceFile]) async -> Set<String> {
    guard !wanted.isEmpty else { return [] }
    let files = files + (part == nil ? [] : pendingFiles.filter { !isOwn($0.path) })
    let any = WordSearch(wanted)
    let holders = await search(files) { _, bytes, _ in any.matches(in: bytes) }
    var found: Set<String> = []
    for word in wanted {
      let search = WordSearch(CollectionOfOne(word))
      if await !self.search(holders, { _, bytes, _ in search.matches(in: bytes) }).isEmpty { found.insert(word) }
    }
    return found
  }

  /// The pending files of the part of the tree that is scanned.
  var ownPendingFiles: [SourceFile] { part == nil ? pendingFiles : pendingFiles.filter { isOwn($0.path) } }

  /// Whether a file belongs to the part of the tree that is scanned.
  private func isOwn(_ path: String) -> Bool { part?.holds(path) ?? true }

  /// The pending files of other parts that lowered files import and that hold a marker.
  private mutating func importedFiles(_ analysis: some FrontierAnalysis, _ markers: Markers?) async -> [SourceFile] {
    guard let markers else { return [] }
    let imported = analysis.importedFiles()
    return await search(pendingFiles.filter { imported[$0.path] != nil && !isOwn($0.path) }, for: markers)
  }

  /// Lowers files for an analysis, and what it then asks for, until it asks for nothing.
  ///
  /// - Parameters:
  ///   - seeds: what it begins with.
  ///   - markers: what files of other parts hold that are lowered when a file of this part imports them; nil where there
  ///     are no other parts.
  mutating func grow(_ analysis: inout some FrontierAnalysis, from seeds: [SourceFile], markers: Markers?) async {
    var wanted = Set(seeds)
    while await lower(wanted.sorted { $0.path < $1.path }, for: &analysis) {
      stopwatch.start()
      analysis.solve()
      stopwatch.stop("resolve", files: wanted.count)
      if pendingFiles.isEmpty { break }
      stopwatch.start()
      let families = Set(pendingFiles.map(\.language.family))
      let wishes = analysis.wishes(for: families)
      wanted = Set(pendingFiles(wishes.files))
      stopwatch.stop("describe")
      wanted.formUnion(await importedFiles(analysis, markers))
      wanted.formUnion(await search(for: wishes.carriers))
      if wanted.isEmpty {
        stopwatch.start()
        let callers = await analysis.callers(for: families)
        stopwatch.stop("describe")
        wanted.formUnion(await search(for: callers))
      }
      // Last, because it takes all findings to tell.
      if wanted.isEmpty {
        stopwatch.start()
        wanted.formUnion(pendingFiles(await analysis.tellingFiles()))
        stopwatch.stop("describe")
      }
    }
  }

  private func pendingFiles(_ paths: [String]) -> [SourceFile] {
    let paths = Set(paths)
    return pendingFiles.filter { paths.contains($0.path) }
  }

  /// The pending files that may reach a client through carriers that no earlier round has looked for.
  private mutating func search(
    for carriers: [Language: Set<Carrier>]
  ) async -> [SourceFile] {
    var (searches, ofQuiet): ([Language: CarrierSearch], [Language: CarrierSearch]) = ([:], [:])
    for (family, carriers) in carriers {
      let new = carriers.subtracting(trace.carriers[family, default: []])
      guard !new.isEmpty else { continue }
      trace.carriers[family, default: []].formUnion(new)
      searches[family] = CarrierSearch(new, in: family)
      let unknown = quiet.unknown(new, in: family)
      if !unknown.isEmpty { ofQuiet[family] = CarrierSearch(unknown, in: family) }
    }
    guard !searches.isEmpty else { return [] }
    let (all, unknown, quiet) = (searches, ofQuiet, quiet)
    let files = pendingFiles.filter { (quiet.contains($0.path) ? unknown : all)[$0.language.family] != nil }
    return await search(files) { family, bytes, path in
      (quiet.contains(path) ? unknown : all)[family.family]?.matches(in: bytes, path: path) ?? false
    }
  }

  private mutating func search(
    _ files: [SourceFile], _ isHit: @escaping SourceLibrary.Search
  ) async -> [SourceFile] {
    stopwatch.start()
    let results = await library.search(files, kept: contents, isHit)
    let skippedBefore = skippedPaths.count
    for result in results {
      for file in result.skipped { skip(file) }
      for (path, bytes) in result.kept { contents[path] = bytes }
    }
    if skippedPaths.count > skippedBefore { pendingFiles.removeAll { skippedPaths.contains($0.path) } }
    stopwatch.stop("search", files: files.count, bytes: results.reduce(0) { $0 + $1.bytes })
    return results.flatMap(\.hits)
  }

  /// Parses and lowers pending files for an analysis, which takes them in meanwhile; what cannot be lowered is recorded.
  /// Tells whether any was.
  private mutating func lower(_ files: [SourceFile], for analysis: inout some FrontierAnalysis) async -> Bool {
    guard !files.isEmpty else { return false }
    stopwatch.start()
    var (bytes, count) = (0, 0)
    let library = library
    let sizes = Dictionary(uniqueKeysWithValues: files.map { ($0, contents[$0.path]?.count ?? 0) })
    await library.lower(files, sizes: sizes) { outcome in
      switch outcome {
      case .skipped(let skipped): skip(skipped)
      case .lowered(let lowered, let found, let size, let record):
        newFacts[lowered.path] = record
        bytes += size
        count += 1
        take(lowered)
        directives += found.map { directive in
          var directive = directive
          directive.context = contexts[lowered.path] ?? .production
          return directive
        }
        analysis.add(lowered, context: contexts[lowered.path] ?? .production)
      }
    }
    let done = Set(files.map(\.path))
    pendingFiles.removeAll { done.contains($0.path) }
    for path in done { contents[path] = nil }
    stopwatch.stop("parse", files: files.count, bytes: bytes)
    return count > 0
  }

  private mutating func take(_ lowered: FileFacts) {
    if isOwn(lowered.path) { records.read += 1 }
    trace.decisive.insert(lowered.path)
    contexts[lowered.path] = library.classifier.context(of: lowered)
    if lowered.parseErrorCount > 0 || !lowered.isComplete {
      records.notFullyParsed.append(
        PartlyParsedFile(path: lowered.path, errors: lowered.parseErrorCount, isCut: !lowered.isComplete))
    }
  }

  private mutating func skip(_ file: SkippedFile) {
    guard skippedPaths.insert(file.path).inserted else { return }
    if file.reason == .unreadable { records.unreadable.append(file) } else { records.skipped.append(file) }
  }

  /// What became of the files, sorted by path.
  var finishedRecords: FileRecords {
    var records = records
    records.searched = ownPendingFiles.count + records.read
    records.skipped.sort { ($0.path, $0.reason.rawValue) < ($1.path, $1.reason.rawValue) }
    records.unreadable.sort { $0.path < $1.path }
    records.notFullyParsed.sort { $0.path < $1.path }
    return records
  }

  /// What the report of a part says of it; nil where the scan is a whole one.
  func shardRecord(_ analysis: some FrontierAnalysis) -> ShardRecord? {
    guard let part else { return nil }
    let imported = analysis.importedFiles()
    let paths = trace.decisive.sorted()
    let crossings = paths.filter { !part.holds($0) }.map { path in
      ShardRecord.Crossing(path: path, importedAt: imported[path].flatMap { part.holds($0.path) ? $0 : nil })
    }
    return ShardRecord(shard: part.shard, parsed: paths.filter(part.holds), crossings: crossings)
  }
}
