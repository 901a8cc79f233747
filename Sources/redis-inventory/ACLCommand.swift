import FileSystem
import InventoryModel
import Reporting
import Scanning

/// `acl`: the least privilege that the code needs.
struct ACLCommand {
  private let arguments: Arguments
  private let format: AccessReporter
  private let outputs: [(reporter: AccessReporter, file: String)]
  private let options: Options

  init(_ arguments: Arguments) throws(UsageError) {
    self.arguments = arguments
    format = arguments.value(of: "--format").flatMap(AccessReporter.named) ?? .text
    outputs = try OutputOption.read(arguments.values(of: "--output"), formats: AccessReporter.all, name: \.name)
    options = try ScanOptions.read(arguments)
  }

  func run() async throws -> Program.ExitCode {
    guard let scan = try await arguments.scan(options: options, isDetailed: true) else { return .failure }
    let report = try TargetNames.checked {
      try scan.accessRules(for: arguments.value(of: "--target"), toolVersion: Version.current)
    }
    try OutputStream.output.write(format.render(report))
    for output in outputs { try OutputOption.write(output.reporter.render(report), to: output.file) }
    return .success
  }
}
