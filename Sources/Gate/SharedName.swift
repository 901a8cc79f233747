/// Tells whether two templates of keys or channels can be two views of one name.
enum SharedName {
  /// Whether they are equal, or one is the other with less known of it: `claimed:{}` and `claimed:events:{}`. What a
  /// pattern leaves open is a hole too.
  static func isOne(_ left: String, _ right: String) -> Bool {
    let (left, right) = (open(left), open(right))
    return left == right || holds(left, right) || holds(right, left)
  }

  private static func open(_ template: String) -> String { template.replacing("*", with: "{}") }

  /// Whether every key of the second template is one of the first, whose holes stand for something.
  private static func holds(_ general: String, _ special: String) -> Bool {
    var pieces = general.split(separator: "{}", omittingEmptySubsequences: false)[...]
    guard pieces.count > 1, let head = pieces.popFirst(), let tail = pieces.popLast() else { return false }
    guard special.hasPrefix(head), special.hasSuffix(tail), special.count > head.count + tail.count else {
      return false
    }
    var rest = special.dropFirst(head.count).dropLast(tail.count)
    for piece in pieces where !piece.isEmpty {
      guard let range = rest.dropFirst().ranges(of: piece).first else { return false }
      rest = rest[range.upperBound...]
    }
    return !rest.isEmpty
  }
}
