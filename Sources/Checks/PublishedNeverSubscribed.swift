package import InventoryModel

/// Messages that nobody in the tree receives.
package struct PublishedNeverSubscribed: Check {
  package static let rule = "published-never-subscribed"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    let channels = input.channels
    let near = Set(channels.nearlyEqual.map(\.published))
    return channels.lonely(channels.published, among: channels.subscribed).filter { !near.contains($0) }.map {
      Finding(
        of: Self.rule, at: $0,
        message: "nothing in the scanned code subscribes to \($0.channel ?? ""), which is published here",
        severity: channels.subscribed.isEmpty ? .advice : .warning)
    }
  }
}
