import FileSystem

/// Reads what Go packages are called.
enum GoModules {
  /// The module that each `go.mod` names, by its folder relative to the root; the root's own is "".
  static func names(_ paths: [String], in root: Folder) -> [String: String] {
    var names: [String: String] = [:]
    var buffer: [UInt8] = []
    for path in paths {
      guard let count = try? root.read(path, into: &buffer, limit: 1 << 20) else { continue }
      let text = String(decoding: buffer.prefix(count), as: UTF8.self)
      guard let name = name(in: text) else { continue }
      names[path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""] = name
    }
    return names
  }

  private static func name(in text: String) -> String? {
    for line in text.split(whereSeparator: \.isNewline) {
      let words = line.split(whereSeparator: \.isWhitespace)
      if words.count > 1, words[0] == "module" { return words[1].filter { $0 != "\"" } }
    }
    return nil
  }
}
