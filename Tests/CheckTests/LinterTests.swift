import Checks
import InventoryModel
import Knowledge
import Scanning
import Testing

@Suite struct LinterTests {
  private func operation(
    _ path: String = "app/a.py", line: Int, context: FileContext = .production, key: String = "a*"
  ) -> Operation {
    var operation = Operation(
      place: SourcePlace(path: path, line: line, column: 5), command: "KEYS", library: "redis-py", role: "client",
      language: .python, context: context)
    operation.function = "f"
    operation.keyTemplates = [key]
    return operation
  }

  private func check(
    _ operations: [Operation], _ settings: LintSettings, baseline: Baseline? = nil
  ) async throws -> CheckReport {
    var settings = settings
    settings.select = settings.select ?? ["keys-in-production"]
    let input = CheckInput(
      report: ScanReport(toolVersion: "t", root: ".", operations: operations),
      commands: try RulePages.knowledge.get().commands, events: try KeyspaceEvents.standard())
    return await Linter(catalog: try RulePages.catalog.get(), settings: settings).check(
      input, baseline: baseline, today: CalendarDate(secondsSince1970: 0))
  }

  private func settings(_ change: (inout LintSettings) throws -> Void) rethrows -> LintSettings {
    var settings = LintSettings()
    try change(&settings)
    return settings
  }

  @Test func `production code alone is reported, unless more is asked for`() async throws {
    let operations = FileContext.allCases.map { operation("\($0).py", line: 1, context: $0) }
    let report = try await check(operations, LintSettings())
    #expect(report.findings.map(\.finding.place.path) == ["production.py"])
    #expect(report.hidden.byContext == [.test: 1, .example: 1])
    #expect(try await check(operations, settings { $0.contexts = Set(FileContext.allCases) }).findings.count == 3)
  }

  @Test func `what is inferred is shown and fails only when asked for`() async throws {
    var inferred = operation(line: 1)
    inferred.confidence = .inferred
    #expect(try await check([inferred], LintSettings()).findings.map(\.fails) == [false])
    #expect(try await check([inferred], settings { $0.minimumConfidence = .inferred }).fails)
    let certain = try await check([inferred], settings { $0.minimumConfidence = .certain })
    #expect(certain.findings.isEmpty)
    #expect(certain.hidden.byConfidence == 1)
  }

  @Test(arguments: [(Severity?.some(.error), true), (.some(.advice), true), (nil, false)])
  func `the threshold decides what fails`(threshold: Severity?, fails: Bool) async throws {
    #expect(try await check([operation(line: 1)], settings { $0.threshold = threshold }).fails == fails)
  }

  @Test func `severities are those of the settings, and of the last override that speaks of the file`() async throws {
    let files = ["app/a.py", "legacy/b.py", "legacy/old/c.py"].map { operation($0, line: 1) }
    let report = try await check(
      files,
      try settings {
        $0.severities = ["keys-in-production": .warning]
        $0.overrides = [
          LintSettings.Override(files: try GlobSet(["legacy/old/**"]), levels: ["keys-in-production": Severity?.none]),
          LintSettings.Override(files: try GlobSet(["legacy/**"]), levels: ["keys-in-production": .advice]),
        ]
      })
    #expect(report.findings.map(\.finding.severity) == [.warning, .advice])
    #expect(report.rules.map(\.severity) == [.warning])
  }

  @Test func `a rule that is off can be on in some files`() async throws {
    let report = try await check(
      [operation("a.py", line: 1), operation("b.py", line: 1)],
      try settings {
        $0.ignore = ["keys-in-production"]
        $0.overrides = [LintSettings.Override(files: try GlobSet(["b.py"]), levels: ["keys-in-production": .error])]
      })
    #expect(report.findings.map(\.finding.place.path) == ["b.py"])
  }

  @Test func `equal findings have numbers`() async throws {
    let report = try await check(
      [operation(line: 1), operation(line: 2), operation(line: 3, key: "b*"), operation(line: 4)], LintSettings())
    #expect(report.findings.map(\.occurrence) == [1, 2, 1, 3])
  }

  @Test func `a baseline takes out what it names and no more`() async throws {
    let entries = [
      BaselineEntry(rule: "keys-in-production", path: "x/app/a.py", function: "f", subject: "KEYS a*"),
      BaselineEntry(rule: "keys-in-production", path: "x/app/a.py", function: "f", subject: "KEYS gone*"),
      BaselineEntry(rule: "keys-in-production", path: "elsewhere/a.py", function: "f", subject: "KEYS a*"),
      BaselineEntry(rule: "lock-without-ttl", path: "x/app/a.py", function: "f", subject: "LOCK*"),
    ]
    let baseline = Baseline(entries: entries, folder: "x/")
    let report = try await check([operation(line: 1), operation(line: 2)], LintSettings(), baseline: baseline)
    #expect(report.findings.map(\.occurrence) == [2])
    #expect(report.hidden.byBaseline == 1)
    #expect(report.staleBaselineEntries.map(\.subject) == ["KEYS gone*"])
  }

  @Test func `lines that move change nothing for a baseline`() async throws {
    let first = try await check([operation(line: 1)], LintSettings())
    let baseline = Baseline(entries: [])
    let entries = first.findings.map { baseline.entry(of: $0) }
    let moved = try await check([operation(line: 100)], LintSettings(), baseline: Baseline(entries: entries))
    #expect(moved.findings.isEmpty)
    #expect(moved.staleBaselineEntries.isEmpty)
  }

  @Test func `entries of what was not scanned are not stale`() async throws {
    let entry = BaselineEntry(rule: "keys-in-production", path: "app/b.py", function: nil, subject: "KEYS a*")
    let file = Baseline(entries: [entry], parts: ["app/a.py"])
    #expect(try await check([], LintSettings(), baseline: file).staleBaselineEntries.isEmpty)
    let folder = Baseline(entries: [entry], parts: ["app"])
    let report = try await check([], settings { $0.failsOnStaleBaseline = true }, baseline: folder)
    #expect(report.staleBaselineEntries == [entry])
    #expect(report.fails)
  }
}
