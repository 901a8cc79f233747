import Analysis
import Checks
import FileSystem
import Foundation
import Freeze
import InventoryModel
import Knowledge
import Scanning

/// A check of some files for some rules, as `check` does it by default.
enum ExampleCheck {
  /// Between the days that pages speak of.
  private static let today = CalendarDate(secondsSince1970: 1_800_000_000)

  static func findings(of rules: Set<String>, in files: [RuleExample.File]) async throws -> [Finding] {
    let temporary = FileManager.default.temporaryDirectory.appending(path: "redis-inventory-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: temporary) }
    for file in files {
      let url = temporary.appending(path: file.path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.text.utf8).write(to: url)
    }
    let root = try FilePaths.real(temporary.path)
    let knowledge = try RulePages.knowledge.get()
    let configuration = try Configuration(
      commandLine: Options(), file: nil, root: root, conventions: try FileConventions.standard())
    let sources = try await Discovery.files(in: [root], classifier: configuration.classifier)
    let scanner = Scanner(files: sources, configuration: configuration, knowledge: knowledge)
    let outcome = try await scanner.scan { Analysis($0, isDetailed: true) }
    let found = outcome.findings
    var report = ScanReport(
      toolVersion: "test", root: root, operations: found.operations, scripts: found.scripts, clients: found.clients,
      unresolved: found.unresolved, callGraph: found.callGraph, files: outcome.records)
    report.directives = found.directives
    let around = InfrastructureScan(files: sources, configuration: configuration)
    let configured = try await around.configurationFacts()
    report.infrastructure = await around.facts(
      configured, with: outcome.analysis.loweredFiles(), conventions: knowledge.conventions)
    var settings = LintSettings()
    settings.select = rules
    let linter = Linter(catalog: try RulePages.catalog.get(), settings: settings)
    let schema = KeySchema(of: report, commands: knowledge.commands)
    let changes = try SchemaFile.nearest(to: [root])?.changes(in: schema, plans: [], today: today)
    let input = CheckInput(
      report: report, commands: knowledge.commands, events: try KeyspaceEvents.standard(),
      infrastructure: configured.vocabulary, habits: try RulePages.habits.get(),
      lockHabits: try LockHabits.load(), schemaChanges: changes ?? [])
    return await linter.check(input, today: today).findings.map(\.finding)
  }
}
