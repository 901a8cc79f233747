import InventoryModel

/// Which comments are kept: those that speak to this program, or that state an expectation in a fixture.
package enum CommentFilter {
  private static let expectation = "want "
  private static let address = "redis-inventory:"

  package static func isKept(_ text: String) -> Bool {
    text.hasPrefix(expectation) || text.holds(address)
  }

  /// Whether a comment may be one that is kept, as its bytes tell before its text is made.
  package static func mayKeep(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.span.firstOffset(of: expectation.utf8.span) != nil || bytes.span.firstOffset(of: address.utf8.span) != nil
  }
}
