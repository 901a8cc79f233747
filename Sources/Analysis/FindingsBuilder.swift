import InventoryModel
import Parallelism

/// Turns what was resolved into the findings of a report.
struct FindingsBuilder {
  private let resolver: Resolver
  /// The scripts that were lowered, to be used again.
  private(set) var scripts: ScriptFacts
  /// Files that would have to be lowered to say more of keys, scripts and times.
  private(set) var wanted: Set<Int32> = []

  private let calls: [CommandCall]
  private let isDetailed: Bool

  /// - Parameters:
  ///   - calls: all calls that issue commands.
  ///   - isDetailed: whether what only checks and documents ask for is told too.
  init(
    _ resolver: Resolver, calls: [CommandCall], scripts: ScriptFacts, isDetailed: Bool
  ) {
    self.resolver = resolver
    self.calls = calls
    self.isDetailed = isDetailed
    self.scripts = scripts
  }

  mutating func build(in parallel: Parallel) async -> Findings {
    var findings = Findings()
    var builder = OperationBuilder(resolver, calls: calls, isDetailed: isDetailed)
    var finder = ScriptFinder(resolver, scripts: scripts)
    var merged: [OperationKey: Operation] = [:]
    let code = calls.filter { $0.file.facts.language != .lua }
    for var batch in await CallBatch.read(code, with: builder, in: parallel) {
      for (call, operation) in batch.operations {
        var operation = operation
        operation.script = finder.note(call, operation: operation, with: &batch.builder.reader)
        merge(operation, into: &merged)
      }
      wanted.formUnion(batch.builder.reader.evaluator.wanted)
    }
    builder.reader.evaluator.scriptKeys = finder.keysOfFiles
    let lua = calls.filter { $0.file.facts.language == .lua }
    for batch in await CallBatch.read(lua, with: builder, in: parallel) {
      for (_, operation) in batch.operations { merge(operation, into: &merged) }
      wanted.formUnion(batch.builder.reader.evaluator.wanted)
    }
    let inStrings = finder.findInStrings(with: &builder.reader)
    for operation in inStrings.operations { merge(operation, into: &merged) }
    findings.operations = merged.values.sorted()
    findings.scripts = inStrings.scripts
    findings.scriptFiles = finder.fileRecords(of: findings.operations)
    findings.clients = clients(with: &builder)
    scripts = finder.scripts
    wanted.formUnion(builder.reader.evaluator.wanted)
    return findings
  }

  private func merge(_ operation: Operation, into merged: inout [OperationKey: Operation]) {
    let key = OperationKey(place: operation.place, command: operation.command)
    merged[key] = merged[key].map { joined($0, operation) } ?? operation
  }

  private struct OperationKey: Hashable {
    let place: SourcePlace
    let command: String
  }

  /// Two clients that one call can mean are one operation.
  private func joined(_ first: Operation, _ second: Operation) -> Operation {
    var operation = first
    if first.context != .production, second.context == .production { operation.context = .production }
    operation.connections = Set(first.connections + second.connections).sorted()
    for key in second.keyTemplates where !operation.keyTemplates.contains(key) {
      operation.keyTemplates.append(key)
    }
    operation.script = first.script ?? second.script
    operation.clients = Set(first.clients + second.clients).sorted()
    return operation
  }

  private func clients(with builder: inout OperationBuilder) -> [ClientRecord] {
    var records: [ClientRecord] = []
    for (number, handle) in resolver.handles.enumerated()
    where handle.origin == handle.site && handle.place.file >= 0 {
      let path = resolver.tree.paths[Int(handle.place.file)]
      let connections = builder.connectionNames(of: Int32(number))
      var record = ClientRecord(
        place: SourcePlace(path: path, line: Int(handle.place.line), column: Int(handle.place.column)),
        library: handle.libraryName, role: handle.role, connection: connections.first,
        context: resolver.contexts[handle.place.file] ?? .production)
      record.connections = connections
      if isDetailed { record.settings = settings(at: handle.site) }
      records.append(record)
    }
    return records.sorted { ($0.place, $0.library, $0.role) < ($1.place, $1.library, $1.role) }
  }

  /// The arguments of the call that makes a client.
  private func settings(at site: NodeID) -> [ClientRecord.Setting] {
    guard let (file, id) = resolver.expression(of: site) else { return [] }
    let arguments: [Argument]
    switch file[id].kind {
    case .call(_, let given), .construct(_, let given): arguments = given
    default: return []
    }
    let names = ExpressionNames(resolver: resolver)
    return arguments.flatMap { argument -> [ClientRecord.Setting] in
      // An object of options is the options in it.
      if case .map(let entries) = file[argument.value].kind {
        return entries.map { entry in
          var setting = ClientRecord.Setting(
            label: entry.key.flatMap { resolver.literalText(file[$0]) },
            value: names.constant(entry.value, in: file), text: names.written(entry.value, in: file),
            isSpread: entry.key == nil)
          setting.fallback = names.fallback(of: entry.value, in: file)
          return setting
        }
      }
      // So is a struct of options with names.
      if case .construct(_, let fields) = file[argument.value].kind, fields.contains(where: { $0.label != nil }) {
        return fields.map { field in
          var setting = ClientRecord.Setting(
            label: field.label, value: names.constant(field.value, in: file),
            text: names.written(field.value, in: file), isSpread: false)
          setting.fallback = names.fallback(of: field.value, in: file)
          return setting
        }
      }
      var setting = ClientRecord.Setting(
        label: argument.label, value: names.constant(argument.value, in: file),
        text: names.written(argument.value, in: file), isSpread: argument.spread != .none)
      setting.fallback = names.fallback(of: argument.value, in: file)
      return [setting]
    }
  }
}
