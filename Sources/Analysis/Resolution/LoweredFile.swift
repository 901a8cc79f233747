import InventoryModel

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
  let wildcards: [ImportID]
  /// Names declared in inner scopes.
  let symbolsInScope: [ScopeID: [String: SymbolID]]
  /// The bindings whose target is a symbol.
  let bindingsOfSymbol: [SymbolID: [Int]]
  /// Strings that call the engine of Lua.
  let scripts: [ExpressionID]
  /// Calls whose value nobody uses.
  let discarded: Set<ExpressionID>
  /// The files of the project that it imports.
  let importedFiles: [Int32]
  /// What each import means inside the project.
  private let targets: [SourceTree.Target?]

  init(
    facts: FileFacts, targets: [SourceTree.Target?], number: Int32, firstExpression: NodeID, firstSymbol: NodeID,
    firstFunction: Int32, firstType: Int32
  ) {
    self.facts = facts
    expressions = facts.expressions
    bindings = facts.bindings
    functions = facts.functions
    scopes = facts.scopes
    self.targets = targets
    importedFiles = targets.compactMap { if case .file(let other)? = $0 { other } else { nil } }
    self.number = number
    self.firstExpression = firstExpression
    self.firstSymbol = firstSymbol
    self.firstFunction = firstFunction
    self.firstType = firstType
    var outer: [String: SymbolID] = [:]
    var inner: [ScopeID: [String: SymbolID]] = [:]
    for (index, symbol) in facts.symbols.enumerated() {
      if symbol.scope == .file {
        outer[symbol.name] = SymbolID(index)
      } else {
        inner[symbol.scope, default: [:]][symbol.name] = SymbolID(index)
      }
    }
    fileSymbols = outer
    symbolsInScope = inner
    wildcards = facts.imports.indices.filter { facts.imports[$0].isWildcard }.map { ImportID($0) }
    var ofSymbol: [SymbolID: [Int]] = [:]
    for (index, binding) in facts.bindings.enumerated() {
      if case .name(_, let symbol?) = facts[binding.target].kind {
        ofSymbol[symbol, default: []].append(index)
      }
    }
    bindingsOfSymbol = ofSymbol
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

  func target(_ id: ImportID) -> SourceTree.Target? { targets[Int(id.index)] }

  /// The one value that a name is ever given, where it is given one.
  func onlyValue(of id: ExpressionID) -> ExpressionID? {
    guard case .name(_, let symbol?) = self[id].kind, let indices = bindingsOfSymbol[symbol], indices.count == 1
    else { return nil }
    return bindings[indices[0]].value
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
