import InventoryModel
import Knowledge

/// Finds the Lua scripts that stand in strings, and the commands inside them.
struct ScriptFinder {
  private let resolver: Resolver
  private(set) var scripts: ScriptFacts
  /// Scripts by the place of their first literal.
  private var noted: [Place: NotedScript] = [:]
  private var order: [Place] = []
  private var covered: Set<Place> = []
  /// What makes script objects or clients and is given no script.
  private var bareMakers: Set<NodeID> = []
  private let files: ScriptFiles
  /// Of each Lua file that a followed call runs: the templates of its keys, in their order.
  private(set) var keysOfFiles: [Int32: [[String]]] = [:]
  /// Where each of these is run.
  private var callersOfFiles: [Int32: Set<SourcePlace>] = [:]

  private struct NotedScript {
    let source: ScriptSource
    var keys: [[String]]
    var callers: [SourcePlace]
  }

  init(_ resolver: Resolver, scripts: ScriptFacts) {
    self.resolver = resolver
    files = ScriptFiles(resolver)
    self.scripts = scripts
  }

  /// Notes the script that a call runs, and returns its SHA1 where its text is static.
  mutating func note(
    _ call: CommandCall, operation: Operation, with reader: inout ArgumentReader
  ) -> String? {
    reader.evaluator.isForProduction = operation.context == .production
    let node = scriptNode(of: call, with: &reader)
    let run = files.files(named: call.name) + (node.map { files.files(mentionedBy: $0) } ?? [])
    guard node != nil || !run.isEmpty else { return nil }
    let keys = reader.sent(by: call).first.map { reader.keys(of: $0, by: call).templates } ?? []
    noteFiles(run: run, with: keys, by: call, at: operation.place)
    guard let node else { return nil }
    let runs =
      ScriptCallers(resolver).runs(of: call, script: node, with: &reader)
      ?? [ScriptCallers.Run(texts: reader.evaluator.texts(of: node), keys: keys)]
    var digests: Set<String> = []
    for run in runs {
      for template in run.texts where ScriptFinder.looksLikeScript(template) {
        guard let source = note(template, with: run.keys, runBy: operation) else { continue }
        if let digest = source.sha1 { digests.insert(digest) }
      }
    }
    return digests.count == 1 ? digests.first : nil
  }

  private mutating func note(
    _ template: Template, with keys: [[Template]], runBy operation: Operation
  ) -> ScriptSource? {
    let source = ScriptSource(template)
    guard let start = source.start else { return nil }
    covered.formUnion(source.places)
    if noted[start] == nil {
      order.append(start)
      noted[start] = NotedScript(source: source, keys: [], callers: [])
    }
    noted[start]?.callers.append(operation.place)
    for (index, forms) in keys.enumerated() {
      if noted[start]!.keys.count <= index { noted[start]!.keys.append([]) }
      for form in forms where !noted[start]!.keys[index].contains(form.rendered) {
        noted[start]!.keys[index].append(form.rendered)
      }
    }
    return source
  }

  private mutating func noteFiles(
    run files: [Int32], with keys: [[Template]], by call: CommandCall, at place: SourcePlace
  ) {
    guard call.method.command == .fixed("EVALSHA") || call.method.script != nil || call.role == "script"
    else { return }
    for file in files {
      callersOfFiles[file, default: []].insert(place)
      var known = keysOfFiles[file] ?? []
      for (index, forms) in keys.enumerated() {
        if known.count <= index { known.append([]) }
        for form in forms where !known[index].contains(form.rendered) {
          known[index].append(form.rendered)
        }
      }
      keysOfFiles[file] = known
    }
  }

  /// The Lua files that followed calls run, with what the operations in them ask for.
  func fileRecords(of operations: [Operation]) -> [ScriptRecord] {
    let inFiles = Dictionary(grouping: operations.filter { $0.language == .lua && $0.isInScript }, by: \.place.path)
    return callersOfFiles.compactMap { file, callers in
      let path = resolver.tree.paths[Int(file)]
      guard let operations = inFiles[path] else { return nil }
      var record = ScriptRecord(
        sha1: nil, place: SourcePlace(path: path, line: 1, column: 1), context: resolver.contexts[file] ?? .production)
      record.commands = Set(operations.map(\.command)).sorted()
      record.keysDeclared = keysOfFiles[file].flatMap { $0.isEmpty ? nil : $0.count }
      record.calledFrom = callers.sorted()
      return record
    }.sorted { $0.place < $1.place }
  }

  /// The argument that is the script's text: of the call, or of what made the script object.
  private mutating func scriptNode(of call: CommandCall, with reader: inout ArgumentReader) -> NodeID? {
    if let script = call.method.script, !script.isDigest {
      return reader.select(script.argument, in: call)
    }
    guard let number = call.handle else { return nil }
    let maker = resolver.handles[Int(number)].site
    if bareMakers.contains(maker) { return nil }
    guard let (selector, node) = scriptArgument(of: maker) else {
      bareMakers.insert(maker)
      return nil
    }
    if let field = selector.field { return reader.field(field, of: node) }
    return node
  }

  /// The argument of what makes a script object that is its text, or has it as a field.
  private func scriptArgument(of site: NodeID) -> (selector: ArgumentSelector, node: NodeID)? {
    guard let (file, id) = resolver.expression(of: site) else { return nil }
    let callee: ExpressionID
    let arguments: [Argument]
    switch file[id].kind {
    case .call(let target, let given), .construct(let target, let given):
      (callee, arguments) = (target, given)
    default: return nil
    }
    let context = CallContext(
      file: file.number, result: site,
      arguments: arguments.map {
        ArgumentNode(label: $0.label, node: file.node($0.value), spread: $0.spread)
      }, isConstruction: false, expression: id)
    for entry in resolver.graph.values(file.node(callee)) {
      var method: ClientMethod?
      var leading = 0
      if entry.value.kind == .external {
        method = resolver.meanings[Int(entry.value.first)].callable?.method
      } else if entry.value.kind == .clientMember {
        let handle = resolver.handles[Int(entry.value.first)]
        method = resolver.clients.method(
          resolver.names[entry.value.second], labels: arguments.map(\.label),
          library: handle.library, role: handle.role)
        if let method { leading = resolver.leadingArguments(of: method, handle: handle, call: context) }
      }
      guard let script = method?.script, !script.isDigest,
        let node = resolver.argument(script.argument, of: context, leading: leading)
      else { continue }
      return (script.argument, node)
    }
    return nil
  }

  private static func looksLikeScript(_ template: Template) -> Bool {
    template.parts.contains { part in
      if case .text(let text, _) = part { return isMarked(text) }
      return false
    }
  }

  /// Whether a text calls the engine: `redis.call`, `server.pcall`.
  static func isMarked(_ text: String) -> Bool {
    let bytes = text.utf8Span.span
    guard bytes.count > 10 else { return false }
    for dot in bytes.indices where bytes[dot] == UInt8(ascii: ".") {
      let isCall = stands("call", at: dot + 1, in: bytes) || stands("pcall", at: dot + 1, in: bytes)
      if isCall, stands("redis", at: dot - 5, in: bytes) || stands("server", at: dot - 6, in: bytes) { return true }
    }
    return false
  }

  private static func stands(_ word: String, at start: Int, in bytes: Span<UInt8>) -> Bool {
    guard start >= 0, start + word.utf8.count <= bytes.count else { return false }
    for (offset, byte) in word.utf8.enumerated() where bytes[start + offset] != byte { return false }
    return true
  }

  // MARK: Strings

  /// The commands of all noted scripts, and of other strings that hold Lua.
  mutating func findInStrings(
    with reader: inout ArgumentReader
  ) -> (operations: [Operation], scripts: [ScriptRecord]) {
    noteUnreached(with: &reader)
    guard !order.isEmpty else { return ([], []) }
    let paths = order.indices.map { "script-\($0).lua" }
    let tree = SourceTree(files: paths.map { (path: $0, language: .lua) })
    var inner = Resolver(tree: tree, like: resolver)
    for (index, start) in order.enumerated() {
      guard let script = noted[start], let facts = scripts.facts(of: script.source.text, path: paths[index])
      else { continue }
      inner.add(facts, as: Int32(index))
    }
    inner.solve()
    return collect(inner)
  }

  private mutating func collect(
    _ inner: Resolver
  ) -> (operations: [Operation], scripts: [ScriptRecord]) {
    var operations: [Operation] = []
    var commands: [Int32: Set<String>] = [:]
    var madeUp: [Int32: Set<String>] = [:]
    let calls = CommandCallFinder(resolver: inner).find()
    var builder = OperationBuilder(inner, calls: calls)
    for (index, start) in order.enumerated() {
      builder.reader.evaluator.scriptKeys[Int32(index)] = noted[start]?.keys
    }
    for call in calls {
      let start = order[Int(call.file.number)]
      guard let script = noted[start] else { continue }
      for var operation in builder.operations(for: call) {
        guard let place = script.source.place(of: operation.place.position) else { continue }
        commands[call.file.number, default: []].insert(operation.command)
        madeUp[call.file.number, default: []].formUnion(undeclared(operation.keyTemplates, in: script))
        operation.place = SourcePlace(
          path: resolver.tree.paths[Int(place.file)], line: Int(place.line),
          column: Int(place.column))
        operation.context = resolver.contexts[place.file] ?? .production
        operation.functionNumber = nil
        operation.evidence = evidence(of: start, script: script, at: operation.place)
        if let digest = script.source.sha1 { operation.script = digest }
        operations.append(operation)
      }
    }
    return (operations, records(commands, madeUp: madeUp))
  }

  private func evidence(of start: Place, script: NotedScript, at place: SourcePlace) -> [Evidence] {
    var steps = script.callers.prefix(3).map { Evidence(place: $0, what: "runs the script") }
    steps.append(
      Evidence(
        place: SourcePlace(
          path: resolver.tree.paths[Int(start.file)], line: Int(start.line),
          column: Int(start.column)), what: "the script's text"))
    steps.append(Evidence(place: place, what: "redis.call in the script"))
    return steps
  }

  /// Keys that are put together and that no caller declares; of one that is unknown as a whole nothing is said.
  private func undeclared(_ templates: [String], in script: NotedScript) -> [String] {
    let declared = Set(script.keys.flatMap(\.self))
    return templates.filter { !declared.contains($0) && $0 != "{}" }
  }

  private func records(_ commands: [Int32: Set<String>], madeUp: [Int32: Set<String>]) -> [ScriptRecord] {
    order.enumerated().compactMap { index, start in
      guard let script = noted[start], let used = commands[Int32(index)] else { return nil }
      var record = ScriptRecord(
        sha1: script.source.sha1,
        place: SourcePlace(
          path: resolver.tree.paths[Int(start.file)], line: Int(start.line),
          column: Int(start.column)), context: resolver.contexts[start.file] ?? .production)
      record.commands = used.sorted()
      record.keysMadeUp = (madeUp[Int32(index)] ?? []).sorted()
      record.keysDeclared = script.keys.isEmpty ? nil : script.keys.count
      record.calledFrom = Array(Set(script.callers)).sorted()
      return record
    }
  }

  /// Strings that hold calls of the engine and that no followed call runs.
  private mutating func noteUnreached(with reader: inout ArgumentReader) {
    for number in resolver.order {
      guard let file = resolver.files[number], file.facts.language != .lua else { continue }
      for id in file.scripts {
        guard case .string(let template) = file[id].kind else { continue }
        let isCovered = template.parts.contains { part in
          guard case .literal(_, let position) = part else { return false }
          return covered.contains(
            Place(file: number, line: position.line, column: position.column))
        }
        if isCovered { continue }
        let node = file.node(id)
        for form in reader.evaluator.texts(of: node).prefix(1) {
          let source = ScriptSource(form)
          guard let start = source.start, noted[start] == nil else { continue }
          order.append(start)
          noted[start] = NotedScript(source: source, keys: [], callers: [])
        }
      }
    }
  }

  /// Whether a string calls the engine.
  static func isMarked(_ template: StringTemplate) -> Bool {
    template.parts.contains { part in
      if case .literal(let text, _) = part { return ScriptFinder.isMarked(text) }
      return false
    }
  }
}
