import FileSystem
import InventoryModel
import Reporting
import Scanning

/// `check`: looks for broken rules, reports them, and fails when any counts.
struct CheckCommand {
  private let arguments: Arguments
  private let format: CheckReporter
  private let outputs: [(reporter: CheckReporter, file: String)]
  private let options: Options

  init(_ arguments: Arguments) throws(UsageError) {
    self.arguments = arguments
    format = arguments.value(of: "--format").flatMap(CheckReporter.named) ?? .text
    outputs = try OutputOption.read(arguments.values(of: "--output"), formats: CheckReporter.all, name: \.name)
    options = try CheckOptions.read(arguments)
  }

  func run() async throws -> Program.ExitCode {
    if arguments.has("--schema") {
      try OutputStream.output.write(CheckReportSchema.text)
      return .success
    }
    guard let scan = try await arguments.scan(options: options, isDetailed: true, isForRules: true) else {
      return .failure
    }
    var report = try await scan.check(toolVersion: Version.current, today: .today)
    if let revision = arguments.value(of: "--since") {
      let revisions = RevisionScan(
        paths: arguments.words, options: options, configurationPath: arguments.value(of: "--config"),
        usesConfiguration: !arguments.has("--no-config"))
      report = try await revisions.report(
        report, of: scan, since: revision, toolVersion: Version.current, today: .today)
    }
    report = try scan.framed(report)
    try OutputStream.output.write(format.render(report, ReportStyle(usesColour: Terminal.showsColour(.output))))
    for output in outputs { try OutputOption.write(output.reporter.render(report, ReportStyle()), to: output.file) }
    try OutputStream.error.write(Summary.text(of: report))
    if arguments.has("--timings") { try OutputStream.error.write(Summary.table(of: report.timings)) }
    return report.fails && !arguments.has("--exit-zero") ? .findings : .success
  }
}
