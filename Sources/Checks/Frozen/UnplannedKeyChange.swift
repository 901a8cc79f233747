import Freeze
package import InventoryModel

/// A key template, or the name of a lock, that came, changed or went without a plan.
package struct UnplannedKeyChange: Check {
  package static let rule = "unplanned-key-change"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    FrozenFindings(rule: Self.rule, input: input).of {
      $0.subject == .key || $0.subject == .lock && ($0.kind == .added || $0.kind == .gone)
    }
  }
}
