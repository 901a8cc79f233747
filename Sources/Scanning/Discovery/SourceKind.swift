package import InventoryModel

/// What a file is by the ending of its name.
package enum SourceKind: Sendable, Hashable, CaseIterable {
  case python, go, javascript, typescript, tsx, swift, lua
  /// A `go.mod`, which is not scanned but says what its folder's packages are called.
  case goModule

  /// Nothing for files that no front end reads.
  package init?(path: String) {
    let name = path.utf8.suffix(while: { $0 != 0x2F })
    if name.elementsEqual("go.mod".utf8) {
      self = .goModule
      return
    }
    guard let dot = name.lastIndex(of: 0x2E), dot > name.startIndex, name.endIndex > name.index(after: dot),
      let kind = SourceKind.byEnding[String(path[name.index(after: dot)...])]
    else { return nil }
    self = kind
  }

  /// The language that it is written in; nil for what is not scanned.
  package var language: Language? {
    switch self {
    case .python: .python
    case .go: .go
    case .javascript: .javascript
    case .typescript, .tsx: .typescript
    case .swift: .swift
    case .lua: .lua
    case .goModule: nil
    }
  }

  private static let byEnding: [String: SourceKind] = [
    "py": .python, "pyi": .python, "go": .go, "js": .javascript, "mjs": .javascript, "cjs": .javascript,
    "jsx": .javascript, "ts": .typescript, "mts": .typescript, "cts": .typescript, "tsx": .tsx, "swift": .swift,
    "lua": .lua,
  ]
}

extension String.UTF8View {
  /// The longest ending whose bytes all satisfy a condition.
  fileprivate func suffix(while isWanted: (UInt8) -> Bool) -> Substring.UTF8View {
    var start = endIndex
    while start > startIndex, isWanted(self[index(before: start)]) { start = index(before: start) }
    return self[start...]
  }
}
