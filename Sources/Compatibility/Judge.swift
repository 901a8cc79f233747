import InventoryModel
import Knowledge

/// Says what one target does with a use.
struct Judge {
  let target: TargetStack
  let commands: CommandTable
  let options: [String: [OptionFact]]
  let waysOut: WaysOut
  /// The facts of each layer by command; those about all commands under the empty name.
  private let facts: [[String: [TargetFact]]]

  init(_ target: TargetStack, commands: CommandTable, options: [OptionFact], waysOut: WaysOut) {
    self.target = target
    self.commands = commands
    self.options = Dictionary(grouping: options, by: \.command)
    self.waysOut = waysOut
    facts = target.layers.map { layer in
      var byCommand: [String: [TargetFact]] = [:]
      for fact in layer.facts {
        for command in fact.commands { byCommand[command, default: []].append(fact) }
        if fact.commands.isEmpty { byCommand["", default: []].append(fact) }
      }
      return byCommand
    }
  }

  /// What holds of a fact for a use.
  struct Ruling {
    var effect: TargetUse.Effect
    var fact: TargetFact
    var condition: TargetFact.Condition?
    /// The option that it is about.
    var option: String?
  }

  /// The worst that the target does with a use; nil when it runs as it is.
  func judge(_ use: CommandUse) -> TargetUse? {
    guard !(target.isProxy && use.operation.isInScript) else { return nil }
    guard !use.command.hasSuffix("*") else { return nil }
    var rulings = commandRulings(use)
    rulings += optionRulings(use)
    guard let worst = rulings.max(by: { $0.effect < $1.effect }) else { return nil }
    let first = rulings.first { $0.effect == worst.effect } ?? worst
    return targetUse(use, first)
  }

  /// Whether the target has a command, perhaps under conditions.
  func has(_ command: String) -> Bool {
    for (layer, facts) in zip(target.layers, facts) {
      let named = facts[command] ?? []
      if named.contains(where: { [.none, .module, .unknown].contains($0.support) && $0.conditions.isEmpty }) {
        return false
      }
      if named.isEmpty, layer.unlisted == .none { return false }
      if endsHere(layer, named) { return true }
    }
    return commands[command] != nil
  }

  /// Whether a layer says all that there is to say of a command.
  private func endsHere(_ layer: TargetProfile, _ facts: [TargetFact]) -> Bool {
    guard layer.kind != .proxy else { return false }
    let listed = facts.filter { $0.rule == nil }
    if listed.isEmpty { return layer.unlisted == .full }
    return layer.unlisted != .engine || listed.contains { $0.support == .full || $0.support == .none }
  }

  /// What a list that is not complete says of the command that a subcommand belongs to.
  private func container(of command: String, in layer: TargetProfile, _ facts: [String: [TargetFact]]) -> [TargetFact] {
    guard layer.unlisted == .unknown, let space = command.firstIndex(of: " ") else { return [] }
    return facts[String(command[..<space])] ?? []
  }

  private func commandRulings(_ use: CommandUse) -> [Ruling] {
    guard use.command != "?" else {
      return [
        Ruling(
          effect: .unstated,
          fact: TargetFact(
            support: .unknown, note: "the command is known only at run time", source: "the scanned source"))
      ]
    }
    var rulings: [Ruling] = []
    for (layer, facts) in zip(target.layers, facts) {
      let named = facts[use.command] ?? container(of: use.command, in: layer, facts)
      for fact in named + (facts[""] ?? []) { rulings += ruling(of: fact, for: use) }
      if named.allSatisfy({ $0.rule != nil }) { rulings += unlisted(use, in: layer) }
      if endsHere(layer, named) { break }
    }
    return rulings
  }

  private func unlisted(_ use: CommandUse, in layer: TargetProfile) -> [Ruling] {
    switch layer.unlisted {
    case .full where commands[use.command] != nil, .engine: return []
    case .full: return [Ruling(effect: .unstated, fact: unstated("no table speaks of this command"))]
    case .unknown:
      return [Ruling(effect: .unstated, fact: unstated("what was read of \(layer.title) does not name it"))]
    case .none:
      let known = commands[use.command] != nil
      let note = known ? "not among the commands of \(layer.title)" : "no table speaks of this command"
      return [Ruling(effect: known ? .blocks : .unstated, fact: unstated(note))]
    }
  }

  private func unstated(_ note: String) -> TargetFact {
    TargetFact(support: .unknown, note: note, source: target.layers[0].sources.first ?? "")
  }

  private func ruling(of fact: TargetFact, for use: CommandUse) -> [Ruling] {
    guard !fact.except.contains(use.command) else { return [] }
    var certainty = Certainty.yes
    var condition: TargetFact.Condition?
    if !fact.conditions.isEmpty {
      let held = fact.conditions.map { ($0, use.holds($0, options: fact.options)) }
      guard let best = held.max(by: { $0.1 < $1.1 }), best.1 != .no else { return [] }
      (condition, certainty) = best
    }
    guard let effect = Judge.effect(of: fact.support, certainty: certainty) else { return [] }
    let option = condition == .options ? fact.options.first(where: use.words.contains) : nil
    return [Ruling(effect: effect, fact: fact, condition: condition, option: option)]
  }

  private static func effect(of support: TargetFact.Support, certainty: Certainty) -> TargetUse.Effect? {
    switch support {
    case .full: nil
    case .none, .error: certainty == .yes ? .blocks : .limits
    case .partial, .risk, .config, .module: .limits
    case .deprecated, .cost, .event, .info: .notes
    case .unknown: .unstated
    }
  }

  private func optionRulings(_ use: CommandUse) -> [Ruling] {
    guard let (product, version) = target.server, let options = options[use.command], use.via == nil else { return [] }
    let words = use.words
    return options.compactMap { option in
      guard option.kind == .token ? words.contains(option.name) : isUsed(option, words) else { return nil }
      let since = option.since(product)
      if let since, since <= version { return nil }
      let line = product == "valkey" ? "Valkey" : "Redis"
      let when = since.map { "\(line) has it since \($0)" } ?? "\(line) does not have it"
      let note = "\(option.command) \(option.name): \(when)"
      let fact = TargetFact(
        support: .none, note: note, source: "arguments and history of the command in the servers' sources",
        basis: "source")
      return Ruling(effect: .blocks, fact: fact, condition: .options, option: option.name)
    }
  }

  private func isUsed(_ option: OptionFact, _ words: Set<String>) -> Bool {
    option.command == "SET" && option.name == "NX with GET" && words.isSuperset(of: ["NX", "GET"])
  }

  private func targetUse(_ use: CommandUse, _ ruling: Ruling) -> TargetUse {
    let operation = use.operation
    let way = wayOut(of: use, ruling)
    return TargetUse(
      place: operation.place, command: use.command, via: use.via, keys: use.keys.map(\.description),
      channel: operation.channel, function: operation.function, context: operation.context,
      confidence: operation.confidence, effect: ruling.effect, fact: ruling.fact.note, rule: ruling.fact.rule,
      source: ruling.fact.source, basis: ruling.fact.basis, wayOut: way?.how, staysOnTarget: way.map(isThere) ?? false,
      handledAt: operation.errorHandling.handled == .inPlace ? operation.errorHandling.place : nil)
  }

  private func wayOut(of use: CommandUse, _ ruling: Ruling) -> WayOut? {
    if ruling.effect == .notes, ruling.fact.instead == nil { return nil }
    if ruling.effect == .blocks || ruling.condition == .keysAcrossSlots,
      let way = waysOut.compositions[use.operation.command]
    {
      return way
    }
    if let option = ruling.option {
      return waysOut.options["\(use.command) \(option)"] ?? waysOut.conditions[.options]
    }
    if let condition = ruling.condition, condition != .target { return waysOut.conditions[condition] }
    if let instead = ruling.fact.instead { return WayOut(how: instead) }
    if ruling.fact.support == .module {
      return WayOut(how: "load the module into the server", isSetting: true)
    }
    return waysOut.of(use.command)
  }

  /// Whether a way out works on this target.
  private func isThere(_ way: WayOut) -> Bool {
    way.commands.isEmpty ? way.isSetting : way.commands.allSatisfy(has)
  }
}
