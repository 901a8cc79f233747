import InventoryModel

/// Turns what was resolved into the findings of a report.
struct FindingsBuilder {
  private let resolver: Resolver
  private let contexts: [Int32: FileContext]
  private let lowerScript: Analysis.ScriptLowering
  /// Files that would have to be lowered to say more of keys, scripts and times.
  private(set) var wanted: Set<Int32> = []

  init(
    _ resolver: Resolver, contexts: [Int32: FileContext],
    lowerScript: @escaping Analysis.ScriptLowering
  ) {
    self.resolver = resolver
    self.contexts = contexts
    self.lowerScript = lowerScript
  }

  mutating func build() -> Findings {
    var findings = Findings()
    var builder = OperationBuilder(resolver, contexts: contexts)
    let calls = CommandCallFinder(resolver: resolver).find()
    var scripts = ScriptFinder(resolver, contexts: contexts, lowerScript: lowerScript)
    var merged: [OperationKey: Operation] = [:]
    for call in calls {
      for var operation in builder.operations(for: call) {
        operation.script = scripts.note(call, operation: operation, with: &builder.reader)
        let key = OperationKey(place: operation.place, command: operation.command)
        if let known = merged[key] {
          merged[key] = joined(known, operation)
        } else {
          merged[key] = operation
        }
      }
    }
    let inStrings = scripts.findInStrings(with: &builder.reader)
    for operation in inStrings.operations {
      merged[OperationKey(place: operation.place, command: operation.command)] = operation
    }
    findings.operations = merged.values.sorted()
    findings.scripts = inStrings.scripts
    findings.clients = clients(with: &builder)
    findings.unresolved = UnresolvedFinder(resolver).find()
    wanted = builder.reader.evaluator.wanted
    return findings
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
    return operation
  }

  private func clients(with builder: inout OperationBuilder) -> [ClientRecord] {
    var records: [ClientRecord] = []
    for (number, handle) in resolver.handles.enumerated()
    where handle.origin == handle.site && handle.place.file >= 0 {
      let path = resolver.tree.paths[Int(handle.place.file)]
      records.append(
        ClientRecord(
          place: SourcePlace(
            path: path, line: Int(handle.place.line), column: Int(handle.place.column)),
          library: handle.libraryName, role: handle.role,
          connection: builder.connectionNames(of: Int32(number)).first,
          context: contexts[handle.place.file] ?? .production))
    }
    return records.sorted { ($0.place, $0.library, $0.role) < ($1.place, $1.library, $1.role) }
  }
}
