import InventoryModel
import Knowledge

/// Reads strings and numbers backwards from where they are used to where they come from, over what the
/// resolver found.
struct Evaluator {
  let resolver: Resolver
  /// Files that would have to be lowered to say more.
  private(set) var wanted: Set<Int32> = []
  /// Of the script that a file is: what its callers pass as its keys, in their order.
  var scriptKeys: [Int32: [[String]]] = [:]
  /// What was read outside any call: by node, doubled for its form as a part of a string.
  private var known: [NodeID: [Template]] = [:]
  /// Whose values are looked at: those of production code alone, or those of tests and examples too.
  var isForProduction = false {
    didSet { if isForProduction != oldValue { known = [:] } }
  }
  private var active: Set<NodeID> = []
  /// How often reading was cut short; what was read meanwhile is not kept.
  private var cuts = 0
  private var steps = 0

  /// Beyond this many forms a string counts as known at run time only.
  static let formLimit = 8
  /// For names of which each is looked at by itself, as of modules.
  var isPatient = false
  private static let stepLimit = 120
  private static let depthLimit = 12
  /// A field that is stored to at more places than this is known at run time only.
  private static let storeLimit = 16

  init(_ resolver: Resolver) { self.resolver = resolver }

  /// The forms that an expression can have as a string, each at least a hole.
  mutating func texts(of node: NodeID) -> [Template] {
    steps = 0
    let forms = texts(of: node, in: nil, asPart: false)
    return forms.isEmpty ? [.hole] : forms
  }

  /// The one text that an expression always has.
  mutating func staticText(of node: NodeID) -> String? {
    let forms = texts(of: node)
    return forms.count == 1 ? forms[0].staticText : nil
  }

  // MARK: Strings

  mutating func texts(of node: NodeID, in frame: Frame?, asPart: Bool) -> [Template] {
    let key = node * 2 + (asPart ? 1 : 0)
    if frame == nil, let forms = known[key] { return forms }
    steps += 1
    guard let (file, id) = resolver.expression(of: node) else { return [.hole] }
    guard steps < Evaluator.stepLimit, (frame?.depth ?? 0) < Evaluator.depthLimit,
      active.insert(node).inserted
    else {
      cuts += 1
      return [.hole]
    }
    defer { active.remove(node) }
    let before = cuts
    let forms = limited(texts(of: id, node: node, file: file, in: frame, asPart: asPart))
    if frame == nil, cuts == before { known[key] = forms }
    return forms
  }

  private func limited(_ forms: [Template]) -> [Template] {
    var seen: Set<String> = []
    let distinct = forms.filter { seen.insert($0.rendered).inserted }
    return distinct.count > (isPatient ? 40 : Evaluator.formLimit) ? [.hole] : distinct
  }

  private mutating func texts(
    of id: ExpressionID, node: NodeID, file: LoweredFile, in frame: Frame?, asPart: Bool
  ) -> [Template] {
    let expression = file.facts[id]
    let place = Place(
      file: file.number, line: expression.position.line, column: expression.position.column)
    switch expression.kind {
    case .string(let template): return texts(of: template, file: file, in: frame)
    case .number(let value): return [.text(Evaluator.text(of: value), at: place)]
    case .name(let name, let symbol):
      guard let symbol else {
        return implicitTexts(name, at: expression, file: file, asPart: asPart)
          ?? packageTexts(name, in: file, frame: frame, asPart: asPart)
      }
      return texts(of: symbol, at: expression, file: file, in: frame, asPart: asPart)
    case .member(let base, let name):
      return memberTexts(name, of: file.node(base), node: node, frame: frame, asPart: asPart)
    case .call(let callee, let arguments), .construct(let callee, let arguments):
      return callTexts(
        callee, arguments, node: node, file: file, frame: frame, asPart: asPart)
    case .binary(.add, let left, let right), .binary(.concatenate, let left, let right):
      return joined(
        texts(of: file.node(left), in: frame, asPart: true),
        texts(of: file.node(right), in: frame, asPart: true))
    case .binary(.remainder, let left, let right):
      return percentTexts(left, values: formatValues(right, in: file), file: file, frame: frame)
    case .either(let options):
      return options.flatMap { texts(of: file.node($0), in: frame, asPart: asPart) }
    case .cast(let operand, _): return texts(of: file.node(operand), in: frame, asPart: asPart)
    case .index(let base, let key):
      return indexTexts(base, key, file: file, frame: frame, asPart: asPart)
    case .element(let base):
      if let keys = mapKeyTexts(iteratedBy: base, file: file) { return keys }
      return elements(of: file.node(base), in: frame).flatMap {
        texts(of: $0.node, in: $0.frame, asPart: asPart)
      }
    case .unpacked(let base, let index):
      if let results = resultTexts(index, of: base, file: file, frame: frame, asPart: asPart) {
        return results
      }
      if index == 0, case .element(let inner) = file.facts[base].kind,
        let keys = mapKeyTexts(iteratedBy: inner, file: file)
      {
        return keys
      }
      let all = elements(of: file.node(base), in: frame)
      let position = index < 0 ? all.count + index : index
      guard all.indices.contains(position) else {
        return index == 0 && all.isEmpty
          ? texts(of: file.node(base), in: frame, asPart: asPart) : [.hole]
      }
      return texts(of: all[position].node, in: all[position].frame, asPart: asPart)
    default: return [.hole]
    }
  }

  private mutating func texts(
    of template: StringTemplate, file: LoweredFile, in frame: Frame?
  ) -> [Template] {
    var forms = [Template(parts: [])]
    for part in template.parts {
      switch part {
      case .literal(let text, let position):
        let place = Place(file: file.number, line: position.line, column: position.column)
        forms = forms.map { $0 + .text(text, at: place) }
      case .hole(let id):
        forms = joined(forms, texts(of: file.node(id), in: frame, asPart: true))
      }
    }
    return forms
  }

  /// Every form of the left followed by every form of the right; a part with many forms is a hole.
  func joined(_ left: [Template], _ right: [Template]) -> [Template] {
    let rest = right.count > 3 || right.isEmpty ? [.hole] : right
    let first = left.isEmpty ? [.hole] : left
    guard first.count * rest.count <= Evaluator.formLimit else { return first.map { $0 + .hole } }
    return first.flatMap { form in rest.map { form + $0 } }
  }

  static func text(of value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
  }

  // MARK: Names

  private mutating func texts(
    of symbol: SymbolID, at use: Expression, file: LoweredFile, in frame: Frame?, asPart: Bool
  ) -> [Template] {
    let node = file.node(symbol)
    if let frame, let argument = frame.arguments[node] {
      return texts(of: argument, in: frame.caller, asPart: asPart)
    }
    var forms: [Template] = []
    for definition in file.facts[symbol].definitions {
      switch definition {
      case .variable:
        for value in assignments(to: symbol, before: use, in: file) {
          forms += texts(of: value, in: frame, asPart: asPart)
        }
      case .parameter(let function, let index):
        let reassigned = assignments(to: symbol, before: use, in: file)
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

  /// The values assigned to a symbol that a use can see: the last one before it in its function, else all.
  mutating func assignments(
    to symbol: SymbolID, before use: Expression, in file: LoweredFile
  ) -> [NodeID] {
    let all = file.bindingsOfSymbol[symbol] ?? []
    let values = all.compactMap { index -> (Binding, ExpressionID)? in
      let binding = file.facts.bindings[index]
      return binding.value.map { (binding, $0) }
    }
    guard values.count > 1 else { return values.map { file.node($0.1) } }
    let own = function(of: use.scope, in: file)
    let before = values.filter {
      function(of: $0.0.scope, in: file) == own
        && file.facts[$0.0.target].position < use.position
    }
    if let last = before.last, dominates(last.0.scope, use.scope, in: file) {
      return [file.node(last.1)]
    }
    return (before.isEmpty ? values : before).map { file.node($0.1) }
  }

  private func dominates(_ outer: ScopeID, _ inner: ScopeID, in file: LoweredFile) -> Bool {
    var current: ScopeID? = inner
    while let here = current {
      if here == outer { return true }
      current = file.facts[here].parent
    }
    return false
  }

  func function(of scope: ScopeID, in file: LoweredFile) -> FunctionID? {
    var current: ScopeID? = scope
    while let here = current {
      if case .function(let id) = file.facts[here].kind { return id }
      current = file.facts[here].parent
    }
    return nil
  }

  /// A parameter is what its callers pass; as a part of a longer string it stays a hole.
  private mutating func parameterTexts(_ index: Int, of function: Int32, asPart: Bool) -> [Template] {
    guard !asPart else { return [.hole] }
    let passed = arguments(forParameter: index, of: function)
    guard !passed.isEmpty, passed.count <= 12 else { return [.hole] }
    let forms = limited(passed.flatMap { texts(of: $0, in: nil, asPart: false) })
    return forms.count <= (isPatient ? 40 : 4) ? forms : [.hole]
  }

  /// The arguments that the known callers pass for a parameter.
  func arguments(forParameter index: Int, of function: Int32) -> [NodeID] {
    let record = resolver.functions[Int(function)]
    guard let file = resolver.files[record.file] else { return [] }
    let parameters = file.facts[record.id].parameters
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
    let matched = ArgumentMatching.parameters(
      of: call.arguments[...], among: parameters, in: language)
    guard let position = matched.firstIndex(of: index),
      call.arguments.prefix(position).allSatisfy({ $0.spread == .none })
    else { return nil }
    return call.arguments[position].node
  }

  /// A member of the type around, which Swift reads without `self`.
  private mutating func implicitTexts(
    _ name: String, at use: Expression, file: LoweredFile, asPart: Bool
  ) -> [Template]? {
    guard file.facts.language == .swift, let type = resolver.enclosingType(of: use.scope, in: file)
    else { return nil }
    let forms = fieldTexts(name, of: type, asPart: asPart)
    return forms.isEmpty ? nil : forms
  }

  // MARK: Other files

  private mutating func importedTexts(
    _ id: ImportID, in file: LoweredFile, asPart: Bool
  ) -> [Template] {
    let declaration = file.facts[id]
    guard let target = file.target(id),
      case .file(let other) = target, let member = declaration.member
    else { return [.hole] }
    return exportedTexts(member, of: other, asPart: asPart)
  }

  mutating func exportedTexts(_ name: String, of number: Int32, asPart: Bool) -> [Template] {
    guard let file = resolver.files[number] else {
      if isTelling(name, asPart: asPart) { wanted.insert(number) }
      return [.hole]
    }
    if file.facts.language.family == .javascript {
      var forms: [Template] = []
      for export in file.facts.exports where export.name == name {
        if case .value(let value) = export.source {
          forms += texts(of: file.node(value), in: nil, asPart: asPart)
        }
      }
      if !forms.isEmpty { return forms }
      for export in file.facts.exports where export.name == nil {
        if case .value(let value) = export.source {
          forms += entryTexts(name, of: file.node(value), frame: nil, asPart: asPart)
        }
      }
      return forms.isEmpty ? [.hole] : forms
    }
    guard let symbol = file.fileSymbols[name] else {
      for wildcard in file.wildcards {
        if case .file(let other)? = file.target(wildcard),
          resolver.files[other]?.fileSymbols[name] != nil
        {
          return exportedTexts(name, of: other, asPart: asPart)
        }
      }
      return [.hole]
    }
    return globalTexts(symbol, in: file, asPart: asPart)
  }

  private mutating func globalTexts(
    _ symbol: SymbolID, in file: LoweredFile, asPart: Bool
  ) -> [Template] {
    var forms: [Template] = []
    for definition in file.facts[symbol].definitions {
      switch definition {
      case .variable:
        for index in file.bindingsOfSymbol[symbol] ?? [] {
          if let value = file.facts.bindings[index].value {
            forms += texts(of: file.node(value), in: nil, asPart: asPart)
          }
        }
      case .imported(let declaration):
        forms += importedTexts(declaration, in: file, asPart: asPart)
      default: forms.append(.hole)
      }
    }
    return forms.isEmpty ? [.hole] : forms
  }

  /// A name that another file of the package declares, or a member of the implicit receiver.
  private mutating func packageTexts(
    _ name: String, in file: LoweredFile, frame: Frame?, asPart: Bool
  ) -> [Template] {
    if let scope = resolver.packageScope(of: file) {
      for number in resolver.order {
        guard let other = resolver.files[number], resolver.packageScope(of: other) == scope,
          let symbol = other.fileSymbols[name]
        else { continue }
        let forms = globalTexts(symbol, in: other, asPart: asPart)
        if forms != [.hole] { return forms }
      }
    }
    for wildcard in file.wildcards {
      if case .file(let other)? = file.target(wildcard) {
        let forms = exportedTexts(name, of: other, asPart: asPart)
        if forms != [.hole] { return forms }
      }
    }
    return [.hole]
  }

  // MARK: Members and elements

  private mutating func memberTexts(
    _ name: String, of base: NodeID, node: NodeID, frame: Frame?, asPart: Bool
  ) -> [Template] {
    var forms: [Template] = []
    for entry in resolver.graph.values(base) {
      switch entry.value.kind {
      case .module: forms += exportedTexts(name, of: entry.value.first, asPart: asPart)
      case .package: forms += folderTexts(name, of: entry.value.first, asPart: asPart)
      case .instance, .type, .base:
        forms += fieldTexts(name, of: entry.value.first, asPart: asPart)
      case .container: forms += containerTexts(name, of: entry.value.first, frame: frame, asPart: asPart)
      case .pending: if isTelling(name, asPart: asPart) { wanted.insert(entry.value.first) }
      default: break
      }
    }
    return forms.isEmpty ? [.hole] : forms
  }

  private mutating func folderTexts(_ name: String, of folder: Int32, asPart: Bool) -> [Template] {
    for file in resolver.tree.filesInFolder[Int(folder)] {
      guard let lowered = resolver.files[file] else {
        if resolver.tree.languages[Int(file)] == .go { wanted.insert(file) }
        continue
      }
      if let symbol = lowered.fileSymbols[name] {
        return globalTexts(symbol, in: lowered, asPart: asPart)
      }
    }
    return [.hole]
  }

  /// What is stored in a field along the hierarchy, or what its getter returns.
  private mutating func fieldTexts(_ name: String, of type: Int32, asPart: Bool) -> [Template] {
    var forms: [Template] = []
    for entry in resolver.graph.values(resolver.types[Int(type)].hierarchy)
    where entry.value.kind == .type {
      guard let field = resolver.existingField(entry.value.first, name) else { continue }
      if (resolver.fieldStores[field]?.count ?? 0) > Evaluator.storeLimit { return [.hole] }
      for store in resolver.fieldStores[field] ?? [] where isVisible(at: store) {
        forms += texts(of: store, in: nil, asPart: true)
      }
      forms += classTexts(name, of: entry.value.first)
      for value in resolver.graph.values(field) where value.value.kind == .function {
        let record = resolver.functions[Int(value.value.first)]
        guard let file = resolver.files[record.file],
          file.facts[record.id].traits.contains(.isProperty)
        else { continue }
        for result in file.facts[record.id].returns {
          forms += texts(of: file.node(result), in: nil, asPart: asPart)
        }
      }
    }
    return forms
  }

  /// A name bound in a Python class body.
  private mutating func classTexts(_ name: String, of type: Int32) -> [Template] {
    let record = resolver.types[Int(type)]
    guard let id = record.id, let file = resolver.files[record.file],
      let symbol = file.symbolsInScope[file.facts[id].memberScope]?[name]
    else { return [] }
    return (file.bindingsOfSymbol[symbol] ?? []).flatMap { index -> [Template] in
      guard let value = file.facts.bindings[index].value else { return [] }
      return texts(of: file.node(value), in: nil, asPart: true)
    }
  }

  private mutating func containerTexts(
    _ name: String, of container: Int32, frame: Frame?, asPart: Bool
  ) -> [Template] {
    guard let literal = resolver.containers[Int(container)].literal else { return [] }
    return entryTexts(name, of: literal, frame: frame, asPart: asPart)
  }

  /// The value that a map literal has under a key.
  private mutating func entryTexts(
    _ name: String, of map: NodeID, frame: Frame?, asPart: Bool
  ) -> [Template] {
    guard let (file, id) = resolver.expression(of: map), case .map(let entries) = file.facts[id].kind
    else { return [] }
    return entries.flatMap { entry -> [Template] in
      guard let key = entry.key, resolver.literalText(file.facts[key]) == name else { return [] }
      return texts(of: file.node(entry.value), in: frame, asPart: asPart)
    }
  }

  private mutating func indexTexts(
    _ base: ExpressionID, _ key: ExpressionID, file: LoweredFile, frame: Frame?, asPart: Bool
  ) -> [Template] {
    if case .name("KEYS", nil) = file.facts[base].kind,
      case .number(let index) = file.facts[key].kind
    {
      return scriptKeyTexts(Int(index), of: file)
    }
    if case .number(let index) = file.facts[key].kind {
      let all = elements(of: file.node(base), in: frame)
      let position = Int(index)
      guard all.indices.contains(position) else { return [.hole] }
      return texts(of: all[position].node, in: all[position].frame, asPart: asPart)
    }
    if case .other = file.facts[key].kind {
      // A slice of a string with run-time parts: what is cut is taken for margin.
      return texts(of: file.node(base), in: frame, asPart: asPart).map(\.withoutMargin)
    }
    guard let name = resolver.literalText(file.facts[key]) else { return [.hole] }
    var forms: [Template] = []
    for entry in resolver.graph.values(file.node(base)) where entry.value.kind == .container {
      forms += containerTexts(name, of: entry.value.first, frame: frame, asPart: asPart)
    }
    return forms.isEmpty ? [.hole] : forms
  }

  /// The keys of the maps that `map.items()`, `map.keys()` or the map itself iterates over.
  private mutating func mapKeyTexts(iteratedBy base: ExpressionID, file: LoweredFile) -> [Template]? {
    var map = base
    if case .call(let callee, let arguments) = file.facts[base].kind, arguments.isEmpty,
      case .member(let inner, let name) = file.facts[callee].kind,
      name == "items" || name == "keys" || name == "entries"
    {
      map = inner
    }
    var forms: [Template] = []
    for entry in resolver.graph.values(file.node(map)) where entry.value.kind == .container {
      guard let literal = resolver.containers[Int(entry.value.first)].literal,
        let (other, id) = resolver.expression(of: literal)
      else { continue }
      switch other.facts[id].kind {
      case .map(let entries):
        for entry in entries {
          if let key = entry.key { forms += texts(of: other.node(key), in: nil, asPart: false) }
        }
      case .list(let elements) where map == base:
        for element in elements { forms += texts(of: other.node(element), in: nil, asPart: false) }
      default: continue
      }
    }
    return forms.isEmpty ? nil : forms
  }

  /// A key that the callers of a script pass.
  private func scriptKeyTexts(_ index: Int, of file: LoweredFile) -> [Template] {
    guard let keys = scriptKeys[file.number], keys.indices.contains(index), !keys[index].isEmpty else {
      return [.hole]
    }
    let place = Place(file: file.number, line: 1, column: 1)
    return keys[index].map { .text($0, at: place) }
  }

  /// The elements of what an expression is a list of, where the source shows them.
  mutating func elements(of node: NodeID, in frame: Frame?) -> [(node: NodeID, frame: Frame?)] {
    guard let (file, id) = resolver.expression(of: node) else { return [] }
    switch file.facts[id].kind {
    case .list(let elements):
      if elements.count == 1, let made = comprehended(elements[0], list: id, file: file, frame: frame) {
        return made
      }
      return elements.flatMap { element -> [(node: NodeID, frame: Frame?)] in
        guard case .spread = file.facts[element].kind else { return [(file.node(element), frame)] }
        let inner = self.elements(of: file.node(element), in: frame)
        return inner.isEmpty ? [(file.node(element), frame)] : inner
      }
    case .spread(let operand): return elements(of: file.node(operand), in: frame)
    case .binary(.add, let left, let right):
      let first = elements(of: file.node(left), in: frame)
      guard !first.isEmpty else { return [] }
      // What is not known of the rest stands as one run-time part.
      let rest = elements(of: file.node(right), in: frame)
      return first + (rest.isEmpty ? [(file.node(right), frame)] : rest)
    case .cast(let operand, _): return elements(of: file.node(operand), in: frame)
    default: break
    }
    if case .name(_, let symbol?) = file.facts[id].kind {
      if let argument = frame?.arguments[file.node(symbol)] {
        return elements(of: argument, in: frame?.caller)
      }
      if let list = frame?.lists[file.node(symbol)] { return list.map { ($0, frame?.caller) } }
      if frame != nil, let only = file.bindingsOfSymbol[symbol], only.count == 1,
        let value = file.facts.bindings[only[0]].value
      {
        return elements(of: file.node(value), in: frame)
      }
    }
    if case .call(let callee, let arguments) = file.facts[id].kind, arguments.count == 1,
      isCollection(callee, in: file)
    {
      return elements(of: file.node(arguments[0].value), in: frame)
    }
    var found: [(node: NodeID, frame: Frame?)] = []
    for entry in resolver.graph.values(node) where entry.value.kind == .container {
      guard let literal = resolver.containers[Int(entry.value.first)].literal, isVisible(at: literal),
        let (other, list) = resolver.expression(of: literal),
        case .list(let elements) = other.facts[list].kind
      else { continue }
      found += elements.map { (other.node($0), nil) }
    }
    return found
  }

  /// Whether what a node is part of counts for whom it is read.
  private func isVisible(at node: NodeID) -> Bool {
    guard isForProduction, let file = resolver.owner(of: node) else { return true }
    return (resolver.contexts[file.number] ?? .production) == .production
  }

  func isVisible(_ file: Int32) -> Bool {
    !isForProduction || (resolver.contexts[file] ?? .production) == .production
  }

  /// One of several results of a call: that of each return; an empty text beside another is what failure
  /// returns.
  private mutating func resultTexts(
    _ index: Int, of base: ExpressionID, file: LoweredFile, frame: Frame?, asPart: Bool
  ) -> [Template]? {
    guard case .call(let callee, let arguments) = file.facts[base].kind else { return nil }
    var forms: [Template] = []
    for entry in resolver.graph.values(file.node(callee))
    where [.function, .method, .typeMethod].contains(entry.value.kind) {
      let record = resolver.functions[Int(entry.value.first)]
      guard let other = resolver.files[record.file] else { continue }
      let inner = self.frame(
        for: entry.value.first, node: file.node(base), arguments, file: file, caller: frame)
      for value in other.facts[record.id].returns {
        guard case .list(let results) = other.facts[value].kind, results.indices.contains(index)
        else { continue }
        forms += texts(of: other.node(results[index]), in: inner, asPart: asPart)
      }
    }
    let telling = forms.filter { $0.staticText != "" }
    return forms.isEmpty ? nil : telling.isEmpty ? forms : telling
  }

  /// `list(x)`, `tuple(x)`, `sorted(x)` and their like: what they hold is what they are given.
  private func isCollection(_ callee: ExpressionID, in file: LoweredFile) -> Bool {
    resolver.graph.values(file.node(callee)).contains { entry in
      guard entry.value.kind == .external else { return false }
      if case .argument(0)? = resolver.effect(of: entry.value) {
        return true
      }
      return false
    }
  }

  /// The elements of a comprehension over a list that the source shows.
  private mutating func comprehended(
    _ element: ExpressionID, list: ExpressionID, file: LoweredFile, frame: Frame?
  ) -> [(node: NodeID, frame: Frame?)]? {
    let inner = file.facts[element].scope
    guard inner != file.facts[list].scope, case .loop = file.facts[inner].kind else { return nil }
    for binding in file.facts.bindings where binding.scope == inner {
      guard case .name(_, let symbol?) = file.facts[binding.target].kind, let value = binding.value,
        case .element(let source) = file.facts[value].kind
      else { continue }
      let items = elements(of: file.node(source), in: frame)
      guard !items.isEmpty else { return nil }
      return items.map { item in
        var arguments = item.frame === frame?.caller ? frame?.arguments ?? [:] : [:]
        arguments[file.node(symbol)] = item.node
        return (file.node(element), Frame(arguments: arguments, caller: item.frame))
      }
    }
    return nil
  }

  /// Whether it is worth reading another file for what a name of it says: a constant, or what a whole key is
  /// made by.
  func isTelling(_ name: String, asPart: Bool) -> Bool {
    guard isForProduction else { return false }
    if name == name.uppercased() { return true }
    let lower = name.lowercased()
    return !asPart
      && ["key", "channel", "prefix", "queue", "topic", "name", "script"].contains {
        lower.contains($0)
      }
  }

  mutating func want(_ file: Int32) { wanted.insert(file) }
}
