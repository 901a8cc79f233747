import FileSystem
import InventoryModel
import Reporting
import Scanning

/// `scan`: finds, reports, and says on standard error how it went.
struct ScanCommand {
  private let arguments: Arguments
  private let format: Reporter
  private let outputs: [(reporter: Reporter, file: String)]
  private let options: Options

  init(_ arguments: Arguments) throws(UsageError) {
    self.arguments = arguments
    format = arguments.value(of: "--format").flatMap(Reporter.named) ?? .text
    outputs = try OutputOption.read(arguments.values(of: "--output"), formats: Reporter.all, name: \.name)
    options = try ScanOptions.read(arguments)
  }

  func run() async throws -> Program.ExitCode {
    var task = try await arguments.task(options: options)
    let cache = ReportCache(arguments, task)
    if let report = try await cache?.report(of: &task) {
      try write(report)
      return .success
    }
    guard let scan = try await arguments.scan(task, isDetailed: false) else { return .failure }
    if let place = arguments.value(of: "--explain") {
      try OutputStream.output.write(try Explanation(place).text(of: scan))
      return .success
    }
    let report = scan.report(toolVersion: Version.current, withTimings: arguments.has("--timings"))
    try write(report)
    await cache?.store(report, of: scan, task)
    return .success
  }

  private func write(_ report: ScanReport) throws {
    var report = report
    report.repository = arguments.value(of: "--repository")
    try OutputStream.output.write(format.render(report, ReportStyle(usesColour: Terminal.showsColour(.output))))
    for output in outputs { try OutputOption.write(output.reporter.render(report, ReportStyle()), to: output.file) }
    try OutputStream.error.write(Summary.text(of: report))
    if let timings = report.timings { try OutputStream.error.write(Summary.table(of: timings)) }
  }
}
