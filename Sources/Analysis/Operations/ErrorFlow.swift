import InventoryModel

/// Whether somebody handles the error of a call: a guard around it, a check of its result, or a caller.
struct ErrorFlow {
  private let shared: SharedResolver
  // Lent: a getter would copy all its arrays.
  private var resolver: Resolver { _read { yield shared.resolver } }
  /// By file of Go, as far as it was asked for: of calls whose result is bound to a name that is then compared with nil,
  /// the line of the first comparison.
  private var checks: [Int32: [NodeID: Int32]] = [:]

  private struct ScopeAndSymbol: Hashable {
    let function: FunctionID?
    let symbol: SymbolID
  }

  init(_ resolver: Resolver) { shared = SharedResolver(resolver) }

  private static func checks(in file: LoweredFile) -> [NodeID: Int32] {
    var checks: [NodeID: Int32] = [:]
    var lines: [ScopeAndSymbol: [Int32]] = [:]
    for id in file.facts.nilChecks {
      guard case .name(_, let symbol?) = file[id].kind else { continue }
      let key = ScopeAndSymbol(function: function(of: file[id].scope, in: file), symbol: symbol)
      lines[key, default: []].append(file[id].position.line)
    }
    for symbol in Set(lines.keys.map(\.symbol)) {
      for index in file.bindings(of: symbol) {
        let binding = file.bindings[index]
        let target = file[binding.target]
        let key = ScopeAndSymbol(function: function(of: target.scope, in: file), symbol: symbol)
        guard let value = binding.value, let line = lines[key]?.filter({ $0 >= target.position.line }).min() else {
          continue
        }
        note(value, checkedAt: line, in: file, depth: 0, into: &checks)
      }
    }
    return checks
  }

  /// Notes the expressions whose error is part of a value.
  private static func note(
    _ id: ExpressionID, checkedAt line: Int32, in file: LoweredFile, depth: Int, into checks: inout [NodeID: Int32]
  ) {
    guard depth < 8 else { return }
    checks[file.node(id)] = min(line, checks[file.node(id)] ?? line)
    switch file[id].kind {
    case .unpacked(let inner, _), .member(let inner, _), .cast(let inner, _):
      note(inner, checkedAt: line, in: file, depth: depth + 1, into: &checks)
    case .call(let callee, let arguments):
      note(callee, checkedAt: line, in: file, depth: depth + 1, into: &checks)
      for argument in arguments { note(argument.value, checkedAt: line, in: file, depth: depth + 1, into: &checks) }
    default: return
    }
  }

  /// How the error of the expression is handled, and where.
  mutating func handling(of id: ExpressionID, in file: LoweredFile) -> ErrorHandling {
    var visited: Set<Int32> = []
    return handling(of: id, in: file, depth: 0, visited: &visited)
  }

  private mutating func handling(
    of id: ExpressionID, in file: LoweredFile, depth: Int, visited: inout Set<Int32>
  ) -> ErrorHandling {
    if let place = localHandler(of: id, in: file) {
      return ErrorHandling(depth == 0 ? .inPlace : .byCaller, at: place)
    }
    guard depth < 8 else { return ErrorHandling(.unknown) }
    guard let function = ErrorFlow.function(of: file[id].scope, in: file) else {
      return ErrorHandling(.nowhere)
    }
    let number = file.function(function)
    guard visited.insert(number).inserted else { return ErrorHandling(.nowhere) }
    let callers = resolver.callers[number] ?? []
    var answer = ErrorHandling(.nowhere)
    for caller in callers.prefix(16) {
      let call = resolver.calls[Int(caller)]
      guard let expression = call.expression, let other = resolver.files[call.file] else { continue }
      let found = handling(of: expression, in: other, depth: depth + 1, visited: &visited)
      if found.handled == .byCaller { return found }
      if found.handled == .unknown { answer = found }
    }
    return answer
  }

  /// Whether the error is handled in the function around the expression.
  mutating func isHandledInPlace(_ id: ExpressionID, in file: LoweredFile) -> Bool {
    localHandler(of: id, in: file) != nil
  }

  private mutating func localHandler(of id: ExpressionID, in file: LoweredFile) -> SourcePlace? {
    var scope: ScopeID? = file[id].scope
    while let here = scope {
      switch file[here].kind {
      case .guarded(let guardID):
        if let handler = file[guardID].handlers.first(where: { !$0.rethrows }) {
          return SourcePlace(path: file.facts.path, position: handler.position)
        }
      case .function:
        scope = nil
        return checkedResult(of: id, in: file)
      default: break
      }
      scope = file[here].parent
    }
    return checkedResult(of: id, in: file)
  }

  /// A result bound to a name that is then compared with nil.
  private mutating func checkedResult(of id: ExpressionID, in file: LoweredFile) -> SourcePlace? {
    guard file.facts.language == .go else { return nil }
    if checks[file.number] == nil { checks[file.number] = ErrorFlow.checks(in: file) }
    return checks[file.number]?[file.node(id)].map {
      SourcePlace(path: file.facts.path, position: SourcePosition(line: Int($0), column: 1))
    }
  }

  static func function(of scope: ScopeID, in file: LoweredFile) -> FunctionID? {
    var current: ScopeID? = scope
    while let here = current {
      if case .function(let id) = file[here].kind { return id }
      current = file[here].parent
    }
    return nil
  }
}
