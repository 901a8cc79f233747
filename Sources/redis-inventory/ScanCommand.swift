import FileSystem
import InventoryModel
import Reporting
import Scanning

/// `scan` and `inventory`: finds, reports, and says on standard error how it went.
struct ScanCommand {
  private let arguments: Arguments
  private let format: Reporter
  private let outputs: [(reporter: Reporter, file: String)]
  private let options: Options

  init(_ arguments: Arguments) throws(UsageError) {
    self.arguments = arguments
    let standard: Reporter = arguments.command.name == "inventory" ? .markdown : .text
    format = arguments.value(of: "--format").flatMap(Reporter.named) ?? standard
    outputs = try ScanCommand.outputs(arguments.values(of: "--output"))
    options = try ScanCommand.options(arguments)
  }

  func run() async throws -> Program.ExitCode {
    let scan = try await Scan.run(
      paths: arguments.words, options: options, configurationPath: arguments.value(of: "--config"),
      usesConfiguration: !arguments.has("--no-config"))
    if scan.isEmpty, !arguments.has("--allow-empty") {
      Program.complain("nothing to scan in \(arguments.words.joined(separator: ", "))")
      return .failure
    }
    if let place = arguments.value(of: "--explain") {
      try OutputStream.output.write(try Explanation(place).text(of: scan))
      return .success
    }
    try write(scan.report(toolVersion: Version.current, withTimings: arguments.has("--timings")))
    return .success
  }

  private func write(_ report: ScanReport) throws {
    try OutputStream.output.write(format.render(report, ReportStyle(usesColour: Terminal.showsColour(.output))))
    for output in outputs {
      do throws(SystemError) {
        try OutputStream.writeFile(output.reporter.render(report, ReportStyle()), to: output.file)
      } catch {
        throw UsageError("\(output.file): \(error)")
      }
    }
    try OutputStream.error.write(Summary.text(of: report))
    if let timings = report.timings { try OutputStream.error.write(Summary.table(of: timings)) }
  }

  private static func options(_ arguments: Arguments) throws(UsageError) -> Options {
    var options = Options()
    options.include = arguments.values(of: "--include")
    options.exclude = arguments.values(of: "--exclude")
    options.rules = arguments.value(of: "--rules")
    if arguments.has("--exhaustive") { options.exhaustive = true }
    if let text = arguments.value(of: "--threads") {
      guard let count = Int(text), (1...1024).contains(count) else {
        throw UsageError("'\(text)' is no number of threads")
      }
      options.threads = count
    }
    return options
  }

  private static func outputs(_ values: [String]) throws(UsageError) -> [(reporter: Reporter, file: String)] {
    var outputs: [(reporter: Reporter, file: String)] = []
    for value in values {
      let parts = value.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { throw UsageError("'\(value)' is no --output: FORMAT=FILE is expected") }
      guard let reporter = Reporter.named(parts[0]) else {
        let names = Reporter.all.map(\.name)
        let hint = NearestName.hint(for: parts[0], in: names)
        throw UsageError("'\(parts[0])' is no format: \(names.joined(separator: ", "))\(hint)")
      }
      outputs.append((reporter, parts[1]))
    }
    return outputs
  }
}
