import Knowledge

extension ArgumentReader {
  /// The argument that gives the first key, or the channel.
  mutating func firstKey(of sent: Sent, by call: CommandCall) -> NodeID? {
    if let list = call.method.keys ?? call.method.channels {
      for selector in list.selectors {
        if let node = select(selector, in: call) { return node }
      }
      return nil
    }
    let unlabelled = sent.arguments.filter { $0.label == nil }
    guard let command = commands[sent.command] else { return nil }
    if command.name == "KEYS" || command.group == "pubsub" { return unlabelled.first?.node }
    guard case .range(let first, _, _) = command.keys else { return nil }
    let index = first - command.name.split(separator: " ").count
    if unlabelled.indices.contains(index) { return unlabelled[index].node }
    return sent.arguments.first { $0.label.map(ArgumentReader.keyLabels.contains) == true }?.node
  }
}
