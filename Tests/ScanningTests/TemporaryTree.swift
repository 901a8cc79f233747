import FileSystem
import Foundation

/// A folder that lives as long as a test.
final class TemporaryTree {
  let path: String

  init(_ files: [String: String] = [:]) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "redis-inventory-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = try FilePaths.real(folder.path)
    for (name, text) in files { try write(text, to: name) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, to name: String) throws {
    let file = URL(filePath: path).appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path + "/" + name) }

  /// Runs shell commands in the folder; gives whether all went well.
  @discardableResult
  func run(_ commands: String) throws -> Bool {
    try Subprocess.run(
      "/bin/sh", ["-ec", "cd '\(path)'\n\(commands)"],
      environment: ["PATH=/usr/bin:/bin", "HOME=\(path)", "GIT_CONFIG_NOSYSTEM=1"], timeLimit: .seconds(60)
    ).exitCode == 0
  }

  /// Makes the folder a git work tree with everything in it committed.
  func commit() throws {
    try run("git init -q . && git add -A && git -c user.name=a -c user.email=a@b commit -qm x")
  }
}
