import InventoryModel

/// Fields and variables whose written type is a class of the project: what else flows there is narrowed away.
struct TypedPlaces {
  private let resolver: Resolver

  init(_ resolver: Resolver) { self.resolver = resolver }

  /// Whether a member of what a place holds is that of the class which its type names, not of a client.
  func isOwn(_ name: String, of base: ExpressionID, in file: LoweredFile, butFor handle: Int32) -> Bool {
    guard !resolver.writtenClasses.isEmpty else { return false }
    let places = places(of: base, in: file)
    return !places.isEmpty
      && places.allSatisfy { place in
        resolver.handles[Int(handle)].site != place
          && resolver.writtenClasses[place].map { declares(name, $0) } == true
      }
  }

  private func places(of base: ExpressionID, in file: LoweredFile) -> [NodeID] {
    switch file[base].kind {
    case .name(_, let symbol?): [file.node(symbol)]
    case .member(let owner, let name):
      resolver.graph.values(file.node(owner)).filter { $0.value.kind == .instance }
        .compactMap { resolver.existingField($0.value.first, name) }
    default: []
    }
  }

  /// Whether a class has a method of its own of that name.
  private func declares(_ name: String, _ type: Int32) -> Bool {
    guard let field = resolver.existingField(type, name) else { return false }
    return resolver.graph.values(field).contains { $0.value.kind == .function }
  }
}
