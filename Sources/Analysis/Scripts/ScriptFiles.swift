import InventoryModel

/// The Lua files of the tree, as other code names them.
struct ScriptFiles {
  private let resolver: Resolver
  private var byName: [String: [Int32]] = [:]
  private var byCommand: [String: [Int32]] = [:]

  init(_ resolver: Resolver) {
    self.resolver = resolver
    for (number, path) in resolver.tree.paths.enumerated()
    where resolver.tree.languages[number] == .lua {
      let name = SourceTree.split(path).name
      byName[name, default: []].append(Int32(number))
      let stem = SourceTree.stem(name)
      byCommand[ScriptFiles.withoutKeyCount(stem), default: []].append(Int32(number))
    }
  }

  /// `addJob-6` names the command `addJob` with six keys.
  static func withoutKeyCount(_ stem: String) -> String {
    guard let dash = stem.lastIndex(of: "-"), stem[stem.index(after: dash)...].allSatisfy(\.isNumber)
    else { return stem }
    return String(stem[..<dash])
  }

  /// The files that define a command of a name.
  func files(named name: String) -> [Int32] { byCommand[name] ?? [] }

  /// The files whose names stand in the expression, or in what it is made from.
  func files(mentionedBy node: NodeID) -> [Int32] {
    guard !byName.isEmpty else { return [] }
    var found: [Int32] = []
    var seen: Set<NodeID> = []
    collect(node, into: &found, &seen)
    return found
  }

  private func collect(_ node: NodeID, into found: inout [Int32], _ seen: inout Set<NodeID>) {
    guard seen.count < 60, seen.insert(node).inserted,
      let (file, id) = resolver.expression(of: node)
    else { return }
    switch file[id].kind {
    case .string(let template):
      for case .literal(let text, _) in template.parts where text.hasSuffix(".lua") {
        found += byName[SourceTree.split(text).name] ?? []
      }
      for case .hole(let inner) in template.parts { collect(file.node(inner), into: &found, &seen) }
    case .name(_, let symbol?):
      for index in file.bindings(of: symbol) {
        if let value = file.bindings[index].value { collect(file.node(value), into: &found, &seen) }
      }
    case .member(let base, let name):
      for entry in resolver.graph.values(file.node(base))
      where [.instance, .type].contains(entry.value.kind) {
        for part in resolver.graph.values(resolver.types[Int(entry.value.first)].hierarchy)
        where part.value.kind == .type {
          collectField(name, of: part.value.first, into: &found, &seen)
        }
      }
      collect(file.node(base), into: &found, &seen)
    case .call(let callee, let arguments):
      for argument in arguments { collect(file.node(argument.value), into: &found, &seen) }
      collect(file.node(callee), into: &found, &seen)
    case .binary(_, let left, let right):
      collect(file.node(left), into: &found, &seen)
      collect(file.node(right), into: &found, &seen)
    case .entered(let inner), .cast(let inner, _): collect(file.node(inner), into: &found, &seen)
    case .either(let options): for option in options { collect(file.node(option), into: &found, &seen) }
    default: break
    }
  }

  private func collectField(
    _ name: String, of type: Int32, into found: inout [Int32], _ seen: inout Set<NodeID>
  ) {
    if let field = resolver.existingField(type, name) {
      for store in resolver.fieldStores[field] ?? [] { collect(store, into: &found, &seen) }
    }
    let record = resolver.types[Int(type)]
    guard let id = record.id, let file = resolver.files[record.file],
      let symbol = file.innerSymbols[file[id].memberScope, name]
    else { return }
    for index in file.bindings(of: symbol) {
      if let value = file.bindings[index].value { collect(file.node(value), into: &found, &seen) }
    }
  }
}
