/// Why a grammar cannot be used: it does not fit the tree-sitter library, or lacks a name that a front end needs.
package struct GrammarError: Error, Hashable, CustomStringConvertible {
  /// What is wrong.
  package enum Problem: Hashable, Sendable {
    /// The grammar's version of the tree-sitter interface is not one we know.
    case unsupportedVersion(Int)
    /// No node can have this kind.
    case unknownKind(String, named: Bool)
    /// There is no field of this name.
    case unknownField(String)
  }

  /// The grammar's name.
  package let grammar: String

  /// What is wrong with it.
  package let problem: Problem

  package var description: String {
    switch problem {
    case .unsupportedVersion(let version):
      "grammar '\(grammar)': version \(version) of the tree-sitter interface is not supported (13 and 14 are)"
    case .unknownKind(let kind, let named):
      "grammar '\(grammar)': no \(named ? "node" : "token") of kind '\(kind)'"
    case .unknownField(let field):
      "grammar '\(grammar)': no field '\(field)'"
    }
  }
}
