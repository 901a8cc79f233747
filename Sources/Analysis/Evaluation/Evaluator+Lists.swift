import InventoryModel
import Knowledge

/// Lists that are put together step by step: `append`, `push`, `list[i] = x`, `redis.Args{}.Add(x)`.
extension Evaluator {
  /// A list's element, in the frame of the call that is read.
  typealias Element = (node: NodeID, frame: Frame?)

  /// What is added to the lists of a file: by the list's symbol, the values in their order.
  struct Growth {
    fileprivate(set) var added: [SymbolID: [(place: SourcePosition, value: ExpressionID)]] = [:]
    /// Lists whose elements are put in.
    fileprivate(set) var copied: [SymbolID: [(place: SourcePosition, value: ExpressionID)]] = [:]
  }

  /// Beyond this many elements that are added to a list, the further ones are not told.
  private static let growthLimit = 16

  /// The elements in the frame of the caller that is looked at.
  mutating func elements(of node: NodeID) -> [Element] { elements(of: node, in: root) }

  /// The elements of a variable's list with what is added to it later; nil for one to which nothing is added.
  mutating func grownElements(of symbol: SymbolID, in file: LoweredFile, frame: Frame?) -> [Element]? {
    let list = file.node(symbol)
    guard growing.insert(list).inserted else { return nil }
    defer { growing.remove(list) }
    var added: [(place: SourcePosition, elements: [Element])] = []
    for addition in growth(of: file).added[symbol] ?? [] {
      added.append((addition.place, rounds(of: addition.value, in: file, frame: frame)))
    }
    for copy in growth(of: file).copied[symbol] ?? [] {
      let known = elements(of: file.node(copy.value), in: frame)
      added.append((copy.place, known.isEmpty ? [(file.node(copy.value), frame)] : known))
    }
    var start: [(place: SourcePosition, elements: [Element])] = []
    for index in file.bindings(of: symbol) {
      let binding = file.bindings[index]
      guard let value = binding.value else { continue }
      let place = file[binding.target].position
      if let further = appended(by: value, to: symbol, in: file, frame: frame) {
        added.append((place, further))
      } else {
        let known = elements(of: file.node(value), in: frame)
        start.append((place, known.isEmpty && !isEmptyList(value, in: file) ? [(file.node(value), frame)] : known))
      }
    }
    guard !added.isEmpty else { return nil }
    let all = (start + added).sorted { $0.place < $1.place }.flatMap(\.elements)
    return Array(all.prefix(Evaluator.growthLimit))
  }

  /// What a value is in each round of the loop around it, where the source shows what that goes over.
  private mutating func rounds(of value: ExpressionID, in file: LoweredFile, frame: Frame?) -> [Element] {
    let once: [Element] = [(file.node(value), frame)]
    guard let frame else { return once }
    var scope: ScopeID? = file[value].scope
    while let here = scope, file[here].kind != .loop {
      if case .function = file[here].kind { return once }
      scope = file[here].parent
    }
    guard let loop = scope else { return once }
    for binding in file.bindings where binding.scope == loop {
      guard case .name(_, let symbol?) = file[binding.target].kind, let source = binding.value,
        case .element(let list) = file[source].kind
      else { continue }
      let items = elements(of: file.node(list), in: frame)
      if items.isEmpty || items.count > Evaluator.growthLimit { return once }
      return items.map { item in
        let isOfCaller = item.frame === frame.caller
        let inner = Frame(
          arguments: (isOfCaller ? frame.arguments : [:]).merging([file.node(symbol): item.node]) { _, round in round },
          lists: isOfCaller ? frame.lists : [:], round: symbol, caller: item.frame)
        return (file.node(value), inner)
      }
    }
    return once
  }

  /// Whether a list begins with nothing in it; of what else is not known as a list, the value stands for its elements.
  private func isEmptyList(_ id: ExpressionID, in file: LoweredFile) -> Bool {
    switch file[id].kind {
    case .list(let elements): return elements.isEmpty
    case .null: return true
    case .cast(let operand, _): return isEmptyList(operand, in: file)
    // `make([]string, 0, n)`, `list()`, `new Array()`.
    case .call(let callee, let arguments), .construct(let callee, let arguments):
      guard case .name(let name, _) = file[callee].kind else { return false }
      return name == "make" || name == "Array" || arguments.isEmpty
    default: return false
    }
  }

  /// What `list = append(list, …)` adds.
  private mutating func appended(
    by value: ExpressionID, to symbol: SymbolID, in file: LoweredFile, frame: Frame?
  ) -> [Element]? {
    guard case .call(let callee, let arguments) = file[value].kind, let first = arguments.first,
      case .name(_, symbol) = file[first.value].kind, isGathering(callee, in: file)
    else { return nil }
    return gathered(arguments.dropFirst(), in: file, frame: frame)
  }

  /// The elements of a list that a call makes: `append(list, x)`, `list.concat(other)`, `Args{}.Add(x)`.
  mutating func madeElements(
    by callee: ExpressionID, _ arguments: [Argument], in file: LoweredFile, frame: Frame?
  ) -> [Element] {
    guard case .member(let base, let name) = file[callee].kind else {
      if case .name("map", nil) = file[callee].kind, file.facts.language == .python, arguments.count == 2 {
        return mapped(file.node(arguments[1].value), by: [arguments[0]], in: file, frame: frame)
      }
      guard file.facts.language == .go, isGathering(callee, in: file), let first = arguments.first else { return [] }
      let start = elements(of: file.node(first.value), in: frame)
      return start + gathered(arguments.dropFirst(), in: file, frame: frame)
    }
    switch (name, file.facts.language.family) {
    case ("concat", .javascript):
      let start = elements(of: file.node(base), in: frame)
      return start.isEmpty ? [] : start + spread(arguments, in: file, frame: frame)
    case ("slice", .javascript):
      let all = elements(of: file.node(base), in: frame)
      guard let first = arguments.first, case .number(let number) = file[first.value].kind,
        let count = Int(exactly: number), count >= 0
      else { return all }
      return Array(all.dropFirst(count))
    case ("filter", .javascript), ("reverse", .javascript), ("sort", .javascript):
      return elements(of: file.node(base), in: frame)
    case ("map", .javascript), ("map", .swift), ("compactMap", .swift):
      return mapped(file.node(base), by: arguments, in: file, frame: frame)
    case ("Add", .go): return listed(base, in: file, frame: frame) + gathered(arguments[...], in: file, frame: frame)
    case ("AddFlat", .go): return listed(base, in: file, frame: frame) + spread(arguments, in: file, frame: frame)
    default: return []
    }
  }

  /// Whether an expression is a variable in another form: `Key($0)`, `$0.text()`, by no function of the project.
  private func isConversion(_ id: ExpressionID, of symbol: SymbolID, in file: LoweredFile) -> Bool {
    switch file[id].kind {
    case .name(_, symbol): return true
    case .call(let callee, let arguments):
      let isOwn = resolver.graph.values(file.node(callee)).contains {
        [.function, .method, .typeMethod, .handleMethod, .type].contains($0.value.kind)
      }
      if isOwn || arguments.count > 1 { return false }
      if let only = arguments.first { return isConversion(only.value, of: symbol, in: file) }
      guard case .member(let base, _) = file[callee].kind else { return false }
      return isConversion(base, of: symbol, in: file)
    default: return false
    }
  }

  /// What a function makes of each element of a list; of a list that is not known, what it makes of any.
  private mutating func mapped(
    _ list: NodeID, by arguments: [Argument], in file: LoweredFile, frame: Frame?
  ) -> [Element] {
    guard let function = arguments.first(where: { $0.spread == .none }) else { return [] }
    let items = elements(of: list, in: frame)
    if items.isEmpty { hasOpenList = true }
    var made: [Element] = []
    for entry in resolver.graph.values(file.node(function.value)) {
      if entry.value.kind == .external, !items.isEmpty, resolver.effect(of: entry.value) == .text(0) { return items }
      guard [.function, .method, .typeMethod].contains(entry.value.kind) else { continue }
      let record = resolver.functions[Int(entry.value.first)]
      guard let other = resolver.files[record.file] else { continue }
      let declaration = other[record.id]
      let results = declaration.returns.map { other.node($0) }
      if items.isEmpty {
        made += results.map { ($0, other.number == file.number ? frame : nil) }
      } else if let symbol = declaration.parameters.first?.symbol {
        if declaration.returns.count == 1, isConversion(declaration.returns[0], of: symbol, in: other) {
          return items
        }
        made += items.prefix(Evaluator.growthLimit).flatMap { item -> [Element] in
          let inner = Frame(arguments: [other.node(symbol): item.node], caller: item.frame)
          return results.map { ($0, inner) }
        }
      }
    }
    return made
  }

  /// The elements of a named list type's literal, and of what is chained to it.
  private mutating func listed(_ id: ExpressionID, in file: LoweredFile, frame: Frame?) -> [Element] {
    guard case .construct(_, let arguments) = file[id].kind else { return elements(of: file.node(id), in: frame) }
    return gathered(arguments[...], in: file, frame: frame)
  }

  private mutating func gathered(
    _ arguments: ArraySlice<Argument>, in file: LoweredFile, frame: Frame?
  ) -> [Element] {
    arguments.flatMap { argument -> [Element] in
      argument.spread == .none
        ? [(file.node(argument.value), frame)] : spread([argument], in: file, frame: frame)
    }
  }

  /// The elements of each; what is not known as a list stands for itself.
  private mutating func spread(_ arguments: [Argument], in file: LoweredFile, frame: Frame?) -> [Element] {
    arguments.flatMap { argument -> [Element] in
      let inner = elements(of: file.node(argument.value), in: frame)
      return inner.isEmpty ? [(file.node(argument.value), frame)] : inner
    }
  }

  private func isGathering(_ callee: ExpressionID, in file: LoweredFile) -> Bool {
    resolver.graph.values(file.node(callee)).contains { entry in
      entry.value.kind == .external && resolver.effect(of: entry.value) == .gather
    }
  }

  /// What a slice is cut from.
  private func sliced(_ id: ExpressionID, in file: LoweredFile) -> ExpressionID {
    guard case .index(let base, let key) = file[id].kind, case .other = file[key].kind else { return id }
    return base
  }

  private mutating func growth(of file: LoweredFile) -> Growth {
    if let known = growths[file.number] { return known }
    var growth = Growth()
    let methods = resolver.knowledge.conventions[file.facts.language.family]?.methods ?? [:]
    for expression in file.expressions {
      guard case .call(let callee, let arguments) = expression.kind,
        case .member(let base, let name) = file[callee].kind, methods[name] == .store,
        case .name(_, let symbol?) = file[base].kind
      else { continue }
      // What is put in front stands before all else.
      let place = name == "unshift" ? SourcePosition(line: 0, column: 0) : expression.position
      for argument in arguments where argument.spread == .none {
        growth.added[symbol, default: []].append((place, argument.value))
      }
    }
    for expression in file.expressions where file.facts.language == .go {
      // `copy(list[1:], other)` puts the elements of another list in.
      guard case .call(let callee, let arguments) = expression.kind, arguments.count == 2,
        case .name("copy", nil) = file[callee].kind,
        case .name(_, let symbol?) = file[sliced(arguments[0].value, in: file)].kind
      else { continue }
      growth.copied[symbol, default: []].append((expression.position, arguments[1].value))
    }
    var atVariable: [SymbolID: Int] = [:]
    for binding in file.bindings {
      guard case .index(let base, let key) = file[binding.target].kind, let value = binding.value,
        case .name(_, let symbol?) = file[base].kind, resolver.literalText(file[key]) == nil
      else { continue }
      if case .name = file[key].kind { atVariable[symbol, default: 0] += 1 }
      growth.added[symbol, default: []].append((file[binding.target].position, value))
    }
    // Several values for whichever element: which of them one gets, each round decides anew.
    for (symbol, count) in atVariable where count > 1 { growth.added[symbol] = nil }
    growths[file.number] = growth
    return growth
  }
}
