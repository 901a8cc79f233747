internal import FrontEnd
internal import Grammars
package import InventoryModel
package import TreeSitter

/// Reads Go.
package struct GoFrontEnd: LanguageFrontEnd {
  package let grammar: Grammar
  private let syntax: GoSyntax

  /// What lowering never looks at.
  private static let unreadTokens = [
    "(", ")", "[", "]", "{", "}", ".", ",", ";", ":", "...", "case", "chan", "const", "default", "defer", "else",
    "for", "func", "go", "if", "import", "interface", "map", "package", "range", "return", "select", "struct", "switch",
    "type", "var",
  ]

  /// Looks up the grammar's kinds and fields; one that is missing is an error.
  package init() throws(GrammarError) {
    grammar = try unsafe Grammar(name: "go", language: tree_sitter_go(), without: GoFrontEnd.unreadTokens)
    syntax = try GoSyntax(grammar)
  }

  package func lower(_ tree: SyntaxTree, path: String, language: Language) -> FileFacts {
    var lowering = GoLowering(
      syntax: syntax, builder: FactsBuilder(path: path, language: language))
    lowering.lowerFile(tree.root)
    lowering.keepComments(of: tree)
    lowering.builder.document(by: LeadingComments(tree.source, mark: "//", hasBlocks: true))
    return lowering.builder.finish(parseErrorCount: tree.errorCount, isComplete: tree.isComplete)
  }
}
