import InventoryModel
import Knowledge

/// Follows what a client was made from back to configuration keys and environment variables.
struct ConnectionTracer {
  let resolver: Resolver
  private var known: [Int32: [String]] = [:]

  private let evaluator: Evaluator

  init(_ resolver: Resolver) {
    self.resolver = resolver
    evaluator = Evaluator(resolver)
  }

  /// Names of the configuration keys that lead to a client, sorted.
  mutating func connections(of handle: Int32) -> [String] {
    if let found = known[handle] { return found }
    known[handle] = []
    var names: Set<String> = []
    var seenHandles: Set<Int32> = []
    var seenNodes: Set<NodeID> = []
    trace(handle, into: &names, &seenHandles, &seenNodes)
    let sorted = names.sorted()
    known[handle] = sorted
    return sorted
  }

  private func trace(
    _ number: Int32, into names: inout Set<String>, _ seenHandles: inout Set<Int32>,
    _ seenNodes: inout Set<NodeID>
  ) {
    guard seenHandles.insert(number).inserted, seenHandles.count < 32 else { return }
    let handle = resolver.handles[Int(number)]
    for parent in handle.parents { trace(parent, into: &names, &seenHandles, &seenNodes) }
    guard let (file, id) = resolver.expression(of: handle.site) else { return }
    switch file[id].kind {
    case .call(_, let arguments), .construct(_, let arguments):
      let given = arguments.filter { !ConnectionTracer.isTuning($0.label) }.map { file.node($0.value) }
      let handles = given.flatMap { resolver.graph.values($0) }.filter { $0.value.kind == .handle }
      for entry in handles { trace(entry.value.first, into: &names, &seenHandles, &seenNodes) }
      // What comes from another client goes over its connection, whatever else it is made with.
      guard handles.isEmpty, handle.parents.isEmpty else { return }
      for node in given { collect(node, into: &names, &seenNodes, depth: 0) }
    default: break
    }
  }

  private func collect(
    _ node: NodeID, into names: inout Set<String>, _ seen: inout Set<NodeID>, depth: Int
  ) {
    guard depth < 14, seen.count < 600, seen.insert(node).inserted,
      let (file, id) = resolver.expression(of: node)
    else { return }
    func step(_ inner: ExpressionID) {
      collect(file.node(inner), into: &names, &seen, depth: depth + 1)
    }
    switch file[id].kind {
    case .name(_, let symbol?): collect(symbol, of: file, into: &names, &seen, depth: depth)
    case .member(let base, let name):
      if ConnectionTracer.isConfigurationKey(name) { names.insert(name) }
      collectField(name, of: file.node(base), into: &names, &seen, depth: depth)
      if !ConnectionTracer.isConfigurationKey(name) { step(base) }
    case .index(let base, let key):
      if let text = constantText(key, in: file), ConnectionTracer.isConfigurationKey(text) {
        names.insert(text)
      } else {
        step(base)
      }
    case .call(let callee, let arguments), .construct(let callee, let arguments):
      collectCall(callee, arguments, file: file, node: node, into: &names, &seen, depth: depth)
    case .either(let options): for option in options { step(option) }
    case .list(let elements): for element in elements { step(element) }
    case .map(let entries):
      for entry in entries where !ConnectionTracer.isTuning(entry.key.flatMap { resolver.literalText(file[$0]) }) {
        step(entry.value)
      }
    case .cast(let inner, _), .spread(let inner), .element(let inner), .unpacked(let inner, _),
      .entered(let inner):
      step(inner)
    case .binary(_, let left, let right):
      step(left)
      step(right)
    case .string(let template):
      for case .hole(let inner) in template.parts { step(inner) }
    case .other(let operands): for operand in operands { step(operand) }
    default: break
    }
  }

  private func constantText(_ key: ExpressionID, in file: LoweredFile) -> String? {
    if let text = resolver.literalText(file[key]) { return text }
    if case .name(let name, _) = file[key].kind, ConnectionTracer.isConfigurationKey(name) {
      return name
    }
    return nil
  }

  private func collect(
    _ symbol: SymbolID, of file: LoweredFile, into names: inout Set<String>,
    _ seen: inout Set<NodeID>, depth: Int
  ) {
    let name = file[symbol].name
    for definition in file[symbol].definitions {
      switch definition {
      case .variable:
        for index in file.bindings(of: symbol) {
          if let value = file.bindings[index].value {
            collect(file.node(value), into: &names, &seen, depth: depth + 1)
          }
        }
        for binding in file.bindings {
          // What is stored under keys of the map that the name stands for.
          if case .index(let base, _) = file[binding.target].kind,
            case .name(_, symbol) = file[base].kind, let value = binding.value
          {
            collect(file.node(value), into: &names, &seen, depth: depth + 1)
          }
        }
      case .parameter(let function, let index):
        let number = file.function(function)
        for argument in evaluator.arguments(forParameter: index, of: number).prefix(12) {
          collect(argument, into: &names, &seen, depth: depth + 1)
        }
        for argument in spreadArguments(of: number).prefix(12) {
          collect(argument, into: &names, &seen, depth: depth + 1)
        }
        if let value = file[function].parameters[index].defaultValue {
          collect(file.node(value), into: &names, &seen, depth: depth + 1)
        }
      case .imported:
        if ConnectionTracer.isConfigurationKey(name) { names.insert(name) }
      case .receiver, .function, .type: break
      }
    }
  }

  private func spreadArguments(of function: Int32) -> [NodeID] {
    (resolver.callers[function] ?? []).flatMap { number in
      resolver.calls[Int(number)].arguments.filter { $0.spread != .none }.map(\.node)
    }
  }

  private func collectField(
    _ name: String, of base: NodeID, into names: inout Set<String>, _ seen: inout Set<NodeID>,
    depth: Int
  ) {
    for entry in resolver.graph.values(base) {
      guard [.instance, .type].contains(entry.value.kind) else { continue }
      for part in resolver.graph.values(resolver.types[Int(entry.value.first)].hierarchy)
      where part.value.kind == .type {
        guard let field = resolver.existingField(part.value.first, name) else { continue }
        for store in resolver.fieldStores[field] ?? [] {
          collect(store, into: &names, &seen, depth: depth + 1)
        }
      }
    }
  }

  private func collectCall(
    _ callee: ExpressionID, _ arguments: [Argument], file: LoweredFile, node: NodeID,
    into names: inout Set<String>, _ seen: inout Set<NodeID>, depth: Int
  ) {
    for argument in arguments {
      if let text = constantText(argument.value, in: file), ConnectionTracer.isConfigurationKey(text) {
        names.insert(text)
      }
    }
    for entry in resolver.graph.values(file.node(callee)) {
      switch entry.value.kind {
      case .function, .method, .typeMethod:
        let record = resolver.functions[Int(entry.value.first)]
        guard let other = resolver.files[record.file] else { continue }
        for value in other[record.id].returns {
          collect(other.node(value), into: &names, &seen, depth: depth + 1)
        }
      default: continue
      }
    }
    for argument in arguments {
      collect(file.node(argument.value), into: &names, &seen, depth: depth + 1)
    }
    if case .member(let base, _) = file[callee].kind {
      collect(file.node(base), into: &names, &seen, depth: depth + 1)
    }
  }

  /// Whether an argument says how a connection behaves, not where it leads.
  private static func isTuning(_ label: String?) -> Bool {
    guard let label = label?.lowercased() else { return false }
    return tuning.contains { label.holds($0) }
  }

  private static let tuning = [
    "timeout", "retry", "retries", "interval", "max", "size", "keepalive", "decode", "logger", "loglevel",
  ]

  /// `USER_EVENTS_REDIS`, `REDIS_URL`: capitals, digits and underscores, four at least.
  static func isConfigurationKey(_ text: String) -> Bool {
    text.utf8.count >= 4
      && text.utf8.allSatisfy { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
      && text.utf8.contains { (0x41...0x5A).contains($0) }
  }
}
