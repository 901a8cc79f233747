import InventoryModel
import Knowledge

/// What could lead to client values outside the lowered files: names that hold them, calls that pass them.
struct Carriers {
  private let resolver: Resolver
  private let types: Set<Int32>
  private let containers: Set<Int32>

  init(_ resolver: Resolver) {
    self.resolver = resolver
    types = Carriers.carrierTypes(resolver)
    containers = Carriers.carrierContainers(resolver)
  }

  /// Types with a client in a field or as the result of a method, and types that derive from a client's or
  /// from another such type.
  static func carrierTypes(_ resolver: Resolver) -> Set<Int32> {
    var found: Set<Int32> = []
    for (key, node) in resolver.fieldNodes where key.owner >= 0 {
      if resolver.graph.values(node).contains(where: { $0.value.kind == .handle }) {
        found.insert(key.owner)
      }
    }
    for function in resolver.functions {
      if let owner = function.owner,
        resolver.graph.values(function.result).contains(where: { $0.value.kind == .handle })
      {
        found.insert(owner)
      }
    }
    for (number, type) in resolver.types.enumerated() {
      for entry in resolver.graph.values(type.hierarchy) {
        let isClient =
          entry.value.kind == .external
          && resolver.meanings[Int(entry.value.first)].type != nil
        if isClient || entry.value.kind == .type && found.contains(entry.value.first) {
          found.insert(Int32(number))
        }
      }
    }
    return found
  }

  /// Maps and objects with a client, or a function that returns one, under some key.
  private static func carrierContainers(_ resolver: Resolver) -> Set<Int32> {
    var found: Set<Int32> = []
    for (key, node) in resolver.fieldNodes where key.owner < 0 {
      let leads = resolver.graph.values(node).contains { entry in
        switch entry.value.kind {
        case .handle: true
        case .function:
          resolver.graph.values(resolver.functions[Int(entry.value.first)].result).contains {
            $0.value.kind == .handle
          }
        default: false
        }
      }
      if leads { found.insert(-1 - key.owner) }
    }
    return found
  }

  func isCarrier(_ value: Value) -> Bool {
    switch value.kind {
    case .handle, .clientMember, .handleMethod, .anyMember: true
    case .type, .instance: types.contains(value.first)
    case .method: types.contains(value.second)
    case .container: containers.contains(value.first)
    case .function:
      resolver.graph.values(resolver.functions[Int(value.first)].result).contains {
        $0.value.kind == .handle || $0.value.kind == .instance && types.contains($0.value.first)
          || $0.value.kind == .container && yieldsClient($0.value.first)
      }
    default: false
    }
  }

  private func yieldsClient(_ container: Int32) -> Bool {
    resolver.graph.values(resolver.containers[Int(container)].element).contains { $0.value.kind == .handle }
  }

  /// Files whose definitions are called with, or derived into, what leads to a client.
  func demandedFiles() -> Set<Int32> {
    let telling = tellingTypes()
    var wanted = Set(resolver.pendingBases.filter { telling.contains($0.type) }.map(\.file))
    for (number, file) in resolver.pendingCalls where resolver.files[file] == nil {
      let call = resolver.calls[Int(number)]
      let carries = call.arguments.contains { argument in
        resolver.graph.values(argument.node).contains { isCarrier($0.value) }
      }
      if carries || isNamedLikeCommand(call) { wanted.insert(file) }
    }
    for (node, folders) in resolver.unloweredPackages {
      for folder in folders where isWantedPackage(node) {
        for file in resolver.tree.filesInFolder[Int(folder)]
        where resolver.tree.languages[Int(file)] == .go
          && !resolver.tree.paths[Int(file)].hasSuffix("_test.go")
        {
          wanted.insert(file)
        }
      }
    }
    return wanted.filter { resolver.files[$0] == nil }
  }

  /// Whether it is a call of a member that clients have too.
  private func isNamedLikeCommand(_ call: CallContext) -> Bool {
    guard let id = call.expression, let file = resolver.files[call.file],
      case .call(let callee, _) = file.facts[id].kind, case .member(_, let name) = file.facts[callee].kind
    else { return false }
    guard let command = resolver.clients.commandTable[name.uppercased()] else { return false }
    // Scripts pass each other's names on without naming them; elsewhere only names that little else has count.
    return file.facts.language.family == .javascript || ClientIndex.isTelling(command)
  }

  /// Types whose bases may hold what clients are made or used by: carriers, types of files that import a
  /// client library or such a file, and their bases.
  private func tellingTypes() -> Set<Int32> {
    let importing = Set(
      resolver.order.filter { number in
        guard let facts = resolver.files[number]?.facts else { return false }
        return facts.imports.contains {
          resolver.clients.knows($0.module, language: facts.language.family)
        }
      })
    let near = Set(
      resolver.order.filter { number in
        guard let file = resolver.files[number] else { return false }
        return file.facts.imports.indices.contains { index in
          guard case .file(let other)? = file.target(ImportID(index)) else { return false }
          return importing.contains(other)
        }
      }
    ).union(importing)
    var found: Set<Int32> = []
    for (number, type) in resolver.types.enumerated()
    where types.contains(Int32(number)) || near.contains(type.file) {
      for entry in resolver.graph.values(type.hierarchy) where entry.value.kind == .type {
        found.insert(entry.value.first)
      }
    }
    return found
  }

  /// Whether a member of a package with files that are not lowered is called with what leads to a client.
  private func isWantedPackage(_ node: NodeID) -> Bool {
    guard resolver.graph.values(node).isEmpty, let arguments = resolver.argumentsOfCallee[node] else {
      return false
    }
    return arguments.contains { argument in
      resolver.graph.values(argument).contains { isCarrier($0.value) }
    }
  }

  private func moduleName(of file: Int32) -> String {
    let (folder, name) = SourceTree.split(resolver.tree.paths[Int(file)])
    let stem = SourceTree.stem(name)
    return stem == "index" ? SourceTree.split(folder).name : stem
  }

  /// Names at file level through which other files can reach a client.
  func names(in family: Language) -> Set<String> {
    var found: Set<String> = []
    if family == .python || family == .javascript {
      found = resolver.sharedMemberNames.filter { $0.utf8.count > 2 }
    }
    for number in resolver.order {
      guard let file = resolver.files[number], file.facts.language.family == family else { continue }
      for (name, symbol) in file.fileSymbols {
        let isImport = file.facts[symbol].definitions.allSatisfy { definition in
          if case .imported = definition { true } else { false }
        }
        if isImport || name.utf8.count < 3 { continue }
        if resolver.graph.values(file.node(symbol)).contains(where: { isCarrier($0.value) }) {
          let isModule = family == .javascript && (name == "exports" || name == "module")
          found.insert(isModule ? moduleName(of: number) : name)
        }
      }
      for export in file.facts.exports {
        guard case .value(let value) = export.source else { continue }
        // What a script gives away as a whole is imported by the file's name.
        var name = export.name ?? "default"
        if name == "default" { name = moduleName(of: number) }
        guard name.utf8.count > 2 else { continue }
        if resolver.graph.values(file.node(value)).contains(where: { isCarrier($0.value) }) {
          found.insert(name)
        }
      }
    }
    return found
  }
}
