import FrontEnd
import Grammars
package import InventoryModel
package import TreeSitter

/// Reads Python.
package struct PythonFrontEnd: LanguageFrontEnd {
  package let grammar: Grammar
  private let names: PythonGrammar

  package init() throws(GrammarError) {
    grammar = try unsafe Grammar(name: "python", language: tree_sitter_python())
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
