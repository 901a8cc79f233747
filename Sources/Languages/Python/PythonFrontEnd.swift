import FrontEnd
import Grammars
package import InventoryModel
package import TreeSitter

/// Reads Python.
package struct PythonFrontEnd: LanguageFrontEnd {
  package let grammar: Grammar
  private let names: PythonGrammar

  /// What lowering never looks at.
  private static let unreadTokens = [
    "(", ")", "[", "]", "{", "}", ".", ":", "->", "@", "as", "assert", "class", "def", "elif", "else", "except",
    "finally", "for", "if", "import", "in", "is", "lambda", "not", "raise", "return", "try", "while", "with",
  ]

  package init() throws(GrammarError) {
    grammar = try unsafe Grammar(name: "python", language: tree_sitter_python(), without: PythonFrontEnd.unreadTokens)
    names = try PythonGrammar(grammar)
  }

  package func lower(_ tree: SyntaxTree, path: String, language: Language) -> FileFacts {
    var lowering = PythonLowering(
      grammar: names, builder: FactsBuilder(path: path, language: language, hidesTypeScopes: true))
    lowering.module(tree.root)
    lowering.comments(of: tree)
    return lowering.builder.finish(parseErrorCount: tree.errorCount, isComplete: tree.isComplete)
  }
}
