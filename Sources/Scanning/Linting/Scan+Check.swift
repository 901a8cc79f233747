import Checks
import FileSystem
import Infrastructure
package import InventoryModel
import Knowledge
import Parallelism

extension Scan {
  /// The report of the rules that are broken.
  ///
  /// - Parameter today: decides which plans and permissions are still in force.
  package func check(toolVersion: String, today: CalendarDate) async throws -> CheckReport {
    try await check(nil, toolVersion: toolVersion, baseline: try baseline(), today: today)
  }

  /// The same with settings and a baseline in hand; without settings, those of the command line and the file.
  package func check(
    _ settings: LintSettings?, toolVersion: String, baseline: Baseline?, today: CalendarDate
  ) async throws -> CheckReport {
    var stopwatch = Stopwatch()
    let known = try lintTables ?? LintTables(commands: commands, additional: tables)
    let catalog = known.catalog
    let settings =
      try settings
      ?? LintSettings(
        commandLine: configuration.lint, file: configuration.file, root: configuration.root,
        rules: catalog.pages.map(\.rule.id)
      )
    stopwatch.stop("read rules' pages", files: catalog.pages.count)
    stopwatch.start()
    let changes = try SchemaFile.nearest(to: paths)?.changes(in: keySchema, plans: configuration.plans, today: today)
    let input = CheckInput(
      report: report(toolVersion: toolVersion, withTimings: false), commands: commands,
      events: known.events, infrastructure: vocabulary.intending(settings.licences), habits: known.habits,
      lockHabits: known.lockHabits, schemaChanges: changes ?? [])
    let reader = try sourceReader()
    let linter = Linter(catalog: catalog, settings: settings)
    var report = await linter.check(
      input, baseline: baseline, today: today, parallel: configuration.parallel
    ) { path in
      var reader = reader
      let text = try? reader.read(path) { String(decoding: $0, as: UTF8.self) }.get()
      return text.map { DirectiveReader.directives(inText: $0, path: path) } ?? []
    }
    stopwatch.stop("look for broken rules")
    report.timings = timings + stopwatch.timings
    report.folderInWorkTree = ReportFolders.inWorkTree(files.root)
    report.folderFromHere = ReportFolders.fromHere(files.root)
    if let path = configuration.replacement?.path {
      report.findings.removeAll { $0.finding.place.path != path }
      report.staleBaselineEntries = []
    }
    for index in report.findings.indices {
      report.findings[index].fingerprint = Fingerprint.text(of: report.findings[index], in: report.folderInWorkTree)
    }
    return report
  }

  /// A report with the source around its findings, for those who print it.
  package func framed(_ report: CheckReport) throws -> CheckReport {
    var report = report
    var frames = FrameReader(reader: try sourceReader(), redactor: LineRedactor(vocabulary))
    for index in report.findings.indices { frames.complete(&report.findings[index]) }
    return report
  }

  /// The file that holds the baseline, and whether it is there: the one that was named, or else the nearest above the
  /// root, or else the one that would be written beside the configuration; nil where none is wanted.
  package var baselinePath: (path: String, exists: Bool)? {
    for (options, folder) in [(configuration.lint, nil)]
      + (configuration.file?.chain ?? []).map({ ($0.options.lint, $0.folder) })
    {
      switch options.baseline {
      case .file(let path):
        let full = path.hasPrefix("/") ? path : folder.map { "\($0)/\(path)" } ?? path
        return (full, (try? FilePaths.status(of: full).kind) == .file)
      case BaselineChoice.none?: return nil
      case nil: continue
      }
    }
    if let found = ConfigurationFile.nearest(to: files.root, name: Baseline.fileName) { return (found, true) }
    return ("\(configuration.file?.folder ?? files.root)/\(Baseline.fileName)", false)
  }

  /// The baseline in force; nil without one.
  package func baseline() throws -> Baseline? {
    guard let (path, exists) = baselinePath else { return nil }
    guard exists else {
      if configuration.lint.baseline != nil { throw ConfigurationError.unreadable(path: path) }
      return nil
    }
    return Baseline(entries: try BaselineFile.read(path), folder: folder(below: path), parts: try parts)
  }

  /// What was scanned, relative to the root.
  package var parts: [String] {
    get throws { try ScanTarget.targets(of: paths).map { ScanTarget.relative($0.path, to: files.root) } }
  }

  /// Where the scanned root is below the folder of a baseline.
  package func folder(below baseline: String) -> String {
    let folder = baseline.lastIndex(of: "/").map { String(baseline[..<$0]) } ?? "."
    guard let real = try? FilePaths.real(folder), files.root.hasPrefix(real + "/") else { return "" }
    return files.root.dropFirst(real.count + 1) + "/"
  }
}

private typealias BaselineChoice = LintOptions.BaselineChoice
