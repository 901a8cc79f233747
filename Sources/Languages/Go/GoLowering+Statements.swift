internal import FrontEnd
internal import InventoryModel
internal import TreeSitter

extension GoLowering {
  mutating func lowerStatements(in node: SyntaxNode) {
    for child in node.namedChildren { lowerStatement(child) }
  }

  mutating func lowerStatement(_ node: SyntaxNode) {
    guard depth < GoLowering.depthLimit else { return }
    depth += 1
    defer { depth -= 1 }
    switch syntax[node] {
    case .packageClause, .importDeclaration, .comment, .labelName, .emptyStatement, .breakStatement,
      .continueStatement, .gotoStatement, .fallthroughStatement:
      break
    case .functionDeclaration: lowerFunction(node)
    case .methodDeclaration: lowerMethod(node)
    case .typeDeclaration: for spec in node.operands { lowerTypeDeclaration(spec) }
    case .constDeclaration, .varDeclaration: for spec in variableSpecs(of: node) { lowerVariables(spec) }
    case .block: inScope(.block, at: node) { $0.lowerStatements(in: node) }
    case .labeledStatement: lowerStatements(in: node)
    case .expressionStatement, .goStatement, .deferStatement: lowerDiscarded(node)
    case .sendStatement: lowerSend(node)
    case .receiveStatement: lowerReceive(node)
    case .incrementStatement, .decrementStatement: lowerIncrement(node)
    case .assignmentStatement: lowerAssignment(node)
    case .shortVarDeclaration: lowerShortDeclaration(node)
    case .returnStatement: lowerReturn(node)
    case .ifStatement: lowerIf(node)
    case .forStatement: lowerFor(node)
    case .expressionSwitchStatement, .selectStatement: lowerSwitch(node)
    case .typeSwitchStatement: lowerTypeSwitch(node)
    default: lowerOperand(node)
    }
  }

  private mutating func lowerDiscarded(_ node: SyntaxNode) {
    for operand in node.operands {
      let id = lowerExpression(operand)
      if case .call = builder.facts[id].kind { builder.noteDiscarded(id) }
    }
  }

  // MARK: Assignments

  /// The values of an expression list, and whether each is a call, whose results can be several.
  struct Value {
    let id: ExpressionID
    let isCall: Bool
  }

  mutating func lowerValues(_ list: SyntaxNode) -> [Value] {
    syntax[list] == .expressionList ? list.operands.map { lowerValue($0) } : [lowerValue(list)]
  }

  private mutating func lowerValue(_ node: SyntaxNode) -> Value {
    let id = lowerExpression(node)
    if case .call = builder.facts[id].kind { return Value(id: id, isCall: true) }
    return Value(id: id, isCall: false)
  }

  /// Binds targets to values, one to one or all to the results of one; of a value with a flag (`v, ok := m[k]`) the
  /// first target has the value itself.
  mutating func bind(_ targets: [ExpressionID?], to values: [Value], annotation: TypeReference? = nil) {
    for (index, target) in targets.enumerated() {
      guard let target else { continue }
      if targets.count == values.count {
        builder.bind(target, to: values[index].id, annotation: annotation)
      } else if let value = values.first {
        let position = builder.facts[target].position
        let part: ExpressionID =
          if value.isCall {
            builder.add(.unpacked(value.id, index), at: position)
          } else if index == 0 {
            value.id
          } else {
            builder.add(.other([]), at: position)
          }
        builder.bind(target, to: part, annotation: annotation)
      } else if annotation != nil {
        builder.bind(target, to: nil, annotation: annotation)
      }
    }
  }

  private mutating func lowerShortDeclaration(_ node: SyntaxNode) {
    let values = node.child(field: syntax.right).map { lowerValues($0) } ?? []
    let targets = node.child(field: syntax.left).map { $0.operands.map { declareVariable($0) } } ?? []
    bind(targets, to: values)
  }

  private mutating func lowerTargets(_ list: SyntaxNode) -> [ExpressionID?] {
    list.operands.map { lowerTarget($0) }
  }

  /// What is assigned to; nil for the blank name, and for what cannot be assigned to in broken sources.
  mutating func lowerTarget(_ node: SyntaxNode) -> ExpressionID? {
    guard !node.textEquals("_") else { return nil }
    let id = lowerExpression(node)
    switch builder.facts[id].kind {
    case .name, .member, .index: return id
    default: return nil
    }
  }

  private mutating func lowerAssignment(_ node: SyntaxNode) {
    guard let left = node.child(field: syntax.left), let right = node.child(field: syntax.right) else {
      _ = lowerOperands(of: node)
      return
    }
    let targets = lowerTargets(left)
    let values = lowerValues(right)
    guard let sign = node.child(field: syntax.operator), !sign.textEquals("="), let target = targets.first ?? nil,
      let value = values.first
    else { return bind(targets, to: values) }
    let position = builder.facts[target].position
    let result: Expression.Kind =
      if let op = BinaryOperator(goToken: sign.bytes.dropLast()) {
        .binary(op, target, value.id)
      } else {
        .other([target, value.id])
      }
    builder.bind(target, to: builder.add(result, at: position))
  }

  private mutating func lowerIncrement(_ node: SyntaxNode) {
    for operand in node.operands {
      guard let target = lowerTarget(operand) else { continue }
      builder.bind(target, to: builder.add(.other([target]), at: builder.facts[target].position))
    }
  }

  /// Sending stores a value in the channel at no known place.
  private mutating func lowerSend(_ node: SyntaxNode) {
    guard let channelNode = node.child(field: syntax.channel), let valueNode = node.child(field: syntax.value) else {
      _ = lowerOperands(of: node)
      return
    }
    let channel = lowerExpression(channelNode)
    let position = channelNode.sourcePosition
    let slot = builder.add(.other([]), at: position)
    let target = builder.add(.index(channel, slot), at: position)
    builder.bind(target, to: lowerExpression(valueNode))
  }

  private mutating func lowerReceive(_ node: SyntaxNode) {
    let values = node.child(field: syntax.right).map { lowerValues($0) } ?? []
    guard let left = node.child(field: syntax.left) else { return }
    let declares = node.children.contains { $0.textEquals(":=") }
    let targets = declares ? left.operands.map { declareVariable($0) } : lowerTargets(left)
    bind(targets, to: values)
  }

  private mutating func lowerReturn(_ node: SyntaxNode) {
    guard let function = enclosing.last else { return lowerStatements(in: node) }
    let position = node.sourcePosition
    let values: [ExpressionID] =
      if let list = node.operands.first {
        lowerValues(list).map(\.id)
      } else {
        function.namedResults.map { addName($0, at: position) }
      }
    guard let first = values.first else { return }
    let result = values.count == 1 ? first : builder.add(.list(values), at: position)
    builder.update(function.id) { $0.returns.append(result) }
  }
}

extension BinaryOperator {
  /// The operator that a token writes; nil for those whose results are not looked at.
  init?(goToken token: some Collection<UInt8>) {
    guard token.count == 1 else { return nil }
    switch token.first {
    case 0x2B: self = .add
    case 0x2D: self = .subtract
    case 0x2A: self = .multiply
    case 0x2F: self = .divide
    case 0x25: self = .remainder
    default: return nil
    }
  }
}
