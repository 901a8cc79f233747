import FileSystem

/// Which revisions are compared, as the user named them.
package struct RevisionRange: Sendable, Hashable {
  package let before: Start
  /// Nil for the work tree.
  package let after: String?

  /// The earlier side.
  package enum Start: Sendable, Hashable {
    case revision(String)
    /// Where two revisions parted.
    case mergeBase(String, String)
  }

  /// Reads `REV`, `REV REV`, `A..B` and `A...B`, where what is left out is HEAD, as git reads them; nil for more than
  /// two revisions.
  package init?(_ words: [String]) {
    guard let first = words.first, words.count <= 2 else { return nil }
    for separator in ["...", ".."] {
      guard let range = first.ranges(of: separator).first else { continue }
      guard words.count == 1 else { return nil }
      let (left, right) = (String(first[..<range.lowerBound]), String(first[range.upperBound...]))
      let (start, end) = (left.isEmpty ? "HEAD" : left, right.isEmpty ? "HEAD" : right)
      before = separator == "..." ? .mergeBase(start, end) : .revision(start)
      after = end
      return
    }
    before = .revision(first)
    after = words.count == 2 ? words[1] : nil
  }
}

extension RevisionRange.Start {
  /// As it is shown.
  package var name: String {
    switch self {
    case .revision(let name): name
    case .mergeBase(let left, let right): "\(left)...\(right)"
    }
  }

  /// What git calls it, in the repository around paths.
  func commit(paths: [String]) throws -> String {
    guard case .mergeBase(let left, let right) = self else { return name }
    return try Repository(around: try Discovery.root(of: paths)).mergeBase(of: left, right)
  }
}
