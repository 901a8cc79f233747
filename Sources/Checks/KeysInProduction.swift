package import InventoryModel

/// KEYS, with who reaches it.
package struct KeysInProduction: Check {
  package static let rule = "keys-in-production"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    input.report.operations.filter { $0.command == "KEYS" }.map { operation in
      let key = operation.key.map { " \($0)" } ?? ""
      return input.index.finding(
        of: Self.rule, at: operation,
        message: "KEYS\(key) makes the server walk its whole keyspace while every other client waits; use SCAN")
    }
  }
}
