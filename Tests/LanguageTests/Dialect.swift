import FrontEnd
import GoFrontEnd
import InventoryModel
import JavaScriptFrontEnd
import LuaFrontEnd
import PythonFrontEnd
import SwiftFrontEnd
import TestSupport
import TreeSitter

/// What a front end reads: a language, JavaScript's in three grammars.
enum Dialect: String, CaseIterable, Sendable {
  case python, go, javascript, typescript, tsx, swift, lua

  /// The dialect of a source, by its name's ending; nothing for golden files and others.
  init?(path: String) {
    guard let ending = path.split(separator: "/").last?.split(separator: ".").last,
      let found = Dialect.allCases.first(where: { $0.endings.contains(String(ending)) })
    else { return nil }
    self = found
  }

  var endings: [String] {
    switch self {
    case .python: ["py"]
    case .go: ["go"]
    case .javascript: ["js", "jsx", "mjs", "cjs"]
    case .typescript: ["ts", "mts", "cts"]
    case .tsx: ["tsx"]
    case .swift: ["swift"]
    case .lua: ["lua"]
    }
  }

  var language: Language {
    switch self {
    case .python: .python
    case .go: .go
    case .javascript: .javascript
    case .typescript, .tsx: .typescript
    case .swift: .swift
    case .lua: .lua
    }
  }

  func frontEnd() throws -> any LanguageFrontEnd {
    switch self {
    case .python: try PythonFrontEnd()
    case .go: try GoFrontEnd()
    case .javascript: try JavaScriptFrontEnd(.javascript)
    case .typescript: try JavaScriptFrontEnd(.typescript)
    case .tsx: try JavaScriptFrontEnd(.tsx)
    case .swift: try SwiftFrontEnd()
    case .lua: try LuaFrontEnd()
    }
  }

  /// All sources of this dialect under `Fixtures`.
  var fixtures: [String] {
    (Fixtures.files(under: "Languages") + Fixtures.files(under: "Clients")).filter { Dialect(path: $0) == self }
  }
}

/// A front end that is made once and reads many sources.
struct Reader {
  let dialect: Dialect
  private let frontEnd: any LanguageFrontEnd

  init(_ dialect: Dialect) throws {
    self.dialect = dialect
    frontEnd = try dialect.frontEnd()
  }

  func facts(of source: [UInt8], path: String = "source") -> FileFacts {
    var parser = Parser(frontEnd.grammar)
    let tree = parser.parse(source, timeLimit: .seconds(2))
    return frontEnd.lower(tree, path: path, language: dialect.language)
  }

  func facts(of source: String) -> FileFacts { facts(of: Array(source.utf8)) }

  /// What is wrong with the facts that a source gives.
  func unsoundness(of source: [UInt8]) -> [String] {
    let lineCount = source.count { $0 == 0x0A } + 1
    return TestSupport.unsoundness(of: facts(of: source), lineCount: lineCount)
  }
}
