package import InventoryModel

/// FLUSHALL and FLUSHDB, with who reaches them.
package struct FlushInProduction: Check {
  package static let rule = "flush-in-production"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    input.report.operations.filter { ["FLUSHALL", "FLUSHDB"].contains($0.command) }.map { operation in
      let what = operation.command == "FLUSHALL" ? "every key of the server" : "every key of the database"
      return input.index.finding(
        of: Self.rule, at: operation,
        message: "\(operation.command) deletes \(what), also those of its other users, and holds up all clients")
    }
  }
}
