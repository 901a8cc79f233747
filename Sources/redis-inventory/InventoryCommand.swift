import FileSystem
import InventoryModel
import Reporting
import Scanning

/// `inventory`: the document of a tree.
struct InventoryCommand {
  private let arguments: Arguments
  private let format: InventoryReporter
  private let outputs: [(reporter: InventoryReporter, file: String)]
  private let options: Options

  init(_ arguments: Arguments) throws(UsageError) {
    self.arguments = arguments
    format = arguments.value(of: "--format").flatMap(InventoryReporter.named) ?? .markdown
    outputs = try OutputOption.read(arguments.values(of: "--output"), formats: InventoryReporter.all, name: \.name)
    options = try ScanOptions.read(arguments)
  }

  func run() async throws -> Program.ExitCode {
    let scan = try await Scan.run(
      paths: arguments.words, options: options, configurationPath: arguments.value(of: "--config"),
      usesConfiguration: !arguments.has("--no-config"), isDetailed: true)
    if scan.isEmpty, !arguments.has("--allow-empty") {
      Program.complain("nothing to scan in \(arguments.words.joined(separator: ", "))")
      return .failure
    }
    let document = try scan.inventory(toolVersion: Version.current)
    try OutputStream.output.write(format.render(document))
    for output in outputs { try OutputOption.write(output.reporter.render(document), to: output.file) }
    let report = scan.report(toolVersion: Version.current, withTimings: arguments.has("--timings"))
    try OutputStream.error.write(Summary.text(of: report))
    if let timings = report.timings { try OutputStream.error.write(Summary.table(of: timings)) }
    return .success
  }
}
