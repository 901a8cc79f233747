/// Where a pattern matched, in byte offsets.
package struct Match: Hashable, Sendable {
  /// Every group's range; group 0 is the whole match, a group that took no part has none.
  package let groups: [Range<Int>?]

  /// The whole match.
  package var range: Range<Int> { groups[0] ?? 0..<0 }

  /// The range of a group; nothing for a group that took no part, or that the pattern lacks.
  package subscript(group: Int) -> Range<Int>? { groups.indices.contains(group) ? groups[group] : nil }
}
