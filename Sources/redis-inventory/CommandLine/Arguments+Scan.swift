import FileSystem
import Scanning

extension Arguments {
  /// Scans what the words name, as the flags say; where there is nothing to scan it says so and gives nothing.
  ///
  /// - Parameter paths: scanned in place of the words.
  func scan(_ paths: [String]? = nil, options: Options, isDetailed: Bool) async throws -> Scan? {
    let paths = paths ?? words
    return try await scan(try task(paths, options: options), isDetailed: isDetailed)
  }

  /// What is to be scanned, as the flags say.
  ///
  /// - Parameter paths: scanned in place of the words.
  func task(_ paths: [String]? = nil, options: Options) throws -> ScanTask {
    try ScanTask(
      paths: paths ?? words, options: options, configurationPath: value(of: "--config"),
      usesConfiguration: !has("--no-config"))
  }

  /// Scans; where there is nothing to scan it says so and gives nothing.
  func scan(_ task: ScanTask, isDetailed: Bool) async throws -> Scan? {
    let paths = task.paths
    let scan = try await Progress.during { try await Scan.run(task, isDetailed: isDetailed) }
    if scan.isEmpty, !has("--allow-empty") {
      Program.complain("nothing to scan in \(paths.joined(separator: ", "))")
      return nil
    }
    CurrentProcess.keep(scan)
    return scan
  }
}
