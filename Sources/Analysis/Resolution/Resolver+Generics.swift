import InventoryModel
import Knowledge

/// Functions that give back what they are given, whatever it is: `singleton<T>(name: string, make: () => T): T`.
extension Resolver {
  /// Lets a call of such a function have what its own arguments give; whether it is one.
  mutating func passOn(
    _ number: Int32, to function: FunctionDeclaration, matched: Zip2Sequence<ArraySlice<ArgumentNode>, [Int?]>,
    in file: LoweredFile
  ) -> Bool {
    guard !function.typeParameters.isEmpty, let result = function.result, let name = bare(result, in: file),
      function.typeParameters.contains(where: { $0.name == name })
    else { return false }
    let call = calls[Int(number)]
    var isPassed = false
    for (argument, index) in matched where argument.spread == .none {
      guard let index, let annotation = function.parameters[index].annotation else { continue }
      if case .function(_, let made?) = annotation, bare(made, in: file) == name {
        let inner = addCall(
          CallContext(
            file: call.file, result: call.result, arguments: [], isConstruction: false, expression: nil,
            callee: argument.node))
        wait(.call(inner), on: argument.node)
        isPassed = true
      } else if bare(annotation, in: file) == name {
        flow(from: argument.node, to: call.result)
        isPassed = true
      }
    }
    return isPassed
  }

  /// The one name that a type is, also where it is promised.
  private func bare(_ type: TypeReference, in file: LoweredFile) -> String? {
    guard case .named(let path, let arguments) = type, path.count == 1, let name = path.first else { return nil }
    if arguments.isEmpty { return name }
    let isTransparent = file.conventions.transparentTypes.contains(name)
    return isTransparent && arguments.count == 1 ? bare(arguments[0], in: file) : nil
  }
}
