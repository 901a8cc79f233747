import FileSystem
import InventoryModel
import Merging
import Reporting

/// `merge`: reads the JSON reports of several scans and writes them as one.
struct MergeCommand {
  private let arguments: Arguments
  private let format: Reporter
  private let outputs: [(reporter: Reporter, file: String)]

  init(_ arguments: Arguments) throws(UsageError) {
    self.arguments = arguments
    format = arguments.value(of: "--format").flatMap(Reporter.named) ?? .text
    outputs = try OutputOption.read(arguments.values(of: "--output"), formats: Reporter.all, name: \.name)
  }

  func run() throws {
    var inputs: [ReportMerge.Input] = []
    for file in arguments.words {
      inputs += try MergeCommand.reports(in: file).map { ReportMerge.Input(file: file, report: $0) }
    }
    let reports = try ReportMerge.merged(inputs)
    try OutputStream.output.write(format.text(of: reports, ReportStyle(usesColour: Terminal.showsColour(.output))))
    for output in outputs { try OutputOption.write(output.reporter.text(of: reports, ReportStyle()), to: output.file) }
    for report in reports {
      if reports.count > 1, let name = report.repository {
        try OutputStream.error.write(TerminalText.escaped(name) + ":\n")
      }
      try OutputStream.error.write(Summary.text(of: report))
    }
  }

  /// The largest report that is read, in bytes.
  private static let sizeLimit = 1 << 30

  private static func reports(in file: String) throws(UsageError) -> [ScanReport] {
    let bytes: [UInt8]
    do throws(ReadFailure) {
      bytes = try Folder.contents(ofNamed: file, limit: sizeLimit)
    } catch {
      throw UsageError("\(file): cannot be read")
    }
    do throws(ReportReadingError) {
      return try ReportReader.reports(in: bytes)
    } catch {
      throw UsageError("\(file): \(error)")
    }
  }
}
