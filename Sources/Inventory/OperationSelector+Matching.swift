import InventoryModel
import Knowledge

extension OperationSelector {
  func matches(_ operation: Operation) -> Bool {
    if !commands.isEmpty, !commands.contains(where: { OperationSelector.matches($0, operation.command) }) {
      return false
    }
    if !groups.isEmpty, !groups.contains(operation.group ?? "") { return false }
    if !roles.isEmpty, !roles.contains(operation.role) { return false }
    if !options.isEmpty, !options.contains(where: { operation.options.contains($0) }) { return false }
    if let expires, expires != operation.setsTTL { return false }
    switch channels {
    case .keyspace: return operation.channel.map(OperationSelector.isKeyspace) ?? false
    case .own: return operation.channel.map { !OperationSelector.isKeyspace($0) } ?? false
    case nil: return true
    }
  }

  /// Whether a channel carries the server's own events.
  static func isKeyspace(_ channel: String) -> Bool {
    channel.contains("keyspace@") || channel.contains("keyevent@")
  }

  private static func matches(_ pattern: String, _ command: String) -> Bool {
    guard pattern.hasSuffix(".*") else { return pattern == command }
    return command.hasPrefix(pattern.dropLast())
  }
}
