import FrontEnd
import Grammars
package import InventoryModel
package import TreeSitter

/// Reads Lua, files as well as programs that stand in strings of other languages.
///
/// Lua counts from 1 and the common words from 0: a literal number that indexes is lowered one less.
package struct LuaFrontEnd: LanguageFrontEnd {
  package let grammar: Grammar
  private let kinds: LuaKinds

  package init() throws(GrammarError) {
    grammar = try unsafe Grammar(name: "lua", language: tree_sitter_lua())
    kinds = try LuaKinds(grammar)
  }

  package func lower(_ tree: SyntaxTree, path: String, language: Language) -> FileFacts {
    var lowering = LuaLowering(
      kinds: kinds, positions: LuaPositions(tree.source), builder: FactsBuilder(path: path, language: language))
    lowering.statements(of: tree.root)
    lowering.comments(of: tree)
    lowering.builder.document(by: LeadingComments(tree.source, mark: "--", hasBlocks: false))
    return lowering.builder.finish(parseErrorCount: tree.errorCount, isComplete: tree.isComplete)
  }
}
