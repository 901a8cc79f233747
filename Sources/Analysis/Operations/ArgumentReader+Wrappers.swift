import InventoryModel
import Knowledge

/// Commands that a function of the project is handed by its callers: `send("GET", key)`. Each stands where its
/// caller writes its name.
extension ArgumentReader {
  /// A call of the function around a command call, or of a function around that call.
  private struct Caller {
    let call: CallContext
    let frame: Frame
    let depth: Int
  }

  /// How many functions a command is handed through, and from how many calls.
  private static let depthLimit = 4
  private static let callerLimit = 400

  /// What each caller sends; nil where the command's name is not handed in, or nothing of it is known.
  mutating func sentByCallers(_ node: NodeID, selector: ArgumentSelector, of call: CommandCall) -> [Sent]? {
    guard evaluator.root == nil else { return nil }
    var open = handingFunction(of: node, in: nil).map { callers(of: $0, within: nil) } ?? []
    guard !open.isEmpty else { return nil }
    defer { evaluator.root = nil }
    var found: [Sent] = []
    while let caller = open.popLast() {
      if let outer = handingFunction(of: node, in: caller.frame), caller.depth < ArgumentReader.depthLimit {
        open += callers(of: outer, within: caller)
        continue
      }
      evaluator.root = caller.frame
      for var sent in rawCommands(at: node, selector: selector, of: call) where sent.command != "?" {
        sent.caller = caller.call
        sent.frame = caller.frame
        sent.place = place(of: node, sentBy: caller) ?? sent.place
        found.append(sent)
      }
    }
    if found.isEmpty { return nil }
    // What only tests hand in says nothing of what production code sends.
    let isTested = evaluator.isForProduction && found.allSatisfy { sent in !isProduction(sent.caller) }
    return isTested ? found + [Sent(command: "?", arguments: [], place: nil)] : found
  }

  private func isProduction(_ call: CallContext?) -> Bool {
    call.map { (evaluator.resolver.contexts[$0.file] ?? .production) == .production } ?? true
  }

  private mutating func callers(of function: Int32, within inner: Caller?) -> [Caller] {
    let calls = (evaluator.resolver.callers[function] ?? []).prefix(ArgumentReader.callerLimit)
    return calls.compactMap { number in
      let call = evaluator.resolver.calls[Int(number)]
      guard call.expression != nil, call.callee == nil, evaluator.resolver.files[call.file] != nil else { return nil }
      let own = evaluator.frame(for: function, call: call, caller: nil)
      let frame = inner.map { Frame(inner: $0.frame, outer: own) } ?? own
      return Caller(call: call, frame: frame, depth: (inner?.depth ?? 0) + 1)
    }
  }

  /// The function whose parameter the head of a command is, in the frame of a call.
  private func handingFunction(of node: NodeID, in frame: Frame?, depth: Int = 0) -> Int32? {
    guard depth < 12, let (file, id) = evaluator.resolver.expression(of: node) else { return nil }
    func inner(_ id: ExpressionID) -> Int32? { handingFunction(of: file.node(id), in: frame, depth: depth + 1) }
    switch file[id].kind {
    case .name(_, let symbol?):
      if let argument = frame?.arguments[file.node(symbol)] {
        return handingFunction(of: argument, in: frame?.caller, depth: depth + 1)
      }
      if let list = frame?.lists[file.node(symbol)] {
        return list.first.flatMap { handingFunction(of: $0, in: frame?.caller, depth: depth + 1) }
      }
      for definition in file[symbol].definitions {
        switch definition {
        case .parameter(let function, _): return file.function(function)
        case .variable:
          guard let first = file.bindings(of: symbol).first, let value = file.bindings[first].value
          else { continue }
          return inner(value)
        default: continue
        }
      }
      return nil
    case .member(let base, let name):
      // An object that is made with the command: its only maker's parameter.
      let stores = evaluator.stores(ofMember: name, of: file.node(base))
      guard let store = stores.first, stores.count == 1, depth < 4 else { return nil }
      return handingFunction(of: store, in: frame, depth: depth + 4)
    case .list(let elements): return elements.first.flatMap(inner)
    case .binary(.add, let left, _), .binary(.concatenate, let left, _): return inner(left)
    case .cast(let operand, _), .spread(let operand), .index(let operand, _), .unpacked(let operand, _),
      .element(let operand):
      return inner(operand)
    case .call(let callee, let arguments):
      if case .member(let base, let name) = file[callee].kind,
        let effect = evaluator.resolver.knowledge.conventions[file.facts.language.family]?.methods[name],
        [.receiver, .receiverText].contains(effect)
      {
        return inner(base)
      }
      return arguments.first.flatMap { inner($0.value) }
    default: return nil
    }
  }

  /// Where a caller writes the command's name, or what stands for it.
  private mutating func place(of node: NodeID, sentBy caller: Caller) -> SourcePosition? {
    guard let written = written(node, in: caller.frame, depth: 0),
      let (file, id) = evaluator.resolver.expression(of: written), file.number == caller.call.file
    else {
      return caller.call.expression.flatMap { evaluator.resolver.files[caller.call.file]?.facts[$0].position }
    }
    return file[id].position
  }

  /// The expression that a caller gives for the head of a command.
  private mutating func written(_ node: NodeID, in frame: Frame?, depth: Int) -> NodeID? {
    guard depth < 12, let (file, id) = evaluator.resolver.expression(of: node) else { return nil }
    if case .string = file[id].kind { return node }
    if case .name(_, let symbol?) = file[id].kind, let argument = frame?.arguments[file.node(symbol)] {
      return written(argument, in: frame?.caller, depth: depth + 1)
    }
    if let head = evaluator.elements(of: node, in: frame).first, head.node != node {
      return written(head.node, in: head.frame, depth: depth + 1)
    }
    switch file[id].kind {
    case .member(let base, let name):
      let store = evaluator.stores(ofMember: name, of: file.node(base)).first
      return store.flatMap { written($0, in: frame, depth: depth + 1) }
    case .cast(let operand, _), .index(let operand, _):
      return written(file.node(operand), in: frame, depth: depth + 1)
    case .call(let callee, let arguments):
      if case .member(let base, _) = file[callee].kind, arguments.isEmpty {
        return written(file.node(base), in: frame, depth: depth + 1)
      }
      return arguments.first.flatMap { written(file.node($0.value), in: frame, depth: depth + 1) }
    default: return node
    }
  }
}
