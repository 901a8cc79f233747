import InventoryModel

extension ExpressionNames {
  /// What an expression is when the configuration that it reads says nothing: `settings.get("db", 1)`, `db || 1`, also
  /// through a name.
  func fallback(of id: ExpressionID, in file: LoweredFile, depth: Int = 0) -> String? {
    guard depth < 4 else { return nil }
    switch file[id].kind {
    case .name(_, let symbol?):
      let values = file.bindings(of: symbol).compactMap { file.bindings[$0].value }
      guard values.count == 1 else { return nil }
      return fallback(of: values[0], in: file, depth: depth + 1)
    case .call(let callee, let arguments):
      guard arguments.count == 2, case .member(_, let name) = file[callee].kind, Self.lookups.contains(name)
      else {
        return nil
      }
      return constant(arguments[1].value, in: file)
    case .either(let choices):
      return choices.count > 1 ? choices.last.flatMap { constant($0, in: file) } : nil
    default: return nil
    }
  }

  private static let lookups: Set<String> = ["get", "pop", "setdefault"]
}
