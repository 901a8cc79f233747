import FrontEnd
import InventoryModel
import TreeSitter

extension SwiftLowering {
  /// `if`, as a statement or as a value.
  mutating func lowerIf(_ node: SyntaxNode, valueIsUsed: Bool) -> ExpressionID? {
    let outer = builder.currentScope
    defer { leaveScopes(to: outer) }
    var values: [ExpressionID] = []
    let children = Array(node.children)
    let bodyStart = children.firstIndex { kinds[$0] == .openBrace } ?? children.endIndex
    lowerConditions(children[..<bodyStart].dropFirst())
    let elseStart = children.firstIndex { kinds[$0] == .elseKeyword } ?? children.endIndex
    if let body = children[..<elseStart].first(where: { kinds[$0] == .statements }) {
      let value = scoped(.branch, at: body) { $0.lowerList(body, valueIsUsed: valueIsUsed) }
      if let value { values.append(value) }
    }
    lowerErrors(children[bodyStart...])
    leaveScopes(to: outer)
    for alternative in children[elseStart...] {
      switch kinds[alternative] {
      case .statements:
        let value = scoped(.branch, at: alternative) {
          $0.lowerList(alternative, valueIsUsed: valueIsUsed)
        }
        if let value { values.append(value) }
      case .ifStatement:
        let value = scoped(.branch, at: alternative) {
          $0.lowerStatement(alternative, valueIsUsed: valueIsUsed)
        }
        if let value { values.append(value) }
      default: break
      }
    }
    guard valueIsUsed, !values.isEmpty else { return nil }
    return builder.add(.either(values), at: position(node))
  }

  mutating func lowerGuard(_ node: SyntaxNode) {
    let children = Array(node.children)
    let elseStart = children.firstIndex { kinds[$0] == .elseKeyword } ?? children.endIndex
    lowerConditions(children[..<elseStart].dropFirst())
    for body in children[elseStart...] where kinds[body] == .statements {
      scoped(.branch, at: body) { _ = $0.lowerList(body) }
    }
    lowerErrors(children[elseStart...])
  }

  mutating func lowerSwitch(_ node: SyntaxNode, valueIsUsed: Bool) -> ExpressionID? {
    var values: [ExpressionID] = []
    guard let operand = child(node, fields.expr) else { return nil }
    let subject = lowerExpression(operand)
    var branches: [(scope: ScopeID, names: Set<String>)] = []
    for entry in parts(node) {
      if entry.isError { lowerStatement(entry) }
      guard kinds[entry] == .switchEntry else { continue }
      let value = scoped(.branch, at: entry) {
        branches.append(($0.builder.currentScope, $0.caseNames(entry)))
        return $0.lowerSwitchEntry(entry, subject: subject, valueIsUsed: valueIsUsed)
      }
      if let value { values.append(value) }
    }
    if case .receiver = builder.facts[subject].kind { note(branches) }
    guard valueIsUsed, !values.isEmpty else { return nil }
    return builder.add(.either(values), at: position(node))
  }

  /// The cases that an entry of a switch names; none for that of all others.
  private func caseNames(_ entry: SyntaxNode) -> Set<String> {
    let names = parts(entry).filter { kinds[$0] == .switchPattern }.compactMap { pattern -> String? in
      let head = pattern.text.prefix { $0 != "(" }
      return head.split { $0 == "." || $0 == " " }.last.map { $0.filter { $0 != "`" } }
    }
    return Set(names)
  }

  private mutating func note(_ branches: [(scope: ScopeID, names: Set<String>)]) {
    let all = branches.reduce(into: Set<String>()) { $0.formUnion($1.names) }
    for branch in branches {
      let isDefault = branch.names.isEmpty
      builder.note(SwitchBranch(names: isDefault ? all : branch.names, isDefault: isDefault), at: branch.scope)
    }
  }

  private mutating func lowerSwitchEntry(
    _ entry: SyntaxNode, subject: ExpressionID, valueIsUsed: Bool
  ) -> ExpressionID? {
    var value: ExpressionID?
    for part in parts(entry) {
      switch kinds[part] {
      case .switchPattern:
        lowerPattern(Array(part.children), subject: subject, binds: false)
      case .statements: value = lowerList(part, valueIsUsed: valueIsUsed)
      case .modifiers, .whereKeyword, .defaultKeyword: break
      default: lowerStatement(part, valueIsUsed: true)
      }
    }
    return value
  }

  mutating func lowerFor(_ node: SyntaxNode) {
    guard let collection = child(node, fields.collection) else {
      for part in parts(node) { lowerStatement(part) }
      return
    }
    let sequence = lowerExpression(collection)
    scoped(.loop, at: node) { lowering in
      if let item = lowering.child(node, lowering.fields.item) {
        let element = lowering.builder.add(.element(sequence), at: lowering.position(item))
        lowering.lowerPattern(Array(item.children), subject: element, binds: true)
      }
      for part in lowering.parts(node) {
        switch lowering.kinds[part] {
        case .whereClause:
          for operand in lowering.parts(part) where lowering.kinds[operand] != .whereKeyword {
            lowering.lowerExpression(operand)
          }
        case .statements: lowering.lowerList(part)
        default: if part.isError { lowering.lowerStatement(part) }
        }
      }
    }
  }

  mutating func lowerWhile(_ node: SyntaxNode) {
    scoped(.loop, at: node) { lowering in
      let children = Array(node.children)
      let bodyStart = children.firstIndex { lowering.kinds[$0] == .openBrace } ?? children.endIndex
      lowering.lowerConditions(children[..<bodyStart].dropFirst())
      for body in children[bodyStart...] where lowering.kinds[body] == .statements {
        lowering.lowerList(body)
      }
      lowering.lowerErrors(children[bodyStart...])
    }
  }

  mutating func lowerRepeat(_ node: SyntaxNode) {
    scoped(.loop, at: node) { lowering in
      for part in lowering.parts(node) { lowering.lowerStatement(part, valueIsUsed: true) }
    }
  }

  mutating func lowerDo(_ node: SyntaxNode) {
    let handlers = node.children.filter { kinds[$0] == .catchBlock }
    let statements = node.children.filter { kinds[$0] == .statements || $0.isError }
    guard !handlers.isEmpty else {
      scoped(.block, at: node) { for part in statements { $0.lowerStatement(part) } }
      return
    }
    let id = builder.reserveGuard(at: position(node))
    scoped(.guarded(id), at: node) { for part in statements { $0.lowerStatement(part) } }
    for handler in handlers { lowerHandler(handler, of: id) }
  }

  private mutating func lowerHandler(_ node: SyntaxNode, of id: GuardID) {
    let pattern = child(node, fields.error)
    let body = child(node, .statements)
    let lastStatement = body.flatMap { parts($0).last }
    let isRethrowing = lastStatement.map { kinds[$0] == .controlTransferStatement && hasChild($0, .throwKeyword) }
    builder.addHandler(
      Guard.Handler(
        catches: pattern.map(caughtNames) ?? [], position: position(node), rethrows: isRethrowing ?? false),
      to: id)
    scoped(.handler(id), at: node) { lowering in
      if let pattern {
        lowering.lowerPattern(Array(pattern.children), subject: nil, binds: false)
      } else {
        lowering.builder.declare("error", .variable)
      }
      lowering.lowerList(body)
    }
  }

  /// What a `catch` names: the type of a cast, else the pattern as written.
  private func caughtNames(_ pattern: SyntaxNode) -> [String] {
    if let type = pattern.children.first(where: { $0.fieldID == fields.name }) { return [type.text] }
    if hasChild(pattern, .valueBindingPattern) { return [] }
    return [pattern.text]
  }

  /// Lowers what stands in error nodes among a statement's children.
  mutating func lowerErrors(_ nodes: some Sequence<SyntaxNode>) {
    for node in nodes where node.isError { lowerStatement(node) }
  }
}
