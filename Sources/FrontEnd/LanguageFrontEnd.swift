package import InventoryModel
package import TreeSitter

/// Reads one language: its grammar, and how its syntax is put into the common words.
package protocol LanguageFrontEnd: Sendable {
  var grammar: Grammar { get }

  /// The source as it is parsed: of the same length, with what the grammar misreads blanked.
  func prepared(_ source: [UInt8]) -> [UInt8]

  /// Lowers a whole file; never fails: what is not understood becomes `Expression.Kind.other`.
  func lower(_ tree: SyntaxTree, path: String, language: Language) -> FileFacts
}

extension LanguageFrontEnd {
  package func prepared(_ source: [UInt8]) -> [UInt8] { source }
}
