import FrontEnd
import InventoryModel
import TreeSitter

extension LuaLowering {
  /// So many locals of a block may hide others with a scope of their own; further ones join the last scope.
  private static let maximumScopesOfLocals = 50

  // MARK: Variables

  mutating func localDeclaration(_ node: SyntaxNode) {
    for part in parts(node) {
      switch kinds[part] {
      case .assignment:
        let start = builder.facts.expressions.count
        let values = assignedValues(part)
        declareLocals(targets(of: part), values, from: start)
      case .variableList: declareLocals(parts(part))
      case .identifier: declareLocals([part])
      default: statement(part)
      }
    }
  }

  mutating func assignment(_ node: SyntaxNode) {
    let values = assignedValues(node)
    for (place, target) in targets(of: node).enumerated() {
      let value = value(at: place, of: values, for: target)
      if kinds[target] == .identifier { declareGlobal(target.text) }
      let bound = expression(target)
      switch builder.facts[bound].kind {
      case .name, .member, .index: builder.bind(bound, to: value)
      default: break
      }
    }
  }

  private func targets(of assignment: SyntaxNode) -> [SyntaxNode] {
    firstChild(assignment, .variableList).map { partsInErrors($0) } ?? []
  }

  private mutating func assignedValues(_ assignment: SyntaxNode) -> [ExpressionID] {
    firstChild(assignment, .expressionList).map { list in partsInErrors(list).map { expression($0) } } ?? []
  }

  /// The value that a target gets; a call or `...` at the end gives all that are left.
  private mutating func value(at place: Int, of values: [ExpressionID], for target: SyntaxNode) -> ExpressionID? {
    guard let last = values.last else { return nil }
    let isShared = place >= values.count - 1 && givesSeveral(last)
    guard isShared else { return place < values.count ? values[place] : nil }
    let rest = place - (values.count - 1)
    if rest == 0, target.nextSibling == nil, case .call = builder.facts[last].kind { return last }
    return add(.unpacked(last, rest), at: target)
  }

  private func givesSeveral(_ value: ExpressionID) -> Bool {
    switch builder.facts[value].kind {
    case .call, .name("...", _): true
    default: false
    }
  }

  /// A local hides an earlier one, and its own initializer still means the earlier: then the rest of the block is a
  /// scope. The initializers are the expressions from `start` on.
  private mutating func declareLocals(_ names: [SyntaxNode], _ values: [ExpressionID] = [], from start: Int? = nil) {
    let bound = names.enumerated().map { ($1, value(at: $0, of: values, for: $1)) }
    let texts = Set(names.map(\.text))
    let mentioned = builder.facts.expressions[(start ?? builder.facts.expressions.count)...].contains { expression in
      if case .name(let name, _) = expression.kind { texts.contains(name) } else { false }
    }
    let isHiding = mentioned || texts.contains { scope(of: $0) == builder.currentScope }
    if isHiding, openedByLocals < LuaLowering.maximumScopesOfLocals, let first = names.first {
      builder.enter(.block, at: position(first))
      openedByLocals += 1
    }
    for (name, value) in bound { declareLocal(name, value) }
  }

  /// Where a name that is visible here was declared.
  private func scope(of name: String) -> ScopeID? {
    builder.lookUp(name, from: builder.currentScope).map { builder.facts[$0].scope }
  }

  mutating func declareLocal(_ name: SyntaxNode, _ value: ExpressionID?) {
    guard kinds[name] == .identifier, !name.isMissing else { return }
    let text = name.text
    builder.declare(text, .variable)
    guard let value else { return }
    let target = add(.name(text, nil), at: name)
    builder.bind(target, to: value)
  }

  /// A name that is assigned without being local is a global of the file.
  private mutating func declareGlobal(_ name: String) {
    guard !name.isEmpty else { return }
    builder.declare(name, .variable, in: scope(of: name) ?? .file)
  }

  // MARK: Functions

  mutating func functionDeclaration(_ node: SyntaxNode) {
    guard let name = parts(node).first else { return }
    guard kinds[name] == .identifier else { return memberFunction(node, name: name) }
    let text = name.text
    let id = builder.reserveFunction(text, at: position(name))
    if hasToken(node, "local") {
      builder.declare(text, .function(id))
    } else {
      builder.declare(text, .function(id), in: scope(of: text) ?? .file)
    }
    body(of: node, id)
  }

  /// `function M.f()` and `function M:f()` assign to a member.
  private mutating func memberFunction(_ node: SyntaxNode, name: SyntaxNode) {
    guard let member = parts(name).last, kinds[member] == .identifier else { return statement(name) }
    let place = position(member)
    let id = builder.reserveFunction(member.text, at: place)
    let target = expression(name)
    let value = builder.add(.function(id), at: place)
    if case .member = builder.facts[target].kind { builder.bind(target, to: value) }
    body(of: node, id, hasReceiver: kinds[name] == .methodIndex)
  }

  mutating func closure(_ node: SyntaxNode) -> ExpressionID {
    let id = builder.reserveFunction("", at: position(node))
    let value = add(.function(id), at: node)
    body(of: node, id)
    return value
  }

  private mutating func body(of node: SyntaxNode, _ id: FunctionID, hasReceiver: Bool = false) {
    let scope = builder.enter(.function(id), at: position(node))
    if hasReceiver { builder.declare("self", .receiver(id)) }
    let parameters = firstChild(node, .parameters).map { parameterList($0, of: id) } ?? []
    let endLine = positions.position(ofByte: max(node.startByte, node.endByte - 1)).line
    builder.update(id) {
      $0.scope = scope
      $0.parameters = parameters
      $0.endLine = endLine
    }
    functions.append(id)
    for child in parts(node).drop(while: { kinds[$0] != .parameters }).dropFirst() {
      if kinds[child] == .block { statements(of: child) } else { statement(child) }
    }
    functions.removeLast()
    builder.leave()
  }

  private mutating func parameterList(_ node: SyntaxNode, of id: FunctionID) -> [Parameter] {
    let names = parts(node).filter { kinds[$0] == .identifier || kinds[$0] == .vararg }
    return names.enumerated().map { place, name in
      let isRest = kinds[name] == .vararg
      let text = isRest ? "..." : name.text
      let symbol = builder.declare(text, .parameter(id, place))
      return Parameter(name: text, kind: isRest ? .list : .plain, symbol: symbol)
    }
  }
}
