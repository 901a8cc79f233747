import FrontEnd
import InventoryModel
import TreeSitter

extension PythonLowering {
  /// Keeps the comments that somebody may look for.
  mutating func comments(of tree: SyntaxTree) {
    let comments = tree.root.descendants { grammar[$0] == .comment }
    for node in comments where CommentFilter.mayKeep(node.bytes) {
      let text = PythonLowering.trimmed(node.bytes)
      guard CommentFilter.isKept(text) else { continue }
      let line = tree.source[(node.startByte - node.column)..<node.startByte]
      let isTrailing = line.contains { $0 != 0x20 && $0 != 0x09 && $0 != 0x0C }
      builder.add(Comment(text: text, position: position(node), isTrailing: isTrailing))
    }
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    let text = bytes.drop { $0 == 0x23 || $0 == 0x20 || $0 == 0x09 }
    let end = text.lastIndex { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D } ?? text.startIndex - 1
    return String(decoding: text[text.startIndex..<(end + 1)], as: UTF8.self)
  }
}
