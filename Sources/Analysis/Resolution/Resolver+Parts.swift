import InventoryModel
import Knowledge

/// Reading elements, results by position, and what `with` binds.
extension Resolver {
  mutating func readPart(of value: Value, from source: NodeID, into target: NodeID) {
    if value.kind == .anyMember {
      if anyMembers.contains(target) { return }
      if let name = delegatedNames[target] {
        readClientMember(names.number(name), of: value.first, from: source, into: target)
      }
      return
    }
    if value.kind == .anyInstanceMember {
      if anyMembers.contains(target) { return }
      if let name = delegatedNames[target] {
        startLookUp(
          LookUp(
            type: value.first, receiver: Value(.instance, value.first), name: names.number(name), result: target,
            purpose: .read, skipsOwn: false))
      }
      return
    }
    if value.kind == .function, let name = delegatedNames[target] {
      readDelegatingClosure(value.first, name: name, into: target)
      return
    }
    if anyMembers.contains(target) {
      switch value.kind {
      case .handle: graph.add(Value(.anyMember, value.first), to: target, from: source)
      case .instance: graph.add(Value(.anyInstanceMember, value.first), to: target, from: source)
      default: break
      }
      return
    }
    if iterated.contains(target) {
      readElement(of: value, from: source, into: target)
      return
    }
    guard let part = parts[target], let file = files[part.file] else { return }
    switch file[part.expression].kind {
    case .index(_, let key): readIndex(key, of: value, from: source, into: target, in: file)
    case .element: readElement(of: value, from: source, into: target)
    case .unpacked(let base, let index):
      // The pairs that iterating over a map yields are known by their values alone.
      if index == 1, value.kind != .container, case .element = file[base].kind {
        graph.add(value, to: target, from: source)
      }
      unpack(index, of: value, from: source, into: target)
    case .entered: enter(value, from: source, into: target)
    default: break
    }
  }

  mutating func readIndex(
    _ key: ExpressionID, of value: Value, from source: NodeID, into target: NodeID,
    in file: LoweredFile
  ) {
    switch value.kind {
    case .container:
      if let name = literalText(file[key]) {
        flow(from: fieldNode(-1 - value.first, names.number(name)), to: target)
        flow(from: fieldNode(-1 - value.first, NameTable.element), to: target)
        if !containers[Int(value.first)].hasNamedFields {
          flow(from: containers[Int(value.first)].element, to: target)
        }
      } else if case .number(let index) = file[key].kind {
        unpack(Int(index), of: value, from: source, into: target)
      } else {
        flow(from: containers[Int(value.first)].element, to: target)
        // A slice of a list is a list.
        if file.facts.language == .go, case .other = file[key].kind {
          graph.add(value, to: target, from: source)
        }
      }
    case .instance, .type, .module:
      if literalText(file[key]) != nil {
        readMember(of: value, from: source, into: target)
      }
      if value.kind == .instance,
        literalText(file[key]) == nil
          || declares("__getitem__", value.first)
      {
        startLookUp(
          LookUp(
            type: value.first, receiver: value, name: NameTable.element, result: target,
            purpose: .read, skipsOwn: false))
      }
    case .handle:
      let handle = handles[Int(value.first)]
      if let role = clients.element(library: handle.library, role: handle.role) {
        addRole(role, of: value.first, to: target, from: source)
      } else if literalText(file[key]) != nil {
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
  mutating func externalElement(of value: Value) -> Value {
    let whole = externals[Int(value.first)]
    return external(
      External(language: whole.language, module: whole.module, path: whole.path + ["[]"]))
  }

  /// Whether a literal is a map whose keys are all written.
  func hasNamedFields(_ literal: NodeID) -> Bool {
    guard let (file, id) = expression(of: literal), case .map(let entries) = file[id].kind else { return false }
    return !entries.isEmpty
      && entries.allSatisfy { $0.key.map { literalText(file[$0]) != nil } ?? false }
  }

  mutating func readElement(of value: Value, from source: NodeID, into target: NodeID) {
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

  mutating func unpack(
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
    var isEmpty = false
    if let literal = container.literal, let (file, id) = expression(of: literal),
      case .list(let elements) = file[id].kind
    {
      let position = index < 0 ? elements.count + index : index
      isEmpty = elements.isEmpty
      if hasSpread(elements, in: file) {
        flow(from: container.element, to: target)
      } else if elements.indices.contains(position) {
        flow(from: file.node(elements[position]), to: target)
        return
      }
    }
    flow(from: fieldNode(-1 - value.first, names.number(String(index))), to: target)
    // What a list holds that is written empty has been added to it.
    if container.literal == nil || isEmpty { flow(from: container.element, to: target) }
  }

  /// The name of a field of a `NamedTuple` by its position.
  func tupleField(_ index: Int, of type: Int32) -> String? {
    guard let id = types[Int(type)].id, let file = files[types[Int(type)].file] else { return nil }
    let declaration = file[id]
    let isTuple = declaration.bases.contains { base in
      if case .named(let path, _) = base { path.last == "NamedTuple" } else { false }
    }
    return isTuple && declaration.fields.indices.contains(index) ? declaration.fields[index].name : nil
  }

  /// Whether a list literal's elements do not have the positions that they are written in.
  func hasSpread(_ elements: [ExpressionID], in file: LoweredFile) -> Bool {
    elements.contains { element in
      if case .spread = file[element].kind { true } else { false }
    }
  }

  mutating func enter(_ value: Value, from source: NodeID, into target: NodeID) {
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
}
