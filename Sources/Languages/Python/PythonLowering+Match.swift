import FrontEnd
import InventoryModel
import TreeSitter

extension PythonLowering {
  mutating func matchStatement(_ node: SyntaxNode) {
    let subjects = expressions(Array(node.children(field: grammar.subject).filter { $0.isNamed }))
    let subject = subjects.count == 1 ? subjects[0] : add(.list(subjects), at: node)
    guard let body = node.child(field: grammar.body) else { return }
    for clause in body.parts where kind(clause) == .caseClause {
      builder.enter(.branch, at: position(clause))
      for part in clause.parts where part.fieldID == 0 { match(part, against: subject) }
      if let condition = clause.child(field: grammar.guard) { expressions(condition.parts) }
      block(clause.child(field: grammar.consequence))
      builder.leave()
    }
  }

  /// Binds the names that a pattern captures.
  private mutating func match(_ pattern: SyntaxNode, against subject: ExpressionID) {
    guard descend() else { return }
    defer { ascend() }
    switch kind(pattern) {
    case .casePattern:
      if let inner = pattern.parts.first { match(inner, against: subject) }
    case .dottedName:
      if let name = captured(pattern) { bind(name, to: subject, in: variableScope) }
    case .asPattern: matchNamed(pattern, against: subject)
    case .tuplePattern where isGroup(pattern), .unionPattern:
      for part in pattern.parts { match(part, against: subject) }
    case .listPattern, .tuplePattern: matchSequence(Array(pattern.parts), against: subject)
    case .classPattern: matchClass(pattern, against: subject)
    case .dictPattern: matchMap(pattern, against: subject)
    case .splatPattern:
      if let name = pattern.parts.first { bind(name, to: add(.spread(subject), at: pattern), in: variableScope) }
    default: expression(pattern)
    }
  }

  /// Whether brackets hold one pattern and make no sequence of it.
  private func isGroup(_ pattern: SyntaxNode) -> Bool {
    pattern.parts.count == 1 && !pattern.children.contains { !$0.isNamed && $0.textEquals(",") }
  }

  /// The name of a pattern that takes everything; a dotted name is a value to compare with.
  private func captured(_ pattern: SyntaxNode) -> SyntaxNode? {
    let names = pattern.parts
    return names.count == 1 ? names.first : nil
  }

  /// `pattern as name`; after a class pattern the name is of that class.
  private mutating func matchNamed(_ pattern: SyntaxNode, against subject: ExpressionID) {
    let all = Array(pattern.parts)
    guard let inner = all.first, let name = pattern.child(field: grammar.alias) ?? all.dropFirst().last else { return }
    match(inner, against: subject)
    let target = kind(name) == .asPatternTarget ? name.parts.first ?? name : name
    let seen = kind(inner) == .casePattern ? inner.parts.first ?? inner : inner
    bind(target, to: cast(subject, to: seen), in: variableScope)
  }

  private mutating func cast(_ subject: ExpressionID, to pattern: SyntaxNode) -> ExpressionID {
    guard kind(pattern) == .classPattern, let name = pattern.parts.first,
      let type = PythonTypeParser.parse(name.text)
    else { return subject }
    return add(.cast(subject, type), at: pattern)
  }

  private mutating func matchSequence(_ patterns: [SyntaxNode], against subject: ExpressionID) {
    let star = patterns.firstIndex { isSplat($0) } ?? patterns.count
    for (index, pattern) in patterns.enumerated() {
      let place = index < star ? index : index - patterns.count
      match(pattern, against: index == star ? subject : add(.unpacked(subject, place), at: pattern))
    }
  }

  private mutating func matchClass(_ pattern: SyntaxNode, against subject: ExpressionID) {
    for part in pattern.parts.dropFirst() {
      let inner = kind(part) == .casePattern ? part.parts.first ?? part : part
      let named = kind(inner) == .keywordPattern ? Array(inner.parts) : []
      if let name = named.first, let value = named.last, named.count == 2 {
        match(value, against: add(.member(subject, name.text), at: name))
      } else {
        match(part, against: add(.other([subject]), at: part))
      }
    }
  }

  private mutating func matchMap(_ pattern: SyntaxNode, against subject: ExpressionID) {
    var key: ExpressionID?
    for part in pattern.parts {
      if part.fieldID == grammar.key {
        key = expression(part)
      } else if part.fieldID == grammar.value, let index = key {
        match(part, against: add(.index(subject, index), at: part))
      } else {
        match(part, against: subject)
      }
    }
  }
}
