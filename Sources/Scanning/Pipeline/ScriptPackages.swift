import FileSystem

/// Reads what the packages of a JavaScript workspace are called.
enum ScriptPackages {
  /// The name that each `package.json` gives, by its folder relative to the root.
  static func names(_ paths: [String], in root: Folder) -> [String: String] {
    var names: [String: String] = [:]
    var buffer: [UInt8] = []
    for path in paths {
      guard let count = try? root.read(path, into: &buffer, limit: 1 << 20),
        let name = name(in: buffer.prefix(count)), !name.isEmpty
      else { continue }
      names[path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""] = name
    }
    return names
  }

  /// The text of the outermost object's member `name`; no escapes are in such names.
  static func name(in json: ArraySlice<UInt8>) -> String? {
    var depth = 0
    var isNamed = false
    var index = json.startIndex
    while index < json.endIndex {
      switch json[index] {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "\""):
        let start = index + 1
        index = start
        while index < json.endIndex, json[index] != UInt8(ascii: "\"") {
          index += json[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard index < json.endIndex else { return nil }
        let text = json[start..<index]
        if isNamed { return String(decoding: text, as: UTF8.self) }
        isNamed =
          depth == 1 && text.elementsEqual("name".utf8)
          && json[(index + 1)...].first { !whitespace.contains($0) } == UInt8(ascii: ":")
      case UInt8(ascii: ","): isNamed = false
      default: break
      }
      index += 1
    }
    return nil
  }

  private static let whitespace: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
}
