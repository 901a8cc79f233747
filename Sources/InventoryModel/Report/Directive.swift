/// A comment that speaks to this program: `redis-inventory: allow keys-in-production -- a dozen keys`.
package struct Directive: Sendable, Hashable {
  /// Where the comment stands.
  package var place: SourcePlace
  /// What follows the marker.
  package var text: String
  /// The lines that it speaks of: of a trailing comment those of its statement, else those of the statement or the
  /// function that follows it.
  package var lines: ClosedRange<Int>
  package var context: FileContext

  package init(place: SourcePlace, text: String, lines: ClosedRange<Int>, context: FileContext = .production) {
    self.place = place
    self.text = text
    self.lines = lines
    self.context = context
  }
}
