package import Analysis
import FileSystem
package import InventoryModel
package import Knowledge
package import Parallelism

/// Scans a tree with an analysis, from the files that speak of a server outward until no file adds anything.
package struct Scanner: Sendable {
  package let files: SourceFiles
  package let configuration: Configuration
  package let knowledge: KnowledgeBase
  /// Facts of earlier scans; nil where none are kept.
  var facts: FactsCache?
  /// Files of which an earlier scan tells what they do not hold.
  var quiet = QuietFiles()

  package init(files: SourceFiles, configuration: Configuration, knowledge: KnowledgeBase) {
    self.files = files
    self.configuration = configuration
    self.knowledge = knowledge
  }

  /// What an analysis is made for.
  package struct Start: Sendable {
    /// The tables that apply to the tree.
    package let knowledge: KnowledgeBase
    /// All files.
    package let tree: SourceTree
    package let frontEnds: FrontEnds
    package let parallel: Parallel
  }

  /// A finished scan.
  package struct Outcome<Resolver: FrontierAnalysis> {
    package let analysis: Resolver
    package let findings: Findings
    package let records: FileRecords
    /// What is said of a part of a scan; nil for a whole one.
    package let shard: ShardRecord?
    let trace: ScanTrace
    /// The facts of files that had to be parsed, by path, where they are kept.
    let newFacts: [String: FactsCache.Record]
    package let timings: [PhaseTiming]
  }

  /// A scan that has seen all files it wants to see.
  struct Resolved<Resolver: FrontierAnalysis> {
    private(set) var analysis: Resolver
    fileprivate var frontier: Frontier
    fileprivate let commands: CommandTable

    /// Tells what was found.
    consuming func outcome() async -> Outcome<Resolver> {
      frontier.stopwatch.start()
      var findings = await analysis.findings()
      for index in findings.operations.indices {
        findings.operations[index].group = commands[findings.operations[index].command]?.group
      }
      findings.directives = frontier.directives.sorted { $0.place < $1.place }
      frontier.stopwatch.stop("describe")
      return Outcome(
        analysis: analysis, findings: findings, records: frontier.finishedRecords,
        shard: frontier.shardRecord(analysis), trace: frontier.trace, newFacts: frontier.newFacts,
        timings: frontier.stopwatch.timings)
    }
  }

  /// Scans, with an analysis made by `makeAnalysis` when it is known which tables apply.
  package func scan<Resolver: FrontierAnalysis>(
    stopwatch: Stopwatch = Stopwatch(), _ makeAnalysis: (Start) -> Resolver
  ) async throws -> Outcome<Resolver> {
    try await resolve(stopwatch: stopwatch, makeAnalysis).outcome()
  }

  /// Reads and resolves, with an analysis made by `makeAnalysis` when it is known which tables apply.
  func resolve<Resolver: FrontierAnalysis>(
    stopwatch: Stopwatch, _ makeAnalysis: (Start) -> Resolver
  ) async throws -> Resolved<Resolver> {
    let root = try Folder(files.root)
    // A script can stand in a string of any file.
    let kinds = Set(files.files.map(\.kind) + [.lua])
    let library = SourceLibrary(
      root: root, parallel: configuration.parallel,
      classifier: configuration.classifier, frontEnds: try FrontEnds(for: kinds),
      replacement: configuration.replacement,
      cache: facts)
    var frontier = Frontier(library: library, files: files, quiet: quiet, stopwatch: stopwatch)
    let packages = ScriptPackages.names(files.scriptPackages, in: root)
    let files = files
    // Of many files this takes as long as a search.
    async let tree = SourceTree(
      files: files.files.map { (path: $0.path, language: $0.language) },
      goModules: GoModules.names(files.goModules, in: root), scriptPackages: packages)
    let (seeds, applying) = await beginning(of: &frontier, in: ServerPaths(packages: packages))
    let start = Start(
      knowledge: applying, tree: await tree, frontEnds: library.frontEnds, parallel: configuration.parallel)
    var analysis = makeAnalysis(start)
    let markers = files.part.map { _ in Markers(of: applying.clients, in: files.families) }
    await frontier.grow(&analysis, from: seeds, markers: markers)
    return Resolved(analysis: analysis, frontier: frontier, commands: knowledge.commands)
  }

  /// The files that a scan begins with, and the tables that apply to the tree.
  private func beginning(
    of frontier: inout Frontier, in paths: ServerPaths
  ) async -> (seeds: [SourceFile], applying: KnowledgeBase) {
    let required = Set(knowledge.clients.flatMap(\.requires)).sorted()
    let families = files.families
    let markers = Markers(
      of: knowledge.clients.filter(\.requires.isEmpty), in: families, and: required, paths: paths)
    let found = await frontier.search(for: markers)
    var seeds = configuration.exhaustive ? frontier.ownPendingFiles : found
    let words = await frontier.words(of: required, in: seeds)
    let applying = knowledge.clients.filter { $0.requires.isEmpty || !words.isDisjoint(with: $0.requires) }
    let conditional = applying.filter { !$0.requires.isEmpty }
    if !conditional.isEmpty { seeds += await frontier.search(for: Markers(of: conditional, in: families)) }
    return (
      seeds,
      KnowledgeBase(
        commands: knowledge.commands, clients: ClientLibrary.joined(applying), conventions: knowledge.conventions)
    )
  }
}
