internal import TreeSitter

/// What a comment says.
enum GoComment {
  /// The text without the comment's signs.
  static func text(of node: SyntaxNode) -> String {
    var bytes = node.bytes.dropFirst(2)
    if node.bytes.starts(with: [0x2F, 0x2A]) { bytes = bytes.dropLast(2) }
    return String(decoding: bytes, as: UTF8.self).trimming { $0.isWhitespace }
  }
}

extension String {
  /// The string without the characters at both ends that satisfy a condition.
  func trimming(_ isDropped: (Character) -> Bool) -> String {
    guard let first = firstIndex(where: { !isDropped($0) }), let last = lastIndex(where: { !isDropped($0) }) else {
      return ""
    }
    return String(self[first...last])
  }
}
