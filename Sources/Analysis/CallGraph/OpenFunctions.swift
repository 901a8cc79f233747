import InventoryModel
import Knowledge

/// The functions of which callers that were not taken in may tell more: whether somebody handles the errors of their
/// operations, and whether production reaches a KEYS in them.
struct OpenFunctions {
  private let resolver: Resolver
  private var errors: ErrorFlow

  private let calls: [CommandCall]

  /// - Parameter calls: the operations that are known.
  init(_ resolver: Resolver, calls: [CommandCall]) {
    self.resolver = resolver
    self.calls = calls
    errors = ErrorFlow(resolver)
  }

  mutating func find() -> Set<FunctionKey> {
    var open: Set<FunctionKey> = []
    var pending: [FunctionKey] = []
    func add(_ scope: ScopeID, in file: LoweredFile) {
      let key = FunctionKey.around(scope, in: file)
      if key.number >= 0, open.insert(key).inserted { pending.append(key) }
    }
    for call in calls
    where (resolver.contexts[call.file.number] ?? .production) == .production && isOpen(call) {
      add(call.file[call.expression].scope, in: call.file)
    }
    while let key = pending.popLast() {
      for number in resolver.callers[Int32(key.number)] ?? [] {
        let call = resolver.calls[Int(number)]
        guard let id = call.expression, let file = resolver.files[call.file], !errors.isHandledInPlace(id, in: file)
        else { continue }
        add(file[id].scope, in: file)
      }
    }
    return open
  }

  private mutating func isOpen(_ call: CommandCall) -> Bool {
    if case .fixed("KEYS")? = call.method.command { return true }
    return [.nowhere, .unknown].contains(errors.handling(of: call.expression, in: call.file).handled)
  }
}
