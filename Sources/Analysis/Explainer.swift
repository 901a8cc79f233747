import InventoryModel

/// Says of the calls of a line what their receivers are.
struct Explainer {
  let resolver: Resolver

  func explanation(path: String, line: Int) -> [String] {
    guard let number = resolver.tree.file(path) else { return ["\(path) is not among the source files"] }
    guard let file = resolver.files[number] else {
      return ["\(path) was not read: nothing leads from a client to it"]
    }
    var sentences: [String] = []
    for expression in file.expressions where Int(expression.position.line) == line {
      guard case .call(let callee, _) = expression.kind,
        case .member(let base, let name) = file[callee].kind
      else { continue }
      let values = resolver.graph.values(file.node(base)).map(\.value)
      let what =
        values.isEmpty
        ? "the receiver is not known" : "the receiver is " + values.map(describe).joined(separator: " or ")
      sentences.append("`\(name)`: \(what)")
    }
    return sentences.isEmpty ? ["no call of a member stands on this line"] : sentences
  }

  func describe(_ value: Value) -> String {
    switch value.kind {
    case .handle:
      let handle = resolver.handles[Int(value.first)]
      return "a \(handle.role) of \(handle.libraryName)"
    case .type: return "the type \(resolver.types[Int(value.first)].name)"
    case .instance, .base: return "an instance of \(resolver.types[Int(value.first)].name)"
    case .function, .method, .typeMethod, .handleMethod: return "a function of the project"
    case .external:
      let name = resolver.externals[Int(value.first)]
      return (([name.module] + name.path).filter { !$0.isEmpty }).joined(separator: ".")
    case .module: return "the module \(resolver.tree.paths[Int(value.first)])"
    case .package: return "the package \(resolver.tree.folders[Int(value.first)])"
    case .clientMember: return "the member \(resolver.names[value.second]) of a client"
    case .partial: return "a partial application"
    case .container: return "a list, map or generator"
    case .anyMember: return "any member of a client"
    case .anyInstanceMember: return "any member of an object"
    case .pending: return "something from \(resolver.tree.paths[Int(value.first)]), which was not read"
    }
  }
}
