import FrontEnd
import InventoryModel
import TreeSitter

extension SwiftLowering {
  /// Keeps the comments that somebody may look for, and the file's first documentation comment.
  mutating func lowerComments(of tree: SyntaxTree) {
    var documentation: [String] = []
    var documentationEnd: Int?
    for node in tree.root.descendants(ofKind: { kinds[$0] == .comment || kinds[$0] == .multilineComment }) {
      let text = node.text
      let content = commentText(text)
      if CommentFilter.isKept(content) {
        builder.add(
          Comment(text: content, position: position(node), isTrailing: hasCode(before: node, in: tree)))
      }
      let isDocumentation = text.hasPrefix("///") || text.hasPrefix("/**")
      guard isDocumentation, documentationEnd.map({ $0 + 1 == node.row }) ?? true else { continue }
      documentation.append(content)
      documentationEnd = node.row
    }
    if !documentation.isEmpty { builder.setDocumentation(documentation.joined(separator: "\n")) }
  }

  private func hasCode(before node: SyntaxNode, in tree: SyntaxTree) -> Bool {
    let line = tree.source[max(0, node.startByte - node.column)..<node.startByte]
    return line.contains { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
  }

  private func commentText(_ text: String) -> String {
    var content = text[...]
    let isBlock = content.hasPrefix("/*")
    if isBlock {
      content = content.dropFirst(2)
      if content.hasSuffix("*/") { content = content.dropLast(2) }
    }
    while let first = content.first, first == (isBlock ? "*" : "/") || first.isWhitespace { content.removeFirst() }
    while let last = content.last, last.isWhitespace { content.removeLast() }
    return String(content)
  }
}
