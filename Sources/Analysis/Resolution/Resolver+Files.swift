import InventoryModel
import Knowledge

extension Resolver {
  /// Adds a lowered file: its nodes first, then its constraints.
  mutating func add(_ facts: FileFacts, as number: Int32) {
    let family = facts.language.family
    guard !files.contains(number), let known = knownNames[family] else { return }
    let firstExpression = graph.addNodes(facts.expressions.count)
    let firstSymbol = graph.addNodes(facts.symbols.count)
    let file = LoweredFile(
      facts: facts, targets: tree.resolve(facts.imports, from: number),
      clientImports: clients.known(facts.imports, language: family), names: known, number: number,
      firstExpression: firstExpression, firstSymbol: firstSymbol,
      firstFunction: Int32(functions.count), firstType: Int32(types.count))
    files.insert(file)
    order.append(number)
    if let scope = packageScope(of: file) { filesOfScope[scope, default: []].append(file) }
    nodeOwners.append((firstExpression, file))
    if file.importsClient { importingFiles.insert(number) }
    registerTypes(of: file)
    registerFunctions(of: file)
    shareFileSymbols(of: file)
    noteChains(in: file)
    for index in facts.symbols.indices { define(SymbolID(index), in: file) }
    for index in facts.types.indices { constrain(TypeID(index), in: file) }
    for index in facts.functions.indices { constrain(FunctionID(index), in: file) }
    for index in facts.expressions.indices { constrain(ExpressionID(index), in: file) }
    for index in facts.bindings.indices { constrain(binding: index, in: file) }
    linkExports(of: file)
  }

  /// Notes the calls whose value is used by a chain: a member is read of it at once, or it ends a chain that a
  /// name is bound to.
  private mutating func noteChains(in file: LoweredFile) {
    for expression in file.expressions {
      guard case .member(let base, _) = expression.kind else { continue }
      switch file[base].kind {
      case .call: chainedCalls.insert(file.node(base))
      case .either(let options):
        for option in options {
          if case .call = file[option].kind { chainedCalls.insert(file.node(option)) }
        }
      default: continue
      }
    }
    for binding in file.bindings {
      guard let value = binding.value else { continue }
      if case .either(let options) = file[value].kind {
        for option in options { noteChain(endingAt: option, in: file) }
      } else {
        noteChain(endingAt: value, in: file)
      }
    }
  }

  private mutating func noteChain(endingAt id: ExpressionID, in file: LoweredFile) {
    guard case .call(let callee, _) = file[id].kind, case .member(let base, _) = file[callee].kind else { return }
    switch file[base].kind {
    case .call, .construct, .either: chainedCalls.insert(file.node(id))
    default: return
    }
  }

  /// The file that a node of an expression or symbol belongs to, as far as it is one's.
  func owner(of node: NodeID) -> LoweredFile? {
    var low = 0
    var high = nodeOwners.count
    while low < high {
      let middle = (low + high) / 2
      if nodeOwners[middle].first <= node { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let file = nodeOwners[low - 1].file
    let end = file.firstSymbol + Int32(file.facts.symbols.count)
    return node < end ? file : nil
  }

  /// The expression that a node stands for.
  func expression(of node: NodeID) -> (file: LoweredFile, id: ExpressionID)? {
    guard let file = owner(of: node), node < file.firstSymbol else { return nil }
    return (file, ExpressionID(Int(node - file.firstExpression)))
  }

  func place(of node: NodeID) -> Place? {
    guard let file = owner(of: node) else { return nil }
    if node < file.firstSymbol {
      let position = file.expressions[Int(node - file.firstExpression)].position
      return Place(file: file.number, line: position.line, column: position.column)
    }
    return nil
  }

  // MARK: Registration

  private mutating func registerTypes(of file: LoweredFile) {
    var members: [Int32: Set<Int32>] = [:]
    for function in file.facts.functions {
      if let owner = function.owner { members[owner.index, default: []].insert(names.number(function.name)) }
    }
    for (index, type) in file.facts.types.enumerated() {
      let hierarchy = graph.addNodes(1)
      types.append(
        TypeRecord(
          file: file.number, id: TypeID(index), name: type.name, hierarchy: hierarchy,
          declaredMembers: members[Int32(index)] ?? [], isClient: nil))
      graph.add(Value(.type, Int32(types.count - 1)), to: hierarchy, from: -1)
      // Test classes have many siblings and seldom a client of their own: their receivers stay apart.
      let isProduction = (contexts[file.number] ?? .production) == .production
      if isProduction, !type.bases.isEmpty, file.facts.language.family != .go {
        wait(.inherit(Int32(types.count - 1)), on: hierarchy)
      }
    }
  }

  private mutating func registerFunctions(of file: LoweredFile) {
    for (index, function) in file.facts.functions.enumerated() {
      let first = graph.addNodes(2)
      let owner = function.owner.map { file.type($0) }
      if let owner, !function.traits.contains(.isStatic) {
        methodsOfType[owner, default: []].append(Int32(functions.count))
      }
      if file.facts.language == .python { noteFixture(function, Int32(functions.count), in: file) }
      functions.append(
        FunctionRecord(
          file: file.number, id: FunctionID(index), result: first, receiver: first + 1,
          owner: owner, isMethod: owner != nil || function.receiverType != nil, traits: function.traits))
    }
  }

  /// Makes the file's names visible where the language shows them without an import.
  private mutating func shareFileSymbols(of file: LoweredFile) {
    guard let scope = packageScope(of: file) else { return }
    for (index, symbol) in file.facts.symbols.enumerated() where symbol.scope == .file {
      let isImport = symbol.definitions.allSatisfy { definition in
        if case .imported = definition { true } else { false }
      }
      if isImport { continue }
      let shared = packageNode(scope, symbol.name)
      flow(from: file.node(SymbolID(index)), to: shared)
    }
  }

  /// What shares its names with the file: a Go package, all Swift files.
  func packageScope(of file: LoweredFile) -> Int32? {
    switch file.facts.language.family {
    case .go:
      let folder = tree.folderOfFile[Int(file.number)]
      return folder * 2 + (file.facts.packageName?.hasSuffix("_test") == true ? 1 : 0)
    case .swift: return -1
    default: return nil
    }
  }

  mutating func packageNode(_ scope: Int32, _ name: String) -> NodeID { packageNode(scope, names.number(name)) }

  mutating func packageNode(_ scope: Int32, _ name: Int32) -> NodeID {
    if let known = packageNodes[scope, name] { return known }
    let node = graph.addNodes(1)
    packageNodes.insert(node, for: scope, name)
    return node
  }

  // MARK: Nodes by what they stand for

  /// The node of a member of a type, or of a container, whose owner is given as a negative number.
  mutating func fieldNode(_ owner: Int32, _ name: Int32) -> NodeID {
    if let known = fieldNodes[owner, name] { return known }
    let node = graph.addNodes(1)
    fieldNodes.insert(node, for: owner, name)
    fields.append((PairKey(owner: owner, name: name), node))
    return node
  }

  func existingField(_ owner: Int32, _ name: String) -> NodeID? {
    names.existing(name).flatMap { existingField(owner, $0) }
  }

  func existingField(_ owner: Int32, _ name: Int32) -> NodeID? { fieldNodes[owner, name] }

  /// The container that an expression, symbol or result stands for.
  mutating func container(at node: NodeID, literal: NodeID? = nil) -> Int32 {
    if let known = containerOfNode[node] { return known }
    let element = graph.addNodes(1)
    let isNamed = literal.map { hasNamedFields($0) } ?? false
    containers.append(Container(literal: literal, element: element, hasNamedFields: isNamed))
    let number = Int32(containers.count - 1)
    containerOfNode[node] = number
    return number
  }

  mutating func external(_ external: External) -> Value {
    if let known = externalNumbers[external] { return Value(.external, known) }
    let number = Int32(externals.count)
    externals.append(external)
    meanings.append(ExternalMeaning(external, clients, effect: effect(of: external)))
    externalNumbers[external] = number
    return Value(.external, number)
  }

  /// The member of an external name, unless it is read too deep.
  mutating func externalMember(_ name: Int32, of whole: Int32) -> Int32? {
    if let known = externalMembers[whole, name] { return known }
    let path = externals[Int(whole)].path
    guard path.count < 8 else { return nil }
    let member = external(
      External(
        language: externals[Int(whole)].language, module: externals[Int(whole)].module, path: path + [names[name]]))
    externalMembers.insert(member.first, for: whole, name)
    return member.first
  }

  // MARK: Edges

  mutating func flow(from source: NodeID, to target: NodeID) {
    guard source != target else { return }
    for position in 0..<graph.wait(.flow(target), on: source) {
      pass(graph.value(source, at: position), from: source, to: target)
    }
  }

  mutating func wait(_ waiter: Graph.Waiter, on node: NodeID) {
    for position in 0..<graph.wait(waiter, on: node) {
      handle(graph.value(node, at: position), of: node, for: waiter)
    }
  }

  private mutating func pass(_ value: Value, from source: NodeID, to target: NodeID) {
    if value.kind == .handle, isBarred(value, from: target) { return }
    graph.add(value, to: target, from: source)
  }

  /// Runs the constraints until no node gains a value.
  mutating func solve() {
    while var step = graph.next() {
      while let waiter = graph.nextWaiter(of: &step) { handle(step.value, of: step.node, for: waiter) }
    }
  }

  private mutating func handle(_ value: Value, of node: NodeID, for waiter: Graph.Waiter) {
    switch waiter {
    case .flow(let target): pass(value, from: node, to: target)
    case .member(let target): readMember(of: value, from: node, into: target)
    case .hierarchy(let number): lookUp(number, in: value)
    case .found(let number): bind(value, from: node, by: number)
    case .call(let number): call(value, from: node, by: number)
    case .part(let target): readPart(of: value, from: node, into: target)
    case .store(let number): store(into: value, by: number)
    case .attach(let function): attach(function, to: value)
    case .base(let type): addBase(value, from: node, to: type)
    case .inherit(let type): inherit(value, by: type)
    case .extend(let type): extend(value, by: type)
    case .spread(let number): spread(value, by: number)
    case .annotate(let target): annotate(target, with: value, from: node)
    }
  }
}
