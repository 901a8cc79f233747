/// An import path, and the names that the package behind it may have: only its own clause tells for sure.
struct GoImportPath {
  private let path: ArraySlice<UInt8>

  init(_ path: ArraySlice<UInt8>) { self.path = path }

  /// What the package may be called, without version suffixes and the usual affixes of repositories.
  var likelyNames: [String] {
    let last = GoImportPath.lastComponent(of: path)
    if GoImportPath.isVersion(last) {
      let component = GoImportPath.lastComponent(of: path[..<last.startIndex])
      if !component.isEmpty { return GoImportPath.names(in: component) + [GoImportPath.text(last)] }
    }
    return GoImportPath.names(in: last)
  }

  private static func lastComponent(of path: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let slash = UInt8(ascii: "/")
    guard let last = path.lastIndex(where: { $0 != slash }) else { return [] }
    let start = path[..<last].lastIndex(of: slash).map { $0 + 1 } ?? path.startIndex
    return path[start...last]
  }

  private static func names(in component: ArraySlice<UInt8>) -> [String] {
    let plain = withoutVersion(component)
    if isIdentifier(plain) { return [text(plain)] }
    var stem = plain
    if stem.starts(with: "go-".utf8) { stem = stem.dropFirst(3) }
    for suffix in ["-go", ".go"] where stem.suffix(3).elementsEqual(suffix.utf8) { stem = stem.dropLast(3) }
    if isIdentifier(stem) { return [text(stem)] }
    let words = stem.split { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
    let candidates = [
      Array(words.joined()), Array(words.joined(separator: "_".utf8)), words.last.map(Array.init) ?? [],
    ]
    return candidates.filter { isIdentifier($0[...]) }.map { text($0[...]) }
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  /// `yaml.v3` without its version.
  private static func withoutVersion(_ component: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let dot = component.lastIndex(of: UInt8(ascii: ".")), isVersion(component[(dot + 1)...]) else {
      return component
    }
    return component[..<dot]
  }

  private static func isVersion(_ text: ArraySlice<UInt8>) -> Bool {
    text.first == UInt8(ascii: "v") && text.count > 1 && text.dropFirst().allSatisfy(isDigit)
  }

  private static func isIdentifier(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, isLetter(first) else { return false }
    return text.allSatisfy { isLetter($0) || isDigit($0) }
  }

  /// What is beyond ASCII is a part of a letter.
  private static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), 0x80...: true
    default: false
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
