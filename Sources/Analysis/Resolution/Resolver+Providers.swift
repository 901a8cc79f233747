import InventoryModel

/// Containers of dependencies, which hand out by a token what a provider makes: `{provide: TOKEN, useFactory: …}` and
/// `@Inject(TOKEN)`.
extension Resolver {
  /// Notes an object that is a provider.
  mutating func noteProvider(_ entries: [MapEntry], in file: LoweredFile) {
    func value(_ name: String) -> ExpressionID? {
      entries.first { entry in entry.key.map { literalText(file[$0]) == name } ?? false }?.value
    }
    guard let token = value("provide") else { return }
    if let made = value("useValue") { provisions.append((file.node(token), file.node(made))) }
    if let other = value("useExisting") {
      provisions.append((file.node(token), injection(of: other, in: file)))
    }
    for (name, isConstruction) in [("useFactory", false), ("useClass", true)] {
      guard let maker = value(name) else { continue }
      var arguments: [ArgumentNode] = []
      if let list = value("inject"), case .list(let tokens) = file[list].kind {
        arguments = tokens.map { ArgumentNode(label: nil, node: injection(of: $0, in: file), spread: .none) }
      }
      let made = graph.addNodes(1)
      let number = addCall(
        CallContext(
          file: file.number, result: made, arguments: arguments, isConstruction: isConstruction, expression: nil))
      wait(.call(number), on: file.node(maker))
      provisions.append((file.node(token), made))
    }
  }

  /// Notes `container.bind(TOKEN).toConstantValue(value)`, and `container.get(TOKEN)`.
  mutating func noteBinding(_ number: Int32, callee: ExpressionID, in file: LoweredFile) {
    guard file.facts.language.family == .javascript, case .member(let base, let name) = file[callee].kind,
      calls[Int(number)].arguments.count == 1
    else { return }
    let call = calls[Int(number)]
    switch name {
    case "toConstantValue", "toDynamicValue":
      guard case .call(let bind, let tokens) = file[base].kind, let token = tokens.first,
        case .member(_, "bind") = file[bind].kind
      else { return }
      let value = call.arguments[0].node
      guard name == "toDynamicValue" else {
        provisions.append((file.node(token.value), value))
        return
      }
      let made = graph.addNodes(1)
      let making = CallContext(
        file: file.number, result: made, arguments: [], isConstruction: false, expression: nil)
      wait(.call(addCall(making)), on: value)
      provisions.append((file.node(token.value), made))
    case "get":
      let lower: String
      switch file[base].kind {
      case .name(let own, _), .member(_, let own): lower = own.lowercased()
      default: return
      }
      if lower.hasSuffix("container") { injections.append((call.arguments[0].node, call.result)) }
    default: return
    }
  }

  private mutating func injection(of token: ExpressionID, in file: LoweredFile) -> NodeID {
    let node = graph.addNodes(1)
    injections.append((file.node(token), node))
    return node
  }

  /// Gives what leads to a client to those who ask for its token; whether something new was given.
  mutating func injectProvided() -> Bool {
    guard !injections.isEmpty else { return false }
    let carriers = Carriers(self)
    let telling = provisions.filter { provision in
      graph.values(provision.value).contains { carriers.isCarrier($0.value) }
    }
    guard !telling.isEmpty else { return false }
    let before = graph.valueCount
    for (value, result) in matched(telling) { flowOnce(from: value, to: result) }
    return graph.valueCount > before
  }

  /// The nodes of what is provided, with those of who asks for it.
  private func matched(_ telling: [(token: NodeID, value: NodeID)]) -> [(value: NodeID, result: NodeID)] {
    var evaluator = Evaluator(self)
    var provided: [String: [NodeID]] = [:]
    for (token, value) in telling {
      if let name = tokenName(token, with: &evaluator) { provided[name, default: []].append(value) }
    }
    return injections.flatMap { injection in
      let name = tokenName(injection.token, with: &evaluator)
      return name.flatMap { provided[$0] }.map { $0.map { ($0, injection.result) } } ?? []
    }
  }

  /// What tells a token from others: its text, else the name of what it is, as of a symbol.
  private func tokenName(_ token: NodeID, with evaluator: inout Evaluator) -> String? {
    guard let (file, id) = expression(of: token) else { return nil }
    if let text = evaluator.texts(of: token).first?.staticText { return text }
    switch file[id].kind {
    case .name(let name, _), .member(_, let name): return name
    default: return nil
    }
  }
}
