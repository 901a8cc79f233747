import InventoryModel
import Knowledge

/// Calls: of the project's functions and types, of libraries, and by the language's own conventions.
extension Resolver {
  mutating func call(_ value: Value, from source: NodeID, by number: Int32) {
    let call = calls[Int(number)]
    switch value.kind {
    case .function: callFunction(value.first, by: number)
    case .method:
      graph.add(
        Value(.instance, value.second), to: functions[Int(value.first)].receiver, from: source)
      link(number, to: value.first, skipping: 0, result: call.result)
    case .typeMethod:
      graph.add(Value(.type, value.second), to: functions[Int(value.first)].receiver, from: source)
      link(number, to: value.first, skipping: 0, result: call.result)
    case .handleMethod:
      graph.add(
        Value(.handle, value.second), to: functions[Int(value.first)].receiver, from: source)
      link(number, to: value.first, skipping: 0, result: call.result)
    case .type: construct(value.first, by: number)
    case .instance:
      startLookUp(
        LookUp(
          type: value.first, receiver: value, name: NameTable.call, result: call.result,
          purpose: .invoke(number), skipsOwn: false))
    case .base:
      if call.arguments.isEmpty { graph.add(value, to: call.result, from: source) }
      startLookUp(
        LookUp(
          type: value.first, receiver: Value(.instance, value.first),
          name: NameTable.initializer, result: call.result, purpose: .construct(number),
          skipsOwn: true))
    case .external: callExternal(value, by: number)
    case .clientMember: callMember(names[value.second], of: value.first, by: number)
    case .handle: callHandle(value.first, by: number)
    case .partial: callPartial(value.first, by: number)
    case .container:
      flow(from: fieldNode(-1 - value.first, NameTable.result), to: call.result)
    case .pending:
      graph.add(value, to: call.result, from: source)
      pendingCalls.append((number, value.first, isTelling(number)))
    case .module, .package, .anyMember, .anyInstanceMember: break
    }
  }

  private mutating func callFunction(_ function: Int32, by number: Int32) {
    let call = calls[Int(number)]
    let record = functions[Int(function)]
    if call.isConstruction, let type = pseudoType(of: function) {
      graph.add(Value(.instance, type), to: call.result, from: -1)
      link(number, to: function, skipping: 0, result: nil)
      return
    }
    let isUnbound = record.owner != nil && isCalledThroughType(call)
    if isUnbound, let first = call.arguments.first {
      flow(from: first.node, to: record.receiver)
    }
    let isSkipped = isUnbound || indirection(of: call) == "call"
    link(number, to: function, skipping: isSkipped ? 1 : 0, result: call.result)
  }

  /// `Base.method(self, …)`, as Python writes it.
  private func isCalledThroughType(_ call: CallContext) -> Bool {
    guard let file = files[call.file], file.facts.language == .python,
      let id = call.expression, case .call(let callee, _) = file[id].kind,
      case .member(let base, _) = file[callee].kind
    else { return false }
    return graph.values(file.node(base)).contains { $0.value.kind == .type }
  }

  /// `f.call(self, …)` and `f.apply(self, list)` of JavaScript: which of them a call is.
  func indirection(of call: CallContext) -> String? {
    guard let file = files[call.file], file.facts.language.family == .javascript,
      let id = call.expression, case .call(let callee, _) = file[id].kind,
      case .member(let base, let name) = file[callee].kind, name == "call" || name == "apply"
    else { return nil }
    // A client may have a method of that name.
    let isOwn = graph.values(file.node(base)).contains { $0.value.kind == .handle }
    return isOwn ? nil : name
  }

  // MARK: Construction

  private mutating func construct(_ type: Int32, by number: Int32) {
    let call = calls[Int(number)]
    graph.add(Value(.instance, type), to: call.result, from: -1)
    startLookUp(
      LookUp(
        type: type, receiver: Value(.type, type), name: NameTable.initializer,
        result: call.result, purpose: .construct(number), skipsOwn: false))
    guard let id = types[Int(type)].id, let file = files[types[Int(type)].file] else { return }
    let declaration = file[id]
    if declaration.kind == .alias, let first = call.arguments.first, call.arguments.count == 1,
      !call.isConstruction
    {
      flow(from: first.node, to: call.result)
    }
    storeFields(of: declaration, type: type, from: call)
  }

  /// Arguments of a composite literal, a data class or a memberwise initializer are its fields.
  private mutating func storeFields(
    of declaration: TypeDeclaration, type: Int32, from call: CallContext
  ) {
    guard !declares("__init__", type), !declares("constructor", type) else { return }
    // Neither the cases of an enum nor what an extension adds is given to an initializer.
    lazy var fields = declaration.fields.filter { !$0.isStatic }
    for (position, argument) in call.arguments.enumerated() where argument.spread == .none {
      let name: String
      if let label = argument.label {
        name = label
      } else if fields.indices.contains(position) {
        name = fields[position].name
      } else {
        continue
      }
      let field = fieldNode(type, names.number(name))
      flow(from: argument.node, to: field)
      if fieldStores[field]?.contains(argument.node) != true {
        fieldStores[field, default: []].append(argument.node)
      }
    }
  }

  // MARK: Arguments to parameters

  /// Lets arguments flow to parameters and the result to the call.
  mutating func link(_ number: Int32, to function: Int32, skipping: Int, result: NodeID?) {
    guard linkedCalls[number, function] == nil else { return }
    linkedCalls.insert(0, for: number, function)
    if decoratorCalls.contains(number) { decorators.insert(function) }
    callers[function, default: []].append(number)
    let record = functions[Int(function)]
    let isDecorated = isCallOfDecorated(number)
    guard let file = files[record.file] else { return }
    let parameters = file[record.id].parameters
    let arguments = calls[Int(number)].arguments
    let given = arguments.dropFirst(skipping)
    let matched = ArgumentMatching.parameters(
      of: given, among: parameters, in: file.facts.language)
    if let result, !isDecorated {
      let isGeneric = !file[record.id].typeParameters.isEmpty
      if !isGeneric || !passOn(number, to: file[record.id], matched: zip(given, matched), in: file) {
        flow(from: record.result, to: result)
      }
    }
    var position = 0
    for (argument, index) in zip(given, matched) {
      switch argument.spread {
      case .list, .map:
        if isDecorated { continue }
        addSpread(
          Spread(
            call: number, function: function, isMap: argument.spread == .map, from: position),
          argument)
      case .none:
        if let index, parameters[index].kind == .plain {
          if let symbol = parameters[index].symbol {
            flow(from: argument.node, to: file.node(symbol))
          }
        } else {
          linkRest(argument, at: position, of: parameters, in: file)
        }
        if argument.label == nil { position += 1 }
      }
    }
  }

  /// An argument for a parameter that takes all further ones.
  private mutating func linkRest(
    _ argument: ArgumentNode, at position: Int, of parameters: [Parameter], in file: LoweredFile
  ) {
    let kind: Parameter.Kind = argument.label == nil ? .list : .map
    guard let index = parameters.firstIndex(where: { $0.kind == kind }),
      let symbol = parameters[index].symbol, let container = containerOfNode[file.node(symbol)]
    else { return }
    flow(from: argument.node, to: containers[Int(container)].element)
    let name = argument.label ?? String(max(0, position - index))
    flow(from: argument.node, to: fieldNode(-1 - container, names.number(name)))
  }

  private mutating func addSpread(_ spread: Spread, _ argument: ArgumentNode) {
    spreads.append(spread)
    wait(.spread(Int32(spreads.count - 1)), on: argument.node)
  }

  /// `f(*list)` and `f(**map)`: what the list or map holds goes to the parameters.
  mutating func spread(_ value: Value, by number: Int32) {
    let spread = spreads[Int(number)]
    let record = functions[Int(spread.function)]
    guard value.kind == .container, let file = files[record.file] else { return }
    let container = containers[Int(value.first)]
    for (index, parameter) in file[record.id].parameters.enumerated() {
      guard let symbol = parameter.symbol else { continue }
      let node = file.node(symbol)
      if parameter.kind != .plain {
        if let own = containerOfNode[node] {
          flow(from: container.element, to: containers[Int(own)].element)
          graph.add(value, to: node, from: -1)
        }
      } else if spread.isMap {
        flow(from: fieldNode(-1 - value.first, names.number(parameter.name)), to: node)
      } else if index >= spread.from {
        spreadElement(index - spread.from, of: value.first, to: node)
      }
    }
  }

  private mutating func spreadElement(_ index: Int, of container: Int32, to node: NodeID) {
    if let literal = containers[Int(container)].literal, let (file, id) = expression(of: literal),
      case .list(let elements) = file[id].kind, !hasSpread(elements, in: file)
    {
      if elements.indices.contains(index) { flow(from: file.node(elements[index]), to: node) }
      return
    }
    let field = fieldNode(-1 - container, names.number(String(index)))
    flow(from: field, to: node)
    flow(from: containers[Int(container)].element, to: node)
  }
}
