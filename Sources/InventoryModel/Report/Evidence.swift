/// A step on the way from the constructor of a client to a call of it.
package struct Evidence: Sendable, Hashable {
  package let place: SourcePlace
  /// What happens there, in a few words: "redis.Redis(…) makes a client", "kept in Queue._conn".
  package let what: String

  package init(place: SourcePlace, what: String) {
    self.place = place
    self.what = what
  }
}
