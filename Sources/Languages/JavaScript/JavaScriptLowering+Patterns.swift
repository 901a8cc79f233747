import FrontEnd
import InventoryModel
import TreeSitter

extension JavaScriptLowering {
  /// Binds a pattern, taken apart into names, members and indices, to parts of a value. With a scope the
  /// names are declared there; without one they are assigned.
  mutating func bind(
    _ target: SyntaxNode, to value: ExpressionID?, annotation: TypeReference? = nil, in scope: ScopeID?
  ) {
    guard descend() else { return }
    defer { ascend() }
    switch kind(target) {
    case .identifier, .shorthandPattern, .shorthandProperty:
      let name = target.text
      if let scope { declare(name, .variable, in: scope) }
      builder.bind(add(.name(name, nil), at: target), to: value, annotation: annotation)
    case .arrayPattern, .array: unpack(target, from: value, in: scope)
    case .objectPattern, .object: takeMembers(target, from: value, in: scope)
    case .assignmentPattern, .objectAssignmentPattern: bindWithDefault(target, to: value, in: scope)
    case .parenthesized, .nonNull, .restPattern, .spread:
      if let inner = target.parts.first { bind(inner, to: value, annotation: annotation, in: scope) }
    default:
      let place = expression(target)
      if isPlace(place) { builder.bind(place, to: value, annotation: annotation) }
    }
  }

  /// Whether something can be stored there.
  func isPlace(_ id: ExpressionID) -> Bool {
    switch builder.facts[id].kind {
    case .name, .member, .index: true
    default: false
    }
  }

  private mutating func bindWithDefault(_ target: SyntaxNode, to value: ExpressionID?, in scope: ScopeID?) {
    guard let left = target.child(field: grammar.left), let right = target.child(field: grammar.right) else { return }
    let fallback = named(right, left.text)
    let either = value.map { add(.either([$0, fallback]), at: left) }
    bind(left, to: either ?? fallback, in: scope)
  }

  /// `[a, , b, ...rest]`
  private mutating func unpack(_ target: SyntaxNode, from value: ExpressionID?, in scope: ScopeID?) {
    var index = 0
    for part in target.children {
      if part.textEquals(",") { index += 1 }
      guard part.isNamed, kind(part) != .comment else { continue }
      guard let value else {
        bind(part, to: nil, in: scope)
        continue
      }
      if kind(part) == .restPattern || kind(part) == .spread {
        let spread = add(.spread(value), at: part)
        bind(part, to: add(.list([spread]), at: part), in: scope)
      } else {
        bind(part, to: add(.unpacked(value, index), at: part), in: scope)
      }
    }
  }

  /// `{ a, b: c, ["d"]: e, ...rest }`; the rest is the object itself.
  private mutating func takeMembers(_ target: SyntaxNode, from value: ExpressionID?, in scope: ScopeID?) {
    for part in target.parts {
      switch kind(part) {
      case .pairPattern, .pair:
        guard let key = part.child(field: grammar.key), let inner = part.child(field: grammar.value) else { continue }
        bind(inner, to: value.flatMap { member(of: $0, key) }, in: scope)
      case .restPattern, .spread: bind(part, to: value, in: scope)
      case .objectAssignmentPattern, .assignmentPattern:
        let name = part.child(field: grammar.left) ?? part
        bind(part, to: value.map { add(.member($0, name.text), at: name) }, in: scope)
      default: bind(part, to: value.map { add(.member($0, part.text), at: part) }, in: scope)
      }
    }
  }

  private mutating func member(of value: ExpressionID, _ key: SyntaxNode) -> ExpressionID? {
    if let name = propertyName(key) { return add(.member(value, name), at: key) }
    guard let computed = key.parts.first else { return nil }
    let index = expression(computed)
    return add(.index(value, index), at: key)
  }

  /// Binds the target of a loop to what it runs over. Of a map, and of entries, the second name is a value.
  mutating func bindElement(_ target: SyntaxNode, of iterable: ExpressionID, in scope: ScopeID?) {
    guard let (first, second) = pair(target) else {
      bind(target, to: add(.element(iterable), at: target), in: scope)
      return
    }
    let key = add(.other([]), at: first ?? target)
    if let first { bind(first, to: key, in: scope) }
    if let map = entriesOperand(iterable) {
      bind(second, to: add(.index(map, key), at: second), in: scope)
    } else {
      let element = add(.element(iterable), at: second)
      let part = add(.unpacked(element, 1), at: second)
      bind(second, to: add(.either([part, element]), at: second), in: scope)
    }
  }

  /// The two targets of `[key, value]`, of which the first may be left out.
  private func pair(_ target: SyntaxNode) -> (first: SyntaxNode?, second: SyntaxNode)? {
    guard kind(target) == .arrayPattern else { return nil }
    let names = parts(target)
    guard let second = names.last, kind(second) != .restPattern else { return nil }
    let commas = target.children.reduce(into: 0) { count, child in if child.textEquals(",") { count += 1 } }
    guard commas == 1 else { return nil }
    if names.count == 2 { return (names[0], second) }
    let isSecond = target.children.first { $0.textEquals(",") }.map { $0.order < second.order } ?? false
    return names.count == 1 && isSecond ? (nil, second) : nil
  }

  /// `m` of `m.entries()` and of `Object.entries(m)`.
  private func entriesOperand(_ iterable: ExpressionID) -> ExpressionID? {
    guard case .call(let callee, let arguments) = builder.facts[iterable].kind,
      case .member(let base, "entries") = builder.facts[callee].kind
    else { return nil }
    return arguments.first?.value ?? base
  }
}
