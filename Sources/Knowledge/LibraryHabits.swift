/// What a client library sends by itself, from `Rules/Compositions.yml`.
package struct LibraryHabits: Sendable, Hashable {
  /// Where it was read.
  package var source = ""
  /// What it may send on a new connection.
  package var connects: [String] = []
  /// What it cannot do without on a new connection, and how to do without all the same.
  package var needs: [String: String] = [:]
  /// Whether a pipeline is a transaction unless the source says otherwise.
  package var pipelinesAreTransactions = false
  /// What it sends when a command is refused for a reason that it knows: a script that the server has not got.
  package var fallbacks: [String: [String]] = [:]
  /// By the name that tables give it: `LOCK*`.
  package var compositions: [String: Composition] = [:]

  /// The commands of one method.
  package struct Composition: Sendable, Hashable {
    package var commands: [String] = []
    /// The commands inside the scripts that these run.
    package var inside: [String] = []
    /// Templates of its keys, where `{}` is the key that the method was given.
    package var keys: [String] = []
    /// Whether its keys meet in one script.
    package var keysMeet = false

    package init() {}
  }

  package init() {}
}
