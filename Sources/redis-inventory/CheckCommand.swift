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
    let report = try scan.check(try settings(), toolVersion: Version.current, today: .today)
    try OutputStream.output.write(format.render(report, ReportStyle(usesColour: Terminal.showsColour(.output))))
    for output in outputs { try OutputOption.write(output.reporter.render(report, ReportStyle()), to: output.file) }
    try OutputStream.error.write(Summary.text(of: report))
    return report.fails && !arguments.has("--exit-zero") ? .findings : .success
  }

  private func settings() throws(UsageError) -> LintSettings {
    var settings = LintSettings()
    let selected = CheckCommand.names(arguments.values(of: "--select"))
    settings.select = selected.isEmpty ? nil : Set(selected)
    settings.ignore = Set(CheckCommand.names(arguments.values(of: "--ignore")))
    let contexts = arguments.values(of: "--context")
    if !contexts.isEmpty { settings.contexts = Set(contexts.compactMap(FileContext.init)) }
    if let name = arguments.value(of: "--fail-on") { settings.threshold = Severity(rawValue: name) }
    settings.minimumConfidence = arguments.value(of: "--min-confidence").flatMap(Confidence.init)
    return settings
  }

  /// Names, each by itself or several with commas between.
  private static func names(_ values: [String]) -> [String] {
    values.flatMap { $0.split(separator: ",").map(String.init) }
  }
}
