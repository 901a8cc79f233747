import InventoryModel
import Knowledge

/// A lowered file and where its nodes begin; shared, because it is handed around everywhere.
///
/// What is read most often of its facts is held apart: a read of one list then does not copy them all.
final class LoweredFile: Sendable {
  let facts: FileFacts
  let expressions: [Expression]
  let bindings: [Binding]
  private let functions: [FunctionDeclaration]
  private let scopes: [Scope]
  let number: Int32
  let firstExpression: NodeID
  let firstSymbol: NodeID
  let firstFunction: Int32
  let firstType: Int32
  let fileSymbols: [String: SymbolID]
  /// Names declared in inner scopes.
  let innerSymbols: ScopedSymbols
  let wildcards: [ImportID]
  private let bindingsOfSymbol: Groups
  /// Strings that call the engine of Lua.
  let scripts: [ExpressionID]
  /// Calls whose value nobody uses.
  let discarded: Set<ExpressionID>
  /// The files of the project that it imports.
  let importedFiles: [Int32]
  /// What is told of names of its language.
  let names: LanguageNames
  /// What each import means inside the project.
  private let targets: [SourceTree.Target?]
  /// Of each import, whether it is of a client library.
  private let clientImports: [Bool]

  init(
    facts: FileFacts, targets: [SourceTree.Target?], clientImports: [Bool],
    names: LanguageNames, number: Int32,
    firstExpression: NodeID, firstSymbol: NodeID, firstFunction: Int32, firstType: Int32
  ) {
    self.facts = facts
    expressions = facts.expressions
    bindings = facts.bindings
    functions = facts.functions
    scopes = facts.scopes
    self.targets = targets
    self.clientImports = clientImports
    self.names = names
    importedFiles = targets.compactMap { if case .file(let other)? = $0 { other } else { nil } }
    self.number = number
    self.firstExpression = firstExpression
    self.firstSymbol = firstSymbol
    self.firstFunction = firstFunction
    self.firstType = firstType
    var fileSymbols: [String: SymbolID] = [:]
    fileSymbols.reserveCapacity(facts.symbols.count { $0.scope == .file })
    for index in facts.symbols.indices where facts.symbols[index].scope == .file {
      fileSymbols[facts.symbols[index].name] = SymbolID(index)
    }
    self.fileSymbols = fileSymbols
    innerSymbols = ScopedSymbols(facts.symbols, scopeCount: facts.scopes.count)
    wildcards = facts.imports.indices.filter { facts.imports[$0].isWildcard }.map { ImportID($0) }
    bindingsOfSymbol = Groups(
      facts.bindings.map { binding in
        guard case .name(_, let symbol?) = facts.expressions[Int(binding.target.index)].kind else { return -1 }
        return symbol.index
      }, count: facts.symbols.count)
    discarded = Set(facts.discarded)
    scripts = facts.expressions.indices.filter { index in
      guard case .string(let template) = facts.expressions[index].kind else { return false }
      return ScriptFinder.isMarked(template)
    }.map { ExpressionID($0) }
  }

  subscript(_ id: ExpressionID) -> Expression { expressions[Int(id.index)] }
  subscript(_ id: FunctionID) -> FunctionDeclaration { functions[Int(id.index)] }
  subscript(_ id: ScopeID) -> Scope { scopes[Int(id.index)] }
  subscript(_ id: SymbolID) -> Symbol { facts[id] }
  subscript(_ id: TypeID) -> TypeDeclaration { facts[id] }
  subscript(_ id: ImportID) -> Import { facts[id] }
  subscript(_ id: GuardID) -> Guard { facts[id] }

  var conventions: LanguageConventions { names.conventions }

  var importsClient: Bool { clientImports.contains(true) }

  /// Whether an import is of a client library.
  func isOfClient(_ id: ImportID) -> Bool { clientImports[Int(id.index)] }

  func target(_ id: ImportID) -> SourceTree.Target? { targets[Int(id.index)] }

  /// Positions of the bindings whose target is a symbol.
  func bindings(of symbol: SymbolID) -> ArraySlice<Int> { bindingsOfSymbol[symbol.index] }

  /// The one value that a name is ever given, where it is given one.
  func onlyValue(of id: ExpressionID) -> ExpressionID? {
    guard case .name(_, let symbol?) = self[id].kind, let only = bindings(of: symbol).first,
      bindings(of: symbol).count == 1
    else { return nil }
    return bindings[only].value
  }

  /// What a call or construction calls; nil for any other expression.
  func callee(of id: ExpressionID) -> ExpressionID? {
    switch expressions[Int(id.index)].kind {
    case .call(let callee, _), .construct(let callee, _): callee
    default: nil
    }
  }

  func node(_ id: ExpressionID) -> NodeID { firstExpression + id.index }
  func node(_ id: SymbolID) -> NodeID { firstSymbol + id.index }
  func function(_ id: FunctionID) -> Int32 { firstFunction + id.index }
  func type(_ id: TypeID) -> Int32 { firstType + id.index }
}
