import FileSystem
import InventoryModel
import Reporting
import Scanning

/// `compat`: says whether the code runs on the targets that were named.
struct CompatCommand {
  private let arguments: Arguments
  private let targets: [String]
  private let format: CompatibilityReporter
  private let outputs: [(reporter: CompatibilityReporter, file: String)]
  private let options: Options

  init(_ arguments: Arguments) throws(UsageError) {
    self.arguments = arguments
    targets = arguments.values(of: "--target").flatMap { $0.split(separator: ",").map(String.init) }
    guard !targets.isEmpty else {
      throw UsageError("compat needs a --target; 'redis-inventory targets' lists all")
    }
    format = arguments.value(of: "--format").flatMap(CompatibilityReporter.named) ?? .markdown
    outputs = try OutputOption.read(
      arguments.values(of: "--output"), formats: CompatibilityReporter.all, name: \.name)
    options = try ScanOptions.read(arguments)
  }

  func run() async throws -> Program.ExitCode {
    guard let scan = try await arguments.scan(options: options, isDetailed: true) else { return .failure }
    let report = try TargetNames.checked { try scan.compatibility(with: targets, toolVersion: Version.current) }
    try OutputStream.output.write(format.render(report))
    for output in outputs { try OutputOption.write(output.reporter.render(report), to: output.file) }
    return .success
  }
}

/// Names of targets on the command line.
enum TargetNames {
  /// What a body gives; a name that no table has is a mistake on the command line.
  static func checked<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as TargetNameError {
      let hint = NearestName.hint(for: error.name, in: error.known)
      throw UsageError("unknown target '\(error.name)'\(hint); 'redis-inventory targets' lists all")
    }
  }
}
