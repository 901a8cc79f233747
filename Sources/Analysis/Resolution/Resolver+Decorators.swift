import InventoryModel

/// Decorators of the project.
extension Resolver {
  /// Whether a call is that of a decorated function by its decorator's wrapper, `function(*args, **kwargs)`: all
  /// functions that are decorated so meet there. Who calls one of them by its name has the function itself beside
  /// the wrapper, so neither what is handed through nor the result is followed.
  func isCallOfDecorated(_ number: Int32) -> Bool {
    guard !decorators.isEmpty else { return false }
    let call = calls[Int(number)]
    guard let file = files[call.file], file.facts.language == .python,
      let callee = calledName(of: call, in: file), case .name(_, let symbol?) = file[callee].kind
    else { return false }
    // Bound here: the closure would hold a copy of all that is known.
    let decorators = decorators
    return file[symbol].definitions.contains { definition in
      guard case .parameter(let function, _) = definition else { return false }
      return decorators.contains(file.function(function))
    }
  }

  /// `wraps(function)`, which makes of a wrapper nothing but a wrapper.
  func isWraps(_ decorator: ExpressionID, in file: LoweredFile) -> Bool {
    guard case .call(let callee, _) = file[decorator].kind else { return false }
    switch file[callee].kind {
    case .name("wraps", _), .member(_, "wraps"): return true
    default: return false
    }
  }

  /// What is called: `f(…)`, `submit(f, …)`, `in_thread(f)(…)`.
  private func calledName(of call: CallContext, in file: LoweredFile) -> ExpressionID? {
    if let node = call.callee { return expression(of: node)?.id }
    guard let id = call.expression, case .call(let callee, _) = file[id].kind else { return nil }
    if case .call(_, let arguments) = file[callee].kind, arguments.count == 1 { return arguments[0].value }
    return callee
  }
}
