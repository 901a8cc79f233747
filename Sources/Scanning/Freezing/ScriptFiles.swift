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

  /// Records of Lua files with their SHA1; one that takes in others before it is sent has none.
  static func withSums(_ records: [ScriptRecord], reader: SourceReader) -> [ScriptRecord] {
    var reader = reader
    return records.map { record in
      var record = record
      let text = try? reader.read(record.place.path) { String(decoding: $0, as: UTF8.self) }.get()
      record.sha1 = text.flatMap { $0.contains("@include") ? nil : SHA1.hexadecimal($0) }
      return record
    }
  }
}
