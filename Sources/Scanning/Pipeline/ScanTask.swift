import FileSystem
import Knowledge

/// A scan before anything was read of the files: the settings in force, and which files there are.
package struct ScanTask {
  /// As the user named them.
  package let paths: [String]
  let options: Options
  package let configuration: Configuration
  package let files: SourceFiles
  /// A user's own tables.
  let tables: [TableFile]
  /// Where to keep what the next scan can use.
  package var cache: ScanCache?
  /// Files of which the cache tells what they do not hold.
  var quiet = QuietFiles()
  /// When it began, in nanoseconds since 1970.
  let began: Int
  /// What it took so far.
  package var stopwatch: Stopwatch

  /// Finds the files and the configuration.
  ///
  /// - Parameter root: where the configuration is looked for and speaks of; the scanned root when left out.
  package init(
    paths: [String], options: Options, configurationPath: String? = nil, usesConfiguration: Bool = true,
    configuredFor root: String? = nil
  ) async throws {
    began = WallClock.nanosecondsSince1970
    var stopwatch = Stopwatch()
    let root = try root ?? Discovery.root(of: paths)
    var file: ConfigurationFile?
    if usesConfiguration, let path = configurationPath ?? ConfigurationFile.nearest(to: root) {
      file = try ConfigurationFile(path: path)
    }
    configuration = try Configuration(
      commandLine: options, file: file, root: root, conventions: try FileConventions.standard())
    stopwatch.stop("set up")
    stopwatch.start()
    var files = try await Discovery.files(
      in: paths, classifier: configuration.classifier, parallel: configuration.parallel)
    if let replacement = configuration.replacement { try files.add(replacement) }
    if let shard = configuration.shard { files.keep(shard) }
    stopwatch.stop("find files", files: files.files.count)
    tables = try UserTables.read(configuration.rules)
    self.paths = paths
    self.options = options
    self.files = files
    self.stopwatch = stopwatch
  }
}
