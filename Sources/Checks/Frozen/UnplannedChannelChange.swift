import Freeze
package import InventoryModel

/// A channel that came or went without a plan.
package struct UnplannedChannelChange: Check {
  package static let rule = "unplanned-channel-change"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    FrozenFindings(rule: Self.rule, input: input).of { $0.subject == .channel }
  }
}
