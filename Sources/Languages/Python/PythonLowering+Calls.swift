import FrontEnd
import InventoryModel
import TreeSitter

extension PythonLowering {
  /// A call whose callee is lowered already; it stands where its callee's name stands.
  mutating func call(of callee: ExpressionID, _ node: SyntaxNode) -> ExpressionID {
    let position = builder.facts[callee].position
    let arguments = node.child(field: grammar.arguments).map { self.arguments($0) } ?? []
    return builder.add(meaning(of: callee, arguments), at: position)
  }

  /// The arguments in a pair of brackets; a generator expression may be the brackets itself.
  mutating func arguments(_ node: SyntaxNode) -> [Argument] {
    if kind(node) == .generatorExpression { return [Argument(value: expression(node))] }
    var arguments: [Argument] = []
    for part in node.parts {
      switch kind(part) {
      case .keywordArgument:
        guard let value = part.child(field: grammar.value) else { continue }
        let label = part.child(field: grammar.name)?.text
        arguments.append(Argument(label: label, value: expression(value)))
      case .listSplat:
        guard let value = part.parts.first else { continue }
        arguments.append(Argument(value: expression(value), spread: .list))
      case .dictionarySplat:
        guard let value = part.parts.first else { continue }
        arguments.append(Argument(value: expression(value), spread: .map))
      default:
        arguments.append(Argument(value: expression(part)))
      }
    }
    return arguments
  }

  /// What a call is: `super()`, `cast(T, value)` and an import by a literal name are not just calls.
  private mutating func meaning(of callee: ExpressionID, _ arguments: [Argument]) -> Expression.Kind {
    switch builder.facts[callee].kind {
    case .name("super", _): return .base
    case .name("cast", _), .member(_, "cast"):
      if arguments.count == 2, isTyping(callee), let type = type(of: arguments[0].value) {
        return .cast(arguments[1].value, type)
      }
    case .name("__import__", _), .name("import_module", _), .member(_, "import_module"):
      if let name = arguments.first.flatMap({ literal($0.value) }), !name.hasPrefix(".") {
        let position = builder.facts[callee].position
        return .module(builder.add(Import(module: name, scope: builder.currentScope, position: position)))
      }
    default: break
    }
    return .call(callee, arguments)
  }

  /// Whether a `cast` is that of `typing`, and not that of a query language.
  private func isTyping(_ callee: ExpressionID) -> Bool {
    switch builder.facts[callee].kind {
    case .member(let module, _):
      if case .name(let name, _) = builder.facts[module].kind {
        return ["typing", "t", "typing_extensions"].contains(name)
      }
      return false
    default:
      return builder.facts.imports.contains { $0.module.hasPrefix("typing") && $0.member == "cast" }
    }
  }

  /// A type that was lowered as an expression: a dotted name, or a string that holds one.
  private func type(of value: ExpressionID) -> TypeReference? {
    if let text = literal(value) { return PythonTypeParser.parse(text) }
    var path: [String] = []
    var current = value
    while case .member(let base, let name) = builder.facts[current].kind {
      path.append(name)
      current = base
    }
    guard case .name(let root, _) = builder.facts[current].kind else { return nil }
    return .named([root] + path.reversed(), arguments: [])
  }

  /// The text of a string without holes.
  private func literal(_ value: ExpressionID) -> String? {
    guard case .string(let template) = builder.facts[value].kind else { return nil }
    var text = ""
    for part in template.parts {
      guard case .literal(let piece, _) = part else { return nil }
      text += piece
    }
    return text
  }
}
