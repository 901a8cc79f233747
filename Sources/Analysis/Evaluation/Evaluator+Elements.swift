import InventoryModel
import Knowledge

/// The elements of lists, where the source shows them.
extension Evaluator {
  /// Lists that are made of lists beyond this depth, or of more than this many, are known at run time only.
  private static let (nestingLimit, listLimit, elementLimit) = (64, 4096, 4096)

  /// The elements of what an expression is a list of.
  mutating func elements(of node: NodeID, in frame: Frame?) -> [Element] {
    if listDepth == 0 { listCount = 0 }
    listCount += 1
    guard listDepth < Evaluator.nestingLimit, listCount < Evaluator.listLimit else { return [] }
    listDepth += 1
    defer { listDepth -= 1 }
    let found = readElements(of: node, in: frame)
    return found.count > Evaluator.elementLimit ? Array(found.prefix(Evaluator.elementLimit)) : found
  }

  private mutating func readElements(of node: NodeID, in frame: Frame?) -> [Element] {
    guard let (file, id) = resolver.expression(of: node) else { return [] }
    let found: [Element]?
    switch file[id].kind {
    case .list(let elements): found = listed(elements, by: id, in: file, frame: frame)
    case .spread(let operand), .cast(let operand, _): found = elements(of: file.node(operand), in: frame)
    case .binary(.add, let left, let right):
      let first = elements(of: file.node(left), in: frame)
      guard !first.isEmpty else { return [] }
      // What is not known of the rest stands as one run-time part.
      let rest = elements(of: file.node(right), in: frame)
      found = first + (rest.isEmpty ? [(file.node(right), frame)] : rest)
    case .either(let options): found = optionalElements(options, in: file, frame: frame)
    case .member(let base, let name): found = storedElements(name, of: file.node(base))
    case .index(let base, let key): found = slicedElements(of: base, by: key, in: file, frame: frame)
    case .name(_, let symbol?): found = namedElements(id, symbol, in: file, frame: frame)
    case .call(let callee, let arguments):
      found = calledElements(callee, arguments, node: node, in: file, frame: frame)
    default: found = nil
    }
    return found ?? literalElements(of: node)
  }

  private mutating func listed(
    _ elements: [ExpressionID], by list: ExpressionID, in file: LoweredFile, frame: Frame?
  ) -> [Element] {
    if elements.count == 1, let made = comprehended(elements[0], list: list, file: file, frame: frame) { return made }
    return elements.flatMap { element -> [Element] in
      guard case .spread = file[element].kind else { return [(file.node(element), frame)] }
      let inner = self.elements(of: file.node(element), in: frame)
      return inner.isEmpty ? [(file.node(element), frame)] : inner
    }
  }

  /// Those of a list that is kept in a field.
  private mutating func storedElements(_ name: String, of base: NodeID) -> [Element]? {
    let stores = stores(ofMember: name, of: base)
    if stores.count == 1, let (file, store) = resolver.expression(of: stores[0]), isVisible(at: stores[0]),
      case .either(let options) = file[store].kind
    {
      return optionalElements(options, in: file, frame: rootFrame(knowing: stores[0]))
    }
    guard root != nil else { return nil }
    for store in stores {
      if let frame = rootFrame(knowing: store) { return elements(of: store, in: frame) }
    }
    return nil
  }

  /// Those of `list[first:]`.
  private mutating func slicedElements(
    of base: ExpressionID, by key: ExpressionID, in file: LoweredFile, frame: Frame?
  ) -> [Element]? {
    guard case .other(let bounds) = file[key].kind, let bound = bounds.first,
      case .number(let number) = file[bound].kind, let first = Int(exactly: number), first >= 0
    else { return nil }
    return Array(elements(of: file.node(base), in: frame).dropFirst(first))
  }

  /// Those of what a variable or parameter holds.
  private mutating func namedElements(
    _ id: ExpressionID, _ symbol: SymbolID, in file: LoweredFile, frame: Frame?
  ) -> [Element]? {
    if let grown = grownElements(of: symbol, in: file, frame: frame) { return grown }
    if let argument = frame?.arguments[file.node(symbol)] { return elements(of: argument, in: frame?.caller) }
    if let list = frame?.lists[file.node(symbol)] {
      if let last = reassignment(of: symbol, before: file[id], in: file) { return elements(of: last, in: frame) }
      return list.map { ($0, frame?.caller) }
    }
    guard let value = file.onlyValue(of: id), frame != nil || isMethodCall(value, in: file) else { return nil }
    let made = elements(of: file.node(value), in: frame)
    return frame != nil || !made.isEmpty ? made : nil
  }

  /// Those of what a call gives back.
  private mutating func calledElements(
    _ callee: ExpressionID, _ arguments: [Argument], node: NodeID, in file: LoweredFile, frame: Frame?
  ) -> [Element]? {
    if arguments.count == 1, isCollection(callee, in: file) {
      return elements(of: file.node(arguments[0].value), in: frame)
    }
    let made = madeElements(by: callee, arguments, in: file, frame: frame)
    if !made.isEmpty { return made }
    let returned = returnedElements(by: callee, arguments, node: node, in: file, frame: frame)
    return returned.isEmpty ? nil : returned
  }

  /// Those of the lists that are written somewhere and flow here.
  private func literalElements(of node: NodeID) -> [Element] {
    resolver.graph.values(node).flatMap { entry -> [Element] in
      guard entry.value.kind == .container, let literal = resolver.containers[Int(entry.value.first)].literal,
        isVisible(at: literal), let (file, list) = resolver.expression(of: literal),
        case .list(let elements) = file[list].kind
      else { return [] }
      return elements.map { (file.node($0), nil) }
    }
  }

  /// The elements of the list that a function of the project puts together, with what it is given.
  private mutating func returnedElements(
    by callee: ExpressionID, _ arguments: [Argument], node: NodeID, in file: LoweredFile, frame: Frame?
  ) -> [Element] {
    guard [.go, .python, .swift].contains(file.facts.language), (frame?.depth ?? 0) < Evaluator.depthLimit else {
      return []
    }
    let functions = resolver.graph.values(file.node(callee)).filter {
      [.function, .method].contains($0.value.kind)
    }
    guard functions.count == 1, let function = functions.first?.value.first else { return [] }
    let record = resolver.functions[Int(function)]
    guard let other = resolver.files[record.file] else { return [] }
    let inner = self.frame(for: function, node: node, arguments, file: file, caller: frame)
    let yields = other[record.id].yields
    if !yields.isEmpty {
      hasOpenList = true
      return yields.map { (other.node($0), inner) }
    }
    return other[record.id].returns.flatMap { result -> [Element] in
      guard case .name(_, let symbol?) = other[result].kind,
        let made = grownElements(of: symbol, in: other, frame: inner)
      else { return [] }
      hasOpenList = true
      return made
    }
  }

  /// The elements of one list or another; those of a list that is given stand as one run-time part.
  private mutating func optionalElements(
    _ options: [ExpressionID], in file: LoweredFile, frame: Frame?
  ) -> [Element] {
    let lists = options.map { elements(of: file.node($0), in: frame) }
    guard lists.contains(where: { !$0.isEmpty }) else { return [] }
    return zip(options, lists).flatMap { option, list -> [Element] in
      guard list.isEmpty, isParameter(option, in: file) else { return list }
      hasOpenList = true
      return [(file.node(option), frame)]
    }
  }

  private func isParameter(_ id: ExpressionID, in file: LoweredFile) -> Bool {
    guard case .name(_, let symbol?) = file[id].kind else { return false }
    return file[symbol].definitions.contains { if case .parameter = $0 { true } else { false } }
  }

  private func isMethodCall(_ id: ExpressionID, in file: LoweredFile) -> Bool {
    guard case .call(let callee, _) = file[id].kind, case .member = file[callee].kind else { return false }
    return true
  }

  /// `list(x)`, `tuple(x)`, `sorted(x)` and their like: what they hold is what they are given.
  func isCollection(_ callee: ExpressionID, in file: LoweredFile) -> Bool {
    resolver.graph.values(file.node(callee)).contains { entry in
      guard entry.value.kind == .external else { return false }
      if case .argument(0)? = resolver.effect(of: entry.value) {
        return true
      }
      return false
    }
  }

  /// The elements of a comprehension over a list that the source shows.
  mutating func comprehended(
    _ element: ExpressionID, list: ExpressionID, file: LoweredFile, frame: Frame?
  ) -> [Element]? {
    let inner = file[element].scope
    guard inner != file[list].scope, case .loop = file[inner].kind else { return nil }
    for binding in file.bindings where binding.scope == inner {
      guard case .name(_, let symbol?) = file[binding.target].kind, let value = binding.value,
        case .element(let source) = file[value].kind
      else { continue }
      let items = elements(of: file.node(source), in: frame)
      guard !items.isEmpty else { return nil }
      return items.map { item in
        var arguments = item.frame === frame?.caller ? frame?.arguments ?? [:] : [:]
        arguments[file.node(symbol)] = item.node
        return (file.node(element), Frame(arguments: arguments, caller: item.frame))
      }
    }
    return nil
  }
}
