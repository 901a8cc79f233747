import InventoryModel
import Knowledge

/// Reads what a command call is given: its own arguments, keys, channels, options, times.
struct ArgumentReader {
  var evaluator: Evaluator
  let commands: CommandTable

  // Lent: a getter would copy all its arrays.
  var resolver: Resolver { _read { yield evaluator.resolver } }

  init(_ resolver: Resolver) {
    evaluator = Evaluator(resolver)
    commands = resolver.clients.commandTable
  }

  /// What is sent: the command and its own arguments.
  struct Sent {
    var command: String
    var arguments: [CommandArgument]
    /// Where the command's name is written, when it is written in the call.
    var place: SourcePosition?
    /// The call that hands the command to the function around, and what it gives the parameters.
    var caller: CallContext?
    var frame: Frame?

    /// What a publication says: the argument that is called so, else the one beside the channel.
    var message: NodeID? {
      if let named = arguments.first(where: { $0.label == "message" }) { return named.node }
      let plain = arguments.filter { $0.label == nil }
      return plain.count == 1 && arguments.count > 1 ? plain[0].node : plain.dropFirst().first?.node
    }
  }

  /// The commands of a call; several when it takes a list of them.
  mutating func sent(by call: CommandCall) -> [Sent] {
    if let batch = call.method.batch { return batchCommands(batch, of: call) }
    // Command objects are reported where they are made.
    if call.method.value != nil { return [] }
    switch call.method.command {
    case .fixed(let name):
      return [complete(name, of: call)]
    case .argument(let selector):
      guard let node = resolver.argument(selector, of: call.call, leading: call.leading) else {
        let isGiven = call.call.arguments.count > call.leading
        return isGiven ? [Sent(command: "?", arguments: [], place: nil)] : []
      }
      return sentByCallers(node, selector: selector, of: call) ?? rawCommands(at: node, selector: selector, of: call)
    case nil: return []
    }
  }

  private mutating func complete(_ name: String, of call: CommandCall) -> Sent {
    var sent = Sent(command: name, arguments: own(call.call.arguments, after: call.leading), place: nil)
    if let selector = call.method.subcommand,
      let node = resolver.argument(selector, of: call.call, leading: call.leading),
      let text = evaluator.staticText(of: node)
    {
      let full = name + " " + text.uppercased()
      if commands[full] != nil {
        sent.command = full
        if case .position(let index) = selector.place, sent.arguments.indices.contains(index) {
          sent.arguments.remove(at: index)
        }
      }
    }
    return sent
  }

  private func own(_ arguments: [ArgumentNode], after leading: Int) -> [CommandArgument] {
    arguments.dropFirst(leading).map {
      CommandArgument(label: $0.label, node: $0.node, isSpread: $0.spread != .none)
    }
  }

  // MARK: Raw commands

  mutating func rawCommands(
    at node: NodeID, selector: ArgumentSelector, of call: CommandCall
  ) -> [Sent] {
    let position: Int
    if case .position(let index) = selector.place { position = index + call.leading } else { position = call.leading }
    var rest = own(call.call.arguments, after: position + 1)
    let isSpread =
      call.call.arguments.indices.contains(position)
      && call.call.arguments[position].spread != .none
    let items = evaluator.elements(of: node)
    if isSpread || !items.isEmpty {
      guard let head = items.first else { return [Sent(command: "?", arguments: rest, place: nil)] }
      rest = items.dropFirst().map { CommandArgument(label: nil, node: $0.node, isSpread: false) }
      return named(head.node, arguments: rest, isInCall: isWithin(head.node, call))
    }
    if let withArgument = call.call.arguments.first(where: { ["with", "args", "arguments"].contains($0.label) }) {
      rest = evaluator.elements(of: withArgument.node).map {
        CommandArgument(label: nil, node: $0.node, isSpread: false)
      }
    }
    if rest.count == 1 {
      let inner = evaluator.elements(of: rest[0].node)
      if !inner.isEmpty {
        rest = inner.map { CommandArgument(label: nil, node: $0.node, isSpread: false) }
      }
    }
    return named(node, arguments: rest, isInCall: isWithin(node, call))
  }

  private func isWithin(_ node: NodeID, _ call: CommandCall) -> Bool {
    guard let (file, id) = resolver.expression(of: node), file.number == call.call.file,
      case .string = file[id].kind
    else { return false }
    return true
  }

  private mutating func named(
    _ node: NodeID, arguments: [CommandArgument], isInCall: Bool
  ) -> [Sent] {
    let forms = evaluator.texts(of: node).compactMap(\.staticText)
    let place = isInCall ? resolver.expression(of: node).map { $0.file[$0.id].position } : nil
    guard !forms.isEmpty else { return [Sent(command: "?", arguments: arguments, place: place)] }
    let found = forms.compactMap { form -> Sent? in
      let words = form.uppercased().split(separator: " ").map(String.init)
      guard let first = words.first else { return nil }
      var sent = Sent(command: first, arguments: arguments, place: place)
      if words.count > 1, commands[words[0] + " " + words[1]] != nil {
        sent.command = words[0] + " " + words[1]
      } else if let second = arguments.first, let text = evaluator.staticText(of: second.node),
        commands[first + " " + text.uppercased()] != nil
      {
        sent.command = first + " " + text.uppercased()
        sent.arguments.removeFirst()
      }
      return commands[sent.command] == nil && !isCommandWord(first) ? nil : sent
    }
    let isChosen = Set(found.map(\.command)).count > ArgumentReader.alternativeLimit
    return isChosen ? [Sent(command: "?", arguments: arguments, place: place)] : found
  }

  /// A name that can be more commands than these is chosen at run time.
  private static let alternativeLimit = 2

  /// Whether a text could be a command that the table lacks: a word in letters, digits, dots.
  private func isCommandWord(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2E || byte == 0x5F || byte == 0x2D
      }
  }

  private mutating func batchCommands(_ selector: ArgumentSelector, of call: CommandCall) -> [Sent] {
    var found: [Sent] = []
    if case .fixed(let name)? = call.method.command {
      found.append(Sent(command: name, arguments: [], place: nil))
    }
    guard let node = resolver.argument(selector, of: call.call, leading: call.leading) else {
      return found
    }
    for item in evaluator.elements(of: node) {
      let words = evaluator.elements(of: item.node)
      guard let head = words.first else { continue }
      found += named(
        head.node,
        arguments: words.dropFirst().map {
          CommandArgument(label: nil, node: $0.node, isSpread: false)
        }, isInCall: isWithin(head.node, call))
    }
    return found
  }

  // MARK: Channels

  mutating func channels(of sent: Sent, by call: CommandCall) -> [Template] {
    if let list = call.method.channels {
      for selector in list.selectors {
        if list.takesAll, case .position(let index) = selector.place {
          let rest = Array(sent.arguments.dropFirst(index))
          if !rest.isEmpty { return channelTemplates(rest) }
        } else if let node = select(selector, in: call) {
          return channelTemplates([CommandArgument(label: nil, node: node, isSpread: false)])
        }
      }
      return []
    }
    guard commands[sent.command]?.group == "pubsub", !sent.arguments.isEmpty else { return [] }
    let isPublish = sent.command.hasSuffix("PUBLISH")
    return channelTemplates(isPublish ? Array(sent.arguments.prefix(1)) : sent.arguments)
  }

  mutating func channelTemplates(_ arguments: [CommandArgument]) -> [Template] {
    arguments.flatMap { argument -> [Template] in
      if let label = argument.label, !argument.isSpread,
        let place = resolver.place(of: argument.node)
      {
        return [.text(label, at: place)]
      }
      if isFunction(argument.node) { return [] }
      return templates(of: [argument]).templates.flatMap(FormRanking.ranked)
    }
  }

  func isFunction(_ node: NodeID) -> Bool {
    resolver.graph.values(node).contains { [.function, .method].contains($0.value.kind) }
  }

  /// The node that a selector means, its field included.
  mutating func select(_ selector: ArgumentSelector, in call: CommandCall) -> NodeID? {
    guard let node = resolver.argument(selector, of: call.call, leading: call.leading) else {
      return nil
    }
    guard let field = selector.field else { return node }
    return self.field(field, of: node)
  }

  /// What a selector means; of a list of objects, the field of each.
  mutating func selectEach(_ selector: ArgumentSelector, in call: CommandCall) -> [NodeID] {
    if let node = select(selector, in: call) { return [node] }
    guard let field = selector.field,
      let list = resolver.argument(selector, of: call.call, leading: call.leading)
    else { return [] }
    return evaluator.elements(of: list).compactMap { self.field(field, of: $0.node) }
  }

  /// A field of an object, struct or map that is put together in the source.
  mutating func field(_ name: String, of node: NodeID) -> NodeID? {
    var literals = [node]
    for entry in resolver.graph.values(node) where entry.value.kind == .container {
      if let literal = resolver.containers[Int(entry.value.first)].literal { literals.append(literal) }
    }
    var current: NodeID? = node
    while let here = current {
      literals.append(here)
      current =
        resolver.graph.values(here).first { $0.from >= 0 && $0.from != here && !literals.contains($0.from) }?.from
      if literals.count > 12 { break }
    }
    for literal in literals {
      guard let (file, id) = resolver.expression(of: literal) else { continue }
      switch file[id].kind {
      case .map(let entries):
        for entry in entries {
          if let key = entry.key, resolver.literalText(file[key]) == name {
            return file.node(entry.value)
          }
        }
      case .construct(_, let arguments), .call(_, let arguments):
        if let found = arguments.first(where: { $0.label == name }) { return file.node(found.value) }
      default: continue
      }
    }
    return nil
  }
}
