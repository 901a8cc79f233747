import FrontEnd
import InventoryModel
import TreeSitter

extension JavaScriptLowering {
  /// A call whose callee is lowered already; it stands where its callee's name stands. A template after a
  /// tag is its argument.
  mutating func call(of callee: ExpressionID, _ node: SyntaxNode) -> ExpressionID {
    let place = builder.facts[callee].position
    let arguments = node.child(field: grammar.arguments).map { self.arguments($0) } ?? []
    let value = builder.add(.call(callee, arguments), at: place)
    noteResolution(callee, arguments)
    noteEffects(of: callee, arguments)
    // What is asked for with one type argument is mostly of that type: `container.get<Store>(token)`.
    guard let types = node.child(field: grammar.typeArguments).map({ parts($0) }), types.count == 1,
      let type = type(types[0])
    else { return value }
    return builder.add(.cast(value, type), at: place)
  }

  mutating func arguments(_ node: SyntaxNode) -> [Argument] {
    guard kind(node) == .arguments else { return [Argument(value: expression(node))] }
    var arguments: [Argument] = []
    for part in node.parts {
      if kind(part) == .spread, let inner = part.parts.first {
        arguments.append(Argument(value: expression(inner), spread: .list))
      } else {
        arguments.append(Argument(value: expression(part)))
      }
    }
    return arguments
  }

  /// `new Callee(…)`; type arguments say what it is, as in `new Map<string, Store>()`.
  mutating func construction(_ node: SyntaxNode) -> ExpressionID {
    guard let constructor = node.child(field: grammar.constructor) else { return other(node) }
    let start = position(node)
    let callee = expression(constructor)
    let place =
      kind(constructor) == .identifier || kind(constructor) == .member ? builder.facts[callee].position : start
    let list = node.child(field: grammar.arguments)
    let executor = constructor.textEquals("Promise") ? list.flatMap { executorName($0) } : nil
    if let executor { executors.append((executor, [])) }
    let arguments = list.map { self.arguments($0) } ?? []
    let resolutions = executor == nil ? [] : executors.removeLast().values
    var value = builder.add(.construct(callee, arguments), at: place)
    if !resolutions.isEmpty { value = builder.add(.either([value] + resolutions), at: place) }
    guard let types = node.child(field: grammar.typeArguments), let path = path(of: callee) else { return value }
    return builder.add(.cast(value, .named(path, arguments: self.types(in: types))), at: place)
  }

  /// The name that resolves the promise whose executor is the first argument.
  private func executorName(_ arguments: SyntaxNode) -> String? {
    guard let function = arguments.parts.first,
      kind(function) == .arrowFunction || kind(function) == .functionExpression
    else { return nil }
    if let parameter = function.child(field: grammar.parameter) { return parameter.text }
    guard let parameters = function.child(field: grammar.parameters), let first = parameters.parts.first else {
      return nil
    }
    return (first.child(field: grammar.pattern) ?? first).text
  }

  /// What a promise is resolved with is what it gives.
  private mutating func noteResolution(_ callee: ExpressionID, _ arguments: [Argument]) {
    guard case .name(let name, _) = builder.facts[callee].kind, let value = arguments.first?.value,
      let index = executors.lastIndex(where: { $0.name == name })
    else { return }
    executors[index].values.append(value)
  }

  // MARK: Rejections

  /// The guard that `.catch(…)` and `.then(…, …)` put around what they are called on.
  mutating func promiseGuard(_ node: SyntaxNode) -> GuardID? {
    guard kind(node) == .call, let callee = node.child(field: grammar.function), kind(callee) == .member,
      let name = callee.child(field: grammar.property), rejectionHandler(of: node, named: name) != nil
    else { return nil }
    let guardian = builder.reserveGuard(at: position(node))
    builder.enter(.guarded(guardian), at: position(node))
    return guardian
  }

  private func rejectionHandler(of call: SyntaxNode, named name: SyntaxNode) -> SyntaxNode? {
    let index: Int
    if name.textEquals("catch") { index = 0 } else if name.textEquals("then") { index = 1 } else { return nil }
    guard let arguments = call.child(field: grammar.arguments) else { return nil }
    return parts(arguments).dropFirst(index).first
  }

  mutating func addRejectionHandler(of call: SyntaxNode, to guardian: GuardID) {
    guard let name = call.child(field: grammar.function)?.child(field: grammar.property),
      let handler = rejectionHandler(of: call, named: name)
    else { return }
    let body = handler.child(field: grammar.body)
    builder.addHandler(
      .init(catches: [], position: position(handler), rethrows: body.map { throwsAgain($0) } ?? false), to: guardian)
  }

  /// Whether a block ends in a throw whatever happens in it.
  func throwsAgain(_ block: SyntaxNode) -> Bool {
    kind(block) == .block && parts(block).contains { kind($0) == .throwStatement }
  }
}
