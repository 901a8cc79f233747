import InventoryModel
import Knowledge

/// Commands that the project adds to its clients at run time, by `defineCommand` and its like.
struct DefinedCommands {
  /// Libraries that some definition's receiver is of → names; names of script files where a name is not static.
  private var names: [Int: Set<String>] = [:]

  init(_ resolver: Resolver) {
    for (library, options, field) in resolver.optionDefinitions {
      names[library, default: []].formUnion(DefinedCommands.names(in: options, field: field, resolver))
    }
    guard !resolver.definitions.isEmpty else { return }
    var evaluator = Evaluator(resolver)
    var files: Set<String>?
    for definition in resolver.definitions {
      var known = names[definition.library] ?? []
      let forms = evaluator.texts(of: definition.name)
      known.formUnion(forms.compactMap(\.staticText))
      let listed = DefinedCommands.names(listedBy: definition.name, resolver)
      known.formUnion(listed)
      if listed.isEmpty, forms.contains(where: { $0.staticText == nil }) {
        files = files ?? DefinedCommands.scriptFiles(of: resolver.tree)
        known.formUnion(files ?? [])
      }
      names[definition.library] = known
    }
  }

  /// The names of the object that a loop goes through: `for (const [name, text] of Object.entries(scripts))`, or
  /// `for (const name of Object.keys(scripts))`.
  private static func names(listedBy name: NodeID, _ resolver: Resolver) -> Set<String> {
    guard let (file, id) = resolver.expression(of: name), let value = file.onlyValue(of: id),
      let object = listedObject(value, in: file.facts)
    else { return [] }
    return names(in: file.node(object), field: nil, resolver)
  }

  private static func listedObject(_ value: ExpressionID, in facts: FileFacts) -> ExpressionID? {
    if case .element(let list) = facts[value].kind, case .call(let callee, let arguments) = facts[list].kind,
      case .member(_, "keys") = facts[callee].kind
    {
      return arguments.first?.value
    }
    // The value that goes with a key is the object's, by that key.
    for expression in facts.expressions {
      if case .index(let object, value) = expression.kind { return object }
    }
    return nil
  }

  /// The names under which an object, or one of its fields, holds something.
  private static func names(in options: NodeID, field: String?, _ resolver: Resolver) -> Set<String> {
    var found: Set<String> = []
    for entry in resolver.graph.values(options) where entry.value.kind == .container {
      if let field {
        guard let inner = resolver.existingField(-1 - entry.value.first, field) else { continue }
        found.formUnion(names(in: inner, field: nil, resolver))
      } else if let literal = resolver.containers[Int(entry.value.first)].literal,
        let (file, id) = resolver.expression(of: literal), case .map(let entries) = file[id].kind
      {
        found.formUnion(entries.compactMap { $0.key.flatMap { resolver.literalText(file[$0]) } })
      }
    }
    return found
  }

  /// Names of Lua files without their ending and number of keys: `addJob-6.lua` defines `addJob`.
  private static func scriptFiles(of tree: SourceTree) -> Set<String> {
    var found: Set<String> = []
    for (path, language) in zip(tree.paths, tree.languages) where language == .lua {
      let stem = SourceTree.stem(SourceTree.split(path).name)
      found.insert(stem)
      found.insert(ScriptFiles.withoutKeyCount(stem))
    }
    return found
  }

  /// What calling a member does that was defined so.
  func definedMethod(_ name: String, of handle: Handle) -> ClientMethod? {
    guard names[handle.library]?.contains(name) == true else { return nil }
    return ClientMethod(
      command: .fixed("EVALSHA"),
      keys: ClientMethod.ArgumentList(
        selectors: [ArgumentSelector(place: .position(0))], takesAll: false))
  }
}
