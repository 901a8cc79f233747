import Grammars
import TreeSitter

/// The grammars that set-up lays out.
enum Sample: String, CaseIterable, Sendable {
  case python, go, javascript, typescript, tsx, swift, lua

  func grammar(without tokens: [String] = []) throws -> Grammar {
    let language =
      switch self {
      case .python: unsafe tree_sitter_python()
      case .go: unsafe tree_sitter_go()
      case .javascript: unsafe tree_sitter_javascript()
      case .typescript: unsafe tree_sitter_typescript()
      case .tsx: unsafe tree_sitter_tsx()
      case .swift: unsafe tree_sitter_swift()
      case .lua: unsafe tree_sitter_lua()
      }
    return try unsafe Grammar(name: rawValue, language: language, without: tokens)
  }

  func parse(_ source: String, timeLimit: Duration = .seconds(10)) throws -> SyntaxTree {
    try parse(Array(source.utf8), timeLimit: timeLimit)
  }

  func parse(_ source: [UInt8], timeLimit: Duration = .seconds(10)) throws -> SyntaxTree {
    var parser = Parser(try grammar())
    return parser.parse(source, timeLimit: timeLimit)
  }
}
