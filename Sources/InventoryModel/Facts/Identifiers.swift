// Facts refer to each other by position in their file's arrays: small, copyable, comparable.

/// Position of an expression in `FileFacts.expressions`.
package struct ExpressionID: Sendable, Hashable { package let index: Int32 }

/// Position of a scope in `FileFacts.scopes`.
package struct ScopeID: Sendable, Hashable { package let index: Int32 }

/// Position of a symbol in `FileFacts.symbols`.
package struct SymbolID: Sendable, Hashable { package let index: Int32 }

/// Position of a function in `FileFacts.functions`.
package struct FunctionID: Sendable, Hashable { package let index: Int32 }

/// Position of a type in `FileFacts.types`.
package struct TypeID: Sendable, Hashable { package let index: Int32 }

/// Position of an import in `FileFacts.imports`.
package struct ImportID: Sendable, Hashable { package let index: Int32 }

/// Position of a guard in `FileFacts.guards`.
package struct GuardID: Sendable, Hashable { package let index: Int32 }

extension ExpressionID { package init(_ index: Int) { self.index = Int32(index) } }
extension ScopeID {
  package init(_ index: Int) { self.index = Int32(index) }
  /// The scope of the file itself.
  package static let file = ScopeID(0)
}
extension SymbolID { package init(_ index: Int) { self.index = Int32(index) } }
extension FunctionID { package init(_ index: Int) { self.index = Int32(index) } }
extension TypeID { package init(_ index: Int) { self.index = Int32(index) } }
extension ImportID { package init(_ index: Int) { self.index = Int32(index) } }
extension GuardID { package init(_ index: Int) { self.index = Int32(index) } }
