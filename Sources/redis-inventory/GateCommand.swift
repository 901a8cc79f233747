import FileSystem
import InventoryModel
import Reporting
import Scanning

/// `gate`: judges the exit criteria of a migration; succeeds only when all are met.
struct GateCommand {
  private let arguments: Arguments
  private let format: GateReporter
  private let outputs: [(reporter: GateReporter, file: String)]
  private let options: Options

  init(_ arguments: Arguments) throws(UsageError) {
    self.arguments = arguments
    format = arguments.value(of: "--format").flatMap(GateReporter.named) ?? GateReporter.all[0]
    outputs = try OutputOption.read(arguments.values(of: "--output"), formats: GateReporter.all, name: \.name)
    options = try ScanOptions.read(arguments)
  }

  func run() async throws -> Program.ExitCode {
    guard let scan = try await arguments.scan(options: options, isDetailed: true, isForRules: true) else {
      return .failure
    }
    for problem in scan.owners.file?.problems ?? [] {
      try OutputStream.error.write("note: \(TerminalText.escaped(problem))\n")
    }
    let report = try await scan.gate(LintSettings(), toolVersion: Version.current, today: .today)
    try OutputStream.output.write(format.render(report))
    for output in outputs { try OutputOption.write(output.reporter.render(report), to: output.file) }
    return report.isOpen ? .success : .findings
  }
}
