import Freeze
package import InventoryModel

/// A script whose text is not the frozen one any more.
package struct UnplannedScriptChange: Check {
  package static let rule = "unplanned-script-change"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    FrozenFindings(rule: Self.rule, input: input).of { $0.subject == .script }
  }
}
