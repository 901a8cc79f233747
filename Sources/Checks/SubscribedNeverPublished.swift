package import InventoryModel

/// A subscription that nothing in the tree feeds.
package struct SubscribedNeverPublished: Check {
  package static let rule = "subscribed-never-published"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    let channels = input.channels
    let near = Set(channels.nearlyEqual.map(\.subscribed))
    return channels.lonely(channels.subscribed, among: channels.published).filter { !near.contains($0) }.map {
      Finding(
        of: Self.rule, at: $0,
        message: "nothing in the scanned code publishes to \($0.channel ?? ""), which is subscribed to here",
        severity: channels.published.isEmpty ? .advice : .warning)
    }
  }
}
