import InventoryModel
import Knowledge

/// Receivers that nothing says anything of but their use: what is asked for several things that only a
/// client of a server answers is one. Such operations are told as inferred.
extension Resolver {
  /// Makes clients of unknown parameters, variables and fields that are used as such; whether there were any.
  mutating func inferByUse() -> Bool {
    var uses: [NodeID: TellingUses] = [:]
    var order: [NodeID] = []
    var languages: [NodeID: Language] = [:]
    var known: [PairKey: TellingUses?] = [:]
    for number in self.order {
      guard let file = files[number], [.python, .javascript].contains(file.facts.language.family) else { continue }
      for expression in file.expressions {
        guard case .call(let callee, _) = expression.kind,
          case .member(let base, let name) = file[callee].kind,
          graph.values(file.node(base)).isEmpty, let told = tellingUse(name, file.node(callee), in: file, &known)
        else { continue }
        for place in unknownPlaces(of: base, in: file) {
          if uses[place] == nil { order.append(place) }
          uses[place, default: TellingUses()].add(told)
          languages[place] = file.facts.language.family
        }
      }
    }
    var hasInferred = false
    let lent = LentParameters(self, uses: uses)
    for place in lent.places where uses[place] == nil {
      order.append(place)
      languages[place] = .javascript
    }
    var common: [Language: (library: Int, package: String)?] = [:]
    var speaking: [Int32: Bool] = [:]
    for place in order where !typedPlaces.contains(place) {
      var told = uses[place, default: TellingUses()]
      told.add(lent.uses(of: place))
      guard told.areEnough,
        let language = languages[place],
        ([place] + lent.likes(of: place)).contains(where: { speaksOfServer($0, known: &speaking) })
      else { continue }
      let own = owner(of: place).flatMap { importedClient(of: language, in: [$0.number]) }
      if own == nil, common[language] == nil { common[language] = .some(importedClient(of: language, in: self.order)) }
      guard let (library, package) = own ?? common[language] ?? nil else { continue }
      let number = handle(
        library: library, role: "client", package: package, origin: nil, key: place, parent: nil)
      inferredHandles.insert(number)
      graph.add(Value(.handle, number), to: place, from: -1)
      hasInferred = true
    }
    return hasInferred
  }

  /// What a member's name tells: that only clients have such a member, or the command that little else is called.
  ///
  /// - Parameter known: the answers so far, by the language and the name's number.
  private func tellingUse(
    _ name: String, _ member: NodeID, in file: LoweredFile, _ known: inout [PairKey: TellingUses?]
  ) -> TellingUses? {
    guard let number = knownMember(at: member) else { return nil }
    let key = PairKey(owner: file.facts.language.family == .javascript ? 1 : 0, name: number)
    if let answer = known[key] { return answer }
    let answer = tellingUse(name, in: file)
    known[key] = .some(answer)
    return answer
  }

  private func tellingUse(_ name: String, in file: LoweredFile) -> TellingUses? {
    if file.facts.language.family == .javascript, clients.addsCommands(name) {
      return TellingUses(commands: [name], isOfClients: true)
    }
    if file.facts.language == .python, name == "pipeline" { return TellingUses(commands: [name]) }
    guard let command = clients.commandTable.command(spelled: name), ClientIndex.isTelling(command) else { return nil }
    return TellingUses(commands: [command.name])
  }

  /// Whether the script of a place speaks of a server or lies where one is spoken of: elsewhere the names of commands say
  /// too little.
  private func speaksOfServer(_ place: NodeID, known: inout [Int32: Bool]) -> Bool {
    guard let file = owner(of: place), file.facts.language.family == .javascript else { return true }
    if let answer = known[file.number] { return answer }
    let facts = file.facts
    let answer =
      tree.serverPaths.contains(facts.path) || facts.imports.contains { ServerName.isIn($0.module) }
      || facts.symbols.contains { ServerName.isIn($0.name) }
      || facts.expressions.contains { Resolver.speaksOfServer($0) }
    known[file.number] = answer
    return answer
  }

  private static func speaksOfServer(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .name(let name, _), .member(_, let name): ServerName.isIn(name)
    case .string(let template):
      template.parts.contains { part in
        if case .literal(let text, _) = part { ServerName.isIn(text) } else { false }
      }
    default: false
    }
  }

  /// The nodes that a receiver's value would come from, where none has a value.
  private mutating func unknownPlaces(of base: ExpressionID, in file: LoweredFile) -> [NodeID] {
    switch file[base].kind {
    case .name(_, let symbol?):
      let isValue = file[symbol].definitions.contains { definition in
        switch definition {
        case .parameter, .variable: true
        default: false
        }
      }
      return isValue ? [file.node(symbol)] : []
    case .member(let owner, let name):
      let owners = graph.values(file.node(owner)).compactMap { entry -> Int32? in
        switch entry.value.kind {
        case .instance: entry.value.first
        case .container where exportsContainers[file.number] == entry.value.first: -1 - entry.value.first
        default: nil
        }
      }
      if owners.isEmpty, let shared = sharedPlace(of: owner, name, in: file) { return [shared] }
      return owners.map { fieldNode($0, names.number(name)) }.filter { graph.values($0).isEmpty }
    default: return []
    }
  }

  /// What an object of a framework keeps under the name of a server: `current_app.redis`.
  private mutating func sharedPlace(of owner: ExpressionID, _ name: String, in file: LoweredFile) -> NodeID? {
    guard file.facts.language == .python, ServerName.isIn(name), mayHoldAnything(file.node(owner)),
      let object = ownerName(owner, in: file)
    else { return nil }
    let key = SharedName(family: .python, owner: names.number(object), member: names.number(name))
    if let known = sharedNodes[key] { return graph.values(known).isEmpty ? known : nil }
    let node = graph.addNodes(1)
    sharedNodes[key] = node
    return node
  }

  /// Whether nothing is known of a node, or no more than which file would tell.
  func isUnknown(_ node: NodeID) -> Bool { graph.values(node).allSatisfy { $0.value.kind == .pending } }

  /// The client library of a language that some files import most.
  private func importedClient(of language: Language, in numbers: [Int32]) -> (library: Int, package: String)? {
    var counts: [String: (library: Int, count: Int)] = [:]
    for number in numbers {
      guard let file = files[number], file.facts.language.family == language else { continue }
      for declaration in file.facts.imports where declaration.level == 0 {
        guard
          let (library, package) = clients.client(of: declaration.module, language: language)
            ?? clients.client(namedIn: declaration.module, language: language)
        else { continue }
        counts[package, default: (library, 0)].count += 1
      }
    }
    let best = counts.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }
    return best.map { ($0.value.library, $0.key) }
  }
}
