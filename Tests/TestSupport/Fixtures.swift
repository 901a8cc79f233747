package import Foundation

/// The folder of sources and golden files that tests read.
package enum Fixtures {
  /// The `Fixtures` folder of this package.
  package static var folder: URL { packageFolder.appending(path: "Fixtures", directoryHint: .isDirectory) }

  /// The folder that holds `Package.swift`.
  package static var packageFolder: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  }

  /// Whether golden files are to be written instead of compared: `UPDATE_FIXTURES=1`.
  package static var isUpdating: Bool { ProcessInfo.processInfo.environment["UPDATE_FIXTURES"] == "1" }

  /// All files below a folder, hidden ones left out, as paths relative to it, sorted; none if there is no such folder.
  package static func files(in folder: URL) -> [String] {
    let base = folder.standardizedFileURL.path(percentEncoded: false)
    let found = FileManager.default.enumerator(
      at: folder, includingPropertiesForKeys: [.isRegularFileKey], options: [.skipsHiddenFiles])
    let paths = (found?.compactMap { $0 as? URL } ?? []).filter { url in
      (try? url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true
    }
    return paths.map { url in
      let path = url.standardizedFileURL.path(percentEncoded: false)
      return path.hasPrefix(base) ? String(path.dropFirst(base.count).drop { $0 == "/" }) : path
    }.sorted()
  }

  /// All files below a folder of `Fixtures`, as paths relative to `Fixtures`.
  package static func files(under path: String) -> [String] {
    files(in: folder.appending(path: path, directoryHint: .isDirectory)).map { "\(path)/\($0)" }
  }

  /// The path on this machine of a file or folder of `Fixtures`.
  package static func absolutePath(_ path: String) -> String {
    folder.appending(path: path).path(percentEncoded: false)
  }

  /// The bytes of a file, by its path relative to `Fixtures`.
  package static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: path)))
  }

  /// The text of a file, by its path relative to `Fixtures`.
  package static func text(_ path: String) throws -> String {
    String(decoding: try bytes(path), as: UTF8.self)
  }

  /// Writes a golden file, by its path relative to `Fixtures`.
  package static func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: path))
  }
}
