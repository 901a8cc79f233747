/// Something that plans of a move take for granted, and what the source says of it.
package struct JudgedAssumption: Sendable, Hashable {
  /// In words: `No command of a module is used`.
  package var says: String
  package var holds: Bool
  /// What breaks it, or what makes it hold where that is worth a word; at most a few.
  package var because: [String]
  /// How many places break it.
  package var places: Int

  package init(says: String, holds: Bool, because: [String], places: Int) {
    self.says = says
    self.holds = holds
    self.because = because
    self.places = places
  }
}
