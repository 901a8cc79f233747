import InventoryModel

/// Whether somebody handles the error of a call: a guard around it, a check of its result, or a caller.
struct ErrorFlow {
  let resolver: Resolver
  private let checksOfFile: [Int32: [ScopeAndSymbol: Int32]]
  /// Bindings of names that are compared with nil.
  private let checkedBindings: [Int32: [Int]]

  private struct ScopeAndSymbol: Hashable {
    let function: FunctionID?
    let symbol: SymbolID
  }

  init(_ resolver: Resolver) {
    self.resolver = resolver
    var checks: [Int32: [ScopeAndSymbol: Int32]] = [:]
    for number in resolver.order {
      guard let file = resolver.files[number] else { continue }
      for id in file.facts.nilChecks {
        guard case .name(_, let symbol?) = file.facts[id].kind else { continue }
        let key = ScopeAndSymbol(
          function: ErrorFlow.function(of: file.facts[id].scope, in: file), symbol: symbol)
        checks[number, default: [:]][key] = file.facts[id].position.line
      }
    }
    checksOfFile = checks
    var bindings: [Int32: [Int]] = [:]
    for (number, checked) in checks {
      guard let file = resolver.files[number] else { continue }
      bindings[number] = Set(checked.keys.map(\.symbol)).flatMap { file.bindingsOfSymbol[$0] ?? [] }
        .sorted()
    }
    checkedBindings = bindings
  }

  /// How the error of the expression is handled, and where.
  func handling(of id: ExpressionID, in file: LoweredFile) -> ErrorHandling {
    var visited: Set<Int32> = []
    return handling(of: id, in: file, depth: 0, visited: &visited)
  }

  private func handling(
    of id: ExpressionID, in file: LoweredFile, depth: Int, visited: inout Set<Int32>
  ) -> ErrorHandling {
    if let place = localHandler(of: id, in: file) {
      return ErrorHandling(depth == 0 ? .inPlace : .byCaller, at: place)
    }
    guard depth < 8 else { return ErrorHandling(.unknown) }
    guard let function = ErrorFlow.function(of: file.facts[id].scope, in: file) else {
      return ErrorHandling(.nowhere)
    }
    let number = file.function(function)
    guard visited.insert(number).inserted else { return ErrorHandling(.nowhere) }
    let callers = resolver.callers[number] ?? []
    var answer = ErrorHandling(callers.isEmpty ? .nowhere : .nowhere)
    for caller in callers.prefix(16) {
      let call = resolver.calls[Int(caller)]
      guard let expression = call.expression, let other = resolver.files[call.file] else { continue }
      let found = handling(of: expression, in: other, depth: depth + 1, visited: &visited)
      if found.handled == .byCaller { return found }
      if found.handled == .unknown { answer = found }
    }
    return answer
  }

  private func localHandler(of id: ExpressionID, in file: LoweredFile) -> SourcePlace? {
    var scope: ScopeID? = file.facts[id].scope
    while let here = scope {
      switch file.facts[here].kind {
      case .guarded(let guardID):
        if let handler = file.facts[guardID].handlers.first(where: { !$0.rethrows }) {
          return SourcePlace(path: file.facts.path, position: handler.position)
        }
      case .function:
        scope = nil
        return checkedResult(of: id, in: file)
      default: break
      }
      scope = file.facts[here].parent
    }
    return checkedResult(of: id, in: file)
  }

  /// A result bound to a name that is then compared with nil.
  private func checkedResult(of id: ExpressionID, in file: LoweredFile) -> SourcePlace? {
    guard file.facts.language == .go, let checks = checksOfFile[file.number] else { return nil }
    let function = ErrorFlow.function(of: file.facts[id].scope, in: file)
    let line = file.facts[id].position.line
    for index in checkedBindings[file.number] ?? [] {
      let binding = file.facts.bindings[index]
      guard let value = binding.value, case .name(_, let symbol?) = file.facts[binding.target].kind,
        file.facts[binding.target].position.line <= line,
        let checked = checks[ScopeAndSymbol(function: function, symbol: symbol)],
        checked >= file.facts[binding.target].position.line,
        mentions(id, in: value, of: file, depth: 0)
      else { continue }
      return SourcePlace(
        path: file.facts.path, position: SourcePosition(line: Int(checked), column: 1))
    }
    return nil
  }

  private func mentions(_ id: ExpressionID, in root: ExpressionID, of file: LoweredFile, depth: Int) -> Bool {
    if id == root { return true }
    guard depth < 8 else { return false }
    switch file.facts[root].kind {
    case .unpacked(let inner, _), .member(let inner, _), .cast(let inner, _):
      return mentions(id, in: inner, of: file, depth: depth + 1)
    case .call(let callee, let arguments):
      return mentions(id, in: callee, of: file, depth: depth + 1)
        || arguments.contains { mentions(id, in: $0.value, of: file, depth: depth + 1) }
    default: return false
    }
  }

  static func function(of scope: ScopeID, in file: LoweredFile) -> FunctionID? {
    var current: ScopeID? = scope
    while let here = current {
      if case .function(let id) = file.facts[here].kind { return id }
      current = file.facts[here].parent
    }
    return nil
  }
}
