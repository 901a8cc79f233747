/// Numbers of things, in words.
package enum CountText {
  /// `1 operation`, `2 operations`.
  /// - Parameter plural: the word for many, where it is not the one with an s.
  package static func of(_ count: Int, _ singular: String, _ plural: String? = nil) -> String {
    "\(count) \(count == 1 ? singular : plural ?? singular + "s")"
  }
}
