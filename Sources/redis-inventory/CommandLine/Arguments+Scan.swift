import FileSystem
import Scanning

extension Arguments {
  /// Scans what the words name, as the flags say; where there is nothing to scan it says so and gives nothing.
  ///
  /// - Parameter paths: scanned in place of the words.
  func scan(_ paths: [String]? = nil, options: Options, isDetailed: Bool, isForRules: Bool = false) async throws
    -> Scan?
  {
    let paths = paths ?? words
    return try await scan(try await task(paths, options: options), isDetailed: isDetailed, isForRules: isForRules)
  }

  /// What is to be scanned, as the flags say.
  ///
  /// - Parameter paths: scanned in place of the words.
  func task(_ paths: [String]? = nil, options: Options) async throws -> ScanTask {
    var task = try await ScanTask(
      paths: paths ?? words, options: options, configurationPath: value(of: "--config"),
      usesConfiguration: !has("--no-config"))
    task.cache = try cache(scanning: task.files.root)
    return task
  }

  /// The cache that the flags ask for.
  private func cache(scanning root: String) throws(ScanCacheError) -> ScanCache? {
    guard has("--cache") || has("--cache-folder"), let program = try? FilePaths.status(of: "/proc/self/exe") else {
      return nil
    }
    return try ScanCache(
      value(of: "--cache-folder"),
      program: "\(Version.current) \(program.size) \(program.identity) \(program.changed)", scanning: root)
  }

  /// Scans; where there is nothing to scan it says so and gives nothing.
  func scan(_ task: ScanTask, isDetailed: Bool, isForRules: Bool = false) async throws -> Scan? {
    let paths = task.paths
    let scan = try await Progress.during { try await Scan.run(task, isDetailed: isDetailed, isForRules: isForRules) }
    if scan.isEmpty, !has("--allow-empty") {
      Program.complain("nothing to scan in \(paths.joined(separator: ", "))")
      return nil
    }
    CurrentProcess.keep(scan)
    return scan
  }
}
