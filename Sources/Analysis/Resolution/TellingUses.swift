/// What a receiver of which nothing is known is asked for, as far as it tells what the receiver is.
struct TellingUses {
  /// Commands that little else than a client is asked for.
  var commands: Set<String> = []
  /// Whether it is asked for what only clients have.
  var isOfClients = false

  /// Whether they show that the receiver is a client.
  var areEnough: Bool { isOfClients || commands.count > 1 }

  var isEmpty: Bool { commands.isEmpty }

  mutating func add(_ other: TellingUses) {
    commands.formUnion(other.commands)
    isOfClients = isOfClients || other.isOfClients
  }
}
