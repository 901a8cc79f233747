internal import TreeSitter

/// What a comment says.
enum GoComment {
  /// The text without the comment's signs.
  static func text(of node: SyntaxNode) -> String {
    var bytes = node.bytes.dropFirst(2)
    if node.bytes.starts(with: [0x2F, 0x2A]) { bytes = bytes.dropLast(2) }
    return String(decoding: bytes, as: UTF8.self).trimming { $0.isWhitespace }
  }

  /// What a directive says on the line above the one where a node begins.
  static func directive(_ name: String, above node: SyntaxNode) -> String? {
    let source = node.tree.source
    let lineStart = node.startByte - node.column
    guard lineStart > 0 else { return nil }
    let above = source[..<(lineStart - 1)]
    let start = above.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let line = String(decoding: source[start..<(lineStart - 1)], as: UTF8.self).trimming { $0.isWhitespace }
    guard line.hasPrefix("//\(name)") else { return nil }
    return line.dropFirst(2 + name.count).trimming { $0.isWhitespace || $0 == "\"" }
  }
}

extension StringProtocol {
  /// The text without the characters at both ends that satisfy a condition.
  func trimming(_ isDropped: (Character) -> Bool) -> String {
    guard let first = firstIndex(where: { !isDropped($0) }), let last = lastIndex(where: { !isDropped($0) }) else {
      return ""
    }
    return String(self[first...last])
  }
}
