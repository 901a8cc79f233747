import InventoryModel
import Knowledge

/// Members looked up along the types of a hierarchy.
extension Resolver {
  mutating func startLookUp(_ lookUp: LookUp) {
    let key = LookUpKey(
      type: lookUp.type, receiver: lookUp.receiver, name: lookUp.name, result: lookUp.result,
      skipsOwn: lookUp.skipsOwn, isCall: lookUp.purpose.isCall)
    guard startedLookUps.insert(key).inserted else { return }
    lookUps.append(lookUp)
    wait(.hierarchy(Int32(lookUps.count - 1)), on: types[Int(lookUp.type)].hierarchy)
  }

  struct LookUpKey: Hashable {
    let type: Int32
    let receiver: Value
    let name: Int32
    let result: NodeID
    let skipsOwn: Bool
    let isCall: Bool

    func hash(into hasher: inout Hasher) {
      hasher.combine(type, name)
      hasher.combine(receiver)
      hasher.combine(result, (skipsOwn ? 2 : 0) + (isCall ? 1 : 0))
    }
  }

  /// Looks the member up in one type of the hierarchy.
  mutating func lookUp(_ number: Int32, in value: Value) {
    let lookUp = lookUps[Int(number)]
    switch value.kind {
    case .type:
      let own = types[Int(lookUp.type)].declaredMembers
      if value.first == lookUp.type {
        if lookUp.skipsOwn { return }
      } else if !lookUp.skipsOwn, own.contains(lookUp.name) {
        return
      }
      wait(.found(number), on: fieldNode(value.first, lookUp.name))
      if case .read = lookUp.purpose, lookUp.name != NameTable.delegate, !own.contains(lookUp.name) {
        wait(.found(number), on: fieldNode(value.first, NameTable.delegate))
      }
    case .external: lookUpInLibrary(lookUp, base: value.first)
    case .handle:
      if case .read = lookUp.purpose, !types[Int(lookUp.type)].declaredMembers.contains(lookUp.name) {
        readClientMember(lookUp.name, of: value.first, from: -1, into: lookUp.result)
      }
    default: break
    }
  }

  /// A type that derives from a library's: its instances are values of that type's role.
  mutating func lookUpInLibrary(_ lookUp: LookUp, base: Int32) {
    guard let entry = meanings[Int(base)].type, let role = entry.role,
      lookUp.receiver.kind != .handle
    else { return }
    if lookUp.receiver.kind == .type {
      if case .read = lookUp.purpose { readConstructor(lookUp, base: externals[Int(base)]) }
      return
    }
    if !lookUp.skipsOwn, types[Int(lookUp.type)].declaredMembers.contains(lookUp.name) { return }
    guard case .read = lookUp.purpose else { return }
    let number = handle(
      library: entry.library, role: role, package: entry.package, origin: nil,
      key: types[Int(lookUp.type)].hierarchy, parent: nil)
    readClientMember(lookUp.name, of: number, from: -1, into: lookUp.result)
  }

  /// `MyRedis.from_url(…)` of a class that derives from a library's.
  mutating func readConstructor(_ lookUp: LookUp, base: External) {
    let member = External(
      language: base.language, module: base.module, path: base.path + [names[lookUp.name]])
    if !types[Int(lookUp.type)].declaredMembers.contains(lookUp.name) {
      graph.add(external(member), to: lookUp.result, from: -1)
    }
  }

  /// What a look-up found becomes what the look-up is for.
  mutating func bind(_ value: Value, from source: NodeID, by number: Int32) {
    let lookUp = lookUps[Int(number)]
    guard value.kind == .function else {
      switch lookUp.purpose {
      case .read: graph.add(value, to: lookUp.result, from: source)
      case .construct, .invoke, .enter: break
      }
      return
    }
    let record = functions[Int(value.first)]
    let isMethod = record.isMethod || record.traits.contains(.isAttached)
    if isMethod, lookUp.receiver.kind != .type || record.traits.contains(.isConstructor) {
      let receiver =
        lookUp.receiver.kind == .type ? Value(.instance, lookUp.type) : lookUp.receiver
      graph.add(receiver, to: record.receiver, from: -1)
    } else if isMethod, record.traits.contains(.isStatic) {
      graph.add(lookUp.receiver, to: record.receiver, from: -1)
    }
    switch lookUp.purpose {
    case .read: bindRead(value, record: record, lookUp: lookUp, source: source)
    case .construct(let call), .invoke(let call):
      link(call, to: value.first, skipping: 0, result: nil)
    case .enter:
      enterings[value.first, default: []].insert(lookUp.result)
      if let container = containerOfNode[record.result] {
        flow(from: containers[Int(container)].element, to: lookUp.result)
      }
      flow(from: record.result, to: lookUp.result)
    }
  }

  mutating func bindRead(
    _ value: Value, record: FunctionRecord, lookUp: LookUp, source: NodeID
  ) {
    if record.traits.contains(.isDelegation), lookUp.name != NameTable.delegate {
      if !isDeclared(lookUp.name, in: lookUp.type) { flowDelegated(from: record.result, to: lookUp) }
      return
    }
    if record.traits.contains(.isProperty) || lookUp.name == NameTable.element {
      flow(from: record.result, to: lookUp.result)
      return
    }
    let bound: Value
    switch lookUp.receiver.kind {
    case .instance: bound = Value(.method, value.first, lookUp.receiver.first)
    case .type where record.traits.contains(.isStatic):
      bound = Value(.typeMethod, value.first, lookUp.receiver.first)
    case .handle: bound = Value(.handleMethod, value.first, lookUp.receiver.first)
    default: bound = value
    }
    graph.add(bound, to: lookUp.result, from: source)
  }

  /// `__getattr__` that hands on to a client: any member of the instance is a member of the client.
  mutating func flowDelegated(from result: NodeID, to lookUp: LookUp) {
    nameMember(at: delegationNode(lookUp), names[lookUp.name])
    delegatedNames[lookUp.result] = names[lookUp.name]
    let node = delegationNode(lookUp)
    flow(from: result, to: node)
    wait(.part(lookUp.result), on: node)
  }

  /// Whether a type, or one that it derives from, has a member of its own of a name.
  private func isDeclared(_ name: Int32, in type: Int32) -> Bool {
    graph.values(types[Int(type)].hierarchy).contains { entry in
      entry.value.kind == .type && types[Int(entry.value.first)].declaredMembers.contains(name)
    }
  }

  mutating func delegationNode(_ lookUp: LookUp) -> NodeID {
    if let known = delegationNodes[lookUp.result] { return known }
    let node = graph.addNodes(1)
    delegationNodes[lookUp.result] = node
    return node
  }
}

extension LookUp.Purpose {
  var isCall: Bool {
    switch self {
    case .read, .enter: false
    case .construct, .invoke: true
    }
  }
}
