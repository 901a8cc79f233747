import FrontEnd
import Grammars
package import InventoryModel
package import TreeSitter

/// Reads JavaScript with JSX, TypeScript and TSX: three grammars, one lowering.
package struct JavaScriptFrontEnd: LanguageFrontEnd {
  /// Which of the grammars a file needs.
  package enum Dialect: Sendable, CaseIterable {
    case javascript, typescript, tsx
  }

  package let grammar: Grammar
  private let names: JavaScriptGrammar

  /// What lowering never looks at.
  private static let unreadTokens = [
    "(", ")", "[", "]", "{", "}", ".", ";", "=>", "else", "from", "if", "import", "new", "return",
  ]

  package init(_ dialect: Dialect) throws(GrammarError) {
    let (name, language) =
      switch dialect {
      case .javascript: unsafe ("javascript", tree_sitter_javascript())
      case .typescript: unsafe ("typescript", tree_sitter_typescript())
      case .tsx: unsafe ("tsx", tree_sitter_tsx())
      }
    grammar = try unsafe Grammar(name: name, language: language, without: JavaScriptFrontEnd.unreadTokens)
    names = try JavaScriptGrammar(grammar, dialect)
  }

  package func lower(_ tree: SyntaxTree, path: String, language: Language) -> FileFacts {
    var lowering = JavaScriptLowering(grammar: names, builder: FactsBuilder(path: path, language: language))
    lowering.statements(in: tree.root)
    lowering.comments(of: tree)
    lowering.builder.document(by: LeadingComments(tree.source, mark: "//", hasBlocks: true))
    return lowering.builder.finish(parseErrorCount: tree.errorCount, isComplete: tree.isComplete)
  }
}
