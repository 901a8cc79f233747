import Analysis
import InventoryModel

/// Lua files that nobody is seen to load, and that are scripts all the same.
enum ScriptFiles {
  /// SHA1 of the production files of Lua with operations of which the report holds no script, by path.
  static func sums(of report: ScanReport, reader: SourceReader) -> [String: String] {
    let known = Set(report.scripts.map(\.place.path))
    let paths = Set(report.operations.filter { $0.language == .lua && $0.context == .production }.map(\.place.path))
      .filter { $0.hasSuffix(".lua") && !known.contains($0) }
    var (sums, reader) = ([String: String](), reader)
    for path in paths {
      sums[path] = try? reader.read(path) { SHA1.hexadecimal(String(decoding: $0, as: UTF8.self)) }.get()
    }
    return sums
  }
}
