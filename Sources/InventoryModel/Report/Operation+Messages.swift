/// What tells that an operation sends or awaits messages.
extension Operation {
  /// Whether it begins to listen to channels, or to patterns of channels.
  package var isSubscription: Bool { ["SUBSCRIBE", "PSUBSCRIBE", "SSUBSCRIBE"].contains(command) }

  package var isPublication: Bool { ["PUBLISH", "SPUBLISH"].contains(command) }
}
