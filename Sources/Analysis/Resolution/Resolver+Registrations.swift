import InventoryModel

/// What is put into containers and applications by a call, under a name that others ask for it by.
extension Resolver {
  /// `container.register({redis: client})`, `app.set("redis", client)`, `new App().decorate("redis", client)`.
  mutating func keepRegistrations(_ carriers: Set<Int32>) {
    for number in registrations {
      let call = calls[Int(number)]
      guard let file = files[call.file], let id = call.expression,
        case .call(let callee, let arguments) = file.facts[id].kind,
        case .member(let base, _) = file.facts[callee].kind, mayHoldAnything(file.node(base))
      else { continue }
      for (member, value) in Resolver.named(arguments, in: file, self) {
        guard leadsToClient(file.node(value), carriers) else { continue }
        if let owner = ownerName(base, in: file) { keep(file.node(value), owner: owner, member: member) }
        keep(file.node(value), owner: Resolver.anyOwner, member: member)
      }
    }
  }

  /// What a call is given under names: a text and what follows it, or the entries of an object.
  private static func named(
    _ arguments: [Argument], in file: LoweredFile, _ resolver: Resolver
  ) -> [(member: String, value: ExpressionID)] {
    guard let first = arguments.first?.value else { return [] }
    if arguments.count > 1, let name = resolver.literalText(file.facts[first]) { return [(name, arguments[1].value)] }
    guard arguments.count == 1, case .map(let entries) = file.facts[first].kind else { return [] }
    return entries.compactMap { entry in
      entry.key.flatMap { resolver.literalText(file.facts[$0]) }.map { ($0, entry.value) }
    }
  }

  /// Notes a call that may keep a value under a name.
  mutating func noteRegistration(_ number: Int32, callee: ExpressionID, in file: LoweredFile) {
    guard file.facts.language.family == .javascript, case .member(_, let name) = file.facts[callee].kind,
      Resolver.registering.contains(name), !calls[Int(number)].arguments.isEmpty
    else { return }
    registrations.append(number)
  }

  private static let registering: Set<String> = [
    "register", "registerInstance", "registerValue", "set", "decorate", "provide", "singleton", "instance", "value",
    "constant", "state",
  ]
  /// Stands for whatever object something was registered with.
  static let anyOwner = "*"

  /// Whether an object is what a function is handed its dependencies by: taken apart at once, or named so.
  func isDependencies(_ base: ExpressionID, in file: LoweredFile) -> Bool {
    guard case .name(let name, let symbol?) = file.facts[base].kind,
      file.facts[symbol].definitions.contains(where: { if case .parameter = $0 { true } else { false } })
    else { return false }
    return name.hasPrefix("parameter ") || Resolver.dependencyNames.contains(name.lowercased())
  }

  private static let dependencyNames: Set<String> = [
    "cradle", "deps", "dependencies", "services", "container", "injector", "opts", "options",
  ]
}
