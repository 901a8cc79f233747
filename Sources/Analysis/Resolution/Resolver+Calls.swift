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
          type: value.first, receiver: value, name: names.number("<call>"), result: call.result,
          purpose: .invoke(number), skipsOwn: false))
    case .base:
      if call.arguments.isEmpty { graph.add(value, to: call.result, from: source) }
      startLookUp(
        LookUp(
          type: value.first, receiver: Value(.instance, value.first),
          name: names.number("<init>"), result: call.result, purpose: .construct(number),
          skipsOwn: true))
    case .external: callExternal(value, by: number)
    case .clientMember: callMember(names[value.second], of: value.first, by: number)
    case .handle: callHandle(value.first, by: number)
    case .partial: callPartial(value.first, by: number)
    case .container:
      flow(from: fieldNode(-1 - value.first, names.number("()")), to: call.result)
    case .pending:
      graph.add(value, to: call.result, from: source)
      pendingCalls.append((number, value.first))
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
      let id = call.expression, case .call(let callee, _) = file.facts[id].kind,
      case .member(let base, _) = file.facts[callee].kind
    else { return false }
    return graph.values(file.node(base)).contains { $0.value.kind == .type }
  }

  /// `f.call(self, …)` and `f.apply(self, list)` of JavaScript: which of them a call is.
  func indirection(of call: CallContext) -> String? {
    guard let file = files[call.file], file.facts.language.family == .javascript,
      let id = call.expression, case .call(let callee, _) = file.facts[id].kind,
      case .member(let base, let name) = file.facts[callee].kind, name == "call" || name == "apply"
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
        type: type, receiver: Value(.type, type), name: names.number("<init>"),
        result: call.result, purpose: .construct(number), skipsOwn: false))
    guard let id = types[Int(type)].id, let file = files[types[Int(type)].file] else { return }
    let declaration = file.facts[id]
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
    guard !types[Int(type)].declaredMembers.contains("__init__"),
      !types[Int(type)].declaredMembers.contains("constructor")
    else { return }
    for (position, argument) in call.arguments.enumerated() where argument.spread == .none {
      let name: String
      if let label = argument.label {
        name = label
      } else if declaration.fields.indices.contains(position) {
        name = declaration.fields[position].name
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
    let key = CallLink(call: number, function: function)
    guard linkedCalls.insert(key).inserted else { return }
    callers[function, default: []].append(number)
    let record = functions[Int(function)]
    if let result { flow(from: record.result, to: result) }
    guard let file = files[record.file] else { return }
    let parameters = file.facts[record.id].parameters
    let arguments = calls[Int(number)].arguments
    let given = arguments.dropFirst(skipping)
    let matched = ArgumentMatching.parameters(
      of: given, among: parameters, in: file.facts.language)
    var position = 0
    for (argument, index) in zip(given, matched) {
      switch argument.spread {
      case .list, .map:
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

  struct CallLink: Hashable {
    let call: Int32
    let function: Int32
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
    for (index, parameter) in file.facts[record.id].parameters.enumerated() {
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
      case .list(let elements) = file.facts[id].kind, !hasSpread(elements, in: file)
    {
      if elements.indices.contains(index) { flow(from: file.node(elements[index]), to: node) }
      return
    }
    let field = fieldNode(-1 - container, names.number(String(index)))
    flow(from: field, to: node)
    flow(from: containers[Int(container)].element, to: node)
  }

  // MARK: Libraries and the language's own

  private mutating func callExternal(_ value: Value, by number: Int32) {
    let meaning = meanings[Int(value.first)]
    if let entry = meaning.callable {
      callLibrary(entry, by: number)
    } else if let effect = meaning.effect {
      apply(effect, by: number, receiver: nil)
    }
  }

  func effect(of value: Value) -> LanguageConventions.Effect? { meanings[Int(value.first)].effect }

  func effect(of name: External) -> LanguageConventions.Effect? {
    guard let conventions = knowledge.conventions[name.language.family] else { return nil }
    let path = name.path.joined(separator: ".")
    if name.module.isEmpty { return conventions.functions[path] }
    if let exact = conventions.functions[path.isEmpty ? name.module : name.module + "." + path] {
      return exact
    }
    // Go names a package by the last component of its path.
    if let slash = name.module.lastIndex(of: "/") {
      let short = name.module[name.module.index(after: slash)...]
      return conventions.functions[short + "." + path]
    }
    return nil
  }

  /// A method that the language's own values have: `append`, `then`, `bind`.
  mutating func applyMethodConvention(
    _ number: Int32, callee: ExpressionID, in file: LoweredFile
  ) {
    guard case .member(let base, let name) = file.facts[callee].kind,
      let effect = knowledge.conventions[file.facts.language.family]?.methods[name]
    else { return }
    if effect == .store || effect == .storeOne && calls[Int(number)].arguments.count == 1 {
      storedArguments[file.node(callee)] = calls[Int(number)].arguments.map(\.node)
    }
    apply(effect, by: number, receiver: file.node(base))
  }

  private mutating func apply(
    _ effect: LanguageConventions.Effect, by number: Int32, receiver: NodeID?
  ) {
    let call = calls[Int(number)]
    func argument(_ index: Int) -> NodeID? {
      call.arguments.indices.contains(index) ? call.arguments[index].node : nil
    }
    switch effect {
    case .argument(let index), .text(let index):
      if let node = argument(index) { flow(from: node, to: call.result) }
    case .receiver: if let receiver { flow(from: receiver, to: call.result) }
    case .element:
      if let receiver { takeElement(of: receiver, to: call.result) }
    case .elementOr(let index):
      if let receiver { takeElement(of: receiver, to: call.result) }
      if let node = argument(index) { flow(from: node, to: call.result) }
    case .elementOf(let index):
      if let list = argument(index) { takeElement(of: list, to: call.result) }
      if let node = argument(index + 1) { flow(from: node, to: call.result) }
    case .callEach(let index):
      guard let function = argument(index) else { return }
      let elements = call.arguments.dropFirst(index + 1).map { elementOf($0.node) }
      callBack(function, with: elements, result: collectionElement(of: call), call: call)
    case .resource(let index):
      guard let function = argument(index) else { return }
      let made = graph.addNodes(1)
      callBack(function, with: [], result: made, call: call)
      flow(from: made, to: call.result)
      takeElement(of: made, to: call.result)
    case .thread: startThread(call)
    case .setAttribute:
      guard call.arguments.count == 3 else { return }
      attributeStores.append(
        AttributeStore(owner: call.arguments[0].node, name: call.arguments[1].node, value: call.arguments[2].node))
    case .bound:
      for argument in call.arguments.dropFirst() { flow(from: argument.node, to: call.result) }
    case .eachElement(let index):
      guard let receiver, let function = argument(index) else { return }
      let element = elementNode(of: receiver)
      wait(.part(element), on: receiver)
      callBack(function, with: [element], result: collectionElement(of: call), call: call)
    case .apply(let index):
      guard let receiver, let function = argument(index) else { return }
      let given = graph.addNodes(1)
      let element = elementNode(of: receiver)
      wait(.part(element), on: receiver)
      flow(from: receiver, to: given)
      flow(from: element, to: given)
      callBack(function, with: [given], result: call.result, call: call)
      flow(from: receiver, to: call.result)
    case .callArgument(let index):
      guard let function = argument(index) else { return }
      let rest = call.arguments.dropFirst(index + 1)
      let number = addCall(
        CallContext(
          file: call.file, result: call.result, arguments: Array(rest), isConstruction: false,
          expression: call.expression, callee: function))
      wait(.call(number), on: function)
    case .partial: bindPartial(number, receiver: receiver)
    case .gather:
      let own = container(at: call.result)
      graph.add(Value(.container, own), to: call.result, from: -1)
      for (index, argument) in call.arguments.enumerated() {
        flow(from: argument.node, to: containers[Int(own)].element)
        flow(from: argument.node, to: fieldNode(-1 - own, names.number(String(index))))
        if argument.spread == .none { flow(from: argument.node, to: call.result) }
      }
    case .attribute: readAttribute(by: number)
    case .importModule(let index):
      if let name = argument(index) { dynamicImports.append((call.file, name, call.result)) }
    case .store, .storeOne, .fixture, .environment, .format, .duration, .durationParts, .fileText: break
    }
  }

  private mutating func elementOf(_ node: NodeID) -> NodeID {
    let element = elementNode(of: node)
    wait(.part(element), on: node)
    return element
  }

  private mutating func takeElement(of node: NodeID, to target: NodeID) { flow(from: elementOf(node), to: target) }

  /// `Thread(target: f, args: (a, b), kwargs: {…})`, and `Timer(seconds, f, (a, b))`.
  private mutating func startThread(_ call: CallContext) {
    func labelled(_ labels: [String], or position: Int) -> NodeID? {
      let plain = call.arguments.filter { $0.label == nil && $0.spread == .none }
      return call.arguments.first { $0.label.map(labels.contains) == true }?.node
        ?? (plain.indices.contains(position) ? plain[position].node : nil)
    }
    guard let function = labelled(["target", "function"], or: 1) else { return }
    var arguments: [ArgumentNode] = []
    if let list = labelled(["args"], or: 2) { arguments.append(ArgumentNode(label: nil, node: list, spread: .list)) }
    if let map = labelled(["kwargs"], or: 3) { arguments.append(ArgumentNode(label: nil, node: map, spread: .map)) }
    let number = addCall(
      CallContext(
        file: call.file, result: graph.addNodes(1), arguments: arguments, isConstruction: false,
        expression: call.expression, callee: function))
    wait(.call(number), on: function)
  }

  private mutating func callBack(
    _ function: NodeID, with arguments: [NodeID], result: NodeID, call: CallContext
  ) {
    let number = addCall(
      CallContext(
        file: call.file, result: result,
        arguments: arguments.map { ArgumentNode(label: nil, node: $0, spread: .none) },
        isConstruction: false, expression: call.expression, callee: function))
    wait(.call(number), on: function)
  }

  /// The element of the list that a call such as `map` makes.
  private mutating func collectionElement(of call: CallContext) -> NodeID {
    let own = container(at: call.result)
    graph.add(Value(.container, own), to: call.result, from: -1)
    return containers[Int(own)].element
  }

  /// The node of what iterating over another node yields.
  mutating func elementNode(of node: NodeID) -> NodeID {
    if let known = elementNodes[node] { return known }
    let element = graph.addNodes(1)
    elementNodes[node] = element
    iterated.insert(element)
    return element
  }

  /// `partial(f, a)` binds `a`; `f.bind(x)` binds the receiver alone.
  private mutating func bindPartial(_ number: Int32, receiver: NodeID?) {
    let call = calls[Int(number)]
    if let receiver, call.arguments.count <= 1 {
      flow(from: receiver, to: call.result)
      return
    }
    guard let receiver else {
      graph.add(Value(.partial, number), to: call.result, from: -1)
      return
    }
    // `f.bind(self, a)`: the function is what `bind` is read of. Whoever calls it, `a` is given.
    let given = Array(call.arguments.dropFirst())
    let bound = CallContext(
      file: call.file, result: call.result,
      arguments: [ArgumentNode(label: nil, node: receiver, spread: .none)] + given,
      isConstruction: false, expression: nil)
    graph.add(Value(.partial, addCall(bound)), to: call.result, from: -1)
    let known = CallContext(
      file: call.file, result: graph.addNodes(1), arguments: given, isConstruction: false, expression: nil)
    wait(.call(addCall(known)), on: receiver)
  }

  private mutating func callPartial(_ bound: Int32, by number: Int32) {
    let first = calls[Int(bound)]
    let call = calls[Int(number)]
    guard let function = first.arguments.first,
      first.arguments.count + call.arguments.count < Resolver.argumentLimit
    else { return }
    let joined = CallContext(
      file: call.file, result: call.result,
      arguments: Array(first.arguments.dropFirst()) + call.arguments, isConstruction: false,
      expression: call.expression)
    // By result, which joined calls share: else a partial application of itself would join for ever.
    let key = CallLink(call: call.result, function: -1 - bound)
    guard linkedCalls.insert(key).inserted else { return }
    let joinedNumber = addCall(joined)
    partialCalls[number, default: []].append(joinedNumber)
    wait(.call(joinedNumber), on: function.node)
  }

  /// A partial application of a partial application of … ends here.
  private static let argumentLimit = 24

  /// `getattr(x, "name")`; with a name that is not written, any member of a client.
  private mutating func readAttribute(by number: Int32) {
    let call = calls[Int(number)]
    guard call.arguments.count >= 2, let (file, id) = expression(of: call.arguments[1].node) else {
      return
    }
    if call.arguments.count > 2 { flow(from: call.arguments[2].node, to: call.result) }
    attributeReads.append(
      AttributeRead(owner: call.arguments[0].node, name: call.arguments[1].node, result: call.result))
    if let name = literalText(file.facts[id]) {
      memberNames[call.result] = name
      wait(.member(call.result), on: call.arguments[0].node)
    } else {
      anyMembers.insert(call.result)
      wait(.part(call.result), on: call.arguments[0].node)
    }
  }
}
