import FileSystem
import Foundation

/// A server that a test starts for itself, on a socket of its own and without a port.
final class LiveServer {
  /// A server program that can be started.
  struct Program: Sendable, CustomStringConvertible {
    let name: String
    let path: String
    /// The version that it says it is.
    let version: String

    var description: String { "\(name) \(version)" }
    /// The target that describes it: `valkey-8.1`.
    var target: String { "\(name)-\(version.split(separator: ".").prefix(2).joined(separator: "."))" }
  }

  /// What is looked for, and where.
  private static let wanted: [(name: String, path: String)] = [
    ("redis", "/usr/bin/redis-server"), ("valkey", folder + "/valkey-8.1/valkey-server"),
    ("valkey", folder + "/valkey-9.1/valkey-server"),
  ]

  /// Where `Scripts/set-up-servers` lays servers out.
  private static let folder: String =
    ProcessInfo.processInfo.environment["TEST_SERVERS"]
    ?? URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../.build/servers").standardized.path

  /// The servers that run here.
  static let programs: [Program] = wanted.compactMap { name, path in
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/redis-cli"),
      let run = try? Subprocess.run(path, ["--version"], environment: [], timeLimit: .seconds(5)), run.exitCode == 0,
      let word = String(decoding: run.output, as: UTF8.self).split(separator: " ").first(where: { $0.hasPrefix("v=") })
    else { return nil }
    return Program(name: name, path: path, version: String(word.dropFirst(2)))
  }

  /// Those that do not, by their path.
  static let missing: [String] = wanted.map(\.path).filter { path in !programs.contains { $0.path == path } }

  private let folder: URL

  /// Starts a server and waits until it answers; it ends by itself after two minutes, whatever becomes of the test.
  init(_ program: Program) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "ri-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let server = "'\(program.path)' --port 0 --unixsocket '\(folder.path)/s' --save '' --dir '\(folder.path)'"
    _ = try Subprocess.run(
      "/bin/sh", ["-c", "timeout 120 \(server) >/dev/null 2>&1 </dev/null &"], environment: ["PATH=/usr/bin:/bin"],
      timeLimit: .seconds(10))
    for _ in 0..<100 {
      if try send([["PING"]]) == ["\"PONG\""] { return }
      Thread.sleep(forTimeInterval: 0.05)
    }
    throw CocoaError(.executableNotLoadable)
  }

  deinit {
    _ = try? send([["SHUTDOWN", "NOSAVE"]])
    try? FileManager.default.removeItem(at: folder)
  }

  /// The answers to some commands, each one line of JSON; an error begins with `error:`.
  func send(_ commands: [[String]]) throws -> [String] {
    let file = folder.appending(path: "commands")
    let lines = commands.map { $0.map(LiveServer.quoted).joined(separator: " ") + "\n" }
    try Data(lines.joined().utf8).write(to: file)
    let run = try Subprocess.run(
      "/bin/sh", ["-c", "exec redis-cli -s '\(folder.path)/s' --json < '\(file.path)'"],
      environment: ["PATH=/usr/bin:/bin"], timeLimit: .seconds(30))
    return String(decoding: run.output, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// One answer, decoded.
  func json(_ command: String...) throws -> Any {
    let line = try send([command]).first ?? "null"
    return try JSONSerialization.jsonObject(with: Data(line.utf8), options: .fragmentsAllowed)
  }

  private static func quoted(_ word: String) -> String {
    "\"" + word.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n") + "\""
  }
}
