import InventoryModel
import Knowledge

/// What written types say of values.
extension Resolver {
  /// The node that holds what a named type means; nil for what names nothing.
  mutating func typeNode(
    of reference: TypeReference, scope: ScopeID, in file: LoweredFile
  ) -> NodeID? {
    switch reference {
    case .named(let path, _): return typeNode(named: path, scope: scope, in: file)
    case .literal(let id):
      if let known = literalTypes[file.type(id)] { return known }
      let node = graph.addNodes(1)
      literalTypes[file.type(id)] = node
      graph.add(Value(.type, file.type(id)), to: node, from: -1)
      return node
    case .either(let options) where options.count == 1:
      return typeNode(of: options[0], scope: scope, in: file)
    default: return nil
    }
  }

  private mutating func typeNode(named path: [String], scope: ScopeID, in file: LoweredFile) -> NodeID? {
    guard let head = path.first, let start = typeHead(head, scope: scope, in: file) else { return nil }
    return path.dropFirst().reduce(start) { memberOfType($1, of: $0) }
  }

  /// What a name means as the beginning of a type: parameters and members of that name stand in no way.
  func typeSymbol(_ name: String, from scope: ScopeID, in file: LoweredFile) -> SymbolID? {
    var current: ScopeID? = scope
    while let here = current {
      if let found = here == .file ? file.fileSymbols[name] : file.innerSymbols[here, name] {
        let isValue = file[found].definitions.allSatisfy { definition in
          switch definition {
          case .parameter, .receiver: true
          case .variable: if case .type = file[here].kind { true } else { false }
          case .function, .type, .imported: false
          }
        }
        if !isValue { return found }
      }
      current = file[here].parent
    }
    return nil
  }

  private mutating func typeHead(
    _ name: String, scope: ScopeID, in file: LoweredFile
  ) -> NodeID? {
    if let symbol = typeSymbol(name, from: scope, in: file) { return file.node(symbol) }
    let around = file.facts.language == .swift ? enclosingType(of: scope, in: file) : nil
    let key = TypeNameKey(file: file.number, name: names.number(name), around: around)
    if let known = typeNames[key] { return known }
    let shared = packageScope(of: file)
    guard shared != nil || !file.wildcards.isEmpty else { return nil }
    let node = graph.addNodes(1)
    typeNames[key] = node
    resolveGlobal(name, at: node, scope: .file, in: file)
    if let around, !Resolver.plainTypes.contains(name) { readNestedType(name, of: around, into: node) }
    return node
  }

  /// A type that another file nests in the type around, as Swift's extensions do.
  private mutating func readNestedType(_ name: String, of type: Int32, into node: NodeID) {
    startLookUp(
      LookUp(
        type: type, receiver: Value(.type, type), name: names.number(name), result: node, purpose: .read,
        skipsOwn: false))
  }

  private mutating func memberOfType(_ name: String, of whole: NodeID) -> NodeID {
    let number = names.number(name)
    if let known = typeMembers[whole, number] { return known }
    let node = graph.addNodes(1)
    typeMembers.insert(node, for: whole, number)
    nameMember(at: node, name)
    wait(.member(node), on: whole)
    return node
  }

  /// Lets a node hold what its annotation says.
  mutating func annotate(
    _ node: NodeID, as reference: TypeReference, scope: ScopeID, in file: LoweredFile
  ) {
    switch reference {
    case .named(let path, let arguments):
      annotate(node, named: path, arguments, scope: scope, in: file)
    case .list(let element): annotateCollection(node, of: element, scope: scope, in: file)
    case .map(_, let value): annotateCollection(node, of: value, scope: scope, in: file)
    case .either(let options):
      for option in options { annotate(node, as: option, scope: scope, in: file) }
    case .tuple(let elements):
      let number = container(at: node)
      graph.add(Value(.container, number), to: node, from: -1)
      for (index, element) in elements.enumerated() {
        let field = fieldNode(-1 - number, names.number(String(index)))
        annotate(field, as: element, scope: scope, in: file)
      }
    case .literal:
      if let type = typeNode(of: reference, scope: scope, in: file) {
        wait(.annotate(node), on: type)
      }
    case .function(let parameters, let result):
      // Whoever calls it: what it is given is of the types written.
      let arguments = parameters.map { parameter -> ArgumentNode in
        let argument = graph.addNodes(1)
        annotate(argument, as: parameter, scope: scope, in: file)
        return ArgumentNode(label: nil, node: argument, spread: .none)
      }
      if !arguments.isEmpty {
        let call = CallContext(
          file: file.number, result: graph.addNodes(1), arguments: arguments,
          isConstruction: false, expression: nil)
        wait(.call(addCall(call)), on: node)
      }
      guard let result else { return }
      let value = container(at: node)
      graph.add(Value(.container, value), to: node, from: -1)
      annotate(
        fieldNode(-1 - value, NameTable.result), as: result, scope: scope, in: file)
    }
  }

  private mutating func annotate(
    _ node: NodeID, named path: [String], _ arguments: [TypeReference], scope: ScopeID,
    in file: LoweredFile
  ) {
    guard let last = path.last else { return }
    if path.count == 1, file.facts.language != .python, Resolver.dataTypes.contains(last) { dataNodes.insert(node) }
    if file.facts.language.family == .javascript, !Resolver.openTypes.contains(last) { typedPlaces.insert(node) }
    if let inner = arguments.last {
      if file.conventions.transparentTypes.contains(last) {
        annotate(node, as: arguments[0], scope: scope, in: file)
        return
      }
      if file.conventions.collectionTypes.contains(last) {
        annotateCollection(node, of: inner, scope: scope, in: file)
        return
      }
    }
    if path.count == 1, let bound = bound(of: last, scope: scope, in: file) {
      // A bound can name what it is the bound of.
      guard aliasDepth < 8 else { return }
      aliasDepth += 1
      annotate(node, as: bound, scope: scope, in: file)
      aliasDepth -= 1
      return
    }
    noteForeignType(path, of: node, scope: scope, in: file)
    guard let type = typeNode(named: path, scope: scope, in: file) else { return }
    wait(.annotate(node), on: type)
  }

  /// Types of which no client is; in Python they are but hints.
  private static let dataTypes: Set<String> = [
    "string", "bool", "int", "int32", "int64", "uint64", "float64", "byte", "number", "boolean", "String", "Bool",
    "Int",
    "Double", "UInt8",
  ]

  /// Types that say nothing of a value.
  private static let openTypes: Set<String> = ["any", "unknown", "object", "Object", "Promise"]

  private mutating func annotateCollection(
    _ node: NodeID, of element: TypeReference, scope: ScopeID, in file: LoweredFile
  ) {
    guard mayHoldValues(element) else { return }
    let number = container(at: node)
    graph.add(Value(.container, number), to: node, from: -1)
    annotate(containers[Int(number)].element, as: element, scope: scope, in: file)
  }

  private func mayHoldValues(_ reference: TypeReference) -> Bool {
    guard case .named(let path, _) = reference, path.count == 1, let name = path.first else {
      return true
    }
    return !Resolver.plainTypes.contains(name)
  }

  private static let plainTypes: Set<String> = [
    "string", "str", "int", "float", "bool", "bytes", "byte", "String", "Int", "Double", "Bool",
    "number", "boolean", "any", "interface{}", "error", "Any", "object", "UInt8",
  ]

  /// The bound of a type parameter that is in force at a scope.
  private func bound(of name: String, scope: ScopeID, in file: LoweredFile) -> TypeReference? {
    var current: ScopeID? = scope
    while let here = current {
      switch file[here].kind {
      case .function(let id):
        for parameter in file[id].typeParameters where parameter.name == name {
          return parameter.bound
        }
        if let owner = file[id].owner, let bound = bound(of: name, in: file[owner]) {
          return bound
        }
      case .type(let id):
        if let bound = bound(of: name, in: file[id]) { return bound }
      default: break
      }
      current = file[here].parent
    }
    return nil
  }

  private func bound(of name: String, in type: TypeDeclaration) -> TypeReference? {
    type.typeParameters.first { $0.name == name }?.bound
  }

  /// A value that an annotation names: a type gives an instance, a library's type a value of its role.
  mutating func annotate(_ node: NodeID, with value: Value, from source: NodeID) {
    switch value.kind {
    case .type: annotate(node, withType: value.first, from: source)
    case .function:
      if let type = pseudoType(of: value.first) {
        graph.add(Value(.instance, type), to: node, from: source)
      }
      // `ReturnType<typeof make>`: what it returns.
      flow(from: functions[Int(value.first)].result, to: node)
    case .external:
      let meaning = meanings[Int(value.first)]
      guard let entry = meaning.type ?? meaning.callable, let role = entry.role else { return }
      let number = handle(
        library: entry.library, role: role, package: entry.package, origin: nil, key: node,
        parent: nil)
      graph.add(Value(.handle, number), to: node, from: source)
    case .handle, .container, .pending: graph.add(value, to: node, from: source)
    default: break
    }
  }

  /// An alias stands for what it names; an interface that describes a client stands for the client too.
  private mutating func annotate(_ node: NodeID, withType type: Int32, from source: NodeID) {
    graph.add(Value(.instance, type), to: node, from: source)
    let record = types[Int(type)]
    guard let id = record.id, let file = files[record.file] else { return }
    let declaration = file[id]
    if declaration.kind == .class, file.facts.language.family == .javascript { writtenClasses[node] = type }
    if declaration.kind == .alias, let target = declaration.target, aliasDepth < 8 {
      if case .named(_, let arguments) = target, arguments.isEmpty { return }
      aliasDepth += 1
      annotate(node, as: target, scope: declaration.scope, in: file)
      aliasDepth -= 1
    } else if let client = abstractedClient(type, declaration, in: file) {
      graph.add(Value(.handle, client), to: node, from: source)
    }
  }

  /// The client that an interface of the project describes: all its members are the client's, and two at
  /// least have names that little else has.
  private mutating func abstractedClient(
    _ type: Int32, _ declaration: TypeDeclaration, in file: LoweredFile
  ) -> Int32? {
    if let known = abstractions[type] { return known < 0 ? nil : known }
    abstractions[type] = -1
    guard declaration.kind == .interface || isProtocol(declaration) else { return nil }
    let members = types[Int(type)].declaredMembers.map { names[$0] }.sorted()
    let isNamed = members.count >= 2
    guard
      let (library, role) = resultLibrary(of: type, in: file).map({ ($0, "client") })
        ?? (isNamed ? clients.described(by: members, language: file.facts.language.family) : nil)
    else { return nil }
    let number = handle(
      library: library, role: role, package: nil, origin: nil, key: types[Int(type)].hierarchy,
      parent: nil)
    abstractions[type] = number
    return number
  }

  /// The client library whose commands an interface's methods give back, as Go libraries have them:
  /// `Get(ctx context.Context, key string) *redis.StringCmd`.
  private func resultLibrary(of type: Int32, in file: LoweredFile) -> Int? {
    guard file.facts.language == .go else { return nil }
    for number in methodsOfType[type] ?? [] {
      let method = file[functions[Int(number)].id]
      guard case .named(let path, _)? = method.result, path.count == 2, path[1].hasSuffix("Cmd"),
        let symbol = file.fileSymbols[path[0]]
      else { continue }
      for case .imported(let declaration) in file[symbol].definitions {
        let module = ClientIndex.withoutVersion(file[declaration].module)
        if let (library, _) = clients.client(of: module, language: .go),
          clients.method(method.name, labels: [], library: library, role: "client") != nil
        {
          return library
        }
      }
    }
    return nil
  }

  private func isProtocol(_ declaration: TypeDeclaration) -> Bool {
    declaration.bases.contains { base in
      guard case .named(let path, _) = base else { return false }
      return path.last == "Protocol"
    }
  }
}
