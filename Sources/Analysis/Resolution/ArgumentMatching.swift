import InventoryModel

/// Which argument of a call goes to which parameter.
enum ArgumentMatching {
  /// The parameter of each argument, by position; nil for what goes to a list or map parameter or to none.
  static func parameters(
    of arguments: ArraySlice<ArgumentNode>, among parameters: [Parameter], in language: Language
  ) -> [Int?] {
    language == .swift
      ? inOrderOfLabels(arguments, parameters) : byPosition(arguments, parameters)
  }

  /// What each parameter is given, as far as no list is spread before it.
  static func given(
    _ arguments: [ArgumentNode], to parameters: [Parameter], in language: Language
  ) -> [NodeID?] {
    var given = [NodeID?](repeating: nil, count: parameters.count)
    for (argument, index) in zip(arguments, self.parameters(of: arguments[...], among: parameters, in: language)) {
      if let index, given[index] == nil { given[index] = argument.node }
      if argument.spread != .none { break }
    }
    return given
  }

  private static func byPosition(
    _ arguments: ArraySlice<ArgumentNode>, _ parameters: [Parameter]
  ) -> [Int?] {
    var position = 0
    return arguments.map { argument in
      guard argument.spread == .none else { return nil }
      if let label = argument.label {
        return parameters.firstIndex { $0.label == label || $0.name == label }
      }
      defer { position += 1 }
      let isPlain = parameters.indices.contains(position) && parameters[position].kind == .plain
      return isPlain ? position : nil
    }
  }

  /// Swift: labels are in the order of the parameters, and what has no label goes to the next parameter
  /// without one; a trailing closure to the next that takes a function.
  private static func inOrderOfLabels(
    _ arguments: ArraySlice<ArgumentNode>, _ parameters: [Parameter]
  ) -> [Int?] {
    var next = 0
    return arguments.enumerated().map { position, argument in
      let rest = parameters.indices.dropFirst(next)
      if argument.label == nil, let list = rest.first(where: { parameters[$0].label == nil }),
        parameters[list].kind == .list
      {
        let isLast = position == arguments.count - 1
        return isLast ? rest.first { takesFunction(parameters[$0]) } ?? list : list
      }
      let found =
        if let label = argument.label {
          rest.first { parameters[$0].label == label || parameters[$0].name == label }
        } else {
          rest.first { parameters[$0].label == nil } ?? rest.first { takesFunction(parameters[$0]) }
            ?? rest.last
        }
      guard let found else { return nil }
      next = found + 1
      return found
    }
  }

  private static func takesFunction(_ parameter: Parameter) -> Bool {
    if case .function? = parameter.annotation { return true }
    return false
  }
}
