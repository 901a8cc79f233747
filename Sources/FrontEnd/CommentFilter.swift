import InventoryModel

/// Which comments are kept: those that speak to this program, or that state an expectation in a fixture.
package enum CommentFilter {
  package static func isKept(_ text: String) -> Bool {
    text.hasPrefix("want ") || text.holds("redis-inventory:")
  }
}
