import InventoryModel
import Knowledge

/// Reading members of values.
extension Resolver {
  /// Lets a node read a member of that name.
  mutating func nameMember(at node: NodeID, _ name: String) {
    let missing = graph.nodeCount - memberNumbers.count
    if missing > 0 { memberNumbers.append(contentsOf: repeatElement(-1, count: missing)) }
    memberNumbers[Int(node)] = names.number(name == "__init__" ? "<init>" : name)
  }

  /// The number of the name of the member that a node reads.
  private mutating func memberNumber(at node: NodeID) -> Int32? {
    if let known = knownMember(at: node) { return known }
    guard let (file, id) = expression(of: node), case .index(_, let key) = file[id].kind,
      let name = literalText(file[key])
    else { return nil }
    nameMember(at: node, name)
    return memberNumbers[Int(node)]
  }

  /// The same, where it is that of a member expression or has been asked for.
  func knownMember(at node: NodeID) -> Int32? {
    guard memberNumbers.indices.contains(Int(node)), memberNumbers[Int(node)] >= 0 else { return nil }
    return memberNumbers[Int(node)]
  }

  mutating func readMember(of value: Value, from source: NodeID, into target: NodeID) {
    guard let number = memberNumber(at: target) else { return }
    let name = names[number]
    switch value.kind {
    case .instance, .base:
      if value.kind == .instance, name == "__class__" || name == "constructor" {
        graph.add(Value(.type, value.first), to: target, from: source)
      }
      startLookUp(
        LookUp(
          type: value.first, receiver: Value(.instance, value.first), name: number,
          result: target, purpose: .read, skipsOwn: value.kind == .base))
    case .type:
      if name == "prototype" || name == "self" || name == "Type" {
        graph.add(
          name == "prototype" ? Value(.instance, value.first) : value, to: target, from: source)
        return
      }
      startLookUp(
        LookUp(
          type: value.first, receiver: value, name: number, result: target,
          purpose: .read, skipsOwn: false))
    case .function, .method, .clientMember:
      if name == "call" || name == "apply" {
        graph.add(value, to: target, from: source)
      } else if value.kind == .function, let type = pseudoType(of: value.first) {
        let receiver = name == "prototype" ? Value(.instance, type) : Value(.type, type)
        if name == "prototype" {
          graph.add(receiver, to: target, from: source)
        } else {
          flow(from: fieldNode(type, number), to: target)
        }
      } else if value.kind == .function, isReplaced(value.first),
        sharedReaders.insert(PairKey(owner: target, name: -1 - value.first)).inserted
      {
        wait(.member(target), on: functions[Int(value.first)].result)
      }
    case .module: flow(from: exportNode(value.first, number), to: target)
    case .package: readPackageMember(number, of: value.first, into: target)
    case .external: readExternalMember(number, of: value, from: source, into: target)
    case .handle: readClientMember(number, of: value.first, from: source, into: target)
    case .container:
      flow(from: fieldNode(-1 - value.first, number), to: target)
      if containers[Int(value.first)].literal == nil {
        flow(from: containers[Int(value.first)].element, to: target)
      }
      for argument in storedArguments[target] ?? [] {
        flow(from: argument, to: containers[Int(value.first)].element)
      }
      readCollectionProperty(name, of: value, from: source, into: target)
    case .pending: graph.add(value, to: target, from: source)
    case .anyMember, .anyInstanceMember, .typeMethod, .handleMethod, .partial: break
    }
  }

  /// Whether a decorator may have put what the function returns in its place, as those of lazy objects do.
  private func isReplaced(_ function: Int32) -> Bool {
    let record = functions[Int(function)]
    guard let file = files[record.file], file.facts.language == .python else { return false }
    let decorators = file[record.id].decorators
    // Of what is known of a decorator, its calls tell.
    return !decorators.isEmpty && !record.isMethod
      && decorators.allSatisfy { decorator in
        graph.values(file.node(decorator)).allSatisfy { $0.value.kind == .external && effect(of: $0.value) == nil }
      }
  }

  /// Swift reads `list.first` and `map.values` without a call.
  mutating func readCollectionProperty(
    _ name: String, of value: Value, from source: NodeID, into target: NodeID
  ) {
    guard let (file, _) = expression(of: target), file.facts.language == .swift else { return }
    switch knowledge.conventions[.swift]?.methods[name] {
    case .element: flow(from: containers[Int(value.first)].element, to: target)
    case .receiver: graph.add(value, to: target, from: source)
    default: break
    }
  }

  private mutating func readPackageMember(_ name: Int32, of folder: Int32, into target: NodeID) {
    switch tree.pythonModule(names[name], in: folder) {
    case .file(let file): graph.add(Value(.module, file), to: target, from: -1)
    case .folder(let inner): graph.add(Value(.package, inner), to: target, from: -1)
    case nil: break
    }
    flow(from: packageNode(folder * 2, name), to: target)
    let isOpen = tree.filesInFolder[Int(folder)].contains { tree.languages[Int($0)] == .go && !files.contains($0) }
    if isOpen { unloweredPackages.append((target, folder)) }
  }

  private mutating func readExternalMember(
    _ name: Int32, of value: Value, from source: NodeID, into target: NodeID
  ) {
    if names[name] == "default" || names[name] == "prototype" {
      graph.add(value, to: target, from: source)
      return
    }
    guard let member = externalMember(name, of: value.first) else { return }
    if let entry = meanings[Int(member)].value {
      let number = handle(
        library: entry.library, role: entry.role, package: entry.package, origin: target,
        key: target, parent: nil)
      graph.add(Value(.handle, number), to: target, from: source)
    }
    if let type = meanings[Int(value.first)].type, let statics = type.method.statics {
      let maker = handle(
        library: type.library, role: statics, package: type.package, origin: nil, key: target, parent: nil)
      readClientMember(name, of: maker, from: source, into: target)
    }
    if externals[Int(value.first)].language == .swift, let type = meanings[Int(value.first)].type, let role = type.role
    {
      let extended = roleType(library: type.library, role: role)
      startLookUp(
        LookUp(
          type: extended, receiver: Value(.type, extended), name: name, result: target, purpose: .read,
          skipsOwn: false))
    }
    graph.add(Value(.external, member), to: target, from: source)
  }

  mutating func readClientMember(
    _ name: Int32, of number: Int32, from source: NodeID, into target: NodeID
  ) {
    let handle = handles[Int(number)]
    if let role = clients.property(names[name], library: handle.library, role: handle.role) {
      let property = self.handle(
        library: handle.library, role: role, package: handle.libraryName, origin: handle.origin,
        key: target, parent: number)
      graph.add(Value(.handle, property), to: target, from: source)
    }
    if names[name] == "__class__" { graph.add(Value(.handle, number), to: target, from: source) }
    graph.add(Value(.clientMember, number, name), to: target, from: source)
    let type = roleType(library: handle.library, role: handle.role)
    startLookUp(
      LookUp(
        type: type, receiver: Value(.handle, number), name: name, result: target, purpose: .read, skipsOwn: false))
  }
}
