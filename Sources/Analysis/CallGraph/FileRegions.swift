import InventoryModel

/// The scopes of a file, each as a region of the named function around it.
struct FileRegions {
  /// By scope: the function, nil at the top level of the file, and the region's position in it.
  private(set) var ofScope: [(function: FunctionID?, region: Int)] = []
  private(set) var regions: [FunctionID?: [CodeRegion]] = [:]

  init(_ facts: FileFacts) {
    for scope in facts.scopes { ofScope.append(place(of: scope, in: facts)) }
  }

  private mutating func place(of scope: Scope, in facts: FileFacts) -> (function: FunctionID?, region: Int) {
    guard let parent = scope.parent else { return begin(nil) }
    let outer = ofScope[Int(parent.index)]
    switch scope.kind {
    case .function(let id) where !facts[id].name.isEmpty: return begin(id)
    case .function: return add(.closure, of: scope, to: outer, in: facts)
    case .loop: return add(.loop, of: scope, to: outer, in: facts)
    case .branch: return add(.branch, of: scope, to: outer, in: facts)
    case .guarded(let id): return add(.guarded(Int(id.index)), of: scope, to: outer, in: facts)
    case .handler(let id):
      let handler = facts[id].handlers.last { $0.position <= scope.position }
      let kind = CodeRegion.Kind.handler(
        Int(id.index), catches: handler?.catches ?? [], rethrows: handler?.rethrows ?? true)
      return add(kind, of: scope, to: outer, in: facts)
    case .file, .type, .block: return outer
    }
  }

  private mutating func begin(_ function: FunctionID?) -> (function: FunctionID?, region: Int) {
    if regions[function] == nil { regions[function] = [CodeRegion(.body)] }
    return (function, 0)
  }

  private mutating func add(
    _ kind: CodeRegion.Kind, of scope: Scope, to outer: (function: FunctionID?, region: Int), in facts: FileFacts
  ) -> (function: FunctionID?, region: Int) {
    let place = SourcePlace(path: facts.path, position: scope.position)
    regions[outer.function, default: [CodeRegion(.body)]]
      .append(CodeRegion(kind, parent: outer.region, place: place))
    return (outer.function, (regions[outer.function]?.count ?? 1) - 1)
  }
}
