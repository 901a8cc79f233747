import FrontEnd
import InventoryModel
import TreeSitter

extension SwiftLowering {
  /// A class, struct, actor, enum, protocol or extension.
  mutating func lowerType(_ node: SyntaxNode) {
    guard let nameNode = node.children.first(where: { $0.fieldID == fields.name }) else {
      for part in parts(node) { lowerStatement(part) }
      return
    }
    let kind = typeKind(node)
    let name = nameNode.text
    let id = builder.reserveType(name, kind, at: position(nameNode))
    if kind != .extension { builder.declare(name, .type(id)) }
    var bases = node.children.filter { kinds[$0] == .inheritanceSpecifier }.compactMap(typeChild)
    bases += whereClauses(node).filter { $0.path == ["Self"] }.map(\.bound)
    let decorators = lowerAttributes(node)
    let parameters = typeParameters(node)
    builder.update(id) { type in
      type.bases = bases
      type.typeParameters = parameters
      type.decorators = decorators
    }
    if kind == .extension {
      let target = typeReference(nameNode)
      builder.update(id) { $0.target = target }
    }
    lowerMembers(of: id, body: child(node, fields.body))
  }

  private mutating func lowerMembers(of id: TypeID, body: SyntaxNode?) {
    guard let body else { return }
    scoped(.type(id), at: body) { lowering in
      let scope = lowering.builder.currentScope
      lowering.builder.update(id) { $0.memberScope = scope }
      let around = (lowering.owner, lowering.function)
      (lowering.owner, lowering.function) = (id, nil)
      lowering.lowerList(body)
      (lowering.owner, lowering.function) = around
    }
  }

  private func typeKind(_ node: SyntaxNode) -> TypeDeclaration.Kind {
    switch child(node, fields.declarationKind)?.text {
    case "struct": .structure
    case "enum": .enumeration
    case "protocol": .interface
    case "extension": .extension
    default: .class
    }
  }

  mutating func lowerTypealias(_ node: SyntaxNode) {
    guard let name = child(node, fields.name) else { return }
    let id = builder.reserveType(name.text, .alias, at: position(name))
    builder.declare(name.text, .type(id))
    let target = node.children.first { isType($0) && $0.order != name.order }.map(typeReference)
    let parameters = typeParameters(node)
    builder.update(id) { type in
      type.target = target
      type.typeParameters = parameters
    }
  }

  /// An associated type is a generic parameter of its protocol, bounded by what it must conform to.
  mutating func lowerAssociatedType(_ node: SyntaxNode) {
    guard let owner, let name = child(node, .typeIdentifier) else { return }
    let parameter = TypeParameter(name: name.text, bound: typeChild(node))
    builder.update(owner) { $0.typeParameters.append(parameter) }
  }

  /// Cases are static fields of their payload's type, which patterns read from a value as members; a case of a
  /// `String` enum without a value of its own has its name.
  mutating func lowerEnumEntry(_ node: SyntaxNode) {
    guard let owner else { return }
    let isText = builder.facts[owner].bases.contains(.named("String"))
    var entries: [(name: SyntaxNode, payload: TypeReference?, value: ExpressionID?)] = []
    for part in node.children {
      switch part.fieldID {
      case fields.name where kinds[part] == .simpleIdentifier: entries.append((part, nil, nil))
      case fields.rawValue where !entries.isEmpty: entries[entries.endIndex - 1].value = lowerExpression(part)
      case fields.dataContents where !entries.isEmpty:
        let types = part.children.filter(isType).map(typeReference)
        entries[entries.endIndex - 1].payload = types.count > 1 ? .tuple(types) : types.first
        for value in parts(part) where !isType(value) && kinds[value] != .simpleIdentifier {
          lowerExpression(value)
        }
      default: break
      }
    }
    for entry in entries {
      let name = identifierText(entry.name)
      let place = position(entry.name)
      var value = entry.value
      if value == nil, isText, entry.payload == nil {
        value = builder.add(.string(StringTemplate(parts: [.literal(name, place)])), at: place)
      }
      let field = Field(name: name, annotation: entry.payload, value: value, isStatic: true, position: place)
      builder.update(owner) { $0.fields.append(field) }
    }
  }

  /// Lowers the attributes of a declaration; those with arguments are calls.
  mutating func lowerAttributes(_ node: SyntaxNode) -> [ExpressionID] {
    guard let modifiers = child(node, .modifiers) else { return [] }
    var result: [ExpressionID] = []
    for attribute in modifiers.children where kinds[attribute] == .attribute {
      guard let name = child(attribute, .userType) else { continue }
      let callee = builder.add(.name(name.text, nil), at: position(name))
      guard hasChild(attribute, .openParenthesis) else {
        result.append(callee)
        continue
      }
      let arguments = lowerAttributeArguments(attribute, after: name)
      result.append(builder.add(.call(callee, arguments), at: position(name)))
    }
    return result
  }

  /// The arguments of an attribute, whose labels stand beside them in the tree.
  private mutating func lowerAttributeArguments(_ attribute: SyntaxNode, after name: SyntaxNode) -> [Argument] {
    var arguments: [Argument] = []
    var label: String?
    for part in parts(attribute) where part.order != name.order {
      if kinds[part] == .simpleIdentifier, part.nextSibling?.textEquals(":") == true {
        label = identifierText(part)
      } else {
        arguments.append(Argument(label: label, value: lowerExpression(part)))
        label = nil
      }
    }
    return arguments
  }

  func isStatic(_ node: SyntaxNode) -> Bool {
    if hasChild(node, .classToken) { return true }
    guard let modifiers = child(node, .modifiers) else { return false }
    return modifiers.children.contains {
      kinds[$0] == .classToken || kinds[$0] == .propertyModifier && ($0.textEquals("static") || $0.textEquals("class"))
    }
  }
}
