import InventoryModel
import Knowledge

/// Messages: who hears them, and who does not.
struct MessageObserver {
  let facts: RowFacts

  var observations: [Observation] {
    var result: [Observation] = []
    let keyspace = facts.operations.filter { $0.channel.map(OperationSelector.isKeyspace) ?? false }
    if let first = keyspace.first {
      result.append(
        Observation(
          kind: .keyspaceEvents,
          slots: [
            "what": RichText(names: keyspace.compactMap(\.channel)),
            "function": RichText(names: [facts.function(of: first)]),
          ]))
    }
    let published = channels(\.isPublication)
    let subscribed = channels(\.isSubscription)
    let exchanges = facts.operations.contains { operation in
      (operation.isPublication || operation.isSubscription)
        && !(operation.channel.map(OperationSelector.isKeyspace) ?? false)
    }
    if exchanges {
      let used = RichText(names: (published + subscribed).filter(TemplateText.hasLetters))
      result.append(Observation(kind: .noBacklog, slots: ["what": used]))
    }
    let heard = everywhere(\.isSubscription)
    let told = everywhere(\.isPublication)
    let unheard = published.filter { channel in !heard.contains { TemplateText.mayMeet($0, channel) } }
    if !unheard.isEmpty {
      result.append(Observation(kind: .publisherWithoutSubscriber, slots: ["what": RichText(names: unheard)]))
    }
    let untold = subscribed.filter { channel in !told.contains { TemplateText.mayMeet(channel, $0) } }
    if !untold.isEmpty {
      result.append(Observation(kind: .subscriberWithoutPublisher, slots: ["what": RichText(names: untold)]))
    }
    let patterns = facts.operations.filter { operation in
      operation.command == "PSUBSCRIBE" && !keyspace.contains(operation)
        && TemplateText.hasLetters(operation.channel ?? "")
    }
    if !patterns.isEmpty {
      result.append(
        Observation(kind: .patternSubscription, slots: ["what": RichText(names: patterns.compactMap(\.channel))]))
    }
    return result
  }

  private func channels(_ isWanted: (Operation) -> Bool) -> [String] {
    let own = facts.operations.filter(isWanted).compactMap(\.channel)
    return Set(own.filter { !OperationSelector.isKeyspace($0) && TemplateText.hasLetters($0) }).sorted()
  }

  private func everywhere(_ isWanted: (Operation) -> Bool) -> [String] {
    facts.all.filter(isWanted).map { $0.channel ?? "{}" }
  }
}

extension TemplateText {
  /// Whether a text can have both forms, holes and stars standing for anything. Errs towards yes.
  static func mayMeet(_ left: String, _ right: String) -> Bool {
    let (left, right) = (pieces(left), pieces(right))
    let prefix = zip(left.first ?? "", right.first ?? "").allSatisfy { $0 == $1 }
    let suffix = zip((left.last ?? "").reversed(), (right.last ?? "").reversed()).allSatisfy { $0 == $1 }
    if left.count == 1 && right.count == 1 { return left == right }
    return prefix && suffix
  }

  /// The literal parts of a template.
  static func pieces(_ template: String) -> [String] {
    template.replacing("{}", with: "*").split(separator: "*", omittingEmptySubsequences: false).map(String.init)
  }
}
