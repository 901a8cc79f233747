import FrontEnd
import InventoryModel
import TreeSitter

extension SwiftLowering {
  /// Lowers the conditions of `if`, `guard` and `while`. Each binding opens a scope for its names, so
  /// that `if let x = x` reads the outer `x`; the caller closes them.
  mutating func lowerConditions(_ nodes: some Sequence<SyntaxNode>) {
    var clause: [SyntaxNode] = []
    var openParentheses = 0
    for node in nodes where !isTrivia(node) {
      switch kinds[node] {
      case .openParenthesis: openParentheses += 1
      case .closeParenthesis: openParentheses -= 1
      case .commaToken where openParentheses == 0:
        lowerCondition(clause)
        clause = []
        continue
      default: break
      }
      // The grammar leaves out the comma's node after some bindings: a new keyword starts a clause too.
      if openParentheses == 0, !clause.isEmpty, kinds[node] == .caseToken {
        lowerCondition(clause)
        clause = []
      }
      clause.append(node)
    }
    lowerCondition(clause)
  }

  private mutating func lowerCondition(_ nodes: [SyntaxNode]) {
    guard let first = nodes.first else { return }
    let isBinding = kinds[first] == .caseToken || kinds[first] == .valueBindingPattern
    guard isBinding else {
      for node in nodes where node.isNamed || kinds[node] == .nilToken {
        if node.isError { lowerStatement(node) } else { lowerExpression(node) }
      }
      return
    }
    let equal = nodes.firstIndex { kinds[$0] == .equalToken } ?? nodes.endIndex
    let pattern = Array(nodes[..<equal])
    var subject: ExpressionID?
    for node in nodes[equal...].dropFirst() {
      if node.isError { lowerStatement(node) } else { subject = subject ?? lowerExpression(node) }
    }
    let isCase = kinds[first] == .caseToken
    if subject == nil, !isCase, let name = pattern.first(where: { kinds[$0] == .simpleIdentifier }) {
      if name.textEquals("self") { return }
      subject = builder.add(.name(name.text, nil), at: position(name))
    }
    enterBlock(at: first)
    lowerPattern(pattern, subject: subject, binds: false)
  }

  /// Takes a pattern apart: one binding for each name. `binds` says that a plain name is a new one, as
  /// in the parts of `let (a, b)`; without a subject names are declared only.
  mutating func lowerPattern(_ nodes: [SyntaxNode], subject: ExpressionID?, binds: Bool) {
    _ = nested { $0.lowerNestedPattern(nodes, subject: subject, binds: binds) }
  }

  private mutating func lowerNestedPattern(_ nodes: [SyntaxNode], subject: ExpressionID?, binds: Bool) {
    let binds = binds || nodes.contains { kinds[$0] == .valueBindingPattern }
    let annotation = nodes.first { isType($0) || kinds[$0] == .typeAnnotation }.map(typeReference)
    let patterns = nodes.filter { kinds[$0] == .pattern }
    if let dot = nodes.firstIndex(where: { kinds[$0] == .dotToken }) {
      let name = nodes[dot...].first { kinds[$0] == .simpleIdentifier }?.text ?? ""
      lowerPayload(patterns, of: name, subject: subject, binds: binds)
    } else if nodes.contains(where: { kinds[$0] == .openParenthesis }) {
      lowerPayload(patterns, of: nil, subject: subject, binds: binds)
    } else if let name = nodes.first(where: { $0.fieldID == fields.boundIdentifier }) {
      bindName(name, to: cast(subject, to: annotation, at: name), annotation: annotation)
    } else if let name = nodes.first(where: { kinds[$0] == .simpleIdentifier }), binds,
      patterns.isEmpty
    {
      bindName(name, to: cast(subject, to: annotation, at: name), annotation: annotation)
    } else if let name = nodes.first(where: { kinds[$0] == .simpleIdentifier }), !patterns.isEmpty {
      // `case let .b(p)`: the grammar drops the dot before the name.
      lowerPayload(patterns, of: name.text, subject: subject, binds: binds)
    } else if patterns.count == 1 {
      lowerPattern(
        Array(patterns[0].children), subject: cast(subject, to: annotation, at: patterns[0]), binds: binds)
    } else if patterns.count > 1 {
      lowerPayload(patterns, of: nil, subject: subject, binds: binds)
    } else {
      for node in nodes where node.isNamed && !isTrivia(node) && !isPatternSyntax(node) { lowerExpression(node) }
    }
  }

  private func isPatternSyntax(_ node: SyntaxNode) -> Bool {
    switch kinds[node] {
    case .valueBindingPattern, .wildcardPattern, .simpleIdentifier, .typeAnnotation: true
    default: isType(node) || node.isError
    }
  }

  /// The parts of a tuple, or the payload of an enum's case, which is read as a member of the value; what an optional
  /// or a result holds is the value itself.
  private mutating func lowerPayload(
    _ patterns: [SyntaxNode], of caseName: String?, subject: ExpressionID?, binds: Bool
  ) {
    var whole = subject
    if let subject, let caseName, let first = patterns.first, caseName != "some", caseName != "success" {
      whole = builder.add(.member(subject, caseName), at: position(first))
    }
    for (index, pattern) in patterns.enumerated() {
      var part = whole
      if let whole, patterns.count > 1 { part = builder.add(.unpacked(whole, index), at: position(pattern)) }
      lowerPattern(Array(pattern.children), subject: part, binds: binds)
    }
  }

  private mutating func cast(
    _ subject: ExpressionID?, to type: TypeReference?, at node: SyntaxNode
  ) -> ExpressionID? {
    guard let subject, let type else { return subject }
    return builder.add(.cast(subject, type), at: position(node))
  }

  /// Declares a variable and binds it.
  mutating func bindName(_ node: SyntaxNode, to value: ExpressionID?, annotation: TypeReference? = nil) {
    let name = identifierText(node)
    guard name != "_", name != "self" else { return }
    builder.declare(name, .variable)
    let target = builder.add(.name(name, nil), at: position(node))
    builder.bind(target, to: value, annotation: annotation)
  }

  /// An identifier without the backticks that let it be a keyword.
  func identifierText(_ node: SyntaxNode) -> String {
    let text = node.text
    return text.hasPrefix("`") ? String(text.dropFirst().dropLast()) : text
  }
}
