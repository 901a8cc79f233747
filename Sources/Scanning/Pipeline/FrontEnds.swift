import FrontEnd
import GoFrontEnd
package import InventoryModel
import JavaScriptFrontEnd
import LuaFrontEnd
import PythonFrontEnd
import SwiftFrontEnd
package import TreeSitter

/// The front ends that a scan needs, each made once; a file is parsed and lowered by that of its kind.
package struct FrontEnds: Sendable {
  private var frontEnds: [SourceKind: any LanguageFrontEnd] = [:]

  /// How long a file of so many bytes may be parsed, some twenty times what ordinary ones take on a busy machine.
  static func timeLimit(ofBytes count: Int) -> Duration { .seconds(1) + .microseconds(count / 2) }

  package init(for kinds: some Sequence<SourceKind>) throws(GrammarError) {
    for kind in kinds where frontEnds[kind] == nil { frontEnds[kind] = try FrontEnds.frontEnd(for: kind) }
  }

  private static func frontEnd(for kind: SourceKind) throws(GrammarError) -> (any LanguageFrontEnd)? {
    switch kind {
    case .python: try PythonFrontEnd()
    case .go: try GoFrontEnd()
    case .javascript: try JavaScriptFrontEnd(.javascript)
    case .typescript: try JavaScriptFrontEnd(.typescript)
    case .tsx: try JavaScriptFrontEnd(.tsx)
    case .swift: try SwiftFrontEnd()
    case .lua: try LuaFrontEnd()
    case .goModule: nil
    }
  }

  /// The facts of a file; nothing for a kind that was not asked for.
  func facts(of bytes: [UInt8], path: String, kind: SourceKind) -> FileFacts? {
    guard let frontEnd = frontEnds[kind], let language = kind.language else { return nil }
    var parser = Parser(frontEnd.grammar)
    let tree = parser.parse(frontEnd.prepared(bytes), timeLimit: FrontEnds.timeLimit(ofBytes: bytes.count))
    return frontEnd.lower(tree, path: path, language: language)
  }

  /// The facts of a Lua script that stands in a string of another file.
  package func facts(ofScript text: String, path: String) -> FileFacts? {
    facts(of: Array(text.utf8), path: path, kind: .lua)
  }
}
