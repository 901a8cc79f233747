package import InventoryModel
import Knowledge

/// A subscription to events that the flags which the program sets do not publish.
package struct NotifyFlagsLackEvent: Check {
  package static let rule = "notify-flags-lack-event"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    let settings = input.report.operations.filter { $0.notificationFlags != nil && $0.context != .test }
    // Flags that only the run knows may hold any event.
    guard !settings.isEmpty, settings.allSatisfy({ $0.notificationFlags.flatMap(\.self) != nil }) else { return [] }
    return input.report.operations.compactMap { subscription in
      guard subscription.isSubscription, let channel = subscription.channel else { return nil }
      let lacking = settings.compactMap { setting -> (flags: String, missing: Set<Character>, place: SourcePlace)? in
        guard let flags = setting.notificationFlags.flatMap(\.self),
          let missing = input.keyspaceEvents.missing(for: channel, flags: flags)
        else { return nil }
        return (flags, missing, setting.place)
      }
      guard lacking.count == settings.count, let first = lacking.first else { return nil }
      let wanted = first.missing.sorted().map(String.init).joined(separator: " or ")
      return Finding(
        of: Self.rule, at: subscription,
        message: "\(subscription.command) \(channel) hears nothing: notify-keyspace-events is set to \(first.flags), "
          + "which lacks \(wanted)",
        notes: [Evidence(place: first.place, what: "sets \(first.flags)")])
    }
  }
}

extension Operation {
  /// To a channel on which the server itself publishes what happens to keys.
  var watchesKeyspace: Bool {
    isSubscription && channel.map { $0.hasPrefix("__keyspace@") || $0.hasPrefix("__keyevent@") } == true
  }
}
