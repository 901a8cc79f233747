import InventoryModel

/// A named function, or the top level of a file, as one number: the function's own, or the file's below zero.
struct FunctionKey: Hashable {
  let number: Int

  init(_ function: FunctionID?, in file: LoweredFile) {
    number = function.map { Int(file.function($0)) } ?? -1 - Int(file.number)
  }

  init(number: Int) { self.number = number }

  func file(in resolver: Resolver) -> LoweredFile? {
    resolver.files[number < 0 ? Int32(-1 - number) : resolver.functions[number].file]
  }

  func function(in resolver: Resolver) -> FunctionID? { number < 0 ? nil : resolver.functions[number].id }

  /// The named function around a scope.
  static func around(_ scope: ScopeID, in file: LoweredFile) -> FunctionKey {
    var current: ScopeID? = scope
    while let here = current {
      if case .function(let id) = file[here].kind, !file[id].name.isEmpty {
        return FunctionKey(id, in: file)
      }
      current = file[here].parent
    }
    return FunctionKey(nil, in: file)
  }
}
