import FrontEnd
import InventoryModel
import TreeSitter

extension LuaLowering {
  mutating func call(_ node: SyntaxNode) -> ExpressionID {
    let parts = parts(node)
    guard let callee = parts.first(where: { !$0.isError }), kinds[callee] != .arguments else {
      return operands(of: node)
    }
    if let module = module(callee, firstChild(node, .arguments)) { return module }
    if let protected = protectedCall(callee, firstChild(node, .arguments)) { return protected }
    let function = expression(callee)
    let arguments = firstChild(node, .arguments).map { self.arguments($0) } ?? []
    for error in parts where error.isError { statement(error) }
    return builder.add(.call(function, arguments), at: builder.facts[function].position)
  }

  private mutating func arguments(_ node: SyntaxNode) -> [Argument] {
    var values: [ExpressionID] = []
    for part in parts(node) {
      if part.isError { statement(part) } else { values.append(expression(part)) }
    }
    return positional(values)
  }

  private func positional(_ values: [ExpressionID]) -> [Argument] {
    values.enumerated().map { place, value in
      Argument(value: value, spread: place == values.count - 1 && isSpread(value) ? .list : .none)
    }
  }

  /// What stands for several values when it comes last: `...` and `unpack(list)`.
  func isSpread(_ value: ExpressionID) -> Bool {
    switch builder.facts[value].kind {
    case .name("...", _): return true
    case .call(let callee, _):
      if case .member(let base, "unpack") = builder.facts[callee].kind { return isGlobal(base, "table") }
      return isGlobal(callee, "unpack")
    default: return false
    }
  }

  /// Whether an expression is a name that nothing declared so far.
  func isGlobal(_ id: ExpressionID, _ name: String) -> Bool {
    guard case .name(name, _) = builder.facts[id].kind else { return false }
    return builder.lookUp(name, from: builder.facts[id].scope) == nil
  }

  /// `require "name"`.
  private mutating func module(_ callee: SyntaxNode, _ arguments: SyntaxNode?) -> ExpressionID? {
    guard kinds[callee] == .identifier, callee.textEquals("require"),
      builder.lookUp("require", from: builder.currentScope) == nil,
      let values = arguments.map({ parts($0) }), values.count == 1, kinds[values[0]] == .string
    else { return nil }
    let place = position(callee)
    let name = LuaText.plain(values[0].bytes)
    let id = builder.add(Import(module: name, scope: builder.currentScope, position: place))
    return builder.add(.module(id), at: place)
  }

  /// `pcall(f, a)` is a call of `f(a)` under a guard that catches all, and so is `xpcall(f, handler, a)`.
  private mutating func protectedCall(_ callee: SyntaxNode, _ arguments: SyntaxNode?) -> ExpressionID? {
    let hasHandler = callee.textEquals("xpcall")
    guard kinds[callee] == .identifier, hasHandler || callee.textEquals("pcall"),
      builder.lookUp(callee.text, from: builder.currentScope) == nil,
      let values = arguments.map({ partsInErrors($0) }), let function = values.first, kinds[function] != .vararg
    else { return nil }
    let place = position(callee)
    let name = expression(callee)
    let handler = hasHandler ? values.dropFirst().first.map { expression($0) } : nil
    let protection = builder.reserveGuard(at: place)
    builder.addHandler(Guard.Handler(catches: [], position: place, rethrows: false), to: protection)
    builder.enter(.guarded(protection), at: place)
    let called = expression(function)
    let rest = values.dropFirst(hasHandler ? 2 : 1).map { expression($0) }
    let inner = builder.add(.call(called, positional(rest)), at: builder.facts[called].position)
    builder.leave()
    return builder.add(.call(name, positional([inner] + [handler].compactMap(\.self))), at: place)
  }
}
