package import InventoryModel

/// KEYS, with who reaches it.
package struct KeysInProduction: Check {
  package static let rule = "keys-in-production"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    let index = input.index
    return input.report.operations.filter { $0.command == "KEYS" }.map { operation in
      let key = operation.key.map { " \($0)" } ?? ""
      let message = "KEYS\(key) makes the server walk its whole keyspace while every other client waits; use SCAN"
      guard operation.context == .production, case .testsOnly(let caller) = index.reach(of: operation) else {
        return Finding(of: Self.rule, at: operation, message: message)
      }
      return Finding(
        of: Self.rule, at: operation, message: message + " (of the scanned code, only tests reach it)",
        notes: [Evidence(place: caller, what: "called by a test")])
    }
  }
}
