import InventoryModel
import Knowledge

/// A member of an object of which nothing is known, by the last name that the object goes by: `state.redis` of
/// `request.app.state.redis`.
struct SharedName: Hashable {
  /// The languages that share such objects.
  let family: Language
  let owner: Int32
  let member: Int32
}

/// A member read of an object: the reading node, the object, the member's name.
struct MemberRead {
  let node: NodeID
  let base: ExpressionID
  let member: Int32
}

/// `setattr(owner, name, value)`.
struct AttributeStore {
  let owner: NodeID
  let name: NodeID
  let value: NodeID
}

/// `getattr(owner, name)`.
struct AttributeRead {
  let owner: NodeID
  let name: NodeID
  let result: NodeID
}

/// What is kept in a framework's objects, under which nobody declares members: who reads the same member of an
/// unknown object of the same name gets it. Only what leads to a client is kept.
extension Resolver {
  /// Lets what is kept in unknown objects be read; whether something new is.
  mutating func shareKeptValues() -> Bool {
    let before = graph.valueCount
    let carriers = currentCarrierTypes()
    keepBindings(carriers)
    keepAttributes(carriers)
    keepRegistrations(carriers)
    keepNamedAfterServers(carriers)
    let declared = declaredMembers(carriers)
    guard !sharedNodes.isEmpty || !declared.isEmpty else { return false }
    readShared(declared)
    readGlobals()
    readAttributes()
    return graph.valueCount > before
  }

  /// Names of members under which something is kept, for a family of languages.
  func sharedMemberNames(in family: Language) -> Set<String> {
    Set(sharedNodes.keys.filter { $0.family == family }.map { names[$0.member] })
  }

  // MARK: Keeping

  private mutating func keepBindings(_ carriers: Set<Int32>) {
    for record in bindings {
      guard let file = files[record.file], isDynamic(file), let value = file.bindings[Int(record.index)].value,
        leadsToClient(file.node(value), carriers),
        let (base, member) = memberRead(by: file.bindings[Int(record.index)].target, in: file),
        mayHoldAnything(file.node(base)),
        let owner = ownerName(base, in: file)
      else { continue }
      keep(file.node(value), owner: owner, member: member, in: file)
    }
  }

  private mutating func keepAttributes(_ carriers: Set<Int32>) {
    let telling = attributeStores.filter { leadsToClient($0.value, carriers) }
    guard !telling.isEmpty else { return }
    for (store, names) in zip(telling, staticTexts(of: telling.map(\.name))) {
      for name in names {
        for entry in graph.values(store.owner) {
          switch entry.value.kind {
          case .instance, .type: flowOnce(from: store.value, to: fieldNode(entry.value.first, self.names.number(name)))
          case .container: flowOnce(from: store.value, to: fieldNode(-1 - entry.value.first, self.names.number(name)))
          default: continue
          }
        }
        if mayHoldAnything(store.owner), let (file, id) = expression(of: store.owner),
          let owner = ownerName(id, in: file)
        {
          keep(store.value, owner: owner, member: name, in: file)
        }
      }
    }
  }

  mutating func keep(_ value: NodeID, owner: String, member: String, in file: LoweredFile) {
    let key = SharedName(
      family: file.facts.language.family, owner: names.number(owner), member: names.number(member))
    let node = sharedNodes[key] ?? graph.addNodes(1)
    sharedNodes[key] = node
    flowOnce(from: value, to: node)
  }

  // MARK: Reading

  private mutating func readShared(_ declared: [Int32: [DeclaredMember]]) {
    let members = Set(sharedNodes.keys.map(\.member)).union(declared.keys)
    indexReads(of: members)
    let kept = keptByMember()
    for read in members.flatMap({ memberReads[$0] ?? [] }).sorted(by: { $0.node < $1.node }) {
      guard let (file, id) = expression(of: read.node), mayHoldAnything(file.node(read.base)) else {
        readUndeclared(read, kept)
        continue
      }
      if isDependencies(read.base, in: file) || isServer(read.member, of: read.base, in: file) {
        giveShared(read.member, of: Resolver.anyOwner, to: file.node(id), in: file)
      }
      guard let owner = ownerName(read.base, in: file) else {
        readUndeclared(read, kept)
        continue
      }
      giveShared(read.member, of: owner, to: file.node(id), in: file)
      for field in declared[read.member] ?? []
      where owner.utf8.count > 2 && field.type.hasSuffix(owner) && field.family == file.facts.language.family
        && graph.values(file.node(read.base)).allSatisfy({ wasPending($0.value) })
      {
        flowOnce(from: field.node, to: file.node(id))
      }
    }
  }

  /// Notes where members are read: new members in all files, known ones in new files.
  private mutating func indexReads(of members: Set<Int32>) {
    let new = members.subtracting(indexedMembers)
    if !new.isEmpty {
      indexReads(of: new, in: order.prefix(indexedFileCount))
      indexedMembers.formUnion(new)
    }
    indexReads(of: indexedMembers, in: order.dropFirst(indexedFileCount))
    indexedFileCount = order.count
  }

  private mutating func indexReads(of members: Set<Int32>, in numbers: ArraySlice<Int32>) {
    var isMeant = [Bool](repeating: false, count: names.count)
    for member in members { isMeant[Int(member)] = true }
    for number in numbers {
      guard let file = files[number], isDynamic(file) else { continue }
      for index in file.expressions.indices {
        guard let (base, member) = knownMemberRead(at: index, in: file), isMeant[Int(member)] else { continue }
        memberReads[member, default: []].append(
          MemberRead(node: file.node(ExpressionID(index)), base: base, member: member))
      }
    }
  }

  /// The same as `memberRead`, if the member's name has come up.
  private func knownMemberRead(at index: Int, in file: LoweredFile) -> (base: ExpressionID, member: Int32)? {
    switch file.expressions[index].kind {
    case .member(let base, _): knownMember(at: file.firstExpression + Int32(index)).map { (base, $0) }
    case .index, .call:
      memberRead(by: ExpressionID(index), in: file).flatMap { read in
        names.existing(read.member).map { (read.base, $0) }
      }
    default: nil
    }
  }

  private mutating func readAttributes() {
    let open = attributeReads.compactMap { read -> (read: AttributeRead, owner: String, file: LoweredFile)? in
      guard mayHoldAnything(read.owner), let (file, id) = expression(of: read.owner) else { return nil }
      return ownerName(id, in: file).map { (read, $0, file) }
    }
    guard !open.isEmpty else { return }
    let members = Set(sharedNodes.keys.map(\.member))
    for ((read, owner, file), names) in zip(open, staticTexts(of: open.map(\.read.name)))
    where mayHoldAnything(read.owner) {
      for name in names {
        guard let member = self.names.existing(name), members.contains(member) else { continue }
        giveShared(member, of: owner, to: read.result, in: file)
      }
    }
  }

  /// `self.connection` of a class in which nobody stores one: what is kept under that name in an instance of an unknown
  /// class, as whoever loads plug-ins does.
  private mutating func readUndeclared(_ read: MemberRead, _ kept: [SharedMember: [NodeID]]) {
    guard let (file, id) = expression(of: read.node), graph.values(file.node(id)).isEmpty,
      case .name(_, let symbol?) = file[read.base].kind,
      file[symbol].definitions.contains(where: { if case .receiver = $0 { true } else { false } })
    else { return }
    let member = SharedMember(family: file.facts.language.family, member: read.member)
    for source in kept[member] ?? [] { flowOnce(from: source, to: file.node(id)) }
  }

  /// A member, whatever object it is kept in.
  private struct SharedMember: Hashable {
    let family: Language
    let member: Int32
  }

  /// What is kept under a name in any object but an application.
  private func keptByMember() -> [SharedMember: [NodeID]] {
    var found: [SharedMember: [NodeID]] = [:]
    for (key, node) in sharedNodes where names[key.owner] != "app" {
      found[SharedMember(family: key.family, member: key.member), default: []].append(node)
    }
    return found.mapValues { $0.sorted() }
  }

  private mutating func giveShared(_ member: Int32, of owner: String, to node: NodeID, in file: LoweredFile) {
    guard let owner = names.existing(owner),
      let source = sharedNodes[SharedName(family: file.facts.language.family, owner: owner, member: member)]
    else { return }
    flowOnce(from: source, to: node)
  }

  /// A field that leads to a client.
  private struct DeclaredMember {
    /// The name of the type that declares it, in small letters.
    let type: String
    let family: Language
    let node: NodeID
  }

  /// Fields that lead to clients, by their names.
  private func declaredMembers(_ carriers: Set<Int32>) -> [Int32: [DeclaredMember]] {
    var found: [Int32: [DeclaredMember]] = [:]
    for (key, node) in fields where key.owner >= 0 && leadsToClient(node, carriers) {
      guard types[Int(key.owner)].id != nil, let file = files[types[Int(key.owner)].file], isDynamic(file)
      else { continue }
      let name = types[Int(key.owner)].name.lowercased()
      found[key.name, default: []].append(
        DeclaredMember(
          type: isApplication(key.owner, in: file) ? name + "app" : name, family: file.facts.language.family,
          node: node))
    }
    return found.mapValues { $0.sorted { $0.node < $1.node } }
  }

  /// Whether a type is a web framework's application, which requests know as their `app`.
  private func isApplication(_ type: Int32, in file: LoweredFile) -> Bool {
    guard let id = types[Int(type)].id else { return false }
    return file[id].bases.contains { base in
      guard case .named(let path, _) = base, let name = path.last else { return false }
      return Resolver.applicationTypes.contains(name)
    }
  }

  private static let applicationTypes: Set<String> = [
    "FastAPI", "Starlette", "Flask", "Quart", "Sanic", "Litestar", "Application",
  ]

  // MARK: Names

  private func isDynamic(_ file: LoweredFile) -> Bool {
    switch file.facts.language.family {
    case .python, .javascript: true
    default: false
    }
  }

  /// The object and the member's name: `app.redis`, `app["redis"]`, `config.get("REDIS")`.
  private func memberRead(by id: ExpressionID, in file: LoweredFile) -> (base: ExpressionID, member: String)? {
    switch file[id].kind {
    case .member(let base, let name): return (base, name)
    case .index(let base, let key): return literalText(file[key]).map { (base, $0) }
    case .call(let callee, let arguments):
      guard case .member(let base, let method) = file[callee].kind, method == "get" || method == "resolve",
        let key = arguments.first, let name = literalText(file[key.value])
      else { return nil }
      return (base, name)
    default: return nil
    }
  }

  /// The last name that an object goes by, in small letters; the many names of an application are one.
  func ownerName(_ id: ExpressionID, in file: LoweredFile) -> String? {
    let name: String
    switch file[id].kind {
    case .name(let own, _): name = own
    case .member(_, let own): name = own
    case .index(_, let key):
      guard let text = literalText(file[key]) else { return nil }
      name = text
    default: return nil
    }
    let lower = name.lowercased()
    if lower.hasSuffix("app") || lower.hasSuffix("application") { return "app" }
    return Resolver.otherNames[lower] ?? String(lower.drop { $0 == "_" })
  }

  /// Short names of what frameworks hand around.
  private static let otherNames = ["ctx": "context", "req": "request", "res": "response"]

  func mayHoldAnything(_ node: NodeID) -> Bool {
    graph.values(node).allSatisfy { entry in
      switch entry.value.kind {
      case .external: true
      case .container: containers[Int(entry.value.first)].literal == nil
      // A framework's own object, of which no table knows such a member.
      case .clientMember:
        clients.role(
          library: handles[Int(entry.value.first)].library, role: handles[Int(entry.value.first)].role
        )?.namesCommands == false
      default: wasPending(entry.value)
      }
    }
  }

  /// Whether it is what stood for a name of a file that has been lowered since.
  private func wasPending(_ value: Value) -> Bool {
    value.kind == .pending && files.contains(value.first)
  }

  func leadsToClient(_ node: NodeID, _ carriers: Set<Int32>) -> Bool {
    graph.values(node).contains { entry in
      switch entry.value.kind {
      case .handle: true
      case .instance: carriers.contains(entry.value.first)
      default: false
      }
    }
  }

  mutating func flowOnce(from source: NodeID, to target: NodeID) {
    guard sharedReaders.insert(PairKey(owner: source, name: target)).inserted else { return }
    flow(from: source, to: target)
  }
}
