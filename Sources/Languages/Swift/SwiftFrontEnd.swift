import FrontEnd
import Grammars
package import InventoryModel
package import TreeSitter

/// Reads Swift.
package struct SwiftFrontEnd: LanguageFrontEnd {
  package let grammar: Grammar
  private let kinds: SwiftKinds
  private let fields: SwiftFields

  /// Looks up every kind and field that the lowering names.
  package init() throws(GrammarError) {
    grammar = try unsafe Grammar(name: "swift", language: tree_sitter_swift())
    kinds = try SwiftKinds(grammar)
    fields = try SwiftFields(grammar)
  }

  package func prepared(_ source: [UInt8]) -> [UInt8] {
    SwiftDirectives.blanked(in: SwiftSource.withoutTryBeforeAwait(source))
  }

  package func lower(_ tree: SyntaxTree, path: String, language: Language) -> FileFacts {
    var lowering = SwiftLowering(
      builder: FactsBuilder(path: path, language: language), kinds: kinds, fields: fields)
    lowering.lowerComments(of: tree)
    lowering.lowerList(tree.root)
    lowering.declareQualifiers(in: tree)
    lowering.builder.document(by: LeadingComments(tree.source, mark: "//", hasBlocks: true))
    return lowering.builder.finish(parseErrorCount: tree.errorCount, isComplete: tree.isComplete)
  }
}
