import FrontEnd
import InventoryModel
import TreeSitter

extension PythonLowering {
  /// Lowers an expression. What nests to the left (chains of calls, of operators, parentheses) is walked
  /// without recursion, since generated sources nest it thousands of levels deep.
  @discardableResult
  mutating func expression(_ node: SyntaxNode) -> ExpressionID {
    guard descend() else { return add(.other([]), at: node) }
    defer { ascend() }
    var head = node
    var count = 0
    while let inner = leftmostOperand(of: head) {
      head = inner
      count += 1
    }
    return extend(head, outward: count)
  }

  /// Lowers an operand and the given number of nodes around it. A chain that is too long is cut into pieces: nothing is
  /// left out, but the pieces do not know each other.
  private mutating func extend(_ head: SyntaxNode, outward count: Int) -> ExpressionID {
    let start = height
    let room = max(1, PythonLowering.maximumHeight - start)
    height = start + min(room, count)
    var value = operand(head)
    var inner = head
    for index in (0..<count).reversed() {
      guard let next = inner.parent else { break }
      if (index + 1).isMultiple(of: room) { value = builder.add(.other([]), at: builder.facts[value].position) }
      height = start + index % room + 1
      value = extend(value, with: next)
      inner = next
    }
    height = start
    return value
  }

  @discardableResult
  mutating func expressions(_ nodes: some Sequence<SyntaxNode>) -> [ExpressionID] {
    var values: [ExpressionID] = []
    for node in nodes { values.append(expression(node)) }
    return values
  }

  /// What is evaluated first in an expression that begins with another.
  private func leftmostOperand(of node: SyntaxNode) -> SyntaxNode? {
    switch kind(node) {
    case .call: node.child(field: grammar.function)
    case .attribute: node.child(field: grammar.object)
    case .subscript: node.child(field: grammar.value)
    case .binaryOperator, .booleanOperator: node.child(field: grammar.left)
    case .await, .parenthesizedExpression: node.parts.first
    default: nil
    }
  }

  /// The expression around a value that it begins with.
  private mutating func extend(_ value: ExpressionID, with node: SyntaxNode) -> ExpressionID {
    switch kind(node) {
    case .call: return call(of: value, node)
    case .attribute:
      guard let name = node.child(field: grammar.attribute) else { return value }
      return add(.member(value, name.text), at: name)
    case .subscript:
      let indices = expressions(node.children(field: grammar.subscript).lazy.filter(\.isNamed))
      let index = indices.count == 1 ? indices[0] : add(.list(indices), at: node)
      return builder.add(.index(value, index), at: builder.facts[value].position)
    case .binaryOperator: return binary(value, node)
    case .booleanOperator:
      guard let right = node.child(field: grammar.right).map({ expression($0) }) else { return value }
      let isOr = node.child(field: grammar.operator)?.textEquals("or") == true
      return builder.add(.either(isOr ? [value, right] : [right]), at: builder.facts[value].position)
    default: return value
    }
  }

  private mutating func binary(_ left: ExpressionID, _ node: SyntaxNode) -> ExpressionID {
    guard let right = node.child(field: grammar.right).map({ expression($0) }) else { return left }
    let position = builder.facts[left].position
    // `A | B`: types, or maps joined.
    if node.child(field: grammar.operator)?.textEquals("|") == true {
      return builder.add(.either([left, right]), at: position)
    }
    guard let sign = node.child(field: grammar.operator), let known = binaryOperator(sign) else {
      return builder.add(.other([left, right]), at: position)
    }
    return builder.add(.binary(known, left, right), at: position)
  }

  /// The operator of a sign, be it `+` or `+=`.
  func binaryOperator(_ sign: SyntaxNode) -> BinaryOperator? {
    switch sign.text {
    case "+", "+=": .add
    case "-", "-=": .subtract
    case "*", "*=": .multiply
    case "/", "/=", "//", "//=": .divide
    case "%", "%=": .remainder
    default: nil
    }
  }

  /// An expression that does not begin with another, or holds its parts by recursion.
  private mutating func operand(_ node: SyntaxNode) -> ExpressionID {
    switch kind(node) {
    case .identifier: return add(.name(node.text, nil), at: node)
    case .string, .concatenatedString: return string(node)
    case .integer, .float: return add(.number(pythonNumber(node.text)), at: node)
    case .true: return add(.boolean(true), at: node)
    case .false: return add(.boolean(false), at: node)
    case .null: return add(.null, at: node)
    case .list, .tuple, .set, .expressionList, .patternList: return list(node)
    case .dictionary: return dictionary(node)
    case .listSplat, .parenthesizedListSplat, .dictionarySplat: return splat(node)
    case .unaryOperator: return unary(node)
    case .conditionalExpression: return conditional(node)
    case .namedExpression: return named(node)
    case .lambda: return lambda(node)
    case .listComprehension, .setComprehension, .generatorExpression, .dictionaryComprehension:
      return comprehension(node)
    case .yield: return yield(node)
    case .assignment: return assignment(node) ?? add(.other([]), at: node)
    case .augmentedAssignment: return augmentedAssignment(node) ?? add(.other([]), at: node)
    case .asPattern: return node.parts.first.map { expression($0) } ?? add(.other([]), at: node)
    default: return other(node)
    }
  }

  /// Something without a word of its own: its parts are kept.
  mutating func other(_ node: SyntaxNode) -> ExpressionID {
    let start = position(node)
    return builder.add(.other(expressions(node.parts)), at: start)
  }

  private mutating func list(_ node: SyntaxNode) -> ExpressionID {
    let start = position(node)
    return builder.add(.list(expressions(node.parts)), at: start)
  }

  private mutating func dictionary(_ node: SyntaxNode) -> ExpressionID {
    let start = position(node)
    var entries: [MapEntry] = []
    for part in node.parts {
      if let key = part.child(field: grammar.key), let value = part.child(field: grammar.value) {
        let key = expression(key)
        entries.append(MapEntry(key: key, value: expression(value)))
      } else if let spread = kind(part) == .dictionarySplat ? part.parts.first : part {
        entries.append(MapEntry(key: nil, value: expression(spread)))
      }
    }
    return builder.add(.map(entries), at: start)
  }

  private mutating func splat(_ node: SyntaxNode) -> ExpressionID {
    let start = position(node)
    guard let inner = node.parts.first else { return builder.add(.other([]), at: start) }
    let value = expression(inner)
    if kind(node) == .parenthesizedListSplat { return value }
    return builder.add(.spread(value), at: start)
  }

  private mutating func unary(_ node: SyntaxNode) -> ExpressionID {
    guard let argument = node.child(field: grammar.argument) else { return other(node) }
    if node.child(field: grammar.operator)?.textEquals("-") == true,
      let kind = kind(argument), kind == .integer || kind == .float
    {
      return add(.number(-pythonNumber(argument.text)), at: node)
    }
    return other(node)
  }

  /// `value if condition else otherwise`
  private mutating func conditional(_ node: SyntaxNode) -> ExpressionID {
    let values = expressions(node.parts)
    guard values.count == 3 else { return add(.other(values), at: node) }
    return builder.add(.either([values[0], values[2]]), at: builder.facts[values[0]].position)
  }

  private mutating func named(_ node: SyntaxNode) -> ExpressionID {
    guard let name = node.child(field: grammar.name), let value = node.child(field: grammar.value) else {
      return other(node)
    }
    let result = expression(value)
    bind(name, to: result, in: variableScope)
    return result
  }

  private mutating func yield(_ node: SyntaxNode) -> ExpressionID {
    let start = position(node)
    let values = expressions(node.parts)
    guard let value = values.first else { return builder.add(.other([]), at: start) }
    let isDelegated = node.children.contains { !$0.isNamed && $0.textEquals("from") }
    let yielded = isDelegated ? builder.add(.element(value), at: start) : value
    if let function = functions.last {
      builder.update(function) {
        $0.yields.append(yielded)
        $0.traits.insert(.isGenerator)
      }
    }
    return builder.add(.other([yielded]), at: start)
  }
}
