import InventoryModel
import Knowledge

/// Reading members, elements and parts of values, and storing into them.
extension Resolver {
  func memberName(at node: NodeID) -> String? {
    if let name = memberNames[node] { return name }
    guard let (file, id) = expression(of: node) else { return nil }
    switch file.facts[id].kind {
    case .member(_, let name): return name
    case .index(_, let key): return literalText(file.facts[key])
    default: return nil
    }
  }

  mutating func readMember(of value: Value, from source: NodeID, into target: NodeID) {
    guard var name = memberName(at: target) else { return }
    if name == "__init__" { name = "<init>" }
    switch value.kind {
    case .instance, .base:
      startLookUp(
        LookUp(
          type: value.first, receiver: Value(.instance, value.first), name: names.number(name),
          result: target, purpose: .read, skipsOwn: value.kind == .base))
    case .type:
      if name == "prototype" || name == "self" || name == "Type" {
        graph.add(
          name == "prototype" ? Value(.instance, value.first) : value, to: target, from: source)
        return
      }
      startLookUp(
        LookUp(
          type: value.first, receiver: value, name: names.number(name), result: target,
          purpose: .read, skipsOwn: false))
    case .function, .method, .clientMember:
      if name == "call" || name == "apply" {
        graph.add(value, to: target, from: source)
      } else if value.kind == .function, let type = pseudoType(of: value.first) {
        let receiver = name == "prototype" ? Value(.instance, type) : Value(.type, type)
        if name == "prototype" {
          graph.add(receiver, to: target, from: source)
        } else {
          flow(from: fieldNode(type, names.number(name)), to: target)
        }
      }
    case .module: flow(from: exportNode(value.first, name), to: target)
    case .package: readPackageMember(name, of: value.first, into: target)
    case .external: readExternalMember(name, of: value, from: source, into: target)
    case .handle: readClientMember(name, of: value.first, from: source, into: target)
    case .container:
      flow(from: fieldNode(-1 - value.first, names.number(name)), to: target)
      if containers[Int(value.first)].literal == nil {
        flow(from: containers[Int(value.first)].element, to: target)
      }
      for argument in storedArguments[target] ?? [] {
        flow(from: argument, to: containers[Int(value.first)].element)
      }
      readCollectionProperty(name, of: value, from: source, into: target)
    case .pending: graph.add(value, to: target, from: source)
    case .anyMember, .typeMethod, .handleMethod, .partial: break
    }
  }

  /// Swift reads `list.first` and `map.values` without a call.
  private mutating func readCollectionProperty(
    _ name: String, of value: Value, from source: NodeID, into target: NodeID
  ) {
    guard let (file, _) = expression(of: target), file.facts.language == .swift else { return }
    switch knowledge.conventions[.swift]?.methods[name] {
    case .element: flow(from: containers[Int(value.first)].element, to: target)
    case .receiver: graph.add(value, to: target, from: source)
    default: break
    }
  }

  private mutating func readPackageMember(_ name: String, of folder: Int32, into target: NodeID) {
    let path = SourceTree.join(tree.folders[Int(folder)], name)
    if let module = tree.pythonModule(at: path),
      tree.filesInFolder[Int(folder)].contains(where: { tree.languages[Int($0)] == .python })
        || tree.folders.contains(path)
    {
      switch module {
      case .file(let file): graph.add(Value(.module, file), to: target, from: -1)
      case .folder(let inner): graph.add(Value(.package, inner), to: target, from: -1)
      }
    }
    flow(from: packageNode(folder * 2, name), to: target)
    for file in tree.filesInFolder[Int(folder)]
    where tree.languages[Int(file)] == .go && files[file] == nil {
      unloweredPackages[target, default: []].insert(folder)
    }
  }

  private mutating func readExternalMember(
    _ name: String, of value: Value, from source: NodeID, into target: NodeID
  ) {
    let whole = externals[Int(value.first)]
    if name == "default" || name == "prototype" {
      graph.add(value, to: target, from: source)
      return
    }
    let member = External(
      language: whole.language, module: whole.module, path: whole.path + [name])
    guard member.path.count <= 8 else { return }
    if let entry = clients.value(member) {
      let number = handle(
        library: entry.library, role: entry.role, package: entry.package, origin: target,
        key: target, parent: nil)
      graph.add(Value(.handle, number), to: target, from: source)
    }
    graph.add(external(member), to: target, from: source)
  }

  private mutating func readClientMember(
    _ name: String, of number: Int32, from source: NodeID, into target: NodeID
  ) {
    let handle = handles[Int(number)]
    if let role = clients.property(name, library: handle.library, role: handle.role) {
      let property = self.handle(
        library: handle.library, role: role, package: handle.libraryName, origin: handle.origin,
        key: target, parent: number)
      graph.add(Value(.handle, property), to: target, from: source)
    }
    if name == "__class__" { graph.add(Value(.handle, number), to: target, from: source) }
    graph.add(Value(.clientMember, number, names.number(name)), to: target, from: source)
    let type = roleType(library: handle.library, role: handle.role)
    startLookUp(
      LookUp(
        type: type, receiver: Value(.handle, number), name: names.number(name), result: target,
        purpose: .read, skipsOwn: false))
  }

  // MARK: Look-up along a hierarchy

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
  }

  /// Looks the member up in one type of the hierarchy.
  mutating func lookUp(_ number: Int32, in value: Value) {
    let lookUp = lookUps[Int(number)]
    let name = names[lookUp.name]
    switch value.kind {
    case .type:
      let own = types[Int(lookUp.type)].declaredMembers
      if value.first == lookUp.type {
        if lookUp.skipsOwn { return }
      } else if !lookUp.skipsOwn, own.contains(name) {
        return
      }
      wait(.found(number), on: fieldNode(value.first, lookUp.name))
      let delegate = names.number("<delegate>")
      if case .read = lookUp.purpose, lookUp.name != delegate, !own.contains(name) {
        wait(.found(number), on: fieldNode(value.first, delegate))
      }
    case .external: lookUpInLibrary(lookUp, name: name, base: value.first)
    case .handle:
      if case .read = lookUp.purpose, !types[Int(lookUp.type)].declaredMembers.contains(name) {
        readClientMember(name, of: value.first, from: -1, into: lookUp.result)
      }
    default: break
    }
  }

  /// A type that derives from a library's: its instances are values of that type's role.
  private mutating func lookUpInLibrary(_ lookUp: LookUp, name: String, base: Int32) {
    guard let entry = meanings[Int(base)].type, let role = entry.role,
      lookUp.receiver.kind != .handle
    else { return }
    if lookUp.receiver.kind == .type {
      if case .read = lookUp.purpose { readConstructor(lookUp, name: name, base: externals[Int(base)]) }
      return
    }
    if !lookUp.skipsOwn, types[Int(lookUp.type)].declaredMembers.contains(name) { return }
    guard case .read = lookUp.purpose else { return }
    let number = handle(
      library: entry.library, role: role, package: entry.package, origin: nil,
      key: types[Int(lookUp.type)].hierarchy, parent: nil)
    readClientMember(name, of: number, from: -1, into: lookUp.result)
  }

  /// `MyRedis.from_url(…)` of a class that derives from a library's.
  private mutating func readConstructor(_ lookUp: LookUp, name: String, base: External) {
    let member = External(
      language: base.language, module: base.module, path: base.path + [name])
    if !types[Int(lookUp.type)].declaredMembers.contains(name) {
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
    guard let file = files[record.file] else { return }
    let function = file.facts[record.id]
    let isMethod = record.isMethod || function.traits.contains(.isAttached)
    if isMethod, lookUp.receiver.kind != .type || function.traits.contains(.isConstructor) {
      let receiver =
        lookUp.receiver.kind == .type ? Value(.instance, lookUp.type) : lookUp.receiver
      graph.add(receiver, to: record.receiver, from: -1)
    } else if isMethod, function.traits.contains(.isStatic) {
      graph.add(lookUp.receiver, to: record.receiver, from: -1)
    }
    switch lookUp.purpose {
    case .read: bindRead(value, function: function, record: record, lookUp: lookUp, source: source)
    case .construct(let call), .invoke(let call):
      link(call, to: value.first, skipping: 0, result: nil)
    case .enter:
      if let container = containerOfNode[record.result] {
        flow(from: containers[Int(container)].element, to: lookUp.result)
      }
      flow(from: record.result, to: lookUp.result)
    }
  }

  private mutating func bindRead(
    _ value: Value, function: FunctionDeclaration, record: FunctionRecord, lookUp: LookUp,
    source: NodeID
  ) {
    if function.traits.contains(.isDelegation), names[lookUp.name] != "<delegate>" {
      flowDelegated(from: record.result, to: lookUp)
      return
    }
    if function.traits.contains(.isProperty) || names[lookUp.name] == "[]" {
      flow(from: record.result, to: lookUp.result)
      return
    }
    let bound: Value
    switch lookUp.receiver.kind {
    case .instance: bound = Value(.method, value.first, lookUp.receiver.first)
    case .type where function.traits.contains(.isStatic):
      bound = Value(.typeMethod, value.first, lookUp.receiver.first)
    case .handle: bound = Value(.handleMethod, value.first, lookUp.receiver.first)
    default: bound = value
    }
    graph.add(bound, to: lookUp.result, from: source)
  }

  /// `__getattr__` that hands on to a client: any member of the instance is a member of the client.
  private mutating func flowDelegated(from result: NodeID, to lookUp: LookUp) {
    memberNames[delegationNode(lookUp)] = names[lookUp.name]
    let node = delegationNode(lookUp)
    flow(from: result, to: node)
    wait(.part(lookUp.result), on: node)
    delegatedNames[lookUp.result] = names[lookUp.name]
  }

  private mutating func delegationNode(_ lookUp: LookUp) -> NodeID {
    if let known = delegationNodes[lookUp.result] { return known }
    let node = graph.addNodes(1)
    delegationNodes[lookUp.result] = node
    return node
  }

  // MARK: Parts

  mutating func readPart(of value: Value, from source: NodeID, into target: NodeID) {
    if value.kind == .anyMember {
      if anyMembers.contains(target) { return }
      if let name = delegatedNames[target] {
        readClientMember(name, of: value.first, from: source, into: target)
      }
      return
    }
    if anyMembers.contains(target) {
      if value.kind == .handle { graph.add(Value(.anyMember, value.first), to: target, from: source) }
      return
    }
    if iterated.contains(target) {
      readElement(of: value, from: source, into: target)
      return
    }
    guard let part = parts[target], let file = files[part.file] else { return }
    switch file.facts[part.expression].kind {
    case .index(_, let key): readIndex(key, of: value, from: source, into: target, in: file)
    case .element: readElement(of: value, from: source, into: target)
    case .unpacked(let base, let index):
      // The pairs that iterating over a map yields are known by their values alone.
      if index == 1, value.kind != .container, case .element = file.facts[base].kind {
        graph.add(value, to: target, from: source)
      }
      unpack(index, of: value, from: source, into: target)
    case .entered: enter(value, from: source, into: target)
    default: break
    }
  }

  private mutating func readIndex(
    _ key: ExpressionID, of value: Value, from source: NodeID, into target: NodeID,
    in file: LoweredFile
  ) {
    switch value.kind {
    case .container:
      if let name = literalText(file.facts[key]) {
        flow(from: fieldNode(-1 - value.first, names.number(name)), to: target)
        flow(from: fieldNode(-1 - value.first, names.number("[]")), to: target)
        if !hasNamedFields(value.first) {
          flow(from: containers[Int(value.first)].element, to: target)
        }
      } else if case .number(let index) = file.facts[key].kind {
        unpack(Int(index), of: value, from: source, into: target)
      } else {
        flow(from: containers[Int(value.first)].element, to: target)
      }
    case .instance, .type, .module:
      if literalText(file.facts[key]) != nil {
        readMember(of: value, from: source, into: target)
      }
      if value.kind == .instance,
        literalText(file.facts[key]) == nil
          || types[Int(value.first)].declaredMembers.contains("__getitem__")
      {
        startLookUp(
          LookUp(
            type: value.first, receiver: value, name: names.number("[]"), result: target,
            purpose: .read, skipsOwn: false))
      }
    case .handle:
      let handle = handles[Int(value.first)]
      if let role = clients.element(library: handle.library, role: handle.role) {
        addRole(role, of: value.first, to: target, from: source)
      } else if literalText(file.facts[key]) != nil {
        readMember(of: value, from: source, into: target)
      }
    case .external:
      graph.add(externalElement(of: value), to: target, from: source)
      if case .importModule? = effect(of: externalElement(of: value)) {
        dynamicImports.append((file.number, file.node(key), target))
      }
    // A generic function or type with its arguments written out.
    case .function, .pending: graph.add(value, to: target, from: source)
    default: break
    }
  }

  /// `caches["default"]`: an element of a library's collection is named by `[]`.
  private mutating func externalElement(of value: Value) -> Value {
    let whole = externals[Int(value.first)]
    return external(
      External(language: whole.language, module: whole.module, path: whole.path + ["[]"]))
  }

  private func hasNamedFields(_ container: Int32) -> Bool {
    guard let literal = containers[Int(container)].literal, let (file, id) = expression(of: literal),
      case .map(let entries) = file.facts[id].kind
    else { return false }
    return !entries.isEmpty
      && entries.allSatisfy { $0.key.map { literalText(file.facts[$0]) != nil } ?? false }
  }

  private mutating func readElement(of value: Value, from source: NodeID, into target: NodeID) {
    switch value.kind {
    case .container: flow(from: containers[Int(value.first)].element, to: target)
    case .handle:
      let handle = handles[Int(value.first)]
      if let role = clients.element(library: handle.library, role: handle.role) {
        addRole(role, of: value.first, to: target, from: source)
      }
    case .pending: graph.add(value, to: target, from: source)
    default: break
    }
  }

  private mutating func unpack(
    _ index: Int, of value: Value, from source: NodeID, into target: NodeID
  ) {
    guard value.kind == .container else {
      if value.kind == .instance, let field = tupleField(index, of: value.first) {
        flow(from: fieldNode(value.first, names.number(field)), to: target)
        return
      }
      // The first of several results of a function that is known by its first result alone.
      if index == 0, value.kind != .function { graph.add(value, to: target, from: source) }
      return
    }
    let container = containers[Int(value.first)]
    if let literal = container.literal, let (file, id) = expression(of: literal),
      case .list(let elements) = file.facts[id].kind
    {
      let position = index < 0 ? elements.count + index : index
      if hasSpread(elements, in: file) {
        flow(from: container.element, to: target)
      } else if elements.indices.contains(position) {
        flow(from: file.node(elements[position]), to: target)
        return
      }
    }
    flow(from: fieldNode(-1 - value.first, names.number(String(index))), to: target)
    if container.literal == nil { flow(from: container.element, to: target) }
  }

  /// The name of a field of a `NamedTuple` by its position.
  private func tupleField(_ index: Int, of type: Int32) -> String? {
    guard let id = types[Int(type)].id, let file = files[types[Int(type)].file] else { return nil }
    let declaration = file.facts[id]
    let isTuple = declaration.bases.contains { base in
      if case .named(let path, _) = base { path.last == "NamedTuple" } else { false }
    }
    return isTuple && declaration.fields.indices.contains(index) ? declaration.fields[index].name : nil
  }

  /// Whether a list literal's elements do not have the positions that they are written in.
  func hasSpread(_ elements: [ExpressionID], in file: LoweredFile) -> Bool {
    elements.contains { element in
      if case .spread = file.facts[element].kind { true } else { false }
    }
  }

  private mutating func enter(_ value: Value, from source: NodeID, into target: NodeID) {
    switch value.kind {
    case .handle:
      let handle = handles[Int(value.first)]
      if let role = clients.enter(library: handle.library, role: handle.role) {
        addRole(role, of: value.first, to: target, from: source)
      } else {
        graph.add(value, to: target, from: source)
      }
    case .instance:
      startLookUp(
        LookUp(
          type: value.first, receiver: value, name: names.number("<enter>"), result: target,
          purpose: .enter, skipsOwn: false))
      graph.add(value, to: target, from: source)
    case .container: flow(from: containers[Int(value.first)].element, to: target)
    case .pending: graph.add(value, to: target, from: source)
    default: break
    }
  }

  // MARK: Stores

  mutating func store(into value: Value, by number: Int32) {
    let record = bindings[Int(number)]
    guard let file = files[record.file] else { return }
    let binding = file.facts.bindings[Int(record.index)]
    guard let target = storeTarget(of: binding, value: value, in: file) else { return }
    if let annotation = binding.annotation {
      annotate(target, as: annotation, scope: binding.scope, in: file)
    }
    guard let id = binding.value else { return }
    let source = file.node(id)
    flow(from: source, to: target)
    if case .index(_, let key) = file.facts[binding.target].kind,
      [.instance, .container].contains(value.kind), literalText(file.facts[key]) == nil
    {
      dynamicStores.append((value, file.node(key), source))
    }
    if fieldStores[target]?.contains(source) != true {
      fieldStores[target, default: []].append(source)
    }
    if value.kind == .instance, case .function(let function) = file.facts[id].kind {
      graph.add(
        value, to: functions[Int(file.function(function))].receiver, from: -1)
    }
  }

  private mutating func storeTarget(
    of binding: Binding, value: Value, in file: LoweredFile
  ) -> NodeID? {
    let name: String
    switch file.facts[binding.target].kind {
    case .member(_, let member): name = member
    case .index(_, let key):
      if value.kind == .container {
        flowIntoElement(of: value.first, binding: binding, in: file)
      }
      name = literalText(file.facts[key]) ?? "[]"
    default: return nil
    }
    let number = names.number(name)
    switch value.kind {
    case .instance, .type: return fieldNode(value.first, number)
    case .function: return pseudoType(of: value.first).map { fieldNode($0, number) }
    case .container: return fieldNode(-1 - value.first, number)
    case .module: return exportNode(value.first, name)
    case .handle:
      let handle = handles[Int(value.first)]
      return fieldNode(roleType(library: handle.library, role: handle.role), number)
    default: return nil
    }
  }

  private mutating func flowIntoElement(
    of container: Int32, binding: Binding, in file: LoweredFile
  ) {
    guard let value = binding.value else { return }
    flow(from: file.node(value), to: containers[Int(container)].element)
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
