import InventoryModel

/// What `this` is in the functions that a script gives away: `exports.load = function () { this.client = … }`, as plug-ins
/// are written.
extension Resolver {
  /// Notes a function that is kept as a member of a script's exports.
  mutating func noteExportedFunction(_ target: ExpressionID, value: ExpressionID?, in file: LoweredFile) {
    guard file.facts.language.family == .javascript, let value,
      case .member(let base, let name) = file[target].kind,
      isExports(base, in: file), case .function(let function) = file[value].kind
    else { return }
    let exports = exportsContainer(of: file.number)
    graph.add(Value(.container, exports), to: functions[Int(file.function(function))].receiver, from: -1)
    flow(from: file.node(value), to: fieldNode(-1 - exports, names.number(name)))
  }

  private func isExports(_ id: ExpressionID, in file: LoweredFile) -> Bool {
    switch file[id].kind {
    case .name("exports", _): true
    case .member(let base, "exports"):
      if case .name("module", _) = file[base].kind { true } else { false }
    default: false
    }
  }

  private mutating func exportsContainer(of file: Int32) -> Int32 {
    if let known = exportsContainers[file] { return known }
    let number = container(at: graph.addNodes(1))
    exportsContainers[file] = number
    return number
  }
}
