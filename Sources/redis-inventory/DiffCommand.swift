import FileSystem
import InventoryModel
import Reporting
import Scanning

/// `diff`: tells a review what came, went or changed between two revisions.
struct DiffCommand {
  private let arguments: Arguments
  private let range: RevisionRange
  private let format: DiffReporter
  private let outputs: [(reporter: DiffReporter, file: String)]
  private let scan: RevisionScan

  init(_ arguments: Arguments) throws(UsageError) {
    self.arguments = arguments
    guard let range = RevisionRange(arguments.words) else {
      throw UsageError("diff compares two revisions: REV, REV REV, A..B or A...B")
    }
    self.range = range
    format = arguments.value(of: "--format").flatMap(DiffReporter.named) ?? .text
    outputs = try OutputOption.read(arguments.values(of: "--output"), formats: DiffReporter.all, name: \.name)
    let paths = arguments.values(of: "--path")
    scan = RevisionScan(
      paths: paths.isEmpty ? ["."] : paths, options: try ScanOptions.read(arguments),
      configurationPath: arguments.value(of: "--config"), usesConfiguration: !arguments.has("--no-config"))
  }

  func run() async throws -> Program.ExitCode {
    let diff = try await scan.diff(
      from: range.before, to: range.after, toolVersion: Version.current, today: .today)
    try OutputStream.output.write(format.render(diff, ReportStyle(usesColour: Terminal.showsColour(.output))))
    for output in outputs { try OutputOption.write(output.reporter.render(diff, ReportStyle()), to: output.file) }
    return .success
  }
}
