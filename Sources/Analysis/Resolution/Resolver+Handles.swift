import InventoryModel
import Knowledge

/// Values of client libraries, and what calling their members does to values.
extension Resolver {
  /// The handle of a role that a node makes; the same node and role are one handle.
  mutating func handle(
    library: Int, role: String, package: String?, origin: NodeID?, key: NodeID, parent: Int32?
  ) -> Int32 {
    let handleKey = HandleKey(library: library, role: role, place: key)
    if let known = handleNumbers[handleKey] {
      if let parent, parent != known, !handles[Int(known)].parents.contains(parent),
        handles[Int(known)].parents.count < 8
      {
        handles[Int(known)].parents.append(parent)
      }
      return known
    }
    let place = origin.flatMap { self.place(of: $0) } ?? self.place(of: key)
    handles.append(
      Handle(
        library: library, role: role, libraryName: package ?? clients.library(library).name,
        origin: origin, site: key, place: place ?? Place(file: -1, line: 0, column: 0),
        parents: parent.map { [$0] } ?? []))
    let number = Int32(handles.count - 1)
    handleNumbers[handleKey] = number
    return number
  }

  mutating func addRole(_ role: String, of parent: Int32, to node: NodeID, from source: NodeID) {
    let handle = handles[Int(parent)]
    let number = self.handle(
      library: handle.library, role: role, package: handle.libraryName, origin: handle.origin,
      key: node, parent: parent)
    graph.add(Value(.handle, number), to: node, from: source)
  }

  /// Calls a constructor or function of a client library.
  mutating func callLibrary(_ entry: ClientIndex.Entry, by number: Int32) {
    let call = calls[Int(number)]
    let method = entry.method
    if let role = entry.role {
      let handle = handle(
        library: entry.library, role: role, package: entry.package, origin: call.result,
        key: call.result, parent: nil)
      graph.add(Value(.handle, handle), to: call.result, from: -1)
      if let selector = method.client, let argument = argument(selector, of: call, leading: 0) {
        clientArguments.append((handle, argument))
      }
      if let callback = method.callback { callBack(callback, by: call, handle: handle, leading: 0) }
      noteArguments(of: call, handle: handle)
      if let selector = method.definesEach, let options = argument(selector, of: call, leading: 0) {
        optionDefinitions.append((entry.library, options, selector.field))
      }
    } else {
      applyResult(method, handle: nil, call: call, leading: 0)
      if let callback = method.callback { callBack(callback, by: call, handle: nil, leading: 0) }
    }
  }

  /// A client that is made from another value: what flows into its arguments may be its parent.
  private mutating func noteArguments(of call: CallContext, handle: Int32) {
    for argument in call.arguments where argument.spread == .none {
      clientArguments.append((handle, argument.node))
    }
  }

  /// Makes what flows into the arguments of makers of handles the parents of these.
  mutating func linkClientArguments() {
    for (handle, argument) in clientArguments {
      for entry in graph.values(argument) where entry.value.kind == .handle && entry.value.first != handle {
        let index = Int(handle)
        guard handles[index].parents.count < 8, !handles[index].parents.contains(entry.value.first) else { continue }
        handles[index].parents.append(entry.value.first)
      }
    }
  }

  /// Calls a member of a client value.
  mutating func callMember(_ name: String, of handleNumber: Int32, by number: Int32) {
    let call = calls[Int(number)]
    let handle = handles[Int(handleNumber)]
    let labels = call.arguments.map(\.label)
    guard
      let method = clients.method(
        name, labels: labels, library: handle.library, role: handle.role)
    else {
      // What the project adds to a queue gives back the queue as well; what all objects have does not.
      if isChained(handle, in: call), files[call.file]?.facts.language.family == .javascript,
        knowledge.conventions[.javascript]?.methods[name] == nil
      {
        graph.add(Value(.handle, handleNumber), to: call.result, from: -1)
      }
      return
    }
    let leading = leadingArguments(of: method, handle: handle, call: call)
    applyResult(method, handle: handleNumber, call: call, leading: leading)
    if method.result == nil, method.issuesCommand, isChained(handle, in: call) {
      graph.add(Value(.handle, handleNumber), to: call.result, from: -1)
    }
    if let callback = method.callback {
      callBack(callback, by: call, handle: handleNumber, leading: leading)
    }
    if let selector = method.value, let argument = argument(selector, of: call, leading: leading) {
      readCommandObject(argument, of: handleNumber)
    }
    if let definition = method.defines {
      define(definition, library: handle.library, call: call, leading: leading)
    }
  }

  /// `client.send(.get("key"))`: a static member of the library's command objects.
  private mutating func readCommandObject(_ node: NodeID, of client: Int32) {
    let handle = handles[Int(client)]
    guard let (file, id) = expression(of: node), case .call(let callee, _) = file[id].kind,
      case .implicitMember(let name) = file[callee].kind,
      let statics = clients.statics(library: handle.library)
    else { return }
    let maker = self.handle(
      library: handle.library, role: statics, package: handle.libraryName, origin: handle.origin, key: node,
      parent: client)
    readClientMember(names.number(name), of: maker, from: -1, into: file.node(callee))
  }

  /// Whether commands that are queued give back the queue; Go's give back the command.
  private func isChained(_ handle: Handle, in call: CallContext) -> Bool {
    clients.role(library: handle.library, role: handle.role)?.isPipeline == true
      && files[call.file]?.facts.language != .go && chainedCalls.contains(call.result)
  }

  /// Calls a value of a client library itself, as a script object.
  mutating func callHandle(_ handleNumber: Int32, by number: Int32) {
    let handle = handles[Int(handleNumber)]
    guard let role = clients.role(library: handle.library, role: handle.role) else { return }
    guard let method = role.call else {
      // A client's class, which stands for the client here, makes another.
      if role.namesCommands, files[calls[Int(number)].file]?.facts.language == .python,
        !isMemberOfClient(calls[Int(number)])
      {
        graph.add(Value(.handle, handleNumber), to: calls[Int(number)].result, from: -1)
      }
      return
    }
    applyResult(method, handle: handleNumber, call: calls[Int(number)], leading: 0)
  }

  /// Whether what is called is a member of a client, which is a method whatever else is kept under its name.
  private func isMemberOfClient(_ call: CallContext) -> Bool {
    guard let file = files[call.file], let id = call.expression, case .call(let callee, _) = file[id].kind,
      case .member(let base, let name) = file[callee].kind, name != "__class__"
    else { return false }
    return graph.values(file.node(base)).contains { $0.value.kind == .handle }
  }

  private mutating func applyResult(
    _ method: ClientMethod, handle: Int32?, call: CallContext, leading: Int
  ) {
    switch method.result {
    case .role(let role):
      if let handle { addRole(role, of: handle, to: call.result, from: -1) }
    case .receiver:
      if let handle { graph.add(Value(.handle, handle), to: call.result, from: -1) }
    case .argument(let selector):
      if let argument = argument(selector, of: call, leading: leading) {
        flow(from: argument, to: call.result)
      }
    case .callback, nil: break
    }
  }

  private mutating func callBack(
    _ callback: ClientMethod.Callback, by call: CallContext, handle: Int32?, leading: Int
  ) {
    guard let function = argument(callback.argument, of: call, leading: leading) else { return }
    var arguments: [ArgumentNode] = []
    for role in callback.receives {
      let node = graph.addNodes(1)
      if let handle, role == "self" {
        graph.add(Value(.handle, handle), to: node, from: -1)
      } else if let handle, role != "_" {
        addRole(role, of: handle, to: node, from: -1)
      }
      arguments.append(ArgumentNode(label: nil, node: node, spread: .none))
    }
    let number = addCall(
      CallContext(
        file: call.file, result: call.result, arguments: arguments, isConstruction: false,
        expression: nil))
    wait(.call(number), on: function)
  }

  private mutating func define(
    _ definition: ClientMethod.Definition, library: Int, call: CallContext, leading: Int
  ) {
    guard let name = argument(definition.name, of: call, leading: leading) else { return }
    definitions.append(
      DefinedCommand(
        library: library, name: name, call: call, script: definition.script, leading: leading))
  }

  // MARK: Arguments

  /// How many arguments stand before the command's own: a context is only skipped where one is given.
  func leadingArguments(of method: ClientMethod, handle: Handle, call: CallContext) -> Int {
    if let first = call.arguments.first, isCommandOptions(first.node, of: handle.library) { return 1 }
    let declared =
      method.leading ?? clients.role(library: handle.library, role: handle.role)?.leading ?? 0
    guard declared > 0, let first = call.arguments.first,
      clients.role(library: handle.library, role: handle.role)?.leadingIsContext == true
    else { return declared }
    return isContext(first.node) ? declared : 0
  }

  /// Whether an argument says how a command is sent, as what node-redis' `commandOptions` makes does.
  private func isCommandOptions(_ node: NodeID, of library: Int) -> Bool {
    graph.values(node).contains { entry in
      guard entry.value.kind == .handle else { return false }
      let handle = handles[Int(entry.value.first)]
      return handle.library == library && handle.role == "options"
    }
  }

  /// Whether an argument looks like a Go context: by its name, its type or its maker.
  private func isContext(_ node: NodeID) -> Bool {
    guard let (file, id) = expression(of: node) else { return false }
    switch file[id].kind {
    case .name(let name, let symbol):
      let lower = name.lowercased()
      if lower.hasSuffix("ctx") || lower.hasSuffix("context") || lower == "c" { return true }
      guard let symbol else { return false }
      return file[symbol].definitions.contains { definition in
        guard case .parameter(let function, let index) = definition,
          case .named(let path, _) = file[function].parameters[index].annotation
        else { return false }
        return path.last == "Context"
      }
    case .member(_, let name):
      let lower = name.lowercased()
      return lower.hasSuffix("ctx") || lower.hasSuffix("context")
    case .call(let callee, _):
      guard case .member(let base, let name) = file[callee].kind else { return false }
      if name.hasSuffix("Context") || name.hasSuffix("Ctx") { return true }
      if case .name("context", _) = file[base].kind { return true }
      return false
    default: return false
    }
  }

  /// The node of the argument that a selector means, without its field.
  func argument(_ selector: ArgumentSelector, of call: CallContext, leading: Int) -> NodeID? {
    switch selector.place {
    case .position(let index):
      let positional = call.arguments.filter { $0.label == nil || isPositionalByNature(call) }
      let position = index + leading
      return positional.indices.contains(position) ? positional[position].node : nil
    case .label(let label):
      return call.arguments.first { $0.label == label }?.node ?? option(label, of: call)
    case .last: return call.arguments.last?.node
    }
  }

  /// What a functional option of Go is given: of `NewMutex(name, WithExpiry(ttl))` the time.
  private func option(_ name: String, of call: CallContext) -> NodeID? {
    guard let file = files[call.file], file.facts.language == .go else { return nil }
    for argument in call.arguments {
      guard let (file, id) = expression(of: argument.node), case .call(let callee, let given) = file[id].kind,
        case .member(_, name) = file[callee].kind, let first = given.first
      else { continue }
      return file.node(first.value)
    }
    return nil
  }

  /// Swift's labelled arguments have positions too.
  private func isPositionalByNature(_ call: CallContext) -> Bool {
    files[call.file]?.facts.language == .swift
  }
}
