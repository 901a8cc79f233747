import FrontEnd
import InventoryModel
import TreeSitter

extension SwiftLowering {
  /// A closure with its captures and its written or numbered parameters.
  mutating func lowerClosure(_ node: SyntaxNode) -> ExpressionID {
    let captures = lowerCaptures(node)
    let id = builder.reserveFunction("", at: position(node))
    let signature = child(node, .lambdaFunctionType)
    let result = signature.flatMap(typeChild)
    let traits = signature.map(effects) ?? []
    let end = endLine(node)
    builder.update(id) { function in
      function.traits = traits
      function.result = result
      function.endLine = end
    }
    numberedParameters.append(-1)
    lowerBody(of: id, at: node) { lowering in
      for capture in captures { lowering.bindName(capture.name, to: capture.value) }
      lowering.lowerClosureParameters(signature, of: id)
      lowering.lowerReturningList(lowering.child(node, .statements), of: id, valueIsUsed: true)
      lowering.lowerErrors(node.children)
      lowering.addNumberedParameters(to: id)
    }
    numberedParameters.removeLast()
    return builder.add(.function(id), at: position(node))
  }

  /// The values of `[x = y]`, which are evaluated outside; `[weak x]` changes no meaning.
  private mutating func lowerCaptures(_ node: SyntaxNode) -> [(name: SyntaxNode, value: ExpressionID)] {
    guard let list = child(node, fields.captures) else { return [] }
    var captures: [(name: SyntaxNode, value: ExpressionID)] = []
    for item in parts(list) where kinds[item] == .captureListItem {
      guard let name = child(item, fields.name), let value = child(item, fields.value) else { continue }
      captures.append((name, lowerExpression(value)))
    }
    return captures
  }

  private mutating func lowerClosureParameters(_ signature: SyntaxNode?, of id: FunctionID) {
    guard let signature, let list = child(signature, .lambdaFunctionTypeParameters) else { return }
    for parameter in parts(list) where kinds[parameter] == .lambdaParameter {
      let names = parameter.children.filter { kinds[$0] == .simpleIdentifier }
      guard let name = names.last else { continue }
      addParameter(identifierText(name), label: nil, annotation: typeChild(parameter), to: id)
    }
  }

  private mutating func addNumberedParameters(to id: FunctionID) {
    guard let last = numberedParameters.last, last >= 0, builder.facts[id].parameters.isEmpty else { return }
    builder.update(id) { $0.traits.insert(.hasNumberedParameters) }
    for number in 0...last { addParameter("$\(number)", label: nil, annotation: nil, to: id) }
  }
}
