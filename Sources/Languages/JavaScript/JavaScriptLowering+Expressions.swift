import FrontEnd
import InventoryModel
import TreeSitter

extension JavaScriptLowering {
  /// Lowers an expression. What nests to the left (chains of calls, of operators) is walked without
  /// recursion, since generated sources nest it thousands of levels deep. What stands before a `.catch(…)`
  /// is evaluated under a guard.
  @discardableResult
  mutating func expression(_ node: SyntaxNode) -> ExpressionID {
    guard descend() else { return add(.other([]), at: node) }
    defer { ascend() }
    var outer: [(node: SyntaxNode, guardian: GuardID?)] = []
    var head = node
    while let inner = leftmostOperand(of: head) {
      outer.append((head, promiseGuard(head)))
      head = inner
    }
    if !outer.isEmpty { inferredName = "" }
    var value = operand(head)
    while let next = outer.popLast() {
      // Those who read facts go down by recursion: a very long chain is cut into pieces.
      if outer.count % JavaScriptLowering.longestChain == JavaScriptLowering.longestChain - 1 {
        value = builder.add(.other([]), at: builder.facts[value].position)
      }
      if next.guardian != nil { builder.leave() }
      value = extend(value, with: next.node)
      if let guardian = next.guardian { addRejectionHandler(of: next.node, to: guardian) }
    }
    return value
  }

  mutating func expressions(_ nodes: [SyntaxNode]) -> [ExpressionID] {
    var values: [ExpressionID] = []
    for node in nodes { values.append(expression(node)) }
    return values
  }

  /// What is evaluated first in an expression that begins with another.
  private func leftmostOperand(of node: SyntaxNode) -> SyntaxNode? {
    switch kind(node) {
    case .call:
      guard let callee = node.child(field: grammar.function), kind(callee) != .import else { return nil }
      return isRequire(node) ? nil : callee
    case .member, .subscript: return node.child(field: grammar.object)
    case .binary: return node.child(field: grammar.left)
    case .await, .nonNull, .asExpression, .satisfies, .instantiation: return node.parts.first
    default: return nil
    }
  }

  /// The expression around a value that it begins with.
  private mutating func extend(_ value: ExpressionID, with node: SyntaxNode) -> ExpressionID {
    switch kind(node) {
    case .call: return call(of: value, node)
    case .member:
      guard let name = node.child(field: grammar.property) else { return value }
      return add(.member(value, name.text), at: name)
    case .subscript: return index(value, node)
    case .binary: return binary(value, node)
    case .asExpression:
      let written = parts(node).dropFirst().first
      guard let written, let type = type(written) else { return value }
      return builder.add(.cast(value, type), at: builder.facts[value].position)
    default: return value
    }
  }

  /// `object[index]`; with a literal name it is the member of that name.
  private mutating func index(_ object: ExpressionID, _ node: SyntaxNode) -> ExpressionID {
    guard let key = node.child(field: grammar.index) else { return object }
    if let name = literalText(key), !name.isEmpty { return add(.member(object, name), at: key) }
    let index = expression(key)
    return builder.add(.index(object, index), at: position(key))
  }

  private mutating func binary(_ left: ExpressionID, _ node: SyntaxNode) -> ExpressionID {
    guard let right = node.child(field: grammar.right).map({ expression($0) }) else { return left }
    let place = builder.facts[left].position
    let sign = node.child(field: grammar.operator)?.text ?? ""
    switch sign {
    case "||", "??": return builder.add(.either([left, right]), at: place)
    case "&&": return builder.add(.either([right]), at: place)
    default:
      guard let known = binaryOperator(sign) else { return builder.add(.other([left, right]), at: place) }
      return builder.add(.binary(known, left, right), at: place)
    }
  }

  /// The operator of a sign, be it `+` or `+=`.
  func binaryOperator(_ sign: String) -> BinaryOperator? {
    switch sign {
    case "+", "+=": .add
    case "-", "-=": .subtract
    case "*", "*=": .multiply
    case "/", "/=": .divide
    case "%", "%=": .remainder
    default: nil
    }
  }

  /// An expression that does not begin with another, or holds its parts by recursion.
  private mutating func operand(_ node: SyntaxNode) -> ExpressionID {
    switch kind(node) {
    case .identifier:
      if node.textEquals("exports") || node.textEquals("module") { declareModuleNames(at: node) }
      return add(.name(node.text, nil), at: node)
    case .shorthandProperty, .import: return add(.name(node.text, nil), at: node)
    case .string: return add(.string(template(node)), at: node)
    case .templateString:
      let place = position(node)
      return builder.add(.string(template(node)), at: place)
    case .number: return add(.number(javaScriptNumber(node.text)), at: node)
    case .true: return add(.boolean(true), at: node)
    case .false: return add(.boolean(false), at: node)
    case .null, .undefined: return add(.null, at: node)
    case .this: return add(.receiver, at: node)
    case .super: return add(.base, at: node)
    case .regex, .metaProperty: return add(.other([]), at: node)
    case .parenthesized: return node.parts.first.map { expression($0) } ?? add(.other([]), at: node)
    default: return compound(node)
    }
  }

  private mutating func compound(_ node: SyntaxNode) -> ExpressionID {
    switch kind(node) {
    case .array:
      let place = position(node)
      return builder.add(.list(expressions(parts(node))), at: place)
    case .object: return object(node)
    case .call: return moduleCall(node)
    case .new: return construction(node)
    case .arrowFunction, .functionExpression, .generatorFunction: return closure(node)
    case .class: return add(.type(classType(node)), at: node)
    case .ternary: return ternary(node)
    case .assignment: return assignment(node)
    case .augmentedAssignment: return augmentedAssignment(node)
    case .sequence: return sequence(node)
    case .unary: return unary(node)
    case .yield: return yield(node)
    case .spread:
      let place = position(node)
      guard let inner = node.parts.first else { return builder.add(.other([]), at: place) }
      let value = expression(inner)
      return builder.add(.spread(value), at: place)
    case .typeAssertion: return typeAssertion(node)
    case .typeArguments, .typeAnnotation: return add(.other([]), at: node)
    default:
      if isStatement(node) {
        statement(node)
        return add(.other([]), at: node)
      }
      return other(node)
    }
  }

  /// Something without a word of its own: its parts are kept.
  mutating func other(_ node: SyntaxNode) -> ExpressionID {
    let place = position(node)
    return builder.add(.other(expressions(parts(node))), at: place)
  }

  private mutating func ternary(_ node: SyntaxNode) -> ExpressionID {
    let place = position(node)
    if let condition = node.child(field: grammar.condition) { expression(condition) }
    var options: [ExpressionID] = []
    if let value = node.child(field: grammar.consequence) { options.append(expression(value)) }
    if let value = node.child(field: grammar.alternative) { options.append(expression(value)) }
    return builder.add(.either(options), at: place)
  }

  private mutating func sequence(_ node: SyntaxNode) -> ExpressionID {
    let values = parts(node)
    for value in values.dropLast() { discarded(value) }
    return values.last.map { expression($0) } ?? add(.other([]), at: node)
  }

  private mutating func unary(_ node: SyntaxNode) -> ExpressionID {
    guard let argument = node.child(field: grammar.argument) else { return other(node) }
    if kind(argument) == .number, has("-", node) {
      return add(.number(-javaScriptNumber(argument.text)), at: node)
    }
    return other(node)
  }

  /// What is yielded comes back awaited where generators stand for asynchronous functions.
  private mutating func yield(_ node: SyntaxNode) -> ExpressionID {
    guard let operand = node.parts.first else { return add(.other([]), at: node) }
    let value = expression(operand)
    guard let function = functions.last else { return value }
    if has("*", node) {
      let element = add(.element(value), at: node)
      builder.update(function) { $0.yields.append(element) }
    } else {
      builder.update(function) { $0.yields.append(value) }
    }
    return value
  }

  /// `<T>value`
  private mutating func typeAssertion(_ node: SyntaxNode) -> ExpressionID {
    let written = first(.typeArguments, in: node).flatMap { $0.parts.first }.flatMap { type($0) }
    guard let operand = parts(node).last else { return add(.other([]), at: node) }
    let value = expression(operand)
    guard let written else { return value }
    return builder.add(.cast(value, written), at: builder.facts[value].position)
  }
}
