import FrontEnd
import InventoryModel
import TreeSitter

extension PythonLowering {
  mutating func classDefinition(_ node: SyntaxNode, decorators: [ExpressionID]) {
    guard let nameNode = node.child(field: grammar.name) else { return }
    let name = nameNode.text
    let start = position(nameNode)
    let outer = variableScope
    var bases: [TypeReference] = []
    for base in node.child(field: grammar.superclasses).map({ Array($0.parts) }) ?? [] {
      if let value = base.child(field: grammar.value), kind(base) == .keywordArgument {
        expression(value)
      } else if kind(base) == .call || kind(base) == .listSplat {
        expression(base)
      } else if let type = PythonTypeParser.parse(base.text) {
        bases.append(type)
      }
    }
    let isProtocol = bases.contains { PythonLowering.lastComponent($0) == "Protocol" }
    let id = builder.reserveType(name, isProtocol ? .interface : .class, at: start)
    builder.declare(name, .type(id), in: outer)
    let parameters = typeParameters(node.child(field: grammar.typeParameters)) + typeParameters(of: bases)
    let scope = builder.currentScope
    let memberScope = builder.enter(.type(id), at: start)
    builder.update(id) {
      $0.bases = bases
      $0.typeParameters = parameters
      $0.decorators = decorators
      $0.scope = scope
      $0.memberScope = memberScope
    }
    let documentation = documentedBody(node.child(field: grammar.body), isDecorated: !decorators.isEmpty)
    builder.update(id) { $0.documentation = documentation }
    builder.leave()
  }

  /// `[T, U: Bound]` after a name.
  func typeParameters(_ node: SyntaxNode?) -> [TypeParameter] {
    guard let node else { return [] }
    return node.parts.map { part in
      let pieces = part.text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let name = pieces[0].filter { $0 != " " && $0 != "*" }
      return TypeParameter(name: name, bound: pieces.count > 1 ? PythonTypeParser.parse(pieces[1]) : nil)
    }
  }

  /// The variables of `Generic[T, U]` and `Protocol[T]`.
  private func typeParameters(of bases: [TypeReference]) -> [TypeParameter] {
    bases.flatMap { base -> [TypeParameter] in
      guard case .named(let path, let arguments) = base, let last = path.last, last == "Generic" || last == "Protocol"
      else { return [] }
      return arguments.compactMap { PythonLowering.lastComponent($0) }.map { TypeParameter(name: $0, bound: nil) }
    }
  }

  private static func lastComponent(_ type: TypeReference) -> String? {
    if case .named(let path, _) = type { path.last } else { nil }
  }

  /// `type Name = Type`
  mutating func typeAlias(_ node: SyntaxNode) {
    guard let left = node.child(field: grammar.left), let right = node.child(field: grammar.right) else { return }
    // The grammar takes `type(self).field = value` for one: what is set is seen through self as well.
    if left.text.hasPrefix("(") {
      guard let target = left.parts.first, kind(target) == .attribute, let given = right.parts.first else { return }
      bind(target, to: expression(given), annotation: nil, in: variableScope)
      return
    }
    let name = String(left.text.prefix { $0 != "[" })
    declareAlias(name, PythonTypeParser.parse(right.text), at: left)
  }

  /// `Name = Annotated[Type, …]` and `Name: TypeAlias = Type` are types as well as values.
  mutating func aliasType(_ name: SyntaxNode, _ value: SyntaxNode, _ annotation: TypeReference?) {
    let isDeclared = annotation.flatMap { PythonLowering.lastComponent($0) } == "TypeAlias"
    guard isDeclared || isTypeForm(value) else { return }
    declareAlias(name.text, PythonTypeParser.parse(value.text), at: name)
  }

  private func isTypeForm(_ value: SyntaxNode) -> Bool {
    guard kind(value) == .subscript, let form = value.child(field: grammar.value) else { return false }
    let name = kind(form) == .attribute ? form.child(field: grammar.attribute) : form
    return ["Annotated", "Optional", "Union"].contains(name?.text ?? "")
  }

  private mutating func declareAlias(_ name: String, _ target: TypeReference?, at node: SyntaxNode) {
    guard let target else { return }
    let id = builder.reserveType(name, .alias, at: position(node))
    builder.update(id) { $0.target = target }
    builder.declare(name, .type(id), in: variableScope)
  }
}
