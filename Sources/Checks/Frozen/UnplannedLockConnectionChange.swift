import Freeze
package import InventoryModel

/// Locks that go over another connection than the frozen one.
package struct UnplannedLockConnectionChange: Check {
  package static let rule = "unplanned-lock-connection-change"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    FrozenFindings(rule: Self.rule, input: input).of { $0.kind == .connectionChanged }
  }
}
