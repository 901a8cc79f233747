package import InventoryModel

/// A rule that needs code: looks at a whole report and says where it is broken.
///
/// A check sets what it found and where. The rule's page decides the severity, which a check may lower: `.error` in a
/// finding means what the page says.
package protocol Check: Sendable {
  /// The id of the rule whose page names this check.
  static var rule: String { get }

  init()

  func findings(in input: CheckInput) -> [Finding]
}
