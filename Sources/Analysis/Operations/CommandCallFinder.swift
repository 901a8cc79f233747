import InventoryModel
import Knowledge
import Parallelism

/// Finds the calls that issue commands among all calls of the lowered files.
struct CommandCallFinder {
  let resolver: Resolver
  private let scripts: DefinedCommands
  private let ownCommands: OwnCommands
  private let typeOfHierarchy: [NodeID: Int32]
  private let implemented: Set<Int32>
  private let typedPlaces: TypedPlaces
  /// By type, the client that it hands its members on to.
  private let delegates: [Int32: Int32]

  init(resolver: Resolver) {
    self.resolver = resolver
    scripts = DefinedCommands(resolver)
    ownCommands = OwnCommands(resolver)
    typeOfHierarchy = Dictionary(
      resolver.types.enumerated().map { ($0.element.hierarchy, Int32($0.offset)) },
      uniquingKeysWith: { first, _ in first })
    implemented = CommandCallFinder.implemented(resolver)
    typedPlaces = TypedPlaces(resolver)
    delegates = Dictionary(
      uniqueKeysWithValues: resolver.types.indices.compactMap { type in
        CommandCallFinder.delegate(of: Int32(type), resolver).map { (Int32(type), $0) }
      })
  }

  func find() -> [CommandCall] { find(among: Array(resolver.calls.indices)[...]) }

  /// The same, with parts of the calls looked at beside each other.
  func find(in parallel: Parallel) async -> [CommandCall] {
    await parallel.map(Array(resolver.calls.indices), batch: CommandCallFinder.batch) { find(among: $0) }
  }

  /// How many calls are looked at with one memory.
  private static let batch = 2048

  private func find(among numbers: ArraySlice<Int>) -> [CommandCall] {
    var found: [CommandCall] = []
    var evaluator = Evaluator(resolver)
    for number in numbers {
      guard let id = resolver.calls[number].expression, let file = resolver.files[resolver.calls[number].file],
        let callee = file.callee(of: id)
      else { continue }
      let given = resolver.calls[number].callee
      let node = given ?? file.node(callee)
      if given == nil, let parts = computedMember(callee, in: file) {
        found += named(by: callee, parts, call: resolver.calls[number], id: id, file: file, with: &evaluator)
      }
      for entry in resolver.graph.values(node) where mayIssue(entry.value) {
        if let command = command(entry.value, call: resolver.calls[number], id: id, callee: node, file: file) {
          found.append(command)
        }
      }
    }
    return found
  }

  /// Whether the type that makes the value a client has a member of that name itself, or the interface that
  /// describes a client is implemented in the project: then the member is the project's.
  private func isOverridden(_ name: String, of handle: Int32) -> Bool {
    guard let type = typeOfHierarchy[resolver.handles[Int(handle)].site] else { return false }
    if implemented.contains(type) { return true }
    return resolver.graph.values(resolver.types[Int(type)].hierarchy).contains { entry in
      guard entry.value.kind == .type, let field = resolver.existingField(entry.value.first, name)
      else { return false }
      let isDescription = resolver.abstractions[entry.value.first].map { $0 >= 0 } ?? false
      return !isDescription
        && resolver.graph.values(field).contains { $0.value.kind == .function }
    }
  }

  /// Interfaces that describe a client and that another type of the project implements.
  private static func implemented(_ resolver: Resolver) -> Set<Int32> {
    var found: Set<Int32> = []
    for (type, handle) in resolver.abstractions where handle >= 0 {
      let members = resolver.types[Int(type)].declaredMembers
      let isImplemented = resolver.types.indices.contains { other in
        other != Int(type) && resolver.types[other].id != nil
          && (resolver.abstractions[Int32(other)] ?? -1) < 0
          && members.allSatisfy { member in
            guard let field = resolver.existingField(Int32(other), member) else { return false }
            return resolver.graph.values(field).contains {
              $0.value.kind == .function
                && hasForm($0.value.first, ofMethod: resolver.names[member], of: type, resolver)
            }
          } && !isMock(resolver.types[other], resolver)
      }
      if isImplemented { found.insert(type) }
    }
    return found
  }

  /// Whether a function of Go takes and gives back as much as an interface's method of its name.
  private static func hasForm(_ function: Int32, ofMethod name: String, of type: Int32, _ resolver: Resolver) -> Bool {
    guard let (form, language) = form(of: function, resolver), language == .go else { return true }
    return (resolver.methodsOfType[type] ?? []).allSatisfy { method in
      guard let file = resolver.files[resolver.functions[Int(method)].file],
        file[resolver.functions[Int(method)].id].name == name
      else { return true }
      return self.form(of: method, resolver)?.form == form
    }
  }

  /// The number of parameters and the last name of the result's type.
  private static func form(of function: Int32, _ resolver: Resolver) -> (form: [String], language: Language)? {
    let record = resolver.functions[Int(function)]
    guard let file = resolver.files[record.file] else { return nil }
    let declaration = file[record.id]
    var form = [String(declaration.parameters.count)]
    if case .named(let path, _)? = declaration.result { form.append(path.last ?? "") }
    return (form, file.facts.language)
  }

  /// Whether a type stands in for another in tests.
  private static func isMock(_ type: TypeRecord, _ resolver: Resolver) -> Bool {
    let name = type.name.lowercased()
    return (resolver.contexts[type.file] ?? .production) != .production
      || ["mock", "fake", "stub"].contains { name.contains($0) }
  }

  /// `client[name]` and `getattr(client, name)`: the client's node and the name's.
  private func computedMember(_ callee: ExpressionID, in file: LoweredFile) -> (base: NodeID, name: NodeID)? {
    switch file[callee].kind {
    case .index(let whole, let key) where resolver.literalText(file[key]) == nil: (file.node(whole), file.node(key))
    case .call(_, let arguments) where arguments.count > 1 && resolver.anyMembers.contains(file.node(callee)):
      (file.node(arguments[0].value), file.node(arguments[1].value))
    default: nil
    }
  }

  /// What a call of a computed member issues: the members that the name can be, else an unknown one.
  private func named(
    by callee: ExpressionID, _ computed: (base: NodeID, name: NodeID), call: CallContext, id: ExpressionID,
    file: LoweredFile, with evaluator: inout Evaluator
  ) -> [CommandCall] {
    resolver.graph.values(computed.base).flatMap { entry -> [CommandCall] in
      guard entry.value.kind == .handle else { return [] }
      let handle = resolver.handles[Int(entry.value.first)]
      guard resolver.clients.role(library: handle.library, role: handle.role)?.namesCommands == true
      else { return [] }
      let forms = evaluator.texts(of: computed.name)
      let members = forms.compactMap(\.staticText)
      guard members.count == forms.count, isSame(members, of: handle) else {
        let unknown = ClientMethod(command: .fixed("?"))
        return [
          make(
            unknown, handle: entry.value.first, name: "?", call: call, id: id,
            callee: file.node(callee), file: file)
        ].compactMap(\.self)
      }
      return members.prefix(1).compactMap {
        member(
          $0, of: entry.value.first, call: call, id: id, callee: file.node(callee), file: file)
      }
    }
  }

  /// Whether all members of a client issue one command.
  private func isSame(_ members: [String], of handle: Handle) -> Bool {
    if members.count == 1 { return true }
    let commands = members.map { name -> String? in
      let method = resolver.clients.method(name, labels: [], library: handle.library, role: handle.role)
      if case .fixed(let command)? = method?.command { return command }
      return nil
    }
    guard let first = commands.first, first != nil else { return false }
    return commands.allSatisfy { $0 == first }
  }

  /// Whether `command` may know one of a value: most are of none.
  private func mayIssue(_ value: Value) -> Bool {
    switch value.kind {
    case .clientMember, .handle, .partial: true
    case .external: resolver.meanings[Int(value.first)].issuesCommand
    case .type: ownCommands.contains(value.first)
    case .method: delegates[value.second] != nil
    default: false
    }
  }

  private func command(
    _ value: Value, call: CallContext, id: ExpressionID, callee: NodeID, file: LoweredFile
  ) -> CommandCall? {
    switch value.kind {
    case .clientMember:
      let name = resolver.names[value.second]
      if !isOfBase(id, in: file), isOverridden(name, of: value.first) { return nil }
      if case .member(let base, _) = file[target(of: id, in: file)].kind,
        typedPlaces.isOwn(name, of: base, in: file, butFor: value.first)
      {
        return nil
      }
      return member(name, of: value.first, call: call, id: id, callee: callee, file: file)
    case .handle:
      let handle = resolver.handles[Int(value.first)]
      guard let method = resolver.clients.role(library: handle.library, role: handle.role)?.call
      else { return nil }
      return make(
        method, handle: value.first, name: "", call: call, id: id, callee: callee, file: file)
    case .external:
      let name = resolver.externals[Int(value.first)]
      let meaning = resolver.meanings[Int(value.first)]
      guard meaning.issuesCommand, let entry = meaning.callable else { return nil }
      return CommandCall(
        call: call, expression: id, file: file, method: entry.method, handle: nil,
        library: entry.library, libraryName: entry.package, role: entry.role ?? "function",
        name: name.path.last ?? "", leading: entry.method.leading ?? 0, receiver: callee)
    case .partial: return partial(value.first, call: call, id: id, file: file)
    case .type:
      guard let own = ownCommands[value.first] else { return nil }
      var method = own.entry.method
      method.command = .fixed(own.command)
      return CommandCall(
        call: call, expression: id, file: file, method: method, handle: nil, library: own.entry.library,
        libraryName: own.entry.package, role: own.role, name: own.command, leading: 0, receiver: callee)
    case .method where call.callee == nil: return facade(value, call: call, id: id, callee: callee, file: file)
    default: return nil
    }
  }

  private func member(
    _ name: String, of handle: Int32, call: CallContext, id: ExpressionID, callee: NodeID,
    file: LoweredFile
  ) -> CommandCall? {
    let value = resolver.handles[Int(handle)]
    guard
      let method = resolver.clients.method(
        name, labels: call.arguments.map(\.label), library: value.library, role: value.role)
        ?? (resolver.clients.role(library: value.library, role: value.role)?.namesCommands == true
          ? scripts.definedMethod(name, of: value) : nil)
    else { return nil }
    return make(
      method, handle: handle, name: name, call: call, id: id, callee: callee, file: file)
  }

  private func make(
    _ method: ClientMethod, handle: Int32, name: String, call: CallContext, id: ExpressionID,
    callee: NodeID, file: LoweredFile
  ) -> CommandCall? {
    guard method.issuesCommand else { return nil }
    let value = resolver.handles[Int(handle)]
    return CommandCall(
      call: call, expression: id, file: file, method: method, handle: handle,
      library: value.library, libraryName: value.libraryName, role: value.role, name: name,
      leading: resolver.leadingArguments(of: method, handle: value, call: call)
        + (resolver.indirection(of: call) == nil ? 0 : 1), receiver: callee)
  }

  /// A call of a partial application: what it was made from, with all arguments.
  private func partial(
    _ bound: Int32, call: CallContext, id: ExpressionID, file: LoweredFile
  ) -> CommandCall? {
    let first = resolver.calls[Int(bound)]
    guard let function = first.arguments.first else { return nil }
    let joined = CallContext(
      file: call.file, result: call.result,
      arguments: Array(first.arguments.dropFirst()) + call.arguments, isConstruction: false,
      expression: id)
    for entry in resolver.graph.values(function.node) where entry.value.kind != .partial {
      if let found = command(
        entry.value, call: joined, id: id, callee: function.node, file: file)
      {
        return found
      }
    }
    return nil
  }

  /// A method of a class that otherwise hands its members on to a client stands for the client's of its
  /// name where it calls that: the class is a client to its users.
  private func facade(
    _ value: Value, call: CallContext, id: ExpressionID, callee: NodeID, file: LoweredFile
  ) -> CommandCall? {
    let function = resolver.functions[Int(value.first)]
    guard let client = delegates[value.second], let declaring = resolver.files[function.file],
      case .member(_, let name) = file[target(of: id, in: file)].kind,
      declaring[function.id].name == name, calls(name, in: function.id, of: declaring)
    else { return nil }
    return member(name, of: client, call: call, id: id, callee: callee, file: file)
  }

  /// The client that a type hands its members on to.
  private static func delegate(of type: Int32, _ resolver: Resolver) -> Int32? {
    for part in resolver.graph.values(resolver.types[Int(type)].hierarchy) where part.value.kind == .type {
      guard let field = resolver.existingField(part.value.first, "<delegate>") else { continue }
      for delegate in resolver.graph.values(field) where delegate.value.kind == .function {
        let result = resolver.functions[Int(delegate.value.first)].result
        if let entry = resolver.graph.values(result).first(where: { $0.value.kind == .anyMember }) {
          return entry.value.first
        }
      }
    }
    return nil
  }

  private func calls(_ name: String, in function: FunctionID, of file: LoweredFile) -> Bool {
    let scope = file[function].scope
    return file.expressions.contains { expression in
      guard case .call(let callee, _) = expression.kind, case .member(_, name) = file[callee].kind
      else { return false }
      return file.facts.isWithin(expression.scope, scope)
    }
  }

  /// Whether it is a call of `super().member`.
  private func isOfBase(_ id: ExpressionID, in file: LoweredFile) -> Bool {
    guard case .member(let base, _) = file[target(of: id, in: file)].kind else { return false }
    return resolver.graph.values(file.node(base)).contains { $0.value.kind == .base }
  }

  private func target(of id: ExpressionID, in file: LoweredFile) -> ExpressionID { file.callee(of: id) ?? id }
}

extension ClientMethod {
  /// Whether calling it sends something.
  var issuesCommand: Bool { command != nil || batch != nil || value != nil }
}
