/// Paths, with `/` between their parts.
extension SourceTree {
  static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = lastSlash(in: path) else { return ("", path) }
    return (String(path[..<slash]), String(path[path.utf8.index(after: slash)...]))
  }

  /// A folder and those that it lies in, the root first.
  static func ancestors(of folder: String) -> [String] {
    guard !folder.isEmpty else { return [""] }
    let slashes = folder.utf8.indices.filter { folder.utf8[$0] == UInt8(ascii: "/") }
    return [""] + slashes.map { String(folder[..<$0]) } + [folder]
  }

  static func join(_ folder: String, _ name: String) -> String {
    if folder.isEmpty { return name }
    return name.isEmpty ? folder : folder + "/" + name
  }

  /// The last part of a path.
  static func name(of path: String) -> String {
    guard let slash = lastSlash(in: path) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }

  static func lastSlash(in path: String) -> String.Index? {
    let bytes = path.utf8.span
    return bytes.indices.last { bytes[$0] == UInt8(ascii: "/") }
      .map { path.utf8.index(path.startIndex, offsetBy: $0) }
  }

  static func stem(_ name: String) -> String {
    name.utf8.firstIndex(of: UInt8(ascii: ".")).map { String(name[..<$0]) } ?? name
  }

  /// Without `.` and `..`.
  static func normalize(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}
