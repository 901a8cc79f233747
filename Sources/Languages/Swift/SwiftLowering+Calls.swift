import FrontEnd
import InventoryModel
import TreeSitter

extension SwiftLowering {
  /// A call, or a subscript, which the grammar takes for a call with brackets.
  mutating func lowerCall(_ node: SyntaxNode) -> ExpressionID {
    guard let calleeNode = parts(node).first, let suffix = child(node, .callSuffix) else {
      for part in parts(node) { lowerStatement(part, valueIsUsed: true) }
      return builder.add(.other([]), at: position(node))
    }
    if let collection = lowerCollection(calleeNode, suffix) { return collection }
    let callee = lowerExpression(calleeNode)
    for part in parts(node) where part.isError { lowerStatement(part) }
    let list = child(suffix, .valueArguments)
    if let list, hasChild(list, .openBracket) { return lowerSubscript(list, of: callee) }
    if let list, parts(list).contains(where: { $0.firstChild?.fieldID == fields.referenceSpecifier }) { return callee }
    let arguments = lowerArguments(suffix)
    return builder.add(.call(callee, arguments), at: builder.facts[callee].position)
  }

  private mutating func lowerSubscript(_ list: SyntaxNode, of base: ExpressionID) -> ExpressionID {
    let place = builder.facts[base].position
    let arguments = lowerArgumentList(list)
    guard let first = arguments.first else { return builder.add(.other([base]), at: place) }
    let element = builder.add(.index(base, first.value), at: place)
    guard let fallback = arguments.dropFirst().first(where: { $0.label == "default" }) else { return element }
    return builder.add(.either([element, fallback.value]), at: place)
  }

  /// `Foo<T>(…)`, `[T](…)`, `[K: V](…)`.
  mutating func lowerConstructor(_ node: SyntaxNode) -> ExpressionID {
    guard let type = child(node, fields.constructedType), let suffix = child(node, .constructorSuffix) else {
      return builder.add(.other([]), at: position(node))
    }
    guard kinds[type] == .userType else { return lowerCollection(of: typeReference(type), suffix, at: type) }
    let callee = lowerTypePath(type)
    let arguments = lowerArguments(suffix)
    return builder.add(.call(callee, arguments), at: builder.facts[callee].position)
  }

  /// `[T]()`, which the grammar takes for a call of a list of one name.
  private mutating func lowerCollection(_ callee: SyntaxNode, _ suffix: SyntaxNode) -> ExpressionID? {
    guard kinds[callee] == .arrayLiteral, let list = child(suffix, .valueArguments), hasChild(list, .openParenthesis),
      let element = parts(callee).first, parts(callee).count == 1, let path = typePath(element)
    else { return nil }
    return lowerCollection(of: .list(.named(path, arguments: [])), suffix, at: callee)
  }

  /// A collection made by its type: what it is made from, seen as that type.
  private mutating func lowerCollection(
    of type: TypeReference, _ suffix: SyntaxNode, at node: SyntaxNode
  ) -> ExpressionID {
    let contents = lowerArguments(suffix).map(\.value)
    var kind = Expression.Kind.list(contents)
    if case .map = type, contents.isEmpty { kind = .map([]) }
    let value = builder.add(kind, at: position(node))
    return builder.add(.cast(value, type), at: position(node))
  }

  /// A type's path as names and members, without its type arguments.
  private mutating func lowerTypePath(_ type: SyntaxNode) -> ExpressionID {
    var path: ExpressionID?
    for part in parts(type) where kinds[part] == .typeIdentifier {
      let place = position(part)
      path =
        path.map { builder.add(.member($0, part.text), at: place) } ?? builder.add(.name(part.text, nil), at: place)
    }
    return path ?? builder.add(.other([]), at: position(type))
  }

  /// `#expect(…)`: a call of the name with its sign.
  mutating func lowerMacro(_ node: SyntaxNode) -> ExpressionID {
    guard let name = child(node, .simpleIdentifier) else { return builder.add(.other([]), at: position(node)) }
    let callee = builder.add(.name("#" + name.text, nil), at: position(name))
    let arguments = child(node, .callSuffix).map { lowerArguments($0) } ?? []
    return builder.add(.call(callee, arguments), at: position(name))
  }

  /// Arguments in parentheses, then trailing closures, the first of which has no label.
  private mutating func lowerArguments(_ suffix: SyntaxNode) -> [Argument] {
    var arguments: [Argument] = []
    var label: String?
    for part in parts(suffix) {
      switch kinds[part] {
      case .valueArguments: arguments += lowerArgumentList(part)
      case .simpleIdentifier: label = identifierText(part)
      case .lambdaLiteral:
        arguments.append(Argument(label: label, value: lowerExpression(part)))
        label = nil
      default: lowerStatement(part, valueIsUsed: true)
      }
    }
    return arguments
  }

  private mutating func lowerArgumentList(_ list: SyntaxNode) -> [Argument] {
    var arguments: [Argument] = []
    for part in parts(list) {
      guard kinds[part] == .valueArgument, let value = part.child(field: fields.value) ?? parts(part).last else {
        lowerStatement(part, valueIsUsed: true)
        continue
      }
      let label = child(part, fields.name).flatMap { child($0, .simpleIdentifier) ?? $0 }
      arguments.append(Argument(label: label.map(identifierText), value: lowerExpression(value)))
      lowerErrors(part.children)
    }
    return arguments
  }

  /// `base.name`, `tuple.0`, `Type.self`, `Type.init`, `\.path`.
  mutating func lowerNavigation(_ node: SyntaxNode) -> ExpressionID {
    guard let target = parts(node).first(where: { $0.fieldID == fields.target }) ?? parts(node).first,
      let suffix = child(node, .navigationSuffix)?.child(field: fields.suffix)
    else { return builder.add(.other([]), at: position(node)) }
    if isKeyPath(target) {
      let root = lowerKeyPath(target)
      let member = identifierText(suffix)
      let kind: Expression.Kind = root.map { .member($0, member) } ?? .implicitMember(member)
      return builder.add(.other([builder.add(kind, at: position(suffix))]), at: position(node))
    }
    if suffix.textEquals("self"), let path = typePath(target) {
      return builder.add(.typeValue(.named(path, arguments: [])), at: position(target))
    }
    let base = isType(target) ? lowerTypePath(target) : lowerExpression(target)
    lowerErrors(node.children)
    if kinds[suffix] == .integerLiteral {
      return builder.add(.unpacked(base, Int(suffix.text) ?? 0), at: position(suffix))
    }
    if suffix.textEquals("self") || suffix.textEquals("rawValue") && !isReceiver(base) { return base }
    if suffix.textEquals("init"), isTypeName(base) { return base }
    return builder.add(.member(base, identifierText(suffix)), at: position(suffix))
  }

  /// Whether a chain begins with a key path's sign; chains longer than any key path are none.
  private func isKeyPath(_ node: SyntaxNode) -> Bool {
    var current = node
    for _ in 0..<16 {
      guard kinds[current] == .navigationExpression, let target = current.child(field: fields.target) else { break }
      current = target
    }
    return kinds[current] == .keyPathExpression
  }

  /// `\.a.b` without its sign: `.a.b`; nothing for the sign alone.
  private mutating func lowerKeyPath(_ node: SyntaxNode) -> ExpressionID? {
    guard kinds[node] == .navigationExpression, let target = node.child(field: fields.target),
      let suffix = child(node, .navigationSuffix)?.child(field: fields.suffix)
    else { return nil }
    let base = nested { $0.lowerKeyPath(target) } ?? nil
    let member = identifierText(suffix)
    return builder.add(base.map { .member($0, member) } ?? .implicitMember(member), at: position(suffix))
  }

  /// The components of `A.B`, when its last begins with a capital letter.
  private func typePath(_ node: SyntaxNode) -> [String]? {
    var path: [String] = []
    var current = node
    while kinds[current] == .navigationExpression {
      guard let suffix = child(current, .navigationSuffix)?.child(field: fields.suffix),
        let target = current.child(field: fields.target)
      else { return nil }
      path.append(suffix.text)
      current = target
    }
    guard kinds[current] == .simpleIdentifier else { return nil }
    path.append(current.text)
    return path[0].first?.isUppercase == true ? path.reversed() : nil
  }

  /// Inside a type its raw value is a field like others; from outside it is the value itself, which is what cases are
  /// lowered to.
  private func isReceiver(_ id: ExpressionID) -> Bool {
    switch builder.facts[id].kind {
    case .receiver, .base: true
    default: false
    }
  }

  private func isTypeName(_ id: ExpressionID) -> Bool {
    switch builder.facts[id].kind {
    case .name(let name, _), .member(_, let name): name.first?.isUppercase == true
    default: false
    }
  }
}
