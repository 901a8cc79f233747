internal import CTreeSitter

/// A tree-sitter language whose kinds and fields are looked up by name once, before any file is read.
@safe
package struct Grammar: @unchecked Sendable {
  /// The name that messages use.
  package let name: String

  let language: OpaquePointer

  /// By kind, whether trees hold no nodes of it.
  private(set) var isLeftOut: [Bool] = []

  /// Takes what `tree_sitter_<name>()` returns; a grammar made for another tree-sitter is refused.
  ///
  /// - Parameter tokens: Keywords and punctuation that nobody looks at; trees are made without them. They must be no
  ///   nodes with children.
  package init(name: String, language: OpaquePointer, without tokens: [String] = []) throws(GrammarError) {
    let version = unsafe ts_language_version(language)
    guard (13...14).contains(version) else {
      throw GrammarError(grammar: name, problem: .unsupportedVersion(Int(version)))
    }
    self.name = name
    unsafe self.language = language
    for token in tokens {
      let kind = Int(try kind(token, named: false))
      isLeftOut += Array(repeating: false, count: max(0, kind + 1 - isLeftOut.count))
      isLeftOut[kind] = true
    }
  }

  /// The id of a node kind; a kind that no node can have, such as a supertype, counts as missing.
  package func kind(_ name: String, named: Bool = true) throws(GrammarError) -> UInt16 {
    let symbol = unsafe ts_language_symbol_for_name(language, name, UInt32(name.utf8.count), named)
    if name == "ERROR" && named { return symbol }
    guard symbol != 0, symbol != Grammar.errorKind,
      unsafe ts_language_symbol_type(language, symbol) != TSSymbolTypeAuxiliary
    else {
      throw GrammarError(grammar: self.name, problem: .unknownKind(name, named: named))
    }
    return symbol
  }

  /// The id of a field.
  package func field(_ name: String) throws(GrammarError) -> UInt16 {
    let field = unsafe ts_language_field_id_for_name(language, name, UInt32(name.utf8.count))
    guard field != 0 else { throw GrammarError(grammar: self.name, problem: .unknownField(name)) }
    return field
  }

  /// The name of a kind, for messages and dumps.
  package func kindName(_ id: UInt16) -> String {
    let count = unsafe ts_language_symbol_count(language)
    guard id == Grammar.errorKind || UInt32(id) < count,
      let name = unsafe ts_language_symbol_name(language, id)
    else { return "kind \(id)" }
    return unsafe String(cString: name)
  }

  /// The name of a field, or nothing for 0 and unknown ids.
  package func fieldName(_ id: UInt16) -> String? {
    guard id != 0, let name = unsafe ts_language_field_name_for_id(language, id) else { return nil }
    return unsafe String(cString: name)
  }

  /// The kind of nodes that hold what could not be parsed.
  package static var errorKind: UInt16 { .max }
}
