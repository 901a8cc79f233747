import FrontEnd
import InventoryModel
import TreeSitter

extension JavaScriptLowering {
  mutating func interface(_ node: SyntaxNode) {
    guard let name = node.child(field: grammar.name) else { return }
    let id = builder.reserveType(name.text, .interface, at: position(name))
    declare(name.text, .type(id))
    let bases = first(.extendsType, in: node).map { types(in: $0) } ?? []
    let typeParameters = self.typeParameters(of: node)
    builder.update(id) { type in
      type.bases = bases
      type.typeParameters = typeParameters
    }
    guard let body = node.child(field: grammar.body) else { return }
    let members = parts(body)
    if members.count == 1, kind(members[0]) == .indexSignature, let map = mapType(members[0]) {
      // All that is said is what its elements are.
      builder.update(id) { type in
        type.kind = .alias
        type.target = map
      }
      return
    }
    signatures(in: body, of: id)
  }

  /// The members of an interface or of an object type, in the type's own scope.
  mutating func signatures(in body: SyntaxNode, of type: TypeID) {
    let scope = builder.enter(.type(type), at: position(body))
    builder.update(type) { $0.memberScope = scope }
    for part in body.parts {
      switch kind(part) {
      case .propertySignature:
        guard let name = part.child(field: grammar.name) else { continue }
        let annotation = part.child(field: grammar.type).flatMap { self.type($0) }
        let field = Field(
          name: propertyName(name) ?? "", annotation: annotation, value: nil, position: position(name))
        builder.update(type) { $0.fields.append(field) }
      case .methodSignature: method(part, of: type)
      case .callSignature: _ = function(part, name: "", at: part, owner: type, traits: .isCallOperator)
      case .constructSignature:
        let id = function(part, name: "constructor", at: part, owner: type, traits: .isConstructor)
        let result = part.child(field: grammar.type).flatMap { self.type($0) }
        builder.update(id) { $0.result = result }
      default: break
      }
    }
    builder.leave()
  }

  mutating func typeAlias(_ node: SyntaxNode) {
    guard let name = node.child(field: grammar.name) else { return }
    let id = builder.reserveType(name.text, .alias, at: position(name))
    declare(name.text, .type(id))
    let target = node.child(field: grammar.value).flatMap { type($0) }
    let typeParameters = self.typeParameters(of: node)
    builder.update(id) { type in
      type.target = target
      type.typeParameters = typeParameters
    }
  }

  mutating func enumeration(_ node: SyntaxNode) {
    guard let name = node.child(field: grammar.name), let body = node.child(field: grammar.body) else { return }
    let id = builder.reserveType(name.text, .enumeration, at: position(name))
    declare(name.text, .type(id))
    let scope = builder.enter(.type(id), at: position(node))
    builder.update(id) { $0.memberScope = scope }
    for part in body.parts {
      let nameNode = part.child(field: grammar.name) ?? part
      let value = part.child(field: grammar.value).map { expression($0) }
      let field = Field(
        name: propertyName(nameNode) ?? "", annotation: nil, value: value, isStatic: true, position: position(nameNode))
      builder.update(id) { $0.fields.append(field) }
    }
    builder.leave()
  }

  /// `namespace A.B {}` is a type whose fields are what it exports; `declare module "x" {}` is a block.
  mutating func namespace(_ node: SyntaxNode) {
    guard let body = node.child(field: grammar.body) else { return }
    guard let name = node.child(field: grammar.name), kind(name) != .string else { return block(body, .block) }
    let names = kind(name) == .nestedIdentifier ? name.text.split(separator: ".").map(String.init) : [name.text]
    let outermost = openNamespace(names[0], at: name)
    for inner in names.dropFirst() {
      let id = openNamespace(inner, at: name)
      addExport(inner, add(.type(id), at: name), to: namespaces[namespaces.count - 2])
    }
    statements(in: body)
    for _ in names {
      namespaces.removeLast()
      builder.leave()
    }
    declare(names[0], .type(outermost))
  }

  private mutating func openNamespace(_ name: String, at node: SyntaxNode) -> TypeID {
    let id = builder.reserveType(name, .structure, at: position(node))
    let scope = builder.enter(.type(id), at: position(node))
    builder.update(id) { $0.memberScope = scope }
    namespaces.append(id)
    return id
  }
}
