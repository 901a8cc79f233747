package import InventoryModel

/// Puts the facts of one file together: keeps the current scope, numbers what is added, and at the end
/// binds each name to the symbol that it lexically means.
package struct FactsBuilder {
  package private(set) var facts: FileFacts
  package private(set) var currentScope = ScopeID.file
  /// The declared names, numbered as `symbols` stand: one is hashed once however many scopes it is looked up in.
  private var names = NameTable(room: FactsBuilder.usualRoom)
  private var symbols: [SymbolsOfName] = []
  /// Room for as many names as a file of some size declares.
  private static let usualRoom = 256
  /// Whether names of a type's scope are invisible in the functions inside it, as in Python.
  private let hidesTypeScopes: Bool

  package init(path: String, language: Language, hidesTypeScopes: Bool = false) {
    facts = FileFacts(path: path, language: language)
    facts.scopes = [
      Scope(parent: nil, kind: .file, position: SourcePosition(line: 1, column: 1))
    ]
    self.hidesTypeScopes = hidesTypeScopes
  }

  // MARK: Scopes

  /// Opens a scope inside the current one and makes it current.
  @discardableResult
  package mutating func enter(_ kind: Scope.Kind, at position: SourcePosition) -> ScopeID {
    facts.scopes.append(Scope(parent: currentScope, kind: kind, position: position))
    currentScope = ScopeID(facts.scopes.count - 1)
    return currentScope
  }

  /// Says of a scope that it is a branch of a switch over the receiver.
  package mutating func note(_ branch: SwitchBranch, at scope: ScopeID) { facts.switchBranches[scope] = branch }

  /// Closes the current scope.
  package mutating func leave() {
    currentScope = facts[currentScope].parent ?? .file
  }

  /// Makes another scope current for as long as `body` runs.
  package mutating func inside<Result>(
    _ scope: ScopeID, _ body: (inout FactsBuilder) -> Result
  ) -> Result {
    let saved = currentScope
    currentScope = scope
    let result = body(&self)
    currentScope = saved
    return result
  }

  /// The nearest scope, from the current one outward, that is a function's or the file's: where
  /// languages without block scope declare their variables.
  package var functionScope: ScopeID {
    nearestScope { kind in
      switch kind {
      case .function, .file: true
      default: false
      }
    }
  }

  /// The nearest scope from the current one outward whose kind satisfies a condition; else the file's.
  package func nearestScope(where isWanted: (Scope.Kind) -> Bool) -> ScopeID {
    var scope = currentScope
    while !isWanted(facts[scope].kind), let parent = facts[scope].parent { scope = parent }
    return scope
  }

  // MARK: Adding

  /// Adds an expression evaluated in the current scope.
  @discardableResult
  package mutating func add(_ kind: Expression.Kind, at position: SourcePosition) -> ExpressionID {
    facts.expressions.append(Expression(kind: kind, position: position, scope: currentScope))
    return ExpressionID(facts.expressions.count - 1)
  }

  /// Declares a name, or adds a definition to one already declared in that scope.
  @discardableResult
  package mutating func declare(
    _ name: String, _ definition: Symbol.Definition, in scope: ScopeID? = nil
  ) -> SymbolID {
    let scope = scope ?? currentScope
    let number = number(of: name)
    if let known = symbols[number][scope] {
      let index = Int(known.index)
      if !facts.symbols[index].definitions.contains(definition) {
        facts.symbols[index].definitions.append(definition)
      }
      return known
    }
    let id = SymbolID(facts.symbols.count)
    facts.symbols.append(Symbol(name: name, scope: scope, definitions: [definition]))
    symbols[number][scope] = id
    return id
  }

  private mutating func number(of name: String) -> Int {
    let number = Int(names.number(name))
    if number == symbols.count { symbols.append(SymbolsOfName()) }
    return number
  }

  /// Makes a name of one scope mean a symbol of another: Python's `global` and `nonlocal`.
  package mutating func alias(_ name: String, in scope: ScopeID, to symbol: SymbolID) {
    symbols[number(of: name)][scope] = symbol
  }

  /// The symbol that a name means when looked up from a scope, as declared so far.
  package func lookUp(_ name: String, from scope: ScopeID) -> SymbolID? {
    guard let number = names.existing(name).map({ Int($0) }) else { return nil }
    var current: ScopeID? = scope
    var crossedFunction = false
    while let here = current {
      let kind = facts[here].kind
      var isHidden = false
      if hidesTypeScopes, crossedFunction, case .type = kind { isHidden = true }
      if !isHidden, let found = symbols[number][here] { return found }
      if case .function = kind { crossedFunction = true }
      current = facts[here].parent
    }
    return nil
  }

  /// Binds a target expression to a value, in the current scope.
  package mutating func bind(
    _ target: ExpressionID, to value: ExpressionID?, annotation: TypeReference? = nil
  ) {
    facts.bindings.append(
      Binding(target: target, value: value, annotation: annotation, scope: currentScope))
  }

  /// Reserves a function, so that its scope can name it before its body is lowered.
  package mutating func reserveFunction(_ name: String, at position: SourcePosition) -> FunctionID {
    facts.functions.append(
      FunctionDeclaration(name: name, scope: currentScope, position: position))
    return FunctionID(facts.functions.count - 1)
  }

  package mutating func update(
    _ id: FunctionID, _ change: (inout FunctionDeclaration) -> Void
  ) {
    change(&facts.functions[Int(id.index)])
  }

  /// Reserves a type, so that its scope can name it before its members are lowered.
  package mutating func reserveType(
    _ name: String, _ kind: TypeDeclaration.Kind, at position: SourcePosition
  ) -> TypeID {
    facts.types.append(
      TypeDeclaration(
        name: name, kind: kind, scope: currentScope, memberScope: currentScope, position: position))
    return TypeID(facts.types.count - 1)
  }

  package mutating func update(_ id: TypeID, _ change: (inout TypeDeclaration) -> Void) {
    change(&facts.types[Int(id.index)])
  }

  package mutating func add(_ declaration: Import) -> ImportID {
    facts.imports.append(declaration)
    return ImportID(facts.imports.count - 1)
  }

  package mutating func reserveGuard(at position: SourcePosition) -> GuardID {
    facts.guards.append(Guard(position: position, handlers: []))
    return GuardID(facts.guards.count - 1)
  }

  package mutating func addHandler(_ handler: Guard.Handler, to id: GuardID) {
    facts.guards[Int(id.index)].handlers.append(handler)
  }

  package mutating func add(_ export: Export) { facts.exports.append(export) }
  package mutating func add(_ comment: Comment) { facts.comments.append(comment) }
  package mutating func noteDiscarded(_ call: ExpressionID) { facts.discarded.append(call) }
  package mutating func noteNilCheck(_ name: ExpressionID) { facts.nilChecks.append(name) }
  package mutating func setPackageName(_ name: String) { facts.packageName = name }
  /// Gives functions with a name and types the comments that stand above them.
  package mutating func document(by comments: LeadingComments) {
    for index in facts.functions.indices where !facts.functions[index].name.isEmpty {
      facts.functions[index].documentation = comments.text(above: Int(facts.functions[index].position.line))
    }
    for index in facts.types.indices where !facts.types[index].name.isEmpty {
      facts.types[index].documentation = comments.text(above: Int(facts.types[index].position.line))
    }
  }

  package mutating func setDocumentation(_ text: String) { facts.documentation = text }

  // MARK: Finishing

  /// The facts, with every name bound to the symbol that it means.
  package mutating func finish(parseErrorCount: Int, isComplete: Bool) -> FileFacts {
    for index in facts.expressions.indices {
      guard case .name(let name, nil) = facts.expressions[index].kind else { continue }
      let scope = facts.expressions[index].scope
      guard let symbol = lookUp(name, from: scope) else { continue }
      facts.expressions[index] = Expression(
        kind: .name(name, symbol), position: facts.expressions[index].position, scope: scope)
    }
    facts.parseErrorCount = parseErrorCount
    facts.isComplete = isComplete
    return facts
  }
}
