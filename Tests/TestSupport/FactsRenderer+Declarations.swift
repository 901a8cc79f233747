import InventoryModel

extension FactsRenderer {
  var types: [String] {
    section(
      "types",
      facts.types.flatMap { type -> [String] in
        var lines = ["\(text(type.position)) \(heading(type))"] + documentation(type.documentation)
        lines += type.decorators.map { "  @\(text($0))" }
        lines += type.fields.map { "  \(text($0.position)) \(field($0))" }
        return lines
      })
  }

  var functions: [String] {
    section(
      "functions",
      facts.functions.flatMap { function -> [String] in
        var lines = ["\(text(function.position)) \(heading(function))"] + documentation(function.documentation)
        lines += function.decorators.map { "  @\(text($0))" }
        lines += function.returns.map { "  returns \(text($0))" }
        lines += function.yields.map { "  yields \(text($0))" }
        return lines
      })
  }

  private func documentation(_ text: String?) -> [String] { text.map { ["  documentation \(quoted($0))"] } ?? [] }

  private func heading(_ type: TypeDeclaration) -> String {
    let bases = type.bases.isEmpty ? "" : "(\(type.bases.map { text($0) }.joined(separator: ", ")))"
    let target = type.target.map { " = \(text($0))" } ?? ""
    return "\(word(type.kind)) \(type.name)\(text(type.typeParameters))\(bases)\(target)"
  }

  private func word(_ kind: TypeDeclaration.Kind) -> String {
    switch kind {
    case .class: "class"
    case .structure: "structure"
    case .interface: "interface"
    case .enumeration: "enumeration"
    case .alias: "alias"
    case .extension: "extension"
    }
  }

  private func field(_ field: Field) -> String {
    let annotation = field.annotation.map { ": \(text($0))" } ?? ""
    let value = field.value.map { " = \(text($0))" } ?? ""
    let encoded = field.encodedName.map { " as \($0)" } ?? ""
    return "\(field.isStatic ? "static " : "")field \(field.name)\(annotation)\(value)\(encoded)"
  }

  private func heading(_ function: FunctionDeclaration) -> String {
    let owner = function.owner.map { facts[$0].name + "." } ?? ""
    let receiver = function.receiverType.map { "(\(text($0)))." } ?? ""
    let name = function.name.isEmpty ? "(closure)" : function.name
    let parameters = function.parameters.map { text($0) }.joined(separator: ", ")
    let result = function.result.map { " -> \(text($0))" } ?? ""
    let traits = words(function.traits).map { " [\($0)]" }.joined()
    return
      "\(receiver)\(owner)\(name)\(text(function.typeParameters))(\(parameters))\(result)\(traits) to line \(function.endLine)"
  }

  private func text(_ parameter: Parameter) -> String {
    let sign =
      switch parameter.kind {
      case .plain: ""
      case .list: "*"
      case .map: "**"
      }
    let label = parameter.label.map { $0 == parameter.name ? "=" : "\($0) " } ?? ""
    let annotation = parameter.annotation.map { ": \(text($0))" } ?? ""
    let value = parameter.defaultValue.map { " = \(text($0))" } ?? ""
    return "\(label)\(sign)\(parameter.symbol == nil ? "(pattern)" : "")\(parameter.name)\(annotation)\(value)"
  }

  private func text(_ parameters: [TypeParameter]) -> String {
    guard !parameters.isEmpty else { return "" }
    let texts = parameters.map { $0.name + ($0.bound.map { ": \(text($0))" } ?? "") }
    return "<\(texts.joined(separator: ", "))>"
  }

  private func words(_ traits: FunctionDeclaration.Traits) -> [String] {
    let names: [(FunctionDeclaration.Traits, String)] = [
      (.isStatic, "static"), (.isConstructor, "constructor"), (.isProperty, "property"), (.isAsync, "async"),
      (.isGenerator, "generator"), (.isSetter, "setter"), (.isDelegation, "delegation"), (.isEntry, "entry"),
      (.isCallOperator, "call operator"), (.hasNumberedParameters, "numbered parameters"),
      (.isAttached, "attached"), (.isThrowing, "throwing"),
    ]
    return names.filter { traits.contains($0.0) }.map(\.1)
  }

  func text(_ type: TypeReference) -> String {
    switch type {
    case .named(let path, let arguments):
      path.joined(separator: ".") + (arguments.isEmpty ? "" : "<\(list(arguments))>")
    case .list(let element): "[\(text(element))]"
    case .map(let key, let value): "[\(text(key)): \(text(value))]"
    case .tuple(let elements): "(\(list(elements)))"
    case .either(let types): "(\(types.map { text($0) }.joined(separator: " | ")))"
    case .function(let parameters, let result): "(\(list(parameters))) -> \(result.map { text($0) } ?? "()")"
    case .literal(let id): "type@\(text(facts[id].position))"
    }
  }

  private func list(_ types: [TypeReference]) -> String { types.map { text($0) }.joined(separator: ", ") }
}
