import FrontEnd
import InventoryModel
import TreeSitter

extension PythonLowering {
  /// Binds an assignment's target, taken apart into names, members and indices, to parts of a value.
  mutating func bind(
    _ target: SyntaxNode, to value: ExpressionID?, annotation: TypeReference? = nil, in scope: ScopeID
  ) {
    guard descend() else { return }
    defer { ascend() }
    switch kind(target) {
    case .identifier:
      let name = target.text
      builder.declare(name, .variable, in: scope)
      builder.bind(add(.name(name, nil), at: target), to: value, annotation: annotation)
    case .patternList, .tuplePattern, .listPattern, .tuple, .list, .expressionList:
      unpack(Array(target.parts), from: value, in: scope)
    case .parenthesizedExpression, .asPatternTarget:
      if let inner = target.parts.first { bind(inner, to: value, annotation: annotation, in: scope) }
    case .listSplatPattern, .listSplat, .splatPattern:
      guard let inner = target.parts.first else { return }
      bind(inner, to: value.map { rest(of: $0, at: target) }, in: scope)
    default:
      let place = expression(target)
      switch builder.facts[place].kind {
      case .name, .member, .index: builder.bind(place, to: value, annotation: annotation)
      default: break
      }
    }
  }

  private mutating func unpack(_ targets: [SyntaxNode], from value: ExpressionID?, in scope: ScopeID) {
    let star = targets.firstIndex { isSplat($0) } ?? targets.count
    for (index, target) in targets.enumerated() {
      guard let value, index != star else {
        bind(target, to: value, in: scope)
        continue
      }
      let place = index < star ? index : index - targets.count
      let part = add(.unpacked(value, place), at: target)
      bind(target, to: part, in: scope)
    }
  }

  func isSplat(_ node: SyntaxNode) -> Bool {
    switch kind(node) {
    case .listSplatPattern, .listSplat, .splatPattern: true
    case .casePattern: node.parts.first.map { isSplat($0) } ?? false
    default: false
    }
  }

  /// What a starred target takes: a list of what is left.
  private mutating func rest(of value: ExpressionID, at node: SyntaxNode) -> ExpressionID {
    let spread = add(.spread(value), at: node)
    return add(.list([spread]), at: node)
  }

  /// Binds the target of a loop to what it runs over. Numbering, pairing and reading a map's items are so
  /// common that their parts are named here.
  mutating func bindElement(_ target: SyntaxNode, of iterable: ExpressionID, in scope: ScopeID) {
    let names = kind(target) == .identifier ? [] : Array(target.parts)
    if !names.contains(where: { isSplat($0) }), let columns = columns(of: iterable, count: names.count) {
      for (name, column) in zip(names, columns) {
        switch column {
        case .unknown: bind(name, to: nil, in: scope)
        case .element(let list): bind(name, to: add(.element(list), at: name), in: scope)
        case .value(let map):
          let key = add(.other([]), at: name)
          bind(name, to: add(.index(map, key), at: name), in: scope)
        }
      }
    } else {
      bind(target, to: add(.element(iterable), at: target), in: scope)
    }
  }

  private enum Column {
    case unknown
    case element(ExpressionID)
    case value(ExpressionID)
  }

  /// What the names of `for a, b in iterable` stand for, where the iterable puts tuples together.
  private func columns(of iterable: ExpressionID, count: Int) -> [Column]? {
    guard count > 1, case .call(let callee, let arguments) = builder.facts[iterable].kind,
      arguments.allSatisfy({ $0.spread == .none })
    else { return nil }
    switch builder.facts[callee].kind {
    case .name("enumerate", _):
      guard count == 2, let list = arguments.first else { return nil }
      return [.unknown, .element(list.value)]
    case .name("zip", _):
      let lists = arguments.filter { $0.label == nil }
      return lists.count == count ? lists.map { .element($0.value) } : nil
    case .member(let map, "items"):
      guard count == 2, arguments.isEmpty else { return nil }
      return [.element(map), .value(map)]
    default: return nil
    }
  }
}
