import InventoryModel
import Knowledge

/// Members of objects, entries of maps, elements of lists.
extension Evaluator {
  mutating func memberTexts(
    _ name: String, of base: NodeID, node: NodeID, frame: Frame?, asPart: Bool
  ) -> [Template] {
    var forms: [Template] = []
    let known = receiverCase(of: base, frame: frame)
    for entry in resolver.graph.values(base) {
      switch entry.value.kind {
      case .module: forms += exportedTexts(name, of: entry.value.first, asPart: asPart)
      case .package: forms += folderTexts(name, of: entry.value.first, asPart: asPart)
      case .instance, .type, .base:
        forms += fieldTexts(name, of: entry.value.first, on: known, asPart: asPart)
      case .container: forms += containerTexts(name, of: entry.value.first, frame: frame, asPart: asPart)
      case .external: forms += extensionTexts(name, of: entry.value, asPart: asPart)
      case .pending: if isTelling(name, asPart: asPart) { want(entry.value.first) }
      default: break
      }
    }
    if forms.isEmpty, name == "value" { forms = enumTexts(base, asPart: asPart) }
    if forms.isEmpty, let (file, id) = resolver.expression(of: base), case .name(let name, nil) = file[id].kind {
      wantPackage(of: file, for: name, asPart: asPart)
    }
    return forms.isEmpty ? [.hole] : forms
  }

  /// What the project adds to a library's type: a static member of an extension.
  private mutating func extensionTexts(_ name: String, of value: Value, asPart: Bool) -> [Template] {
    guard let entry = resolver.meanings[Int(value.first)].type, let role = entry.role,
      let type = resolver.roleTypes[Resolver.RoleKey(library: entry.library, role: role)]
    else { return [] }
    return fieldTexts(name, of: type, asPart: asPart)
  }

  mutating func folderTexts(_ name: String, of folder: Int32, asPart: Bool) -> [Template] {
    for file in resolver.tree.filesInFolder[Int(folder)] {
      guard let lowered = resolver.files[file] else {
        if resolver.tree.languages[Int(file)] == .go { want(file) }
        continue
      }
      if let symbol = lowered.fileSymbols[name] {
        return globalTexts(symbol, in: lowered, asPart: asPart)
      }
    }
    return [.hole]
  }

  /// What is stored in a field along the hierarchy, or what its getter returns.
  mutating func fieldTexts(
    _ name: String, of type: Int32, on receiverCase: String? = nil, asPart: Bool
  ) -> [Template] {
    if let receiverCase, name == "rawValue" { return fieldTexts(receiverCase, of: type, asPart: asPart) }
    let inner = receiverCase.map { Frame(arguments: [:], receiverCase: $0, caller: nil) }
    let shared = shared
    var forms: [Template] = []
    for entry in shared.resolver.graph.values(shared.resolver.types[Int(type)].hierarchy)
    where entry.value.kind == .type {
      guard let field = shared.resolver.existingField(entry.value.first, name) else { continue }
      if (shared.resolver.fieldStores[field]?.count ?? 0) > Evaluator.storeLimit { return [.hole] }
      for store in shared.resolver.fieldStores[field] ?? [] where isVisible(at: store) {
        let frame = rootFrame(knowing: store)
        forms += texts(of: store, in: frame, asPart: frame == nil || asPart)
      }
      forms += classTexts(name, of: entry.value.first)
      for value in shared.resolver.graph.values(field) where value.value.kind == .function {
        let record = shared.resolver.functions[Int(value.value.first)]
        guard let file = shared.resolver.files[record.file],
          file[record.id].traits.contains(.isProperty)
        else { continue }
        for result in file[record.id].returns where isReached(result, by: receiverCase, in: file) {
          forms += texts(of: file.node(result), in: inner, asPart: asPart)
        }
      }
    }
    return forms
  }

  /// The frame of the caller that is looked at, where it gives the parameter that a field takes its value from.
  func rootFrame(knowing store: NodeID) -> Frame? {
    guard let root, let (file, id) = resolver.expression(of: store), case .name(_, let symbol?) = file[id].kind
    else { return nil }
    let parameter = file.node(symbol)
    return root.arguments[parameter] == nil && root.lists[parameter] == nil ? nil : root
  }

  /// The values that the fields take which a member can mean.
  func stores(ofMember name: String, of base: NodeID) -> [NodeID] {
    resolver.graph.values(base).filter { $0.value.kind == .instance }.flatMap { entry in
      resolver.existingField(entry.value.first, name).flatMap { resolver.fieldStores[$0] } ?? []
    }
  }

  /// A name bound in a Python class body.
  mutating func classTexts(_ name: String, of type: Int32) -> [Template] {
    let record = resolver.types[Int(type)]
    guard let id = record.id, let file = resolver.files[record.file],
      let symbol = file.innerSymbols[file[id].memberScope, name]
    else { return [] }
    return file.bindings(of: symbol).flatMap { index -> [Template] in
      guard let value = file.bindings[index].value else { return [] }
      return texts(of: file.node(value), in: nil, asPart: true)
    }
  }

  mutating func containerTexts(
    _ name: String, of container: Int32, frame: Frame?, asPart: Bool
  ) -> [Template] {
    let stored = storedTexts(name, in: container, asPart: asPart)
    guard let literal = resolver.containers[Int(container)].literal else {
      return fieldTexts(name, in: container, asPart: asPart) + stored
    }
    guard isVisible(at: literal) else { return stored }
    return entryTexts(name, of: literal, frame: frame, asPart: asPart) + stored
  }

  /// What a map that no literal makes is given for a name, or what is stored under it: `dict(users="users:")`.
  private mutating func fieldTexts(_ name: String, in container: Int32, asPart: Bool) -> [Template] {
    guard let field = resolver.existingField(-1 - container, name), let stores = resolver.fieldStores[field],
      stores.count <= Evaluator.storeLimit
    else { return [] }
    return stores.flatMap { isVisible(at: $0) ? texts(of: $0, in: nil, asPart: asPart) : [] }
  }

  /// What is stored under the name of each round of a loop: `for (const name of names) keys[name] = toKey(name)`.
  private mutating func storedTexts(_ name: String, in container: Int32, asPart: Bool) -> [Template] {
    let stores = namedStores ?? storesByContainer()
    namedStores = stores
    return (stores[container] ?? []).flatMap { store -> [Template] in
      guard isVisible(at: store.value) else { return [] }
      return texts(
        of: store.value, in: Frame(arguments: [:], fixed: [store.name: name], caller: nil), asPart: asPart)
    }
  }

  private func storesByContainer() -> [Int32: [(name: NodeID, value: NodeID)]] {
    var found: [Int32: [(name: NodeID, value: NodeID)]] = [:]
    for store in resolver.dynamicStores where store.owner.kind == .container {
      guard let (file, id) = resolver.expression(of: store.name), case .name(_, let symbol?) = file[id].kind
      else { continue }
      found[store.owner.first, default: []].append((file.node(symbol), store.value))
    }
    return found
  }

  /// The value that a map literal has under a key.
  mutating func entryTexts(
    _ name: String, of map: NodeID, frame: Frame?, asPart: Bool
  ) -> [Template] {
    guard let (file, id) = resolver.expression(of: map), case .map(let entries) = file[id].kind
    else { return [] }
    return entries.flatMap { entry -> [Template] in
      guard let key = entry.key, resolver.literalText(file[key]) == name else { return [] }
      return texts(of: file.node(entry.value), in: frame, asPart: asPart)
    }
  }

  mutating func indexTexts(
    _ base: ExpressionID, _ key: ExpressionID, file: LoweredFile, frame: Frame?, asPart: Bool
  ) -> [Template] {
    if case .name("KEYS", nil) = file[base].kind,
      case .number(let index) = file[key].kind
    {
      return scriptKeyTexts(Int(index), of: file)
    }
    if case .number(let index) = file[key].kind {
      let all = elements(of: file.node(base), in: frame)
      let position = Int(index)
      guard all.indices.contains(position) else { return [.hole] }
      return texts(of: all[position].node, in: all[position].frame, asPart: asPart)
    }
    if case .other = file[key].kind {
      // A slice of a string with run-time parts: what is cut is taken for margin.
      return texts(of: file.node(base), in: frame, asPart: asPart).map(\.withoutMargin)
    }
    guard let name = resolver.literalText(file[key]) else {
      return anyEntryTexts(of: file.node(base), asPart: asPart) ?? [.hole]
    }
    var forms: [Template] = []
    for entry in resolver.graph.values(file.node(base)) where entry.value.kind == .container {
      forms += containerTexts(name, of: entry.value.first, frame: frame, asPart: asPart)
    }
    return forms.isEmpty ? [.hole] : forms
  }

  /// What a map that is written in one place can hold under a name that is not known: some texts.
  private mutating func anyEntryTexts(of map: NodeID, asPart: Bool) -> [Template]? {
    let literals = resolver.graph.values(map).compactMap { entry in
      entry.value.kind == .container ? resolver.containers[Int(entry.value.first)].literal : nil
    }
    guard literals.count == 1, isVisible(at: literals[0]), let (file, id) = resolver.expression(of: literals[0]),
      case .map(let entries) = file[id].kind, (1...3).contains(entries.count),
      entries.allSatisfy({ $0.key != nil })
    else { return nil }
    return entries.flatMap { texts(of: file.node($0.value), in: nil, asPart: asPart) }
  }

  /// The keys of the maps that `map.items()`, `map.keys()` or the map itself iterates over.
  mutating func mapKeyTexts(iteratedBy base: ExpressionID, file: LoweredFile) -> [Template]? {
    var map = base
    if case .call(let callee, let arguments) = file[base].kind, arguments.isEmpty,
      case .member(let inner, let name) = file[callee].kind,
      name == "items" || name == "keys" || name == "entries"
    {
      map = inner
    }
    var forms: [Template] = []
    for entry in resolver.graph.values(file.node(map)) where entry.value.kind == .container {
      guard let literal = resolver.containers[Int(entry.value.first)].literal, isVisible(at: literal),
        let (other, id) = resolver.expression(of: literal)
      else { continue }
      guard case .map(let entries) = other[id].kind else { continue }
      for entry in entries {
        if let key = entry.key { forms += texts(of: other.node(key), in: nil, asPart: false) }
      }
    }
    return forms.isEmpty ? nil : forms
  }

  /// A key that the callers of a script pass.
  func scriptKeyTexts(_ index: Int, of file: LoweredFile) -> [Template] {
    guard let keys = scriptKeys[file.number], keys.indices.contains(index), !keys[index].isEmpty else {
      return [.hole]
    }
    let place = Place(file: file.number, line: 1, column: 1)
    return keys[index].map { .text($0, at: place) }
  }

  /// Whether what a node is part of counts for whom it is read.
  func isVisible(at node: NodeID) -> Bool {
    guard isForProduction, let file = resolver.owner(of: node) else { return true }
    return (resolver.contexts[file.number] ?? .production) == .production
  }

  func isVisible(_ file: Int32) -> Bool {
    !isForProduction || (resolver.contexts[file] ?? .production) == .production
  }

  /// One of several results of a call: that of each return; an empty text beside another is what failure
  /// returns.
  mutating func resultTexts(
    _ index: Int, of base: ExpressionID, file: LoweredFile, frame: Frame?, asPart: Bool
  ) -> [Template]? {
    guard case .call(let callee, let arguments) = file[base].kind else { return nil }
    var forms: [Template] = []
    for entry in resolver.graph.values(file.node(callee))
    where [.function, .method, .typeMethod].contains(entry.value.kind) {
      let record = resolver.functions[Int(entry.value.first)]
      guard let other = resolver.files[record.file] else { continue }
      let inner = self.frame(
        for: entry.value.first, node: file.node(base), arguments, file: file, caller: frame)
      for value in other[record.id].returns {
        guard case .list(let results) = other[value].kind, results.indices.contains(index)
        else { continue }
        forms += texts(of: other.node(results[index]), in: inner, asPart: asPart)
      }
    }
    let telling = forms.filter { $0.staticText != "" }
    return forms.isEmpty ? nil : telling.isEmpty ? forms : telling
  }

  /// Whether it is worth reading another file for what a name of it says: a constant, or what keys are made by.
  func isTelling(_ name: String, asPart: Bool) -> Bool {
    isForProduction && TellingNames.holds(name, asPart: asPart)
  }
}
