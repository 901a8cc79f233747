/// An import path, and the names that the package behind it may have: only its own clause tells for sure.
struct GoImportPath {
  private let components: [Substring]

  init(_ path: String) { components = path.split(separator: "/") }

  /// What the package may be called, without version suffixes and the usual affixes of repositories.
  var likelyNames: [String] {
    guard let last = components.last else { return [] }
    if GoImportPath.isVersion(last), components.count > 1 {
      return GoImportPath.names(in: components[components.count - 2]) + [String(last)]
    }
    return GoImportPath.names(in: last)
  }

  private static func names(in component: Substring) -> [String] {
    let plain = withoutVersion(component)
    if isIdentifier(plain) { return [String(plain)] }
    var stem = plain
    if stem.hasPrefix("go-") { stem = stem.dropFirst(3) }
    for suffix in ["-go", ".go"] where stem.hasSuffix(suffix) { stem = stem.dropLast(3) }
    if isIdentifier(stem) { return [String(stem)] }
    let words = stem.split { $0 == "-" || $0 == "." }
    let candidates = [words.joined(), words.joined(separator: "_"), words.last.map(String.init) ?? ""]
    return candidates.filter { isIdentifier($0[...]) }
  }

  /// `yaml.v3` without its version.
  private static func withoutVersion(_ component: Substring) -> Substring {
    guard let dot = component.lastIndex(of: "."), isVersion(component[component.index(after: dot)...]) else {
      return component
    }
    return component[..<dot]
  }

  private static func isVersion(_ text: Substring) -> Bool {
    text.first == "v" && text.count > 1 && text.dropFirst().allSatisfy { ("0"..."9").contains($0) }
  }

  private static func isIdentifier(_ text: Substring) -> Bool {
    guard let first = text.first, first == "_" || first.isLetter else { return false }
    return text.allSatisfy { $0 == "_" || $0.isLetter || $0.isNumber }
  }
}
