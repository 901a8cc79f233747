extension SyntaxNode {
  /// The node that holds this one; nothing for the root.
  package var parent: SyntaxNode? {
    let parent = record.parent
    return parent < 0 ? nil : node(parent)
  }

  /// All children in order, comments too, and the tokens that the grammar does not leave out.
  package var children: SyntaxNodes { children(.all) }

  /// The children that have a name in the grammar, comments among them.
  package var namedChildren: SyntaxNodes { children(.named) }

  /// The named children without comments and the like, which may stand anywhere; errors, which may too, hold code.
  package var parts: SyntaxNodes { children(.parts) }

  /// The named children without all that may stand anywhere: without comments and most errors.
  package var operands: SyntaxNodes { children(.operands) }

  /// The children that this node holds under a field.
  package func children(field: UInt16) -> SyntaxNodes { children(.field(field)) }

  private func children(_ filter: SyntaxNodes.Filter) -> SyntaxNodes {
    SyntaxNodes(storage: storage, start: index + 1, end: record.end, filter: filter)
  }

  /// How many children there are, tokens and comments too.
  package var childCount: Int { children.count }

  /// The first child, be it a token or a comment.
  package var firstChild: SyntaxNode? { record.end > index + 1 ? node(index + 1) : nil }

  /// The node after this one in the same parent.
  package var nextSibling: SyntaxNode? {
    let record = record
    guard record.parent >= 0, record.end < storage.records[Int(record.parent)].end else { return nil }
    return node(record.end)
  }

  /// The first child under a field.
  package func child(field: UInt16) -> SyntaxNode? {
    var index = index + 1
    let end = record.end
    while index < end {
      let child = storage.records[Int(index)]
      if child.field == field { return node(index) }
      index = child.end
    }
    return nil
  }

  /// The first child of a kind.
  package func firstChild(kind: UInt16) -> SyntaxNode? { children.first { $0.kind == kind } }

  /// All nodes below this one in preorder, without itself.
  package var descendants: SyntaxDescendants {
    SyntaxDescendants(storage: storage, first: index + 1, end: record.end)
  }

  /// The nodes below this one that are of a wanted kind, in preorder; others are passed over by their kind alone.
  package func descendants(ofKind isWanted: (UInt16) -> Bool) -> [SyntaxNode] {
    let records = storage.records
    return (Int(index) + 1..<Int(record.end)).compactMap { isWanted(records[$0].kind) ? node(Int32($0)) : nil }
  }
}
