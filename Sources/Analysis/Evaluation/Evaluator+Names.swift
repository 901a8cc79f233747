import InventoryModel
import Knowledge

/// Names: what they are assigned, what callers pass for them.
extension Evaluator {
  mutating func texts(
    of symbol: SymbolID, at use: Expression, file: LoweredFile, in frame: Frame?, asPart: Bool
  ) -> [Template] {
    let node = file.node(symbol)
    if let text = frame?.fixed[node] {
      return [.text(text, at: Place(file: file.number, line: use.position.line, column: use.position.column))]
    }
    if let frame, let argument = frame.arguments[node] {
      if let last = reassignment(of: symbol, before: use, in: file, inRound: frame.round == symbol) {
        return texts(of: last, in: frame, asPart: asPart)
      }
      return texts(of: argument, in: frame.caller, asPart: asPart)
    }
    var forms: [Template] = []
    for definition in file[symbol].definitions {
      switch definition {
      case .variable:
        for value in assignments(to: symbol, before: use, in: file) {
          forms += texts(of: value, in: frame, asPart: asPart)
        }
      case .parameter(let function, let index):
        // Not the value in which the parameter itself is read: `key = prefixed(key)`; nor what it is given later.
        let reassigned = assignments(to: symbol, before: use, in: file).filter {
          !active.contains($0) && isAssigned($0, before: use)
        }
        if let last = reassigned.last {
          forms += texts(of: last, in: frame, asPart: asPart)
        } else {
          forms += parameterTexts(index, of: file.function(function), asPart: asPart)
        }
      case .imported(let declaration):
        forms += importedTexts(declaration, in: file, asPart: asPart)
      case .receiver, .function, .type: forms.append(.hole)
      }
    }
    return forms
  }

  /// Whether a value stands before a use in the source; that in another function may come first all the same.
  private func isAssigned(_ value: NodeID, before use: Expression) -> Bool {
    guard let (file, id) = resolver.expression(of: value),
      function(of: file[id].scope, in: file) == function(of: use.scope, in: file)
    else { return true }
    return file[id].position < use.position
  }

  /// The last value that a parameter was given before a use in its own function, on every way to it.
  func reassignment(
    of symbol: SymbolID, before use: Expression, in file: LoweredFile, inRound: Bool = false
  ) -> NodeID? {
    let own = function(of: use.scope, in: file)
    for index in file.bindings(of: symbol).reversed() {
      let binding = file.bindings[index]
      guard let value = binding.value, function(of: binding.scope, in: file) == own,
        file[binding.target].position.line < use.position.line
      else { continue }
      if inRound, case .element = file[value].kind { return nil }
      return dominates(binding.scope, use.scope, in: file) ? file.node(value) : nil
    }
    return nil
  }

  /// The values assigned to a symbol that a use can see: the last one before it in its function, else all.
  mutating func assignments(
    to symbol: SymbolID, before use: Expression, in file: LoweredFile
  ) -> [NodeID] {
    let all = file.bindings(of: symbol)
    let values = all.compactMap { index -> (Binding, ExpressionID)? in
      let binding = file.bindings[index]
      return binding.value.map { (binding, $0) }
    }
    guard values.count > 1 else { return values.map { file.node($0.1) } }
    let own = function(of: use.scope, in: file)
    // Not the value in which the variable itself is read: `key = key + suffix`.
    let before = values.filter {
      function(of: $0.0.scope, in: file) == own
        && file[$0.0.target].position < use.position && !active.contains(file.node($0.1))
    }
    if let last = before.last, dominates(last.0.scope, use.scope, in: file) {
      return [file.node(last.1)]
    }
    return (before.isEmpty ? values : before).map { file.node($0.1) }
  }

  func dominates(_ outer: ScopeID, _ inner: ScopeID, in file: LoweredFile) -> Bool {
    var current: ScopeID? = inner
    while let here = current {
      if here == outer { return true }
      current = file[here].parent
    }
    return false
  }

  func function(of scope: ScopeID, in file: LoweredFile) -> FunctionID? {
    var current: ScopeID? = scope
    while let here = current {
      if case .function(let id) = file[here].kind { return id }
      current = file[here].parent
    }
    return nil
  }

  /// A parameter is what its callers pass; as a part of a longer string it stays a hole, unless all callers pass
  /// one text with run-time parts of its own.
  mutating func parameterTexts(_ index: Int, of function: Int32, asPart: Bool) -> [Template] {
    let passed = passed(forParameter: index, of: function)
    if isPatient, let value = defaultValue(ofParameter: index, of: function) {
      let forms = ([value] + passed.prefix(12)).flatMap { texts(of: $0, in: nil, asPart: false) }
      return limited(forms)
    }
    if asPart {
      guard !passed.isEmpty, passed.count <= Evaluator.partCallers else { return [.hole] }
      let all = passed.flatMap { texts(of: $0, in: nil, asPart: true) }
      let forms = limited(all)
      return forms.count == 1 && forms[0].isMixed ? forms : [.hole]
    }
    guard !passed.isEmpty, passed.count <= 12 else { return [.hole] }
    let all = passed.flatMap { texts(of: $0, in: nil, asPart: false) }
    let forms = limited(all)
    // Where some caller passes what only the run knows, the others say no more than examples.
    guard isPatient || !forms.contains(where: \.isOnlyHoles) else { return [.hole] }
    return forms.count <= (isPatient ? 40 : 4) ? forms : [.hole]
  }

  private func defaultValue(ofParameter index: Int, of function: Int32) -> NodeID? {
    let record = resolver.functions[Int(function)]
    guard let file = resolver.files[record.file] else { return nil }
    let parameters = file[record.id].parameters
    return parameters.indices.contains(index) ? parameters[index].defaultValue.map { file.node($0) } : nil
  }

  /// The arguments that the known callers pass for a parameter.
  func arguments(forParameter index: Int, of function: Int32) -> [NodeID] {
    let record = resolver.functions[Int(function)]
    guard let file = resolver.files[record.file] else { return [] }
    let parameters = file[record.id].parameters
    guard parameters.indices.contains(index) else { return [] }
    let calls = (resolver.callers[function] ?? []).map { resolver.calls[Int($0)] }
    return calls.filter { isVisible($0.file) }.compactMap { call in
      argument(for: index, among: parameters, of: call, in: file.facts.language)
    }
  }

  /// The argument that a call passes for a parameter.
  func argument(
    for index: Int, among parameters: [Parameter], of call: CallContext, in language: Language
  ) -> NodeID? {
    ArgumentMatching.given(call.arguments, to: parameters, in: language)[index]
  }

  /// A member of the type around, which Swift reads without `self`.
  mutating func implicitTexts(
    _ name: String, at use: Expression, file: LoweredFile, frame: Frame?, asPart: Bool
  ) -> [Template]? {
    guard file.facts.language == .swift, let type = resolver.enclosingType(of: use.scope, in: file)
    else { return nil }
    let forms = fieldTexts(name, of: type, on: frame?.receiverCase, asPart: asPart)
    return forms.isEmpty ? nil : forms
  }

  /// `.name` where a key is due: a static member that the project adds to a library's type of keys.
  mutating func implicitMemberTexts(_ name: String, asPart: Bool) -> [Template] {
    let shared = shared
    var forms: [Template] = []
    for type in shared.resolver.textExtensions { forms += fieldTexts(name, of: type, asPart: asPart) }
    return forms.isEmpty ? [.hole] : forms
  }

  /// The functions that `.name(…)` can mean where a key is due.
  func implicitMethods(_ name: String) -> [Int32] {
    resolver.textExtensions.flatMap { type -> [Int32] in
      guard let field = resolver.existingField(type, name) else { return [] }
      return resolver.graph.values(field).filter { $0.value.kind == .function }.map(\.value.first)
    }
  }
}
