import InventoryModel
import Knowledge

/// The keys of a command: where its table or the server's says that they stand.
extension ArgumentReader {
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
        if nodes.count == 1, !list.takesAll, takesOneKey(sent), listed(nodes[0]) == nil {
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
    if takesOneKey(sent), let only = chosen.first, !only.isSpread, listed(only.node) == nil {
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

  /// The elements of an argument that is written as a list.
  private func listed(_ node: NodeID) -> [ExpressionID]? {
    guard let (file, id) = resolver.expression(of: node), case .list(let elements) = file[id].kind else {
      return nil
    }
    return elements
  }

  static let keyLabels = ["name", "key", "names", "keys"]

  /// Keyword arguments named as libraries name keys.
  private mutating func labelledKey(_ sent: Sent) -> (templates: [[Template]], count: Int?) {
    for label in ArgumentReader.keyLabels {
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
      } else if listed(argument.node)?.isEmpty == true {
        // `keys=[]` is no key.
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

  private mutating func mapKeys(of node: NodeID) -> [[Template]]? {
    var literal = node
    if let value = resolver.graph.values(node).first(where: { $0.value.kind == .container }),
      let map = resolver.containers[Int(value.value.first)].literal
    {
      literal = map
    }
    guard let (file, id) = resolver.expression(of: literal), case .map(let entries) = file[id].kind,
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
}
