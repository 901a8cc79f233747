import InventoryModel
import Knowledge

/// What is put into containers and applications by a call, under a name that others ask for it by.
extension Resolver {
  /// `container.register({redis: client})`, `app.set("redis", client)`, `new App().decorate("redis", client)`.
  mutating func keepRegistrations(_ carriers: Set<Int32>) {
    for number in registrations {
      let call = calls[Int(number)]
      guard let file = files[call.file], let id = call.expression,
        case .call(let callee, let arguments) = file[id].kind,
        case .member(let base, _) = file[callee].kind,
        arguments.contains(where: { leadsToClient(file.node($0.value), carriers) || isMap($0.value, in: file) }),
        mayHoldAnything(file.node(base))
      else { continue }
      for (extended, member, value) in Resolver.named(arguments, in: file, self) {
        guard leadsToClient(file.node(value), carriers) else { continue }
        if let owner = extended ?? ownerName(base, in: file) {
          keep(file.node(value), owner: owner, member: member, in: file)
        }
        keep(file.node(value), owner: Resolver.anyOwner, member: member, in: file)
      }
    }
  }

  private func isMap(_ id: ExpressionID, in file: LoweredFile) -> Bool {
    if case .map = file[id].kind { true } else { false }
  }

  /// What object literals hold under a server's name: `context: () => ({ redis })`.
  mutating func keepNamedAfterServers(_ carriers: Set<Int32>) {
    noteServerNames()
    for (key, node) in fields
    where key.owner < 0 && isServerName[Int(key.name)] && leadsToClient(node, carriers) {
      guard let literal = containers[Int(-1 - key.owner)].literal, let file = owner(of: literal),
        file.facts.language.family == .javascript
      else { continue }
      keep(node, owner: Resolver.anyOwner, member: names[key.name], in: file)
    }
  }

  /// Whether a script reads a member that is named after a server of an object that holds no settings.
  func isServer(_ member: Int32, of base: ExpressionID, in file: LoweredFile) -> Bool {
    guard file.facts.language.family == .javascript, isServerName[Int(member)] else { return false }
    let name = ownerName(base, in: file) ?? ""
    let settings = knowledge.conventions[.javascript]?.settingsObjects ?? []
    return !settings.contains { name.hasSuffix($0) }
  }

  /// Notes which of the names that have come up since the last time are a server's.
  private mutating func noteServerNames() {
    for number in isServerName.count..<names.count { isServerName.append(ServerName.isIn(names[Int32(number)])) }
  }

  /// Names that no script declares: what is kept in the global object.
  mutating func readGlobals() {
    let kept = sharedNodes.filter { key, _ in
      key.family == .javascript && ["global", "globalthis"].contains(names[key.owner])
    }
    guard !kept.isEmpty else { return }
    let sources = Dictionary(kept.map { ($0.key.member, $0.value) }, uniquingKeysWith: min)
    for number in order {
      guard let file = files[number], file.facts.language.family == .javascript else { continue }
      for (index, expression) in file.expressions.enumerated() {
        guard case .name(let name, nil) = expression.kind, let member = names.existing(name),
          let source = sources[member]
        else { continue }
        flowOnce(from: source, to: file.node(ExpressionID(index)))
      }
    }
  }

  /// What a call is given under names: a text and what follows it, or the entries of an object. Before the name may stand
  /// what is extended: `server.decorate("request", "redis", client)`.
  private static func named(
    _ arguments: [Argument], in file: LoweredFile, _ resolver: Resolver
  ) -> [(extended: String?, member: String, value: ExpressionID)] {
    let texts = arguments.prefix(3).map { resolver.literalText(file[$0.value]) }
    guard let first = texts[0] else {
      guard arguments.count == 1, case .map(let entries) = file[arguments[0].value].kind else { return [] }
      return entries.compactMap { entry in
        entry.key.flatMap { resolver.literalText(file[$0]) }.map { (nil, $0, entry.value) }
      }
    }
    guard texts.count > 1 else { return [] }
    guard let second = texts[1] else { return [(nil, first, arguments[1].value)] }
    return texts.count == 3 && texts[2] == nil ? [(first.lowercased(), second, arguments[2].value)] : []
  }

  /// Notes a call that may keep a value under a name.
  mutating func noteRegistration(_ number: Int32, callee: ExpressionID, in file: LoweredFile) {
    guard file.facts.language.family == .javascript, case .member(_, let name) = file[callee].kind,
      file.conventions.registeringMethods.contains(name),
      !calls[Int(number)].arguments.isEmpty
    else { return }
    registrations.append(number)
  }

  /// Stands for whatever object something was registered with.
  static let anyOwner = "*"

  /// Whether an object is what a function is handed its dependencies by: taken apart at once, or named so.
  func isDependencies(_ base: ExpressionID, in file: LoweredFile) -> Bool {
    guard case .name(let name, let symbol?) = file[base].kind,
      file[symbol].definitions.contains(where: { if case .parameter = $0 { true } else { false } })
    else { return false }
    return name.hasPrefix("parameter ")
      || knowledge.conventions[.javascript]?.dependencyObjects.contains(name.lowercased()) == true
  }
}
