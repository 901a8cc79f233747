import FrontEnd
import InventoryModel
import TreeSitter

extension SwiftLowering {
  /// Lowers the children of a node as statements; what they open, such as the names of a `guard let`,
  /// lasts until the end of the list. Gives the value of a list that is one expression.
  @discardableResult
  mutating func lowerList(_ node: SyntaxNode?, valueIsUsed: Bool = false) -> ExpressionID? {
    guard let node else { return nil }
    let scope = builder.currentScope
    defer { leaveScopes(to: scope) }
    let statements = parts(node)
    if valueIsUsed, statements.count == 1 {
      return lowerStatement(statements[0], valueIsUsed: true)
    }
    for statement in statements { lowerStatement(statement) }
    return nil
  }

  /// Lowers a statement; gives its value when it is an expression whose value is used.
  @discardableResult
  mutating func lowerStatement(_ node: SyntaxNode, valueIsUsed: Bool = false) -> ExpressionID? {
    nested { $0.lowerNestedStatement(node, valueIsUsed: valueIsUsed) } ?? nil
  }

  private mutating func lowerNestedStatement(_ node: SyntaxNode, valueIsUsed: Bool) -> ExpressionID? {
    if node.isError {
      for part in parts(node) { lowerStatement(part) }
      return nil
    }
    switch kinds[node] {
    case .importDeclaration: lowerImport(node)
    case .propertyDeclaration: lowerProperty(node)
    case .functionDeclaration, .protocolFunctionDeclaration, .initDeclaration, .deinitDeclaration,
      .subscriptDeclaration:
      lowerFunction(node)
    case .protocolPropertyDeclaration: lowerPropertyRequirement(node)
    case .classDeclaration, .protocolDeclaration: lowerType(node)
    case .typealiasDeclaration: lowerTypealias(node)
    case .associatedtypeDeclaration: lowerAssociatedType(node)
    case .enumEntry: lowerEnumEntry(node)
    case .guardStatement: lowerGuard(node)
    case .forStatement: lowerFor(node)
    case .whileStatement: lowerWhile(node)
    case .repeatWhileStatement: lowerRepeat(node)
    case .doStatement: lowerDo(node)
    case .controlTransferStatement: lowerTransfer(node)
    case .assignment: lowerAssignment(node)
    case .ifStatement: return lowerIf(node, valueIsUsed: valueIsUsed)
    case .switchStatement: return lowerSwitch(node, valueIsUsed: valueIsUsed)
    case .statements: return lowerList(node, valueIsUsed: valueIsUsed)
    case .directive, .diagnostic, .statementLabel, .operatorDeclaration, .precedenceGroupDeclaration,
      .macroDeclaration, .modifiers, .typeAnnotation, .typeIdentifier, .userType, .throwKeyword,
      .defaultKeyword, .whereKeyword, .elseKeyword, .valueBindingPattern:
      break
    default: return lowerExpressionStatement(node, valueIsUsed: valueIsUsed)
    }
    return nil
  }

  private mutating func lowerExpressionStatement(
    _ node: SyntaxNode, valueIsUsed: Bool
  ) -> ExpressionID? {
    if let block = deferredBlock(node) {
      scoped(.block, at: node) { $0.lowerList($0.child(block, .statements)) }
      return nil
    }
    let value = lowerExpression(node)
    if !valueIsUsed { noteDiscarded(value) }
    return valueIsUsed ? value : nil
  }

  /// The block of `defer { … }`, which the grammar takes for a call.
  private func deferredBlock(_ node: SyntaxNode) -> SyntaxNode? {
    guard kinds[node] == .callExpression, let name = node.firstChild, name.textEquals("defer"),
      let suffix = child(node, .callSuffix)
    else { return nil }
    return child(suffix, .lambdaLiteral)
  }

  mutating func noteDiscarded(_ value: ExpressionID) {
    switch builder.facts[value].kind {
    case .call, .construct: builder.noteDiscarded(value)
    default: break
    }
  }

  /// `return`, `throw`, `break`, `continue`: only the first two have a value.
  private mutating func lowerTransfer(_ node: SyntaxNode) {
    guard let keyword = node.firstChild else { return }
    if kinds[keyword] == .throwKeyword {
      for part in parts(node) where part.order != keyword.order { lowerExpression(part) }
      return
    }
    guard kinds[keyword] == .returnToken, let result = child(node, fields.result) else { return }
    let type = function.flatMap { builder.facts[$0].result }
    let value = lowerExpression(result, of: type)
    if let function { builder.update(function) { $0.returns.append(value) } }
  }

  private mutating func lowerAssignment(_ node: SyntaxNode) {
    guard let left = child(node, fields.target), let right = child(node, fields.result) else {
      for part in parts(node) { lowerStatement(part) }
      return
    }
    let operatorText = child(node, fields.operatorToken)?.text ?? "="
    let place = kinds[left] == .directlyAssignableExpression ? parts(left).first ?? left : left
    if place.textEquals("_") {
      noteDiscarded(lowerExpression(right))
      return
    }
    let target = lowerExpression(place)
    var value = lowerExpression(right)
    switch operatorText {
    case "=": break
    case "+=": value = builder.add(.binary(.add, target, value), at: position(place))
    case "-=": value = builder.add(.binary(.subtract, target, value), at: position(place))
    case "*=": value = builder.add(.binary(.multiply, target, value), at: position(place))
    case "/=": value = builder.add(.binary(.divide, target, value), at: position(place))
    case "%=": value = builder.add(.binary(.remainder, target, value), at: position(place))
    default: value = builder.add(.other([target, value]), at: position(place))
    }
    bindTarget(target, to: value)
  }

  /// Binds a target, element by element when it is a tuple.
  private mutating func bindTarget(_ target: ExpressionID, to value: ExpressionID) {
    switch builder.facts[target].kind {
    case .name, .member, .index: builder.bind(target, to: value)
    case .list(let targets):
      for (index, target) in targets.enumerated() {
        let part = builder.add(.unpacked(value, index), at: builder.facts[target].position)
        bindTarget(target, to: part)
      }
    default: break
    }
  }
}
