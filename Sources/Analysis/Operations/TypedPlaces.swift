import InventoryModel

/// Fields and variables whose written type is a class of the project: what else flows there is narrowed away.
struct TypedPlaces {
  private let resolver: Resolver

  init(_ resolver: Resolver) { self.resolver = resolver }

  /// Whether a member of what a place holds is that of the class which its type names, not of a client.
  func isOwn(_ name: String, of base: ExpressionID, in file: LoweredFile, butFor handle: Int32) -> Bool {
    guard !resolver.typedPlaces.isEmpty else { return false }
    let places = places(of: base, in: file)
    return !places.isEmpty
      && places.allSatisfy { place in
        resolver.typedPlaces.contains(place) && resolver.handles[Int(handle)].site != place
          && resolver.graph.values(place).contains { declares(name, $0.value) }
      }
  }

  private func places(of base: ExpressionID, in file: LoweredFile) -> [NodeID] {
    switch file.facts[base].kind {
    case .name(_, let symbol?): [file.node(symbol)]
    case .member(let owner, let name):
      resolver.graph.values(file.node(owner)).filter { $0.value.kind == .instance }
        .compactMap { resolver.existingField($0.value.first, name) }
    default: []
    }
  }

  /// Whether a value is an instance of a class with a method of its own of that name.
  private func declares(_ name: String, _ value: Value) -> Bool {
    guard value.kind == .instance, let id = resolver.types[Int(value.first)].id,
      let file = resolver.files[resolver.types[Int(value.first)].file], file.facts[id].kind == .class,
      let field = resolver.existingField(value.first, name)
    else { return false }
    return resolver.graph.values(field).contains { $0.value.kind == .function }
  }
}
