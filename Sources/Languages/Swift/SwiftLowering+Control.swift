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
    var branches: [SwitchEntry] = []
    for entry in parts(node) {
      if entry.isError { lowerStatement(entry) }
      guard kinds[entry] == .switchEntry else { continue }
      let value = scoped(.branch, at: entry) {
        branches.append($0.switchEntry(entry))
        return $0.lowerSwitchEntry(entry, subject: subject, valueIsUsed: valueIsUsed)
      }
      if let value { values.append(value) }
    }
    if case .receiver = builder.facts[subject].kind { note(branches) }
    guard valueIsUsed, !values.isEmpty else { return nil }
    return builder.add(.either(values), at: position(node))
  }

  /// An entry of a switch: the cases that it names; nil where it also takes others.
  private struct SwitchEntry {
    let scope: ScopeID
    let names: Set<String>?
    /// Whether a case may come here and go on to the next entries all the same.
    let isConditional: Bool
  }

  private func switchEntry(_ entry: SyntaxNode) -> SwitchEntry {
    let patterns = parts(entry).filter { kinds[$0] == .switchPattern }.map { caseName($0) }
    let names = patterns.isEmpty || patterns.contains(nil) ? nil : Set(patterns.compactMap(\.self))
    return SwitchEntry(
      scope: builder.currentScope, names: names, isConditional: hasChild(entry, .whereKeyword))
  }

  /// The case that a pattern names, `.user(let id)` or `Key.user`; nil for one that names none, `_` or `let key`.
  private func caseName(_ pattern: SyntaxNode) -> String? {
    let words = pattern.text.prefix { $0 != "(" }.split(whereSeparator: \.isWhitespace)
    guard let head = words.first(where: { $0 != "let" && $0 != "var" }), let dot = head.lastIndex(of: ".") else {
      return nil
    }
    return head[dot...].dropFirst().filter { $0 != "`" }
  }

  private mutating func note(_ entries: [SwitchEntry]) {
    var taken: Set<String> = []
    for entry in entries {
      builder.note(SwitchBranch(names: entry.names ?? taken, isDefault: entry.names == nil), at: entry.scope)
      if let names = entry.names, !entry.isConditional { taken.formUnion(names) }
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
