import FrontEnd
import InventoryModel
import TreeSitter

extension JavaScriptLowering {
  /// Keeps the comments that somebody may look for.
  mutating func comments(of tree: SyntaxTree) {
    let comments = tree.root.descendants { grammar[$0] == .comment || grammar[$0] == .htmlComment }
    for node in comments where CommentFilter.mayKeep(node.bytes) {
      let text = content(of: node)
      guard CommentFilter.isKept(text) else { continue }
      builder.add(Comment(text: text, position: position(node), isTrailing: isTrailing(node)))
    }
  }

  private func content(of comment: SyntaxNode) -> String {
    var text = Substring(comment.text)
    let isMargin: (Character) -> Bool
    if text.hasPrefix("/*") {
      text = text.dropFirst(2)
      if text.hasSuffix("*/") { text = text.dropLast(2) }
      isMargin = { $0.isWhitespace || $0 == "*" }
    } else {
      isMargin = { $0.isWhitespace || $0 == "/" }
    }
    text = text.drop(while: isMargin)
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    return String(text)
  }

  /// Whether code stands before it on its line; the brace of a JSX comment is none.
  private func isTrailing(_ comment: SyntaxNode) -> Bool {
    let start = comment.startByte
    return comment.tree.source[(start - comment.column)..<start].contains { byte in
      byte != 0x20 && byte != 0x09 && byte != 0x7B
    }
  }
}
