import InventoryModel
import Knowledge

/// How facts become constraints.
extension Resolver {
  mutating func define(_ id: SymbolID, in file: LoweredFile) {
    let node = file.node(id)
    for definition in file[id].definitions {
      switch definition {
      case .variable: break
      case .type(let type): graph.add(Value(.type, file.type(type)), to: node, from: -1)
      case .imported(let declaration): bindImport(declaration, to: node, in: file)
      case .receiver(let function):
        flow(from: functions[Int(file.function(function))].receiver, to: node)
      case .function(let function):
        let value = Value(.function, file.function(function))
        graph.add(value, to: node, from: -1)
        decorate(function, value: value, symbol: node, in: file)
      case .parameter(let function, let index):
        constrainParameter(index, of: function, node: node, in: file)
      }
    }
  }

  /// A decorator is called with the function; what it returns is what the name means too.
  private mutating func decorate(
    _ id: FunctionID, value: Value, symbol: NodeID, in file: LoweredFile
  ) {
    for decorator in file[id].decorators where !isWraps(decorator, in: file) {
      let argument = graph.addNodes(1)
      graph.add(value, to: argument, from: -1)
      let number = addCall(
        CallContext(
          file: file.number, result: symbol,
          arguments: [ArgumentNode(label: nil, node: argument, spread: .none)],
          isConstruction: false, expression: nil))
      decoratorCalls.insert(number)
      wait(.call(number), on: file.node(decorator))
    }
  }

  private mutating func constrainParameter(
    _ index: Int, of id: FunctionID, node: NodeID, in file: LoweredFile
  ) {
    let parameters = file[id].parameters
    guard index < parameters.count else { return }
    let parameter = parameters[index]
    let scope = file[id].scope
    if let value = parameter.defaultValue { flow(from: file.node(value), to: node) }
    switch parameter.kind {
    case .plain:
      if let annotation = parameter.annotation {
        annotate(node, as: annotation, scope: scope, in: file)
      } else if let known = file.names.parameters[parameter.name] {
        let number = handle(
          library: known.library, role: known.role, package: nil, origin: nil, key: node, parent: nil)
        graph.add(Value(.handle, number), to: node, from: -1)
      }
    case .list, .map:
      let number = container(at: node)
      graph.add(Value(.container, number), to: node, from: -1)
      if let annotation = parameter.annotation {
        var element = annotation
        if case .list(let inner) = annotation { element = inner }
        annotate(containers[Int(number)].element, as: element, scope: scope, in: file)
      }
    }
  }

  mutating func constrain(_ id: TypeID, in file: LoweredFile) {
    let type = file[id]
    let number = file.type(id)
    for base in type.bases {
      guard let node = typeNode(of: base, scope: type.scope, in: file) else { continue }
      wait(.base(number), on: node)
    }
    if type.kind == .extension, case .named(let path, _)? = type.target, path.count == 1,
      let scope = packageScope(of: file)
    {
      // What extends a type of no scanned file is all that is known of that type.
      graph.add(Value(.type, number), to: packageNode(scope, path[0]), from: -1)
    }
    if type.kind == .alias || type.kind == .extension, let target = type.target,
      let node = typeNode(of: target, scope: type.scope, in: file)
    {
      wait(.base(number), on: node)
      if type.kind == .extension { wait(.extend(number), on: node) }
    }
    for field in type.fields {
      let node = fieldNode(number, names.number(field.name))
      if type.kind == .enumeration, field.isStatic, file.facts.language == .swift {
        // A case is a value of its enum; one with a payload makes one when it is called.
        graph.add(Value(field.annotation == nil ? .instance : .type, number), to: node, from: -1)
      }
      if let annotation = field.annotation {
        annotate(node, as: annotation, scope: type.memberScope, in: file)
      }
      if let value = field.value {
        flow(from: file.node(value), to: node)
        fieldStores[node, default: []].append(file.node(value))
      }
    }
    if file.facts.language == .python { shareClassNames(of: type, number: number, in: file) }
    if file.facts.language == .swift, case .type(let outer) = file[type.scope].kind {
      graph.add(Value(.type, number), to: fieldNode(file.type(outer), names.number(type.name)), from: -1)
    }
  }

  /// What a Python class body binds is a member of the class.
  private mutating func shareClassNames(
    of type: TypeDeclaration, number: Int32, in file: LoweredFile
  ) {
    let members = file.innerSymbols.symbols(in: type.memberScope)
    for id in members {
      let symbol = file[id]
      let isFunction = symbol.definitions.allSatisfy { definition in
        if case .function = definition { true } else { false }
      }
      if isFunction { continue }
      flow(from: file.node(id), to: fieldNode(number, names.number(symbol.name)))
    }
  }

  mutating func constrain(_ id: FunctionID, in file: LoweredFile) {
    let function = file[id]
    let number = file.function(id)
    let record = functions[Int(number)]
    for value in function.returns { flow(from: file.node(value), to: record.result) }
    if !function.yields.isEmpty {
      let generator = container(at: record.result)
      graph.add(Value(.container, generator), to: record.result, from: -1)
      for value in function.yields {
        flow(from: file.node(value), to: containers[Int(generator)].element)
      }
    }
    if let result = function.result {
      annotate(record.result, as: result, scope: function.scope, in: file)
    }
    if let owner = record.owner {
      attachToOwner(number, function: function, owner: owner, in: file)
    } else if let receiver = function.receiverType,
      let node = receiverNode(of: receiver, function: function, in: file)
    {
      wait(.attach(number), on: node)
    }
  }

  private mutating func attachToOwner(
    _ number: Int32, function: FunctionDeclaration, owner: Int32, in file: LoweredFile
  ) {
    guard let id = function.owner else { return }
    let type = file[id]
    attach(number, to: Value(.type, owner))
    if type.kind == .extension, let target = type.target,
      let node = typeNode(of: target, scope: type.scope, in: file)
    {
      wait(.attach(number), on: node)
    }
  }

  private mutating func receiverNode(
    of type: TypeReference, function: FunctionDeclaration, in file: LoweredFile
  ) -> NodeID? {
    guard case .named(let path, _) = type, let head = path.first else {
      return typeNode(of: type, scope: function.scope, in: file)
    }
    let outer = file[function.scope].parent ?? .file
    if let symbol = symbol(head, from: outer, in: file) { return file.node(symbol) }
    return typeNode(of: type, scope: outer, in: file)
  }

  mutating func constrain(_ id: ExpressionID, in file: LoweredFile) {
    let node = file.node(id)
    let expression = file[id]
    switch expression.kind {
    case .name(let name, let symbol):
      if let symbol {
        flow(from: file.node(symbol), to: node)
      } else {
        resolveGlobal(name, at: node, scope: expression.scope, in: file)
      }
    case .receiver:
      for function in enclosingReceivers(of: expression.scope, in: file) {
        flow(from: functions[Int(function)].receiver, to: node)
      }
    case .base:
      if let function = enclosingReceivers(of: expression.scope, in: file).last,
        let owner = functions[Int(function)].owner
      {
        graph.add(Value(.base, owner), to: node, from: -1)
      }
    case .member(let base, let name):
      nameMember(at: node, name)
      wait(.member(node), on: file.node(base))
    case .call(let callee, let arguments):
      constrainCall(node, callee: callee, arguments, isConstruction: false, id: id, in: file)
    case .construct(let callee, let arguments):
      constrainCall(node, callee: callee, arguments, isConstruction: true, id: id, in: file)
    case .list(let elements):
      let number = container(at: node, literal: node)
      graph.add(Value(.container, number), to: node, from: -1)
      for element in elements {
        flow(from: elementSource(element, in: file), to: containers[Int(number)].element)
      }
    case .map(let entries): constrainMap(entries, node: node, in: file)
    case .index(let base, _): constrainPart(node, of: base, id: id, in: file)
    case .element(let base), .unpacked(let base, _), .entered(let base):
      constrainPart(node, of: base, id: id, in: file)
    case .either(let options): for option in options { flow(from: file.node(option), to: node) }
    case .binary(.add, let left, let right):
      flow(from: file.node(left), to: node)
      flow(from: file.node(right), to: node)
    case .function(let function):
      graph.add(Value(.function, file.function(function)), to: node, from: -1)
    case .type(let type): graph.add(Value(.type, file.type(type)), to: node, from: -1)
    case .typeValue(let reference):
      if let type = typeNode(of: reference, scope: expression.scope, in: file) {
        flow(from: type, to: node)
      }
    case .cast(let operand, let type):
      flow(from: file.node(operand), to: node)
      annotate(node, as: type, scope: expression.scope, in: file)
    case .module(let declaration): bindImport(declaration, to: node, in: file)
    case .spread(let operand): flow(from: file.node(operand), to: node)
    case .implicitMember, .string, .number, .boolean, .null, .binary, .other: break
    }
  }

  /// What an element of a list literal adds: itself, or what a spread list holds.
  private mutating func elementSource(_ element: ExpressionID, in file: LoweredFile) -> NodeID {
    guard case .spread(let operand) = file[element].kind else { return file.node(element) }
    let source = file.node(operand)
    let inner = elementNode(of: source)
    wait(.part(inner), on: source)
    return inner
  }

  private mutating func constrainPart(
    _ node: NodeID, of base: ExpressionID, id: ExpressionID, in file: LoweredFile
  ) {
    parts[node] = PartContext(file: file.number, expression: id)
    wait(.part(node), on: file.node(base))
  }

  private mutating func constrainMap(_ entries: [MapEntry], node: NodeID, in file: LoweredFile) {
    if file.facts.language.family == .javascript { noteProvider(entries, in: file) }
    let number = container(at: node, literal: node)
    graph.add(Value(.container, number), to: node, from: -1)
    for entry in entries {
      flow(from: file.node(entry.value), to: containers[Int(number)].element)
      if case .function(let method) = file[entry.value].kind, file.facts.language.family == .javascript {
        graph.add(Value(.container, number), to: functions[Int(file.function(method))].receiver, from: -1)
      }
      if let key = entry.key, let name = literalText(file[key]) {
        flow(from: file.node(entry.value), to: fieldNode(-1 - number, names.number(name)))
      } else if entry.key == nil {
        flow(from: file.node(entry.value), to: node)
      }
    }
  }

  private mutating func constrainCall(
    _ node: NodeID, callee: ExpressionID, _ arguments: [Argument], isConstruction: Bool,
    id: ExpressionID, in file: LoweredFile
  ) {
    let context = CallContext(
      file: file.number, result: node,
      arguments: arguments.map {
        ArgumentNode(label: $0.label, node: file.node($0.value), spread: $0.spread)
      }, isConstruction: isConstruction, expression: id)
    let number = addCall(context)
    if file.facts.language == .python, let first = arguments.first, case .member(_, "__new__") = file[callee].kind {
      wait(.annotate(node), on: file.node(first.value))
    }
    wait(.call(number), on: file.node(callee))
    noteRegistration(number, callee: callee, in: file)
    noteBinding(number, callee: callee, in: file)
    applyMethodConvention(number, callee: callee, in: file)
  }

  mutating func addCall(_ context: CallContext) -> Int32 {
    calls.append(context)
    return Int32(calls.count - 1)
  }

  mutating func constrain(binding index: Int, in file: LoweredFile) {
    let binding = file.bindings[index]
    let target = file[binding.target]
    switch target.kind {
    case .name(_, let symbol?):
      let node = file.node(symbol)
      if let value = binding.value {
        flow(from: outerNode(of: value, boundTo: symbol, in: file) ?? file.node(value), to: node)
      }
      if let annotation = binding.annotation {
        annotate(node, as: annotation, scope: binding.scope, in: file)
      }
    case .name(let name, nil):
      if let value = binding.value, let scope = packageScope(of: file) {
        storeGlobal(name, value: file.node(value), scope: scope, from: target.scope, in: file)
      }
    case .member(let base, _), .index(let base, _):
      noteExportedFunction(binding.target, value: binding.value, in: file)
      bindings.append(BindingRecord(file: file.number, index: Int32(index)))
      wait(.store(Int32(bindings.count - 1)), on: file.node(base))
    default: break
    }
  }

  /// `redis = redis` in a class body: the value is what the name means outside.
  private func outerNode(
    of value: ExpressionID, boundTo symbol: SymbolID, in file: LoweredFile
  ) -> NodeID? {
    guard case .name(let name, symbol) = file[value].kind,
      case .type = file[file[symbol].scope].kind,
      let outer = file[file[symbol].scope].parent,
      let found = self.symbol(name, from: outer, in: file)
    else { return nil }
    return file.node(found)
  }

  /// An assignment to a name that is not declared here: a member of the implicit receiver, or a global
  /// of another file of the package.
  private mutating func storeGlobal(
    _ name: String, value: NodeID, scope: Int32, from inner: ScopeID, in file: LoweredFile
  ) {
    if file.facts.language == .swift, let type = enclosingType(of: inner, in: file) {
      let node = fieldNode(type, names.number(name))
      flow(from: value, to: node)
      fieldStores[node, default: []].append(value)
    }
    let shared = packageNode(scope, name)
    flow(from: value, to: shared)
    fieldStores[shared, default: []].append(value)
  }

  /// The functions whose receiver `this` can mean, innermost first, out to the nearest method.
  func enclosingReceivers(of scope: ScopeID, in file: LoweredFile) -> [Int32] {
    var found: [Int32] = []
    var current: ScopeID? = scope
    while let here = current {
      switch file[here].kind {
      case .function(let id):
        let number = file.function(id)
        found.append(number)
        if functions[Int(number)].isMethod { return found }
      case .type(let id):
        // A field's initializer: the receiver is an instance of the type; any of its methods has it.
        if let method = file.facts.functions.firstIndex(where: { $0.owner == id }) {
          found.append(file.function(FunctionID(method)))
        }
        return found
      default: break
      }
      current = file[here].parent
    }
    return found
  }

  func enclosingType(of scope: ScopeID, in file: LoweredFile) -> Int32? {
    var current: ScopeID? = scope
    while let here = current {
      if case .type(let id) = file[here].kind { return file.type(id) }
      if case .function(let id) = file[here].kind,
        let owner = functions[Int(file.function(id))].owner
      {
        return owner
      }
      current = file[here].parent
    }
    return nil
  }

  func literalText(_ expression: Expression) -> String? {
    guard case .string(let template) = expression.kind else { return nil }
    if template.parts.count == 1, case .literal(let text, _) = template.parts[0] { return text }
    var text = ""
    for part in template.parts {
      guard case .literal(let piece, _) = part else { return nil }
      text += piece
    }
    return text
  }

  /// The text of a string literal that a node stands for.
  func literalText(at node: NodeID) -> String? {
    expression(of: node).flatMap { literalText($0.file[$0.id]) }
  }

  /// The symbol that a name means from a scope outward.
  func symbol(_ name: String, from scope: ScopeID, in file: LoweredFile) -> SymbolID? {
    var current: ScopeID? = scope
    while let here = current {
      if here == .file { return file.fileSymbols[name] }
      if let found = file.innerSymbols[here, name] { return found }
      current = file[here].parent
    }
    return file.fileSymbols[name]
  }
}
