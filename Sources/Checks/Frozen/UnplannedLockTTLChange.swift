import Freeze
package import InventoryModel

/// A lock that is held for another time than the frozen one.
package struct UnplannedLockTTLChange: Check {
  package static let rule = "unplanned-lock-ttl-change"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    FrozenFindings(rule: Self.rule, input: input).of { $0.kind == .ttlChanged }
  }
}
