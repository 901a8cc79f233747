/// What a front end found in one file, in language-neutral words; knows nothing of Redis.
package struct FileFacts: Sendable {
  package var path: String
  package var language: Language
  /// The package clause's name in Go; nil elsewhere.
  package var packageName: String?
  package var imports: [Import] = []
  package var scopes: [Scope] = []
  package var symbols: [Symbol] = []
  package var expressions: [Expression] = []
  package var bindings: [Binding] = []
  package var functions: [FunctionDeclaration] = []
  package var types: [TypeDeclaration] = []
  package var guards: [Guard] = []
  package var exports: [Export] = []
  package var comments: [Comment] = []
  /// Calls whose value nobody uses: expression statements.
  package var discarded: [ExpressionID] = []
  /// Names compared with nil in a condition: how Go looks at an error.
  package var nilChecks: [ExpressionID] = []
  /// Branches of switches over the receiver: what its case is there.
  package var switchBranches: [ScopeID: SwitchBranch] = [:]
  /// Text of the first docstring or documentation comment of the file.
  package var documentation: String?
  /// Error nodes of the parse.
  package var parseErrorCount = 0
  /// Whether the parse ran to its end within its time.
  package var isComplete = true

  package init(path: String, language: Language) {
    self.path = path
    self.language = language
  }

  package subscript(_ id: ExpressionID) -> Expression { expressions[Int(id.index)] }
  package subscript(_ id: ScopeID) -> Scope { scopes[Int(id.index)] }
  package subscript(_ id: SymbolID) -> Symbol { symbols[Int(id.index)] }
  package subscript(_ id: FunctionID) -> FunctionDeclaration { functions[Int(id.index)] }
  package subscript(_ id: TypeID) -> TypeDeclaration { types[Int(id.index)] }
  package subscript(_ id: ImportID) -> Import { imports[Int(id.index)] }
  package subscript(_ id: GuardID) -> Guard { guards[Int(id.index)] }

  /// Whether a scope is another, or lies in it.
  package func isWithin(_ inner: ScopeID, _ outer: ScopeID) -> Bool {
    var scope: ScopeID? = inner
    while let current = scope {
      if current == outer { return true }
      scope = self[current].parent
    }
    return false
  }
}
