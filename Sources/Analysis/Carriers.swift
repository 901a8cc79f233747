import InventoryModel
import Knowledge

/// What could lead to client values outside the lowered files: names that hold them, calls that pass them.
struct Carriers {
  private let resolver: Resolver
  private let types: Set<Int32>
  private let containers: Set<Int32>

  init(_ resolver: Resolver) {
    self.resolver = resolver
    let types = resolver.knownCarrierTypes ?? Carriers.carrierTypes(resolver)
    self.types = types.union(Carriers.delegatingTypes(resolver, to: types))
    containers = Carriers.carrierContainers(resolver)
  }

  /// Types with a client in a field or as the result of a method, and types that derive from a client's or
  /// from another such type.
  static func carrierTypes(_ resolver: Resolver) -> Set<Int32> {
    var found: Set<Int32> = []
    for (key, node) in resolver.fields where key.owner >= 0 {
      if givesClient(node, resolver) { found.insert(key.owner) }
    }
    for function in resolver.functions {
      if let owner = function.owner, returnsClient(function, resolver) { found.insert(owner) }
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

  /// Types that hand on whatever is asked of them to an object of such a type.
  private static func delegatingTypes(_ resolver: Resolver, to found: Set<Int32>) -> Set<Int32> {
    let functions = resolver.functions.filter { function in
      resolver.graph.values(function.result).contains {
        $0.value.kind == .anyInstanceMember && found.contains($0.value.first)
      }
    }
    return Set(functions.compactMap(\.owner))
  }

  /// Maps and objects with a client, or a function that returns one, under some key.
  private static func carrierContainers(_ resolver: Resolver) -> Set<Int32> {
    var found: Set<Int32> = []
    for (key, node) in resolver.fields where key.owner < 0 && givesClient(node, resolver) {
      found.insert(-1 - key.owner)
    }
    return found
  }

  /// Whether a node has a client, or a function that returns one.
  private static func givesClient(_ node: NodeID, _ resolver: Resolver) -> Bool {
    resolver.graph.values(node).contains { entry in
      switch entry.value.kind {
      case .handle: true
      case .function: returnsClient(resolver.functions[Int(entry.value.first)], resolver)
      default: false
      }
    }
  }

  /// Whether a function returns a client, or something that yields one.
  private static func returnsClient(_ function: FunctionRecord, _ resolver: Resolver) -> Bool {
    resolver.graph.values(function.result).contains { entry in
      switch entry.value.kind {
      case .handle: true
      case .container: yieldsClient(entry.value.first, resolver)
      default: false
      }
    }
  }

  private static func yieldsClient(_ container: Int32, _ resolver: Resolver) -> Bool {
    resolver.graph.values(resolver.containers[Int(container)].element).contains { $0.value.kind == .handle }
  }

  func isCarrier(_ value: Value) -> Bool { isCarrier(value, depth: 0) }

  /// - Parameter depth: how many calls lie between a name and the value.
  private func isCarrier(_ value: Value, depth: Int) -> Bool {
    switch value.kind {
    case .handle, .clientMember, .handleMethod, .anyMember: return true
    case .type, .instance: return types.contains(value.first)
    case .method: return types.contains(value.second)
    case .container:
      return containers.contains(value.first) || depth > 0 && Carriers.yieldsClient(value.first, resolver)
    case .function:
      guard depth < 3 else { return false }
      return resolver.graph.values(resolver.functions[Int(value.first)].result).contains { entry in
        switch entry.value.kind {
        case .handle, .instance, .container, .function: isCarrier(entry.value, depth: depth + 1)
        default: false
        }
      }
    default: return false
    }
  }

  /// Files whose definitions are called with, or derived into, what leads to a client.
  func demandedFiles() -> Set<Int32> {
    let telling = tellingTypes()
    var wanted = Set(resolver.pendingBases.filter { telling.contains($0.type) }.map(\.file))
    var isOpen = resolver.tree.paths.indices.map { !resolver.files.contains(Int32($0)) }
    for (number, file, isTelling) in resolver.pendingCalls where isOpen[Int(file)] {
      let carries = isTelling || resolver.calls[Int(number)].arguments.contains { isCarrier($0.node) }
      if !carries { continue }
      wanted.insert(file)
      isOpen[Int(file)] = false
    }
    for (node, folder) in resolver.unloweredPackages where isWantedPackage(node) {
      for file in resolver.tree.filesInFolder[Int(folder)]
      where resolver.tree.languages[Int(file)] == .go
        && !resolver.tree.paths[Int(file)].hasSuffix("_test.go")
      {
        wanted.insert(file)
      }
    }
    return wanted.filter { !resolver.files.contains($0) }
  }

  /// Types whose bases may hold what clients are made or used by: carriers, types of files that import a
  /// client library or such a file, and their bases.
  private func tellingTypes() -> Set<Int32> {
    let importing = resolver.importingFiles
    let near = Set(
      resolver.order.filter { number in
        resolver.files[number]?.importedFiles.contains { importing.contains($0) } ?? false
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
    guard resolver.graph.values(node).isEmpty else { return false }
    return resolver.graph.hasWaiter(on: node) { waiter in
      guard case .call(let number) = waiter, isWritten(resolver.calls[Int(number)], callee: node) else { return false }
      return resolver.calls[Int(number)].arguments.contains { isCarrier($0.node) }
    }
  }

  /// Whether a call stands in the source with that callee, and is not one that a library makes.
  private func isWritten(_ call: CallContext, callee: NodeID) -> Bool {
    guard call.callee == nil, let id = call.expression, let file = resolver.files[call.file],
      file.facts.language == .go
    else { return false }
    return file.callee(of: id).map { file.node($0) } == callee && file.node(id) == call.result
  }

  /// Names through which other files can reach a client.
  func carriers(in family: Language) -> Set<Carrier> {
    var found: Set<Carrier> = []
    if family == .python || family == .javascript {
      found.formUnion(resolver.sharedMemberNames(in: family).map { Carrier(name: $0, isMember: true) })
    }
    for (number, names) in namesOfFiles(in: family) where !names.isEmpty {
      guard let file = resolver.files[number] else { continue }
      for name in names { found.insert(name == Carriers.whole ? whole(file) : carrier(name, of: file)) }
      found.formUnion(reexport(of: file))
    }
    return found.filter { $0.name.utf8.count > 2 }
  }

  /// Names by which other files call functions.
  func callers(of functions: Set<FunctionKey>, in family: Language) -> Set<Carrier> {
    var found: Set<Carrier> = []
    for key in functions {
      guard let file = key.file(in: resolver), file.facts.language.family == family,
        let function = key.function(in: resolver)
      else { continue }
      let qualified = FunctionNames.qualified(file[function], in: file)
      let name = qualified.prefix { $0 != "." }
      if name.utf8.count > 2 { found.insert(carrier(String(name), of: file)) }
    }
    return found
  }

  /// What a script gives away as a whole, which others import by the file's name.
  private static let whole = "default"

  /// How another file gives away all that a file gives.
  private func reexport(of file: LoweredFile) -> [Carrier] {
    guard let module = carrier("", of: file).module else { return [] }
    switch file.facts.language.family {
    case .python: return [Carrier(name: module + " import *")]
    case .javascript: return [Carrier(name: "export *", module: module)]
    default: return []
    }
  }

  /// By file, the names that lead to a client: its own, and those that it passes on.
  private func namesOfFiles(in family: Language) -> [Int32: Set<String>] {
    let files = resolver.order.compactMap { resolver.files[$0] }.filter { $0.facts.language.family == family }
    var names = Dictionary(uniqueKeysWithValues: files.map { ($0.number, ownNames(of: $0)) })
    let passing = files.filter { file in
      !file.wildcards.isEmpty || file.facts.exports.contains { if case .imported = $0.source { true } else { false } }
    }
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for file in passing {
        let passed = passedNames(of: file, names)
        if !passed.isSubset(of: names[file.number, default: []]) {
          names[file.number, default: []].formUnion(passed)
          isGrowing = true
        }
      }
    }
    return names
  }

  private func ownNames(of file: LoweredFile) -> Set<String> {
    var names: Set<String> = []
    for (name, symbol) in file.fileSymbols where isCarrier(file.node(symbol)) {
      let isModule = file.facts.language.family == .javascript && (name == "exports" || name == "module")
      names.insert(isModule ? Carriers.whole : name)
    }
    for export in file.facts.exports {
      if case .value(let value) = export.source, isCarrier(file.node(value)) {
        names.insert(export.name ?? Carriers.whole)
      }
    }
    return names
  }

  private func passedNames(of file: LoweredFile, _ names: [Int32: Set<String>]) -> Set<String> {
    func given(by id: ImportID) -> Set<String> {
      guard case .file(let other)? = file.target(id) else { return [] }
      return names[other] ?? []
    }
    var passed: Set<String> = []
    for id in file.wildcards { passed.formUnion(given(by: id)) }
    for export in file.facts.exports {
      guard case .imported(let id) = export.source else { continue }
      let isGiven = file[id].member.map { given(by: id).contains($0) } ?? !given(by: id).isEmpty
      if isGiven { passed.insert(export.name ?? Carriers.whole) }
    }
    return passed
  }

  private func isCarrier(_ node: NodeID) -> Bool {
    resolver.graph.values(node).contains { isCarrier($0.value) }
  }

  private func whole(_ file: LoweredFile) -> Carrier {
    let (folder, name) = SourceTree.split(file.facts.path)
    let stem = SourceTree.stem(name)
    return Carrier(name: stem == "index" ? SourceTree.name(of: folder) : stem)
  }

  /// A name of a file, with the word by which other files import it.
  private func carrier(_ name: String, of file: LoweredFile) -> Carrier {
    let (folder, fileName) = SourceTree.split(file.facts.path)
    let stem = SourceTree.stem(fileName)
    let last = SourceTree.name(of: folder)
    switch file.facts.language.family {
    case .python where stem == "__init__": return Carrier(name: name, module: last, folder: folder)
    case .python: return Carrier(name: name, module: stem)
    case .javascript where stem == "index": return Carrier(name: name)
    case .javascript: return Carrier(name: name, module: stem)
    case .go where last.isEmpty || Carriers.isVersion(last): return Carrier(name: name)
    case .go: return Carrier(name: name, module: last, folder: folder)
    default: return Carrier(name: name)
    }
  }

  /// `v2`, as the last folder of a Go package.
  private static func isVersion(_ folder: String) -> Bool {
    folder.first == "v" && folder.dropFirst().allSatisfy(\.isNumber)
  }
}
