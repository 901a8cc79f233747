import InventoryModel
import Knowledge

/// Scripts that a function of the project is handed by its callers: each with the keys of its own caller.
struct ScriptCallers {
  private let resolver: Resolver

  init(_ resolver: Resolver) { self.resolver = resolver }

  /// What one caller lets a call run.
  struct Run {
    let texts: [Template]
    let keys: [[Template]]
  }

  /// - Parameter script: the node of the script's text.
  /// - Returns: nil where the script is not handed in.
  func runs(of call: CommandCall, script: NodeID, with reader: inout ArgumentReader) -> [Run]? {
    guard reader.evaluator.root == nil, let (handed, handle) = handedIn(call, script: script),
      let (function, index) = parameter(at: handed), let file = resolver.files[resolver.functions[Int(function)].file]
    else { return nil }
    defer { reader.evaluator.root = nil }
    let parameters = file[resolver.functions[Int(function)].id].parameters
    var found: [Run] = []
    for number in resolver.callers[function] ?? [] {
      let caller = resolver.calls[Int(number)]
      guard resolver.files[caller.file] != nil,
        let given = reader.evaluator.argument(for: index, among: parameters, of: caller, in: file.facts.language),
        handle.map({ holds(given, $0) }) ?? true
      else { continue }
      reader.evaluator.root = reader.evaluator.frame(for: function, call: caller, caller: nil)
      found.append(
        Run(
          texts: reader.evaluator.texts(of: script),
          keys: reader.sent(by: call).first.map { reader.keys(of: $0, by: call).templates } ?? []))
    }
    return found.isEmpty ? nil : found
  }

  /// The node that a function hands on: the script object whose method is called, or the text itself.
  private func handedIn(_ call: CommandCall, script: NodeID) -> (node: NodeID, handle: Int32?)? {
    if call.method.script != nil { return (script, nil) }
    guard let handle = call.handle, let (file, id) = resolver.expression(of: call.receiver),
      case .member(let base, _) = file[id].kind
    else { return nil }
    return (file.node(base), handle)
  }

  private func parameter(at node: NodeID) -> (function: Int32, index: Int)? {
    guard let (file, id) = resolver.expression(of: node), case .name(_, let symbol?) = file[id].kind,
      file[symbol].definitions.count == 1,
      case .parameter(let function, let index)? = file[symbol].definitions.first
    else { return nil }
    return (file.function(function), index)
  }

  private func holds(_ node: NodeID, _ handle: Int32) -> Bool {
    resolver.graph.values(node).contains { $0.value.kind == .handle && $0.value.first == handle }
  }
}
