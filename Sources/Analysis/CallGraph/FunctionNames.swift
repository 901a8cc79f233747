import InventoryModel

/// Names of functions with those of the types that own them.
enum FunctionNames {
  /// `Queue.add`; of a closure its own, empty name.
  static func qualified(_ function: FunctionDeclaration, in file: LoweredFile) -> String {
    if let owner = function.owner {
      let type = file[owner]
      if type.kind == .extension, case .named(let path, _)? = type.target, let name = path.last {
        return name + "." + function.name
      }
      return type.name.isEmpty ? function.name : type.name + "." + function.name
    }
    if case .named(let path, _)? = function.receiverType, let name = path.last {
      return name + "." + function.name
    }
    return function.name
  }

  /// A type as written, without its arguments.
  static func written(_ type: TypeReference) -> String {
    if case .named(let path, _) = type { path.joined(separator: ".") } else { "…" }
  }
}
