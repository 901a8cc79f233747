import InventoryModel
import Knowledge

/// Reads what a command call is given: its own arguments, keys, channels, options, times.
struct ArgumentReader {
  var evaluator: Evaluator
  let commands: CommandTable

  // Lent: a getter would copy all its arrays.
  private var resolver: Resolver { _read { yield evaluator.resolver } }

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
  }

  /// The commands of a call; several when it takes a list of them.
  mutating func sent(by call: CommandCall) -> [Sent] {
    if let batch = call.method.batch { return batchCommands(batch, of: call) }
    if let value = call.method.value { return commandObjects(value, of: call) }
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
      case .string = file.facts[id].kind
    else { return false }
    return true
  }

  private mutating func named(
    _ node: NodeID, arguments: [CommandArgument], isInCall: Bool
  ) -> [Sent] {
    let forms = evaluator.texts(of: node).compactMap(\.staticText)
    let place = isInCall ? resolver.expression(of: node).map { $0.file.facts[$0.id].position } : nil
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

  /// Command objects are reported where they are made.
  private mutating func commandObjects(_ selector: ArgumentSelector, of call: CommandCall) -> [Sent] {
    []
  }

  // MARK: Keys and channels

  mutating func keys(of sent: Sent, by call: CommandCall) -> (templates: [[Template]], count: Int?) {
    let (templates, count) = keyNodes(of: sent, by: call)
    guard call.method.keys?.endsWithIDs == true, templates.count > 1 else { return (templates, count) }
    let half = (templates.count + 1) / 2
    return (Array(templates.prefix(half)), count.map { _ in half })
  }

  private mutating func keyNodes(
    of sent: Sent, by call: CommandCall
  ) -> (templates: [[Template]], count: Int?) {
    if let list = call.method.keys {
      if list.takesAll, list.selectors.count > 1 {
        let nodes = list.selectors.compactMap { select($0, in: call) }
        if nodes.count > 1 {
          return templates(of: nodes.map { CommandArgument(label: nil, node: $0, isSpread: false) })
        }
      }
      for selector in list.selectors {
        if list.takesAll, case .position(let index) = selector.place, selector.field == nil {
          let rest = Array(sent.arguments.filter { $0.label == nil }.dropFirst(index))
          if !rest.isEmpty { return templates(of: rest) }
        }
        let nodes = selectEach(selector, in: call)
        if nodes.count == 1, !list.takesAll, takesOneKey(sent), !isListed(nodes[0]) {
          return ([evaluator.texts(of: nodes[0])], 1)
        }
        if !nodes.isEmpty {
          return templates(
            of: nodes.map { CommandArgument(label: nil, node: $0, isSpread: list.takesAll) })
        }
      }
      if list.selectors.isEmpty { return ([], 0) }
      // Another form of the method takes what the command takes.
      guard let command = commands[sent.command], sent.arguments.count > 1 else { return ([], nil) }
      if case .range = command.keys { return ([], nil) }
      return movableKeys(command, sent)
    }
    guard let command = commands[sent.command] else { return ([], nil) }
    // A pattern of keys is no key to the server, and all that is known of them here.
    if command.name == "KEYS" {
      return templates(of: Array(sent.arguments.filter { $0.label == nil }.prefix(1)))
    }
    if ArgumentReader.walks(command.name), let pattern = word(after: "MATCH", in: sent) {
      return templates(of: [pattern])
    }
    guard case .range(let first, let last, let step) = command.keys else {
      return movableKeys(command, sent)
    }
    let words = command.name.split(separator: " ").count
    let start = first - words
    let arguments = sent.arguments.filter { $0.label == nil }
    guard start >= 0, start < arguments.count else { return labelledKey(sent) }
    let end = last < 0 ? arguments.count + last : last - words
    guard end >= start else { return ([], nil) }
    let chosen = stride(from: start, through: min(end, arguments.count - 1), by: max(1, step))
      .map { arguments[$0] }
    if takesOneKey(sent), let only = chosen.first, !only.isSpread, !isListed(only.node) {
      return ([evaluator.texts(of: only.node)], 1)
    }
    if step > 1, chosen.count == 1 {
      // One list of keys with their values.
      evaluator.hasOpenList = false
      let items = evaluator.elements(of: chosen[0].node)
      let isCounted = !evaluator.hasOpenList
      // Either one after the other, or each key in a list with its value.
      let pairs = items.compactMap { evaluator.elements(of: $0.node, in: $0.frame).first }
      let keys = pairs.count == items.count ? pairs : stride(from: 0, to: items.count, by: step).map { items[$0] }
      if items.count > 1 || !pairs.isEmpty {
        return (keys.map { evaluator.texts(of: $0) }, isCounted ? keys.count : nil)
      }
    }
    return templates(of: chosen)
  }

  /// Whether a command walks over all keys, of which it may be given a pattern.
  static func walks(_ command: String) -> Bool { command == "SCAN" }

  private mutating func word(after name: String, in sent: Sent) -> CommandArgument? {
    let arguments = sent.arguments.filter { $0.label == nil }
    for (argument, next) in zip(arguments, arguments.dropFirst())
    where evaluator.staticText(of: argument.node)?.uppercased() == name {
      return next
    }
    return nil
  }

  /// Whether a command has one key before further arguments: that is no list, whatever else flows there.
  private func takesOneKey(_ sent: Sent) -> Bool {
    guard case .range(let first, let last, _)? = commands[sent.command]?.keys else { return false }
    return first == last && sent.arguments.count > 1
  }

  /// Whether an argument is written as a list.
  private func isListed(_ node: NodeID) -> Bool {
    guard let (file, id) = resolver.expression(of: node), case .list = file.facts[id].kind else { return false }
    return true
  }

  /// Keyword arguments named as libraries name keys.
  private mutating func labelledKey(_ sent: Sent) -> (templates: [[Template]], count: Int?) {
    for label in ["name", "key", "names", "keys"] {
      if let argument = sent.arguments.first(where: { $0.label == label }) {
        return templates(of: [argument])
      }
    }
    return ([], nil)
  }

  /// The templates of arguments; a list stands for its elements, a map for its keys.
  mutating func templates(
    of arguments: [CommandArgument]
  ) -> (templates: [[Template]], count: Int?) {
    var found: [[Template]] = []
    var isCounted = true
    for argument in arguments {
      evaluator.hasOpenList = false
      let items = evaluator.elements(of: argument.node)
      if !items.isEmpty {
        if evaluator.hasOpenList { isCounted = false }
        for item in items { found.append(evaluator.texts(of: item)) }
      } else if isEmptyList(argument.node) {
        continue
      } else if let names = mapKeys(of: argument.node) {
        found += names
      } else {
        if argument.isSpread { isCounted = false }
        found.append(evaluator.texts(of: argument.node))
      }
    }
    return (found, isCounted ? found.count : nil)
  }

  /// `keys=[]` is no key.
  private func isEmptyList(_ node: NodeID) -> Bool {
    guard let (file, id) = resolver.expression(of: node), case .list(let elements) = file.facts[id].kind else {
      return false
    }
    return elements.isEmpty
  }

  private mutating func mapKeys(of node: NodeID) -> [[Template]]? {
    var literal = node
    if let value = resolver.graph.values(node).first(where: { $0.value.kind == .container }),
      let map = resolver.containers[Int(value.value.first)].literal
    {
      literal = map
    }
    guard let (file, id) = resolver.expression(of: literal), case .map(let entries) = file.facts[id].kind,
      !entries.isEmpty
    else { return nil }
    var found: [[Template]] = []
    for entry in entries {
      // An object with methods is no map of keys; of channels, handlers are what it maps them to.
      if file.facts.language.family == .javascript, isFunction(file.node(entry.value)) { return nil }
      if let key = entry.key {
        found.append(evaluator.texts(of: file.node(key)))
      } else {
        found += mapKeys(of: file.node(entry.value)) ?? []
      }
    }
    return found
  }

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

  private func isFunction(_ node: NodeID) -> Bool {
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
  private mutating func selectEach(_ selector: ArgumentSelector, in call: CommandCall) -> [NodeID] {
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
      switch file.facts[id].kind {
      case .map(let entries):
        for entry in entries {
          if let key = entry.key, resolver.literalText(file.facts[key]) == name {
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
