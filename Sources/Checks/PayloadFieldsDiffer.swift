package import InventoryModel

/// A field that receivers of a channel look for and that none of its senders writes.
package struct PayloadFieldsDiffer: Check {
  package static let rule = "payload-fields-differ"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    let published = input.channels.published
    guard published.contains(where: { $0.payload != nil }) else { return [] }
    let index = input.index
    let byScope = Dictionary(grouping: input.channels.subscribed.filter { $0.functionNumber != nil }) { operation in
      index.node(of: operation)?.type?.place ?? index.node(of: operation)?.place ?? operation.place
    }
    return byScope.sorted { $0.key < $1.key }.flatMap { scope, subscriptions -> [Finding] in
      guard let senders = senders(to: subscriptions, published) else { return [] }
      let written = Set(senders.flatMap { $0.payload ?? [] })
      let nodes = index.functions.filter { ($0.type?.place ?? $0.place) == scope && $0.context != .test }
      let reads = nodes.flatMap { node in node.messageReads.map { (node, $0) } }
      // What shares no field with the messages is read from something else.
      guard reads.contains(where: { written.contains($0.1.field) }) else { return [] }
      var seen: Set<String> = []
      return reads.compactMap { node, read in
        guard !written.contains(read.field), seen.insert(read.field).inserted else { return nil }
        return finding(read, in: node, subscriptions[0], senders, written)
      }
    }
  }

  /// All that publish on the channels; nil where one of them, or what it sends, is not known.
  private func senders(to subscriptions: [Operation], _ published: [Operation]) -> [Operation]? {
    let channels = subscriptions.compactMap(\.knownChannel)
    guard channels.count == subscriptions.count, subscriptions.allSatisfy(\.otherChannels.isEmpty) else { return nil }
    let senders = published.filter { operation in
      guard let channel = operation.knownChannel else { return true }
      return channels.contains { KeyTemplate.canMatch($0, channel) }
    }
    return senders.isEmpty || senders.contains { $0.payload == nil || $0.knownChannel == nil } ? nil : senders
  }

  private func finding(
    _ read: MessageRead, in node: FunctionNode, _ subscription: Operation, _ senders: [Operation],
    _ written: Set<String>
  ) -> Finding {
    let channel = subscription.channel ?? ""
    return Finding(
      rule: Self.rule, severity: .error, place: read.place,
      message: "the messages on \(channel) are read for \(read.field), which nobody who publishes there writes: "
        + "they hold \(written.sorted().joined(separator: ", "))",
      function: node.name, subject: "\(channel) \(read.field)", context: node.context,
      confidence: subscription.confidence,
      notes: [Evidence(place: subscription.place, what: "\(subscription.command) \(channel)")]
        + senders.map { Evidence(place: $0.place, what: "publishes \(($0.payload ?? []).joined(separator: ", "))") })
  }
}
