import InventoryModel
import Knowledge

/// What imported names mean: a name of another file, a module, or a name of a library.
extension Resolver {
  mutating func bindImport(_ id: ImportID, to node: NodeID, in file: LoweredFile) {
    let declaration = file[id]
    if declaration.isWildcard, declaration.member == nil, file.facts.language.family != .javascript {
      return
    }
    let language = file.facts.language.family
    let isKnownLibrary =
      declaration.level == 0
      && (file.isOfClient(id)
        || language == .javascript && file.names.heads.contains(declaration.module))
    let target = file.target(id)
    if let target, !isKnownLibrary || isOwnPackage(declaration, target) {
      bind(declaration, target: target, to: node, from: file.number)
    } else if declaration.level == 0 {
      var module = declaration.module
      if language == .go { module = ClientIndex.withoutVersion(module) }
      if declaration.bindsFirstComponent, let first = module.split(separator: ".").first {
        module = String(first)
      }
      let path = declaration.member.map { $0 == "default" ? [] : [$0] } ?? []
      addExternal(External(language: language, module: module, path: path), to: node)
    }
  }

  /// Whether a table says anything of a library, or of what its names begin with.
  private func isTelling(_ name: External) -> Bool {
    let module = name.module
    guard let heads = knownNames[name.language]?.heads else { return false }
    if module.isEmpty { return heads.contains(name.path.first ?? "") }
    if clients.knows(module, language: name.language) { return true }
    if clients.isNamedAfterServer(module, language: name.language) { return true }
    let last = SourceTree.name(of: module)
    return heads.contains(module) || heads.contains(last) || heads.contains(SourceTree.stem(last))
  }

  /// A name of a library, and the value of a role that it may be by itself.
  private mutating func addExternal(_ name: External, to node: NodeID) {
    guard isTelling(name) else { return }
    let value = external(name)
    if let entry = meanings[Int(value.first)].value {
      let number = handle(
        library: entry.library, role: entry.role, package: entry.package, origin: node, key: node, parent: nil)
      graph.add(Value(.handle, number), to: node, from: -1)
    }
    graph.add(value, to: node, from: -1)
  }

  /// Whether a module that has a client library's name is the scanned tree's own, because the tree holds that
  /// package; a lone file of the name beside others is not.
  private func isOwnPackage(_ declaration: Import, _ target: SourceTree.Target) -> Bool {
    guard languageOf(target) == .python, case .file(let file) = target,
      let root = declaration.module.split(separator: ".").first
    else { return false }
    let path = tree.paths[Int(file)]
    return ["", "src/", "lib/", "python/"].contains { path.hasPrefix($0 + root + "/") }
      || path == root + ".py"
  }

  private func languageOf(_ target: SourceTree.Target) -> Language? {
    if case .file(let file) = target { return tree.languages[Int(file)].family }
    return nil
  }

  private mutating func bind(
    _ declaration: Import, target: SourceTree.Target, to node: NodeID, from file: Int32
  ) {
    if declaration.bindsFirstComponent {
      let first = declaration.module.split(separator: ".").first.map(String.init) ?? ""
      if let root = tree.pythonModule(first, level: 0, from: file) {
        addModule(root, to: node)
      }
      return
    }
    guard let member = declaration.member else {
      addModule(target, to: node)
      if case .file(let other) = target { flow(from: exportNode(other, "="), to: node) }
      return
    }
    switch target {
    case .file(file):
      // `from . import x` in a package's `__init__`.
      let folder = tree.folders[Int(tree.folderOfFile[Int(file)])]
      if let module = tree.pythonModule(at: SourceTree.join(folder, member)) { addModule(module, to: node) }
    case .file(let other):
      if member == "*" { addModule(target, to: node) }
      flow(from: exportNode(other, member), to: node)
      if member == "default" {
        flow(from: exportNode(other, "="), to: node)
        addModule(target, to: node)
      }
    case .folder(let folder):
      let path = SourceTree.join(tree.folders[Int(folder)], member)
      if let module = tree.pythonModule(at: path) { addModule(module, to: node) }
    }
  }

  /// Imports the modules whose names were found by reading backwards; whether there were new ones.
  mutating func importDynamically() -> Bool {
    let asked = dynamicImports
    guard !asked.isEmpty else { return false }
    let modules = staticTexts(of: asked.map(\.name), isPatient: true)
    let before = graph.valueCount
    for ((file, _, result), modules) in zip(asked, modules) {
      let language = tree.languages[Int(file)].family
      for module in modules {
        let isKnown = clients.knows(module, language: language)
        // A file of the library's own name is rarely what is meant; a path into the project is.
        let mayBeOfTree = language == .python && (!isKnown || module.contains("."))
        if mayBeOfTree, importFromTree(module, from: file, to: result) { continue }
        guard isKnown else { continue }
        graph.add(external(External(language: language, module: module, path: [])), to: result, from: -1)
        if language == .python, let (parent, member) = Self.parent(of: module) {
          graph.add(external(External(language: language, module: parent, path: [member])), to: result, from: -1)
        }
      }
    }
    return graph.valueCount > before
  }

  /// Imports a module of the project, or of one `package.module.Name` or `package.module:Name`, as settings name a
  /// class; whether there is such a module.
  private mutating func importFromTree(_ path: String, from file: Int32, to node: NodeID) -> Bool {
    if let target = tree.pythonModule(path, level: 0, from: file) {
      addModule(target, to: node)
      return true
    }
    guard let (module, member) = Self.parent(of: path),
      case .file(let other)? = tree.pythonModule(module, level: 0, from: file)
    else { return false }
    flowOnce(from: exportNode(other, member), to: node)
    return true
  }

  private static func parent(of path: String) -> (module: String, member: String)? {
    guard let separator = path.lastIndex(where: { $0 == "." || $0 == ":" }) else { return nil }
    return (String(path[..<separator]), String(path[path.index(after: separator)...]))
  }

  /// Stores under names that were found by reading backwards: `this[name] = client`; whether there were new ones.
  mutating func storeDynamically() -> Bool {
    // Only what holds a client is worth the reading.
    let asked = dynamicStores.filter { store in
      graph.values(store.value).contains { $0.value.kind == .handle }
    }
    guard !asked.isEmpty else { return false }
    let names = staticTexts(of: asked.map(\.name), isPatient: true)
    let before = graph.valueCount
    for ((value, _, source), names) in zip(asked, names) {
      for name in names {
        let target = fieldNode(
          value.kind == .container ? -1 - value.first : value.first, self.names.number(name))
        flowOnce(from: source, to: target)
      }
    }
    return graph.valueCount > before
  }

  /// What nodes can be as texts, read at once: a reader that stands by while something is learnt makes of all a copy.
  func staticTexts(of nodes: [NodeID], isPatient: Bool = false) -> [[String]] {
    var evaluator = Evaluator(self)
    evaluator.isPatient = isPatient
    return nodes.map { evaluator.texts(of: $0).compactMap(\.staticText) }
  }

  private mutating func addModule(_ target: SourceTree.Target, to node: NodeID) {
    switch target {
    case .file(let file): graph.add(Value(.module, file), to: node, from: -1)
    case .folder(let folder): graph.add(Value(.package, folder), to: node, from: -1)
    }
  }

  /// The node of a name that a file gives away; "=" is a script module as a whole.
  mutating func exportNode(_ file: Int32, _ name: String) -> NodeID { exportNode(file, names.number(name)) }

  mutating func exportNode(_ file: Int32, _ number: Int32) -> NodeID {
    if let known = exportNodes[file, number] { return known }
    let name = names[number]
    let node = graph.addNodes(1)
    exportNodes.insert(node, for: file, number)
    exportsOfFile[file, default: []].append((number, node))
    if let lowered = files[file] {
      linkExport(name, node: node, of: lowered)
    } else {
      graph.add(Value(.pending, file), to: node, from: -1)
      linkSubmodule(name, node: node, of: file)
    }
    return node
  }

  /// Fills the export nodes that were asked for before the file was lowered.
  mutating func linkExports(of file: LoweredFile) {
    for (name, node) in exportsOfFile[file.number] ?? [] { linkExport(names[name], node: node, of: file) }
  }

  private mutating func linkExport(_ name: String, node: NodeID, of file: LoweredFile) {
    if file.facts.language.family == .javascript {
      linkScriptExport(name, node: node, of: file)
      return
    }
    if let symbol = file.fileSymbols[name] {
      flow(from: file.node(symbol), to: node)
    } else {
      for wildcard in file.wildcards { linkWildcard(wildcard, name: name, to: node, in: file) }
      linkSubmodule(name, node: node, of: file.number)
    }
  }

  private mutating func linkSubmodule(_ name: String, node: NodeID, of file: Int32) {
    guard let folder = tree.packageFolder(of: file),
      let module = tree.pythonModule(at: SourceTree.join(folder, name))
    else { return }
    addModule(module, to: node)
  }

  private mutating func linkScriptExport(_ name: String, node: NodeID, of file: LoweredFile) {
    let wanted = name == "=" ? nil : name
    for export in file.facts.exports {
      if export.name == wanted {
        switch export.source {
        case .value(let value): flow(from: file.node(value), to: node)
        case .imported(let declaration): bindImport(declaration, to: node, in: file)
        }
      } else if export.name == nil, name != "default", case .value(let value) = export.source {
        memberOfWhole(file.node(value), name: name, node: node)
      }
    }
    guard name != "=", name != "default" else { return }
    if let exports = file.fileSymbols["exports"] {
      memberOfWhole(file.node(exports), name: name, node: node)
    }
    for wildcard in file.wildcards { linkWildcard(wildcard, name: name, to: node, in: file) }
  }

  /// `module.exports = whole`, read by member.
  private mutating func memberOfWhole(_ whole: NodeID, name: String, node: NodeID) {
    nameMember(at: node, name)
    wait(.member(node), on: whole)
  }

  /// A name that comes, if it comes, through a wildcard import.
  private mutating func linkWildcard(
    _ id: ImportID, name: String, to node: NodeID, in file: LoweredFile
  ) {
    let declaration = file[id]
    if let target = file.target(id) {
      switch target {
      case .file(let other): flow(from: exportNode(other, name), to: node)
      case .folder(let folder): flow(from: packageNode(folder * 2, name), to: node)
      }
      return
    }
    let language = file.facts.language.family
    var module = declaration.module
    if language == .go { module = ClientIndex.withoutVersion(module) }
    guard declaration.level == 0,
      clients.names(module, member: name, language: language)
    else { return }
    graph.add(
      external(External(language: language, module: module, path: [name])), to: node, from: -1)
  }

  /// A name that is declared nowhere in its file.
  mutating func resolveGlobal(
    _ name: String, at node: NodeID, scope: ScopeID, in file: LoweredFile
  ) {
    let language = file.facts.language.family
    if let role = file.names.globals[name] {
      let handle = handle(
        library: role.library, role: role.role, package: nil, origin: nil, key: node, parent: nil)
      graph.add(Value(.handle, handle), to: node, from: -1)
      return
    }
    if language == .swift, name == "Self", let type = enclosingType(of: scope, in: file) {
      graph.add(Value(.type, type), to: node, from: -1)
      return
    }
    for wildcard in file.wildcards { linkWildcard(wildcard, name: name, to: node, in: file) }
    if let shared = packageScope(of: file) {
      if language == .swift, let type = enclosingType(of: scope, in: file) {
        readImplicitMember(name, of: type, scope: scope, node: node, in: file)
      }
      flow(from: packageNode(shared, name), to: node)
    }
    if file.names.heads.contains(name) {
      graph.add(external(External(language: language, module: "", path: [name])), to: node, from: -1)
    }
  }

  /// A member named without `self`.
  private mutating func readImplicitMember(
    _ name: String, of type: Int32, scope: ScopeID, node: NodeID, in file: LoweredFile
  ) {
    nameMember(at: node, name)
    for function in enclosingReceivers(of: scope, in: file) {
      wait(.member(node), on: functions[Int(function)].receiver)
    }
  }
}
