import InventoryModel

/// Draws the call graph around the operations that were found.
struct CallGraphBuilder {
  private let resolver: Resolver
  private let names: ExpressionNames
  private let payloads: PayloadReader
  /// Functions that a call can reach, by the call expression's node.
  private var callees: [NodeID: Set<Int>] = [:]
  private var usedAsValue: Set<Int> = []
  private var evaluator: Evaluator
  /// Types with operations in their functions, and a function by which others watch names.
  private var owners: Set<Owner> = []

  private struct Owner: Hashable {
    let file: Int32
    let type: TypeID
  }

  init(_ resolver: Resolver) {
    self.resolver = resolver
    names = ExpressionNames(resolver: resolver)
    payloads = PayloadReader(resolver)
    evaluator = Evaluator(resolver)
    for (function, calls) in resolver.callers {
      let key = named(function).number
      for call in calls {
        let context = resolver.calls[Int(call)]
        guard let id = context.expression, let file = resolver.files[context.file] else { continue }
        callees[file.node(id), default: []].insert(key)
      }
    }
    for (function, nodes) in resolver.enterings {
      let key = named(function).number
      for node in nodes {
        guard let (file, id) = resolver.expression(of: node), case .entered(let operand) = file[id].kind else {
          continue
        }
        callees[file.node(operand), default: []].insert(key)
      }
    }
    for call in resolver.calls {
      for argument in call.arguments { noteValues(of: argument.node) }
    }
  }

  private mutating func noteValues(of node: NodeID, isInner: Bool = false) {
    for entry in resolver.graph.values(node) {
      switch entry.value.kind {
      case .function, .method: usedAsValue.insert(Int(entry.value.first))
      case .container where !isInner:
        noteValues(of: resolver.containers[Int(entry.value.first)].element, isInner: true)
      default: continue
      }
    }
  }

  /// A closure stands for the named function around it.
  private func named(_ function: Int32) -> FunctionKey {
    let record = resolver.functions[Int(function)]
    guard let file = resolver.files[record.file] else { return FunctionKey(number: Int(function)) }
    return FunctionKey.around(file[record.id].scope, in: file)
  }

  /// Draws the graph; operations come with the number of their function as the resolver counts it, and get its
  /// position in the graph.
  mutating func graph(around operations: inout [Operation]) -> CallGraph {
    owners = watching(Set(operations.compactMap { $0.functionNumber.flatMap(owner) }))
    let members = self.members(around: operations).union(receivers(of: operations))
    let places = Dictionary(grouping: operations) { ($0.callPlace ?? $0.place).path }.mapValues { operations in
      Dictionary(operations.map { ($0.callPlace ?? $0.place, $0.place) }, uniquingKeysWith: { first, _ in first })
    }
    var nodes: [(key: Int, node: FunctionNode)] = []
    for (file, keys) in Dictionary(grouping: members, by: { FunctionKey(number: $0).file(in: resolver)?.number }) {
      guard let file, let lowered = resolver.files[file] else { continue }
      nodes += self.nodes(for: Set(keys), in: lowered, places: places[lowered.facts.path] ?? [:])
    }
    // Nodes are large: their places are sorted, not they.
    let order = nodes.indices.sorted { (nodes[$0].node.place, nodes[$0].key) < (nodes[$1].node.place, nodes[$1].key) }
    let positions = Dictionary(uniqueKeysWithValues: order.enumerated().map { (nodes[$0.element].key, $0.offset) })
    for index in operations.indices {
      operations[index].functionNumber = operations[index].functionNumber.flatMap { positions[$0] }
    }
    var documentation: [String: String] = [:]
    for key in members {
      guard let facts = FunctionKey(number: key).file(in: resolver)?.facts, let text = facts.documentation else {
        continue
      }
      documentation[facts.path] = text
    }
    return CallGraph(functions: linked(order.map { nodes[$0].node }, at: positions), documentation: documentation)
  }

  /// Functions that take messages apart, in files that subscribe: they need not hold an operation.
  private func receivers(of operations: [Operation]) -> Set<Int> {
    let paths = Set(operations.filter(\.isSubscription).map(\.place.path))
    guard !paths.isEmpty else { return [] }
    return resolver.order.reduce(into: []) { receivers, number in
      guard let file = resolver.files[number], paths.contains(file.facts.path) else { return }
      for read in payloads.reads(in: file) {
        receivers.insert(FunctionKey.around(file[read.expression].scope, in: file).number)
      }
    }
  }

  /// The functions with operations, all that reach them, and what any of these calls.
  private func members(around operations: [Operation]) -> Set<Int> {
    var members = Set(operations.compactMap(\.functionNumber))
    var callersOf: [Int: Set<Int>] = [:]
    var calleesOf: [Int: Set<Int>] = [:]
    for (node, functions) in callees {
      guard let (file, id) = resolver.expression(of: node) else { continue }
      let caller = FunctionKey.around(file[id].scope, in: file).number
      for function in functions {
        callersOf[function, default: []].insert(caller)
        calleesOf[caller, default: []].insert(function)
      }
    }
    var pending = Array(members)
    while let next = pending.popLast() {
      for caller in callersOf[next] ?? [] where members.insert(caller).inserted { pending.append(caller) }
    }
    return members.reduce(into: members) { $0.formUnion(calleesOf[$1] ?? []) }
  }

  private mutating func nodes(
    for keys: Set<Int>, in file: LoweredFile, places: [SourcePlace: SourcePlace]
  ) -> [(key: Int, node: FunctionNode)] {
    let facts = file.facts
    let regions = FileRegions(facts)
    var nodes: [Int: FunctionNode] = [:]
    for key in keys {
      var node = self.node(for: FunctionKey(number: key), in: file)
      node.regions = regions.regions[FunctionKey(number: key).function(in: resolver)] ?? node.regions
      nodes[key] = node
    }
    for index in facts.expressions.indices {
      let expression = facts.expressions[index]
      let arguments: [Argument]
      switch expression.kind {
      case .call(_, let given), .construct(_, let given): arguments = given
      default: continue
      }
      let (function, region) = regions.ofScope[Int(expression.scope.index)]
      let key = FunctionKey(function, in: file).number
      guard keys.contains(key) else { continue }
      let place = SourcePlace(path: facts.path, position: expression.position)
      let kind: CodeStep.Kind =
        places[place] != nil
        ? .operation
        : .call(
          call(ExpressionID(index), arguments, in: file, isDiscarded: file.discarded.contains(ExpressionID(index))))
      nodes[key]?.steps.append(CodeStep(place: places[place] ?? place, region: region, kind: kind))
    }
    for read in payloads.reads(in: file) {
      let expression = facts[read.expression]
      let key = FunctionKey(regions.ofScope[Int(expression.scope.index)].function, in: file).number
      nodes[key]?.messageReads.append(
        MessageRead(field: read.field, place: SourcePlace(path: facts.path, position: expression.position)))
    }
    for key in keys {
      nodes[key]?.messageReads.sort { $0.place < $1.place }
      nodes[key]?.steps.sort { $0.place < $1.place }
    }
    return nodes.map { ($0.key, $0.value) }
  }

  private func node(for key: FunctionKey, in file: LoweredFile) -> FunctionNode {
    let facts = file.facts
    let context = resolver.contexts[file.number] ?? .production
    guard let id = key.function(in: resolver) else {
      return FunctionNode(
        name: nil, place: SourcePlace(path: facts.path, line: 1, column: 1), endLine: 0, language: facts.language,
        context: context)
    }
    let function = facts[id]
    var node = FunctionNode(
      name: FunctionNames.qualified(function, in: file),
      place: SourcePlace(path: facts.path, position: function.position), endLine: Int(function.endLine),
      language: facts.language, context: context)
    node.documentation = function.documentation
    node.isUsedAsValue = usedAsValue.contains(key.number)
    node.isConstructor = function.traits.contains(.isConstructor)
    node.parameters = function.parameters.map(\.name)
    node.decorators = function.decorators.compactMap { names.name(of: $0, in: file) }
    if let owner = function.owner {
      let type = facts[owner]
      node.type = TypeNode(
        name: type.name, place: SourcePlace(path: facts.path, position: type.position),
        documentation: type.documentation, bases: type.bases.map(FunctionNames.written))
    }
    return node
  }

  private mutating func call(
    _ id: ExpressionID, _ arguments: [Argument], in file: LoweredFile, isDiscarded: Bool
  ) -> CodeCall {
    let name: String
    switch file[id].kind {
    case .call(let callee, _), .construct(let callee, _): name = names.name(of: callee, in: file) ?? "…"
    default: name = "…"
    }
    var call = CodeCall(
      name: name, callees: (callees[file.node(id)] ?? []).sorted(), isDiscarded: isDiscarded,
      arguments: arguments.map { names.constant($0.value, in: file) }, labels: arguments.map(\.label))
    call.role = role(of: id, in: file)
    call.texts = arguments.map { names.written($0.value, in: file) }
    if !owners.isEmpty, (callees[file.node(id)] ?? []).contains(where: { owner($0).map(owners.contains) ?? false }) {
      call.templates = arguments.map { evaluator.texts(of: file.node($0.value)).map(\.rendered) }
    }
    return call
  }

  /// The role of the client that is asked.
  private func role(of id: ExpressionID, in file: LoweredFile) -> String? {
    guard case .call(let callee, _) = file[id].kind, case .member(let base, _) = file[callee].kind else {
      return nil
    }
    let client = resolver.graph.values(file.node(base)).first { $0.value.kind == .handle }
    return client.map { resolver.handles[Int($0.value.first)].role }
  }

  /// Those of some types with a function named as one by which others watch: `onChange`, `watch_key`.
  private func watching(_ types: Set<Owner>) -> Set<Owner> {
    types.filter { type in
      guard let facts = resolver.files[type.file]?.facts else { return false }
      return facts.functions.contains { function in
        guard function.owner == type.type else { return false }
        let name = function.name.lowercased()
        return name.hasPrefix("on") || name.contains("watch") || name.contains("listen") || name.contains("observe")
      }
    }
  }

  /// The type whose function it is.
  private func owner(_ function: Int) -> Owner? {
    let key = FunctionKey(number: function)
    guard let file = key.file(in: resolver), let id = key.function(in: resolver), let type = file[id].owner else {
      return nil
    }
    return Owner(file: file.number, type: type)
  }

  /// The nodes with callees by position, and with their callers.
  private func linked(_ nodes: [FunctionNode], at positions: [Int: Int]) -> [FunctionNode] {
    var nodes = nodes
    var callers: [Int: Set<FunctionCaller>] = [:]
    for number in nodes.indices {
      for step in nodes[number].steps.indices {
        guard case .call(var call) = nodes[number].steps[step].kind else { continue }
        call.callees = call.callees.compactMap { positions[$0] }.sorted()
        nodes[number].steps[step].kind = .call(call)
        for callee in call.callees {
          callers[callee, default: []].insert(
            FunctionCaller(function: number, place: nodes[number].steps[step].place))
        }
      }
    }
    for (number, found) in callers { nodes[number].callers = found.sorted() }
    return nodes
  }
}
