import FrontEnd
import InventoryModel
import TreeSitter

extension JavaScriptLowering {
  /// An object literal. Its methods are functions without an owner; a getter's entry is what it returns.
  mutating func object(_ node: SyntaxNode) -> ExpressionID {
    let place = position(node)
    var entries: [MapEntry] = []
    for part in node.parts {
      switch kind(part) {
      case .pair:
        guard let key = part.child(field: grammar.key), let value = part.child(field: grammar.value) else { continue }
        let name = propertyName(key)
        let keyExpression = self.key(key)
        entries.append(MapEntry(key: keyExpression, value: named(value, name)))
      case .shorthandProperty:
        let key = add(.string(StringTemplate(parts: [.literal(part.text, position(part))])), at: part)
        entries.append(MapEntry(key: key, value: add(.name(part.text, nil), at: part)))
      case .spread:
        guard let inner = part.parts.first else { continue }
        entries.append(MapEntry(key: nil, value: expression(inner)))
      case .methodDefinition:
        if let entry = methodEntry(part) { entries.append(entry) }
      default: expression(part)
      }
    }
    return builder.add(.map(entries), at: place)
  }

  private mutating func methodEntry(_ node: SyntaxNode) -> MapEntry? {
    guard let name = node.child(field: grammar.name) else { return nil }
    let key = self.key(name)
    let id = function(node, name: propertyName(name) ?? "", at: name)
    let value = add(.function(id), at: name)
    let traits = builder.facts[id].traits
    if traits.contains(.isSetter) { return nil }
    if traits.contains(.isProperty) { return MapEntry(key: key, value: add(.call(value, []), at: name)) }
    return MapEntry(key: key, value: value)
  }

  /// The key of an entry: its name as a string, or what is computed.
  private mutating func key(_ node: SyntaxNode) -> ExpressionID {
    switch kind(node) {
    case .computedName: return node.parts.first.map { expression($0) } ?? add(.other([]), at: node)
    case .string, .number: return expression(node)
    default: return add(.string(StringTemplate(parts: [.literal(node.text, position(node))])), at: node)
    }
  }

  /// The name of a property as far as it is written: `x`, `"x"`, `["x"]`, `#x`.
  func propertyName(_ node: SyntaxNode) -> String? {
    switch kind(node) {
    case .computedName: return node.parts.first.flatMap { literalText($0) }
    case .string: return literalText(node)
    default: return node.text
    }
  }

  /// A value that is given a name: an anonymous function takes it over.
  mutating func named(_ value: SyntaxNode, _ name: String?) -> ExpressionID {
    switch kind(value) {
    case .arrowFunction, .functionExpression, .generatorFunction: inferredName = name ?? ""
    default: inferredName = ""
    }
    return expression(value)
  }
}
