import InventoryModel
import Knowledge

/// Calls of libraries, and what a language's own functions and methods do to values.
extension Resolver {
  mutating func callExternal(_ value: Value, by number: Int32) {
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
    guard case .member(let base, let name) = file[callee].kind,
      let effect = file.conventions.methods[name]
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
    case .argument(let index):
      if let node = argument(index) { flow(from: node, to: call.result) }
    case .text(let index):
      dataNodes.insert(call.result)
      if let node = argument(index) { flow(from: node, to: call.result) }
    case .receiver:
      if let receiver { flow(from: receiver, to: call.result) }
    case .receiverText:
      dataNodes.insert(call.result)
      if let receiver { flow(from: receiver, to: call.result) }
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
    case .eachOf(let index):
      guard index > 0, let list = argument(0), let function = argument(index) else { return }
      callBack(function, with: [elementOf(list)], result: collectionElement(of: call), call: call)
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
        let field = fieldNode(-1 - own, names.number(argument.label ?? String(index)))
        flow(from: argument.node, to: field)
        if argument.label != nil { fieldStores[field, default: []].append(argument.node) }
        if argument.spread == .none { flow(from: argument.node, to: call.result) }
      }
    case .attribute: readAttribute(by: number)
    case .typeOf:
      guard call.arguments.count == 1, let node = argument(0) else { return }
      nameMember(at: call.result, "__class__")
      wait(.member(call.result), on: node)
    case .provided(let index):
      if let token = argument(index) { injections.append((token, call.result)) }
    case .importModule(let index):
      if let name = argument(index) { dynamicImports.append((call.file, name, call.result)) }
    case .store, .storeOne, .fixture, .environment, .format, .write, .written, .duration, .durationParts,
      .fileText:
      break
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

  mutating func callPartial(_ bound: Int32, by number: Int32) {
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
    guard linkedCalls[call.result, -1 - bound] == nil else { return }
    linkedCalls.insert(0, for: call.result, -1 - bound)
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
    if let name = literalText(file[id]) {
      nameMember(at: call.result, name)
      wait(.member(call.result), on: call.arguments[0].node)
    } else {
      anyMembers.insert(call.result)
      wait(.part(call.result), on: call.arguments[0].node)
    }
  }
}
