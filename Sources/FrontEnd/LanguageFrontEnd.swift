package import InventoryModel
package import TreeSitter

/// Reads one language: its grammar, and how its syntax is put into the common words.
package protocol LanguageFrontEnd: Sendable {
  var grammar: Grammar { get }

  /// Lowers a whole file; never fails: what is not understood becomes `Expression.Kind.other`.
  func lower(_ tree: SyntaxTree, path: String, language: Language) -> FileFacts
}
