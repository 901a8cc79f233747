import FileSystem
import Foundation

/// A run of the built program.
struct Run {
  let code: Int32?
  let output: String
  let errors: String

  /// The folder of the projects that runs are made on.
  static let projects = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Fixtures/Projects").standardized.path

  init(_ arguments: String..., environment: [String] = []) throws {
    try self.init(arguments, environment: environment)
  }

  init(_ arguments: [String], environment: [String] = []) throws {
    try self.init(program: Run.program, arguments, environment: environment)
  }

  init(program: String, _ arguments: [String], environment: [String] = []) throws {
    let run = try Subprocess.run(
      program, arguments, environment: ["PATH=/usr/bin:/bin"] + environment, timeLimit: .seconds(120))
    code = run.exitCode
    output = String(decoding: run.output, as: UTF8.self)
    errors = String(decoding: run.errors, as: UTF8.self)
  }

  /// Beside the tests, whichever program runs them.
  static let program: String = {
    let folders = CommandLine.arguments.prefix(1) + CommandLine.arguments.filter { $0.hasSuffix(".xctest") }
    for path in folders.reversed() {
      let candidate = URL(filePath: path).deletingLastPathComponent().appending(path: "redis-inventory").path
      if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
    }
    return URL(filePath: (try? FilePaths.real("/proc/self/exe")) ?? "").deletingLastPathComponent()
      .appending(path: "redis-inventory").path
  }()
}
