/// A node of a `SyntaxTree`: the tree and an index into it, free to copy and to keep.
package struct SyntaxNode: Sendable {
  let storage: SyntaxTree.Storage
  let index: Int32

  var record: NodeRecord { storage.records[Int(index)] }

  func node(_ index: Int32) -> SyntaxNode { SyntaxNode(storage: storage, index: index) }

  /// The tree this node is part of.
  package var tree: SyntaxTree { SyntaxTree(storage: storage) }

  /// The node's place in preorder; smaller means earlier.
  package var order: Int { Int(index) }

  /// The kind's id in the grammar.
  package var kind: UInt16 { record.kind }

  /// The kind's name, for messages and dumps.
  package var kindName: String { storage.grammar.kindName(kind) }

  /// The field under which the parent holds this node; 0 when under none.
  package var fieldID: UInt16 { record.field }

  /// Whether the node has a name in the grammar, unlike a keyword or a bracket.
  package var isNamed: Bool { record.flags.contains(.named) }

  /// Whether the node holds what could not be parsed.
  package var isError: Bool { record.flags.contains(.error) }

  /// Whether the parser made the node up to go on.
  package var isMissing: Bool { record.flags.contains(.missing) }

  /// Whether the node may stand anywhere, such as a comment.
  package var isExtra: Bool { record.flags.contains(.extra) }
}

extension SyntaxNode: Hashable {
  package static func == (left: SyntaxNode, right: SyntaxNode) -> Bool {
    left.index == right.index && left.storage === right.storage
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(storage))
    hasher.combine(index)
  }
}
