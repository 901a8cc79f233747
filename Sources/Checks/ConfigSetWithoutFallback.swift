package import InventoryModel

/// CONFIG SET that takes the program down where the server does not allow it.
package struct ConfigSetWithoutFallback: Check {
  package static let rule = "config-set-without-fallback"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    let handlers = input.handlers
    return input.report.operations.compactMap { operation in
      guard operation.command == "CONFIG SET" else { return nil }
      let end = input.index.node(of: operation)?.end(onErrorOf: operation)
      if end == nil {
        guard case .unhandled = handlers.fate(of: .denied, at: operation) else { return nil }
      }
      let parameter = (operation.arguments.first ?? nil).map { " \($0)" } ?? ""
      return Finding(
        of: Self.rule, at: operation,
        message: "CONFIG SET\(parameter) is refused by managed services and by users without @admin, "
          + (end == nil ? "and nothing here handles the refusal" : "which ends the program here"),
        subject: "CONFIG SET\(parameter)",
        notes: end.map { [Evidence(place: $0, what: "ends the program")] } ?? [])
    }
  }
}
