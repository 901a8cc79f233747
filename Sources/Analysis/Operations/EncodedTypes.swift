import InventoryModel

/// The names under which the fields of a project's types stand in JSON.
struct EncodedTypes {
  let resolver: Resolver

  /// Of the type that an expression is of, or names: the names in JSON, by the fields; nil where the type is not known, or encodes
  /// itself in its own way.
  func names(of id: ExpressionID, in file: LoweredFile) -> [String: String]? {
    let types = Set(
      resolver.graph.values(file.node(id)).compactMap {
        [.instance, .type].contains($0.value.kind) ? $0.value.first : nil
      })
    return types.count == 1 ? types.first.flatMap { names(ofType: $0, depth: 0) } : nil
  }

  private func names(ofType number: Int32, depth: Int) -> [String: String]? {
    let record = resolver.types[Int(number)]
    guard depth < 4, let id = record.id, let file = resolver.files[record.file], file[id].kind == .structure
    else {
      return nil
    }
    switch file.facts.language {
    case .go: return taggedNames(of: id, number, in: file, depth: depth)
    case .swift: return codedNames(of: id, in: file)
    case .python, .javascript, .typescript, .lua: return nil
    }
  }

  /// Go: by tags; what is exported and has none goes by its own name, and embedded structs give theirs.
  private func taggedNames(of id: TypeID, _ number: Int32, in file: LoweredFile, depth: Int) -> [String: String]? {
    let declaration = file[id]
    let hasOwnWay = file.facts.functions.contains { function in
      guard case .named(let path, _) = function.receiverType, path == [declaration.name] else { return false }
      return function.name == "MarshalJSON" || function.name == "UnmarshalJSON"
    }
    guard !hasOwnWay else { return nil }
    var names: [String: String] = [:]
    for field in declaration.fields {
      let isEmbedded = field.annotation.map { declaration.bases.contains($0) && $0.lastName == field.name } ?? false
      if isEmbedded, field.encodedName == nil { continue }
      if let name = field.encodedName {
        if name != "-" { names[field.name] = name }
      } else if field.name.first?.isUppercase == true {
        names[field.name] = field.name
      }
    }
    let embedded = resolver.graph.values(resolver.types[Int(number)].hierarchy).map(\.value).filter {
      $0 != Value(.type, number)
    }
    guard embedded.count >= declaration.bases.count else { return nil }
    for value in embedded {
      guard value.kind == .type, let inner = self.names(ofType: value.first, depth: depth + 1) else { return nil }
      names.merge(inner) { own, _ in own }
    }
    return names
  }

  /// Swift: the cases of `CodingKeys` where there are some, else all that is stored.
  private func codedNames(of id: TypeID, in file: LoweredFile) -> [String: String]? {
    let facts = file.facts
    let declaration = facts[id]
    let hasOwnWay = facts.functions.contains { function in
      guard function.owner == id else { return false }
      let labels = function.parameters.map { $0.label ?? $0.name }
      return function.name == "encode" && labels == ["to"]
        || function.traits.contains(.isConstructor) && labels == ["from"]
    }
    guard !hasOwnWay else { return nil }
    let keys = facts.types.first { $0.name == "CodingKeys" && $0.scope == declaration.memberScope }
    let fields = keys?.fields ?? declaration.fields.filter { !$0.isStatic }
    return Dictionary(
      fields.map { field in
        let coded = keys == nil ? nil : field.value.flatMap { resolver.literalText(facts[$0]) }
        return (field.name, coded ?? field.name)
      }, uniquingKeysWith: { first, _ in first })
  }
}

extension TypeReference {
  fileprivate var lastName: String? {
    if case .named(let path, _) = self { path.last } else { nil }
  }
}
