import InventoryModel

/// A key that a function gets from its callers.
struct HandedKey {
  /// The argument as the caller writes it.
  let text: String
  let place: SourcePlace
  /// The calling function, by position in the call graph.
  let function: Int
}

extension ReportIndex {
  /// What callers hand in as the key of an operation whose key is a parameter.
  func handedKeys(to operation: Operation) -> [HandedKey] {
    guard let name = operation.keyText, let number = operation.functionNumber,
      let position = functions[number].parameters.firstIndex(of: name)
    else { return [] }
    return functions[number].callers.compactMap { caller in
      guard let call = functions[caller.function].call(at: caller.place) else { return nil }
      let labelled = call.labels.firstIndex(of: name)
      let index = labelled ?? (call.labels.indices.contains(position) ? position : nil)
      guard let index, call.texts.indices.contains(index) else { return nil }
      return HandedKey(text: call.texts[index], place: caller.place, function: caller.function)
    }
  }
}

extension FunctionNode {
  /// The call at a place.
  func call(at place: SourcePlace) -> CodeCall? {
    for step in steps where step.place == place {
      if case .call(let call) = step.kind { return call }
    }
    return nil
  }
}
