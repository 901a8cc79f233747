import InventoryModel
import Knowledge

/// Puts an operation together from a call that issues a command.
struct OperationBuilder {
  let resolver: Resolver
  var reader: ArgumentReader
  private var errors: ErrorFlow
  /// Nil where only checks would ask for it.
  private let droppedErrors: DroppedErrors?
  private var connections: ConnectionTracer
  private let chain: EvidenceChain
  /// Whether what only checks and documents ask for is told too.
  private let isDetailed: Bool
  private let names: ExpressionNames
  private let payloads: PayloadReader
  /// The calls that made client values, by the node of their result.
  private let makers: [NodeID: CommandCall]

  /// - Parameter calls: all calls that issue commands.
  init(_ resolver: Resolver, calls: [CommandCall], isDetailed: Bool = false) {
    self.resolver = resolver
    self.isDetailed = isDetailed
    names = ExpressionNames(resolver: resolver)
    payloads = PayloadReader(resolver)
    reader = ArgumentReader(resolver)
    errors = ErrorFlow(resolver)
    droppedErrors = isDetailed ? DroppedErrors(resolver) : nil
    connections = ConnectionTracer(resolver)
    chain = EvidenceChain(resolver)
    makers = Dictionary(
      calls.filter { $0.method.result != nil }.map { ($0.call.result, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// What one call sends.
  mutating func operations(for call: CommandCall) -> [Operation] {
    let isTest = (resolver.contexts[call.file.number] ?? .production) != .production
    reader.evaluator.isForProduction = !isTest
    defer { reader.evaluator.root = nil }
    return reader.sent(by: call).map { sent in
      reader.evaluator.root = sent.frame
      return operation(sent, of: call)
    }
  }

  private mutating func operation(_ sent: ArgumentReader.Sent, of call: CommandCall) -> Operation {
    let facts = call.file.facts
    let expression = facts[call.expression]
    // A command that is handed in stands where it is handed in.
    let caller = sent.caller.flatMap { context -> (file: LoweredFile, scope: ScopeID)? in
      guard let file = resolver.files[context.file], let id = context.expression else { return nil }
      return (file, file[id].scope)
    }
    let around = caller ?? (call.file, expression.scope)
    let callee = call.call.callee.flatMap { resolver.expression(of: $0) }
    let position = sent.place ?? callee.map { $0.file[$0.id].position } ?? expression.position
    let role = resolver.clients.role(library: call.library, role: call.role)
    reader.evaluator.isForProduction = (resolver.contexts[around.file.number] ?? .production) == .production
    var operation = Operation(
      place: SourcePlace(path: around.file.facts.path, position: position), command: sent.command,
      library: call.libraryName, role: call.role, language: facts.language,
      context: ownContext(of: call, in: around.file)
        ?? resolver.contexts[around.file.number]
        ?? .production)
    operation.function = functionName(of: around.scope, in: around.file)
    operation.inLoop = isInLoop(expression.scope, in: call.file) || isInLoop(around.scope, in: around.file)
    operation.inPipeline = role?.isPipeline == true || call.method.isPipeline
    operation.inTransaction = role?.isTransaction == true || call.method.isTransaction
    let links = role.flatMap { $0.isBuilder ? (role: $0, reader: ChainReader(call)) : nil }
    let channels =
      links.map { reader.channelTemplates($0.reader.arguments(of: .channel, role: $0.role)) }
      ?? reader.channels(of: sent, by: call)
    if let channel = channels.first {
      operation.channel = channel.rendered
      operation.otherChannels = distinct(channels.map(\.rendered)).filter { $0 != channel.rendered }
    } else {
      let keys =
        links.map {
          let fact = ArgumentReader.walks(sent.command) ? ChainedFact.pattern : .key
          return reader.templates(of: $0.reader.arguments(of: fact, role: $0.role))
        }
        ?? self.keys(of: sent, by: call)
      operation.keyTemplates = distinct(keys.templates.flatMap { FormRanking.ranked($0).map(\.rendered) })
      operation.keyCount = keys.count
    }
    var options = OptionReader()
    options.read(sent, of: call, role: role, with: &reader)
    if let links { options.read(links.reader, role: links.role, with: &reader) }
    operation.options = options.options
    // Zero says that there is no time to live, as in Go.
    operation.ttlSeconds = options.ttlSeconds == 0 ? nil : options.ttlSeconds
    operation.setsTTL = options.setsTTL && options.ttlSeconds != 0
    operation.errorHandling = errors.handling(of: call.expression, in: call.file)
    let handles = clientHandles(of: call)
    operation.connections = Set(handles.flatMap { connections.connections(of: $0) }).sorted()
    if let first = handles.first, handles.count == 1, isInferred(first) { operation.confidence = .inferred }
    operation.evidence = chain.evidence(for: call)
    if operation.setsTTL { operation.ttlText = options.ttlNode.flatMap { text(of: $0, by: call) } }
    if isDetailed { detail(&operation, sent, of: call) }
    return operation
  }

  /// Tells which function, which receiver, which clients and which arguments.
  private mutating func detail(_ operation: inout Operation, _ sent: ArgumentReader.Sent, of call: CommandCall) {
    let expression = call.file[call.expression]
    let caller = sent.caller.flatMap { context -> (LoweredFile, ScopeID)? in
      guard let file = resolver.files[context.file], let id = context.expression else { return nil }
      return (file, file[id].scope)
    }
    let around = caller ?? (call.file, expression.scope)
    operation.functionNumber = FunctionKey.around(around.1, in: around.0).number
    operation.receiver = receiver(of: call)
    let callPlace = SourcePlace(path: call.file.facts.path, position: expression.position)
    if callPlace != operation.place { operation.callPlace = callPlace }
    operation.isDiscarded = call.file.discarded.contains(call.expression)
    operation.dropsError = droppedErrors?.contains(call.expression, in: call.file) ?? false
    operation.method = call.name.isEmpty ? nil : call.name
    operation.keyText = reader.firstKey(of: sent, by: call).flatMap { text(of: $0, by: call) }
    operation.clients = Set(clientHandles(of: call).flatMap { origins(of: $0, depth: 0) }).sorted()
    if let handle = call.handle ?? resolver.handle(madeBy: call) {
      if operation.inPipeline || operation.inTransaction {
        operation.pipeline = place(ofSite: resolver.handles[Int(handle)].site)
      }
    }
    if operation.isPublication, let message = sent.message, let (file, id) = resolver.expression(of: message) {
      operation.payload = payloads.fields(of: id, in: file)
    }
    guard !sent.arguments.contains(where: { $0.isSpread || $0.label != nil }) else { return }
    let nodes = sent.arguments.flatMap { sent.command == "CONFIG SET" ? parts(of: $0.node) : [$0.node] }
    operation.arguments = nodes.map { node in
      let forms = reader.evaluator.texts(of: node)
      return forms.count == 1 ? forms[0].rendered : nil
    }
  }

  /// Names and values of an object, as they go over the wire: `configSet({ "timeout": "0" })`.
  private func parts(of node: NodeID) -> [NodeID] {
    guard let (file, id) = resolver.expression(of: node), case .map(let entries) = file.facts[id].kind else {
      return [node]
    }
    return entries.flatMap { entry in entry.key.map { [file.node($0), file.node(entry.value)] } ?? [] }
  }

  /// An expression as written, where it stands in the file of the call.
  private func text(of node: NodeID, by call: CommandCall) -> String? {
    guard let (file, id) = resolver.expression(of: node), file.number == call.file.number else { return nil }
    return names.written(id, in: file)
  }

  private func receiver(of call: CommandCall) -> String? {
    guard let callee = call.file.callee(of: call.expression) else { return nil }
    if case .member(let base, _) = call.file[callee].kind { return names.name(of: base, in: call.file) }
    return names.name(of: callee, in: call.file)
  }

  /// The clients that a call works on: those that it is given, as a script object is, else the receiver.
  private func clientHandles(of call: CommandCall) -> [Int32] {
    if call.handle != nil, let selector = call.method.client,
      let node = resolver.argument(selector, of: call.call, leading: call.leading)
    {
      let given = resolver.graph.values(node).compactMap { $0.value.kind == .handle ? $0.value.first : nil }
      if !given.isEmpty { return given }
    }
    return [call.handle ?? resolver.handle(madeBy: call)].compactMap(\.self)
  }

  /// Where the clients that a handle comes from are made.
  private func origins(of number: Int32, depth: Int) -> [SourcePlace] {
    let handle = resolver.handles[Int(number)]
    let parents = depth < 4 ? handle.parents.flatMap { origins(of: $0, depth: depth + 1) } : []
    return parents.isEmpty ? [place(of: handle)].compactMap(\.self) : parents
  }

  private func place(ofSite node: NodeID) -> SourcePlace? {
    guard let (file, id) = resolver.expression(of: node) else { return nil }
    return SourcePlace(path: file.facts.path, position: file[id].position)
  }

  private func place(of handle: Handle) -> SourcePlace? {
    guard handle.place.file >= 0 else { return nil }
    return SourcePlace(
      path: resolver.tree.paths[Int(handle.place.file)], line: Int(handle.place.line), column: Int(handle.place.column))
  }

  /// Whether a client, or what it came from, is known by its use alone.
  private func isInferred(_ handle: Int32, depth: Int = 0) -> Bool {
    if resolver.inferredHandles.contains(handle) { return true }
    guard depth < 4 else { return false }
    return resolver.handles[Int(handle)].parents.contains { isInferred($0, depth: depth + 1) }
  }

  mutating func connectionNames(of handle: Int32) -> [String] {
    connections.connections(of: handle)
  }

  /// The keys of a command; what an object does that was made for a key has that key.
  private mutating func keys(
    of sent: ArgumentReader.Sent, by call: CommandCall
  ) -> (templates: [[Template]], count: Int?) {
    let own = reader.keys(of: sent, by: call)
    guard own.templates.isEmpty, sent.command.hasSuffix("*"), let handle = call.handle,
      let maker = makers[resolver.handles[Int(handle)].site], maker.expression != call.expression,
      let made = reader.sent(by: maker).first
    else { return own }
    return reader.keys(of: made, by: maker)
  }

  private func distinct(_ templates: [String]) -> [String] {
    var seen: Set<String> = []
    return templates.filter { seen.insert($0).inserted }
  }

  private func isInLoop(_ scope: ScopeID, in file: LoweredFile) -> Bool {
    var current: ScopeID? = scope
    while let here = current {
      switch file[here].kind {
      case .loop: return true
      case .function, .file, .type: return false
      default: current = file[here].parent
      }
    }
    return false
  }

  /// The enclosing function's name with its type's; of a closure, that of the function around it.
  func functionName(of scope: ScopeID, in file: LoweredFile) -> String? {
    var current: ScopeID? = scope
    while let here = current {
      if case .function(let id) = file[here].kind {
        let function = file[id]
        if !function.name.isEmpty { return FunctionNames.qualified(function, in: file) }
      }
      current = file[here].parent
    }
    return nil
  }

  /// The context that a library gives the files that import it: elsewhere its clients stand in for others.
  private func ownContext(of call: CommandCall, in file: LoweredFile) -> FileContext? {
    guard let context = resolver.clients.context(library: call.library) else { return nil }
    let language = file.facts.language
    let isImported = file.facts.imports.contains {
      resolver.clients.library(of: $0.module, language: language) == call.library
    }
    return isImported ? context : nil
  }
}
