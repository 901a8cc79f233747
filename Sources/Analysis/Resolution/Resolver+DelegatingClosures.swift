import InventoryModel

/// `__getattr__` that gives back a function of its own, which hands its arguments on to a member that is
/// named at run time: `return lambda *args: getattr(self.client, name)(self.key, *args)`.
extension Resolver {
  /// A function that a delegation gives back, read by a known name, is that member of what it calls.
  mutating func readDelegatingClosure(_ function: Int32, name: String, into target: NodeID) {
    let record = functions[Int(function)]
    guard let file = files[record.file] else { return }
    let declaration = file[record.id]
    guard let rest = declaration.parameters.first(where: { $0.kind == .list })?.symbol else { return }
    let isFixed = declaration.parameters.contains { $0.kind == .plain }
    for (callee, arguments) in calls(handingOn: rest, in: declaration.scope, of: file) {
      let leading = arguments.prefix { $0.spread == .none }.map {
        ArgumentNode(label: $0.label, node: file.node($0.value), spread: .none)
      }
      // With parameters of its own, what comes first is the caller's, put in another way.
      let isDirect = leading.isEmpty || isFixed
      let member = isDirect ? target : graph.addNodes(1)
      delegatedNames[member] = name
      wait(.part(member), on: file.node(callee))
      guard !isDirect else { continue }
      let bound = CallContext(
        file: record.file, result: graph.addNodes(1),
        arguments: [ArgumentNode(label: nil, node: member, spread: .none)] + leading, isConstruction: false,
        expression: nil)
      graph.add(Value(.partial, addCall(bound)), to: target, from: -1)
    }
  }

  /// The calls within a scope that hand a list of arguments on.
  private func calls(
    handingOn rest: SymbolID, in scope: ScopeID, of file: LoweredFile
  ) -> [(callee: ExpressionID, arguments: [Argument])] {
    file.expressions.compactMap { expression in
      guard case .call(let callee, let arguments) = expression.kind,
        arguments.contains(where: { $0.spread == .list && isName($0.value, of: rest, in: file) }),
        file.facts.isWithin(expression.scope, scope)
      else { return nil }
      return (callee, arguments)
    }
  }

  private func isName(_ id: ExpressionID, of symbol: SymbolID, in file: LoweredFile) -> Bool {
    if case .name(_, symbol) = file[id].kind { true } else { false }
  }
}
