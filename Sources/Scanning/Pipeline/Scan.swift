import Analysis
import FileSystem
package import Freeze
import Inventory
package import InventoryModel
import Knowledge
import Parallelism

/// A finished scan of the paths that a user named.
package struct Scan {
  private let findings: Findings
  let files: SourceFiles
  let records: FileRecords
  private let shard: ShardRecord?
  /// What decides whether a scan of slightly other files finds the same.
  let trace: ScanTrace
  private(set) var timings: [PhaseTiming]
  private let analysis: (any FrontierAnalysis)?
  let paths: [String]
  let commands: CommandTable
  /// What the files around the code say, where the report is detailed, and the words that they were read by.
  private var around = InfrastructureScan.Outcome()
  /// What is known of rules, where it was asked for.
  private(set) var lintTables: LintTables?
  /// A user's own tables, among which rules can be.
  let tables: [TableFile]
  let configuration: Configuration

  /// Finds the files and the configuration, reads the tables that the files need, and scans.
  ///
  /// - Parameters:
  ///   - root: where the configuration is looked for and speaks of; the scanned root when left out.
  ///   - isForRules: whether rules will be looked for: their pages are then read meanwhile.
  ///   - isDetailed: whether the report holds the call graph, and operations their receivers, clients and arguments: what checks and documents ask for beyond a scan.
  package static func run(
    paths: [String], options: Options, configurationPath: String? = nil, usesConfiguration: Bool = true,
    configuredFor root: String? = nil, isDetailed: Bool = false, isForRules: Bool = false
  ) async throws -> Scan {
    try await run(
      await ScanTask(
        paths: paths, options: options, configurationPath: configurationPath, usesConfiguration: usesConfiguration,
        configuredFor: root), isDetailed: isDetailed, isForRules: isForRules)
  }

  /// Reads the tables that the files of a task need, and scans.
  package static func run(
    _ task: ScanTask, isDetailed: Bool = false, isForRules: Bool = false
  ) async throws -> Scan {
    let (paths, files, tables, configuration) = (task.paths, task.files, task.tables, task.configuration)
    var stopwatch = task.stopwatch
    let around = InfrastructureScan(files: files, configuration: configuration)
    guard !files.files.isEmpty else {
      var scan = Scan(
        nothingIn: files, paths: paths,
        commands: try KnowledgeBase.load(languages: [], additional: tables).commands, tables: tables,
        configuration: configuration)
      if isDetailed { scan.around = try await around.configurationFacts() }
      return scan
    }
    async let configured = isDetailed ? around.configurationFacts() : InfrastructureScan.Outcome()
    stopwatch.start()
    let knowledge = try await KnowledgeBase.load(
      languages: Set(files.files.map(\.language) + [.lua]), additional: tables,
      parallel: configuration.parallel)
    stopwatch.stop("read rules", files: knowledge.clients.count)
    async let lintTables = isForRules ? LintTables(commands: knowledge.commands, additional: tables) : nil
    var scanner = Scanner(files: files, configuration: configuration, knowledge: knowledge)
    scanner.facts = task.cache?.facts(of: task)
    scanner.quiet = task.quiet
    let resolved = try await scanner.resolve(stopwatch: stopwatch) { Analysis($0, isDetailed: isDetailed) }
    let code = isDetailed ? resolved.analysis.loweredFiles() : []
    let configuredFacts = try await configured
    async let aroundFacts = around.facts(configuredFacts, with: code, conventions: knowledge.conventions)
    let outcome = await resolved.outcome()
    if let facts = scanner.facts { task.cache?.store(outcome.newFacts, in: facts, of: task) }
    var scan = Scan(
      findings: outcome.findings, files: files, records: outcome.records, shard: outcome.shard,
      trace: outcome.trace, timings: outcome.timings,
      analysis: outcome.analysis, paths: paths, commands: knowledge.commands,
      tables: tables, configuration: configuration)
    if isDetailed {
      var stopwatch = Stopwatch()
      scan.around = InfrastructureScan.Outcome(facts: await aroundFacts, vocabulary: configuredFacts.vocabulary)
      stopwatch.stop("infrastructure", files: files.others.count)
      scan.timings += stopwatch.timings
    }
    scan.lintTables = try await lintTables
    return scan
  }

  /// The words that the files around the code were read by; empty where the report is not detailed.
  var vocabulary: InfrastructureVocabulary { around.vocabulary }

  /// Who owns the scanned files.
  package var owners: FileOwners { configuration.owners }

  /// Whether there was no file to scan.
  package var isEmpty: Bool { files.files.isEmpty }

  /// The report of what was found.
  package func report(toolVersion: String, withTimings: Bool) -> ScanReport {
    var report = ScanReport(
      toolVersion: toolVersion, root: paths.joined(separator: " "), operations: findings.operations,
      scripts: findings.scripts,
      clients: findings.clients, unresolved: findings.unresolved,
      callGraph: findings.callGraph, infrastructure: around.facts, files: records,
      timings: withTimings ? timings : nil)
    report.directives = findings.directives
    report.scriptFiles = findings.scriptFiles
    report.shard = shard
    return report
  }

  /// The inventory of what was found.
  package func inventory(toolVersion: String) throws -> InventoryDocument {
    let book = try PatternBook.load(commands: commands, additional: tables)
    var report = report(toolVersion: toolVersion, withTimings: false)
    if let reader = try? sourceReader() {
      report.scriptFiles = ScriptFiles.withSums(report.scriptFiles, reader: reader)
    }
    let owners = owners
    return InventoryBuilder(
      report: report, book: book, habits: try TargetLibrary(commands: commands, additional: tables).habits(),
      commands: commands, settings: configuration.inventory,
      owners: { owners.owners(of: $0) }
    ).document()
  }

  /// The key schema that production code follows.
  package var keySchema: KeySchema {
    let report = report(toolVersion: "", withTimings: false)
    return KeySchema(of: report, commands: commands, scriptFiles: scriptSums(of: report))
  }

  /// SHA1 of the files of Lua that nobody is seen to load, by path; empty where the root cannot be read any more.
  func scriptSums(of report: ScanReport) -> [String: String] {
    (try? sourceReader()).map { ScriptFiles.sums(of: report, reader: $0) } ?? [:]
  }

  /// Reads scanned files again, unsaved text in place of what the disk has.
  func sourceReader() throws -> SourceReader {
    SourceReader(root: try Folder(files.root), replacement: configuration.replacement)
  }

  /// The folder that all paths of the report are relative to.
  package var root: String { files.root }

  /// The operations of a line.
  package func operations(path: String, line: Int) -> [Operation] {
    findings.operations.filter { $0.place.path == path && $0.place.line == line }.sorted()
  }

  /// The calls of a line that could not be resolved.
  package func unresolved(path: String, line: Int) -> [UnresolvedSite] {
    findings.unresolved.filter { $0.place.path == path && $0.place.line == line }.sorted { $0.place < $1.place }
  }

  /// The path of a scanned file as the report writes it, from the root or as the user sees it.
  package func path(named path: String) -> String? {
    let real = (try? FilePaths.real(path)).map { ScanTarget.relative($0, to: files.root) }
    return files.files.first { $0.path == path || $0.path == real }?.path
  }

  /// Why the calls of a line are operations or not.
  package func explanation(path: String, line: Int) -> [String] {
    analysis?.explanation(path: path, line: line) ?? []
  }
}

extension Scan {
  private init(
    nothingIn files: SourceFiles, paths: [String], commands: CommandTable, tables: [TableFile],
    configuration: Configuration
  ) {
    var records = FileRecords()
    (records.skipped, records.notes) = (files.skipped, files.notes)
    self.init(
      findings: Findings(), files: files, records: records,
      shard: files.part.map { ShardRecord(shard: $0.shard, parsed: []) },
      trace: ScanTrace(), timings: [], analysis: nil, paths: paths,
      commands: commands, tables: tables, configuration: configuration)
  }
}
