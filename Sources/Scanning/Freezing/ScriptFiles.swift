import Analysis
import FileSystem
import InventoryModel

/// Lua files that nobody is seen to load, and that are scripts all the same.
enum ScriptFiles {
  /// SHA1 of the production files of Lua with operations of which the report holds no script, by path.
  static func sums(of report: ScanReport, root: String) -> [String: String] {
    let known = Set(report.scripts.map(\.place.path))
    let paths = Set(report.operations.filter { $0.language == .lua && $0.context == .production }.map(\.place.path))
      .filter { $0.hasSuffix(".lua") && !known.contains($0) }
    guard !paths.isEmpty, let folder = try? Folder(root) else { return [:] }
    var (sums, buffer) = ([String: String](), [UInt8]())
    for path in paths {
      guard let count = try? folder.read(path, into: &buffer, limit: SourceReader.sizeLimit) else { continue }
      sums[path] = SHA1.hexadecimal(String(decoding: buffer.prefix(count), as: UTF8.self))
    }
    return sums
  }
}
