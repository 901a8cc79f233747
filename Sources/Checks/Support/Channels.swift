import InventoryModel

/// Who publishes and who subscribes in code that is no test, and which of them find each other.
struct Channels {
  let published: [Operation]
  let subscribed: [Operation]

  init(_ report: ScanReport) {
    let operations = report.operations.filter { $0.context != .test }
    published = operations.filter(\.isPublication)
    subscribed = operations.filter { $0.isSubscription && !$0.listensToServer }
  }

  /// The first operation of each channel that is known and that nobody on the other side names; none where a channel of
  /// the other side is not known.
  func lonely(_ operations: [Operation], among others: [Operation], isStrict: Bool = false) -> [Operation] {
    let channels = others.map(\.knownChannels)
    guard channels.allSatisfy({ $0 != nil }) else { return [] }
    let names = channels.flatMap { $0 ?? [] }
    var seen: Set<String> = []
    return operations.filter { operation in
      guard let channel = operation.knownChannel, seen.insert(channel).inserted else { return false }
      return !names.contains { KeyTemplate.canMatch($0, channel, isStrict: isStrict) }
    }
  }

  /// Published and subscribed channels that differ in one part.
  var nearlyEqual: [(published: Operation, subscribed: Operation)] {
    let heard = lonely(subscribed, among: published, isStrict: true)
    return lonely(published, among: subscribed, isStrict: true).compactMap { operation in
      let near = heard.first { NearTemplates.areNear(operation.knownChannel ?? "", $0.knownChannel ?? "") }
      return near.map { (operation, $0) }
    }
  }
}

extension Operation {
  /// Its channel with doubled separators as one, where it says enough to be told from others.
  var knownChannel: String? {
    channel.flatMap { KeyTemplate.isTelling($0) ? KeyTemplate.normal($0) : nil }
  }

  /// All its channels in this form; nil where one says too little.
  fileprivate var knownChannels: [String]? {
    // In JavaScript the last argument can be a function that is told of messages.
    let isScripted = language == .javascript || language == .typescript
    let others = isScripted ? otherChannels.filter { $0 != "{}" } : otherChannels
    let all = [channel ?? ""] + others
    return all.allSatisfy(KeyTemplate.isTelling) ? all.map(KeyTemplate.normal) : nil
  }

  /// To a channel on which servers or sentinels publish by themselves.
  fileprivate var listensToServer: Bool {
    guard let channel else { return false }
    return channel.hasPrefix("__") || channel.hasPrefix("+") || channel.hasPrefix("-")
  }
}
