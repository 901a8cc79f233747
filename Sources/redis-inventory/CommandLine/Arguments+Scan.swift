import FileSystem
import Scanning

extension Arguments {
  /// Scans what the words name, as the flags say; where there is nothing to scan it says so and gives nothing.
  ///
  /// - Parameter paths: scanned in place of the words.
  func scan(_ paths: [String]? = nil, options: Options, isDetailed: Bool) async throws -> Scan? {
    let paths = paths ?? words
    let scan = try await Progress.during {
      try await Scan.run(
        paths: paths, options: options, configurationPath: value(of: "--config"),
        usesConfiguration: !has("--no-config"), isDetailed: isDetailed)
    }
    if scan.isEmpty, !has("--allow-empty") {
      Program.complain("nothing to scan in \(paths.joined(separator: ", "))")
      return nil
    }
    CurrentProcess.keep(scan)
    return scan
  }
}
