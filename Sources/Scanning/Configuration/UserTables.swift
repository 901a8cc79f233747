import FileSystem
import Knowledge

/// Reads a user's own tables: a folder laid out like the program's own.
enum UserTables {
  static func read(_ folder: String?) throws(ConfigurationError) -> [TableFile] {
    guard let folder else { return [] }
    var tables: [TableFile] = []
    do throws(SystemError) {
      try read(try Folder(folder), path: "", name: folder, into: &tables)
    } catch {
      throw .unreadable(path: folder)
    }
    return tables
  }

  private static func read(
    _ folder: Folder, path: String, name: String, into tables: inout [TableFile]
  ) throws(SystemError) {
    var buffer: [UInt8] = []
    for entry in try folder.entries() {
      let inner = path.isEmpty ? entry.name : path + "/" + entry.name
      switch entry.kind {
      case .folder: try read(try folder.folder(entry.name), path: inner, name: name, into: &tables)
      case .file where ["yml", "tsv", "md"].contains(inner.split(separator: ".").last):
        guard let count = try? folder.read(entry.name, into: &buffer, limit: 8 << 20) else { continue }
        let text = String(decoding: buffer.prefix(count), as: UTF8.self)
        tables.append(TableFile(path: inner, text: text, name: "\(name)/\(inner)"))
      default: continue
      }
    }
  }
}
