/// Children of a node, found while walking: nothing is allocated.
package struct SyntaxNodes: Sequence, Sendable {
  enum Filter: Sendable {
    case all
    case named
    case parts
    case operands
    case field(UInt16)

    func accepts(_ record: NodeRecord) -> Bool {
      switch self {
      case .all: true
      case .named: record.flags.contains(.named)
      case .parts: record.flags.contains(.named) && (!record.flags.contains(.extra) || record.flags.contains(.error))
      case .operands: record.flags.contains(.named) && !record.flags.contains(.extra)
      case .field(let field): record.field == field
      }
    }
  }

  let storage: SyntaxTree.Storage
  let start: Int32
  let end: Int32
  let filter: Filter

  package func makeIterator() -> Iterator { Iterator(storage: storage, index: start, end: end, filter: filter) }

  /// The first one.
  package var first: SyntaxNode? { first { _ in true } }

  /// The last one, which takes a walk over all.
  package var last: SyntaxNode? { reduce(nil) { $1 } }

  /// Whether there are none.
  package var isEmpty: Bool { first == nil }

  /// How many there are, which takes a walk over them.
  package var count: Int { reduce(into: 0) { count, _ in count += 1 } }

  /// Walks from a child to its next sibling.
  package struct Iterator: IteratorProtocol {
    let storage: SyntaxTree.Storage
    var index: Int32
    let end: Int32
    let filter: Filter

    package mutating func next() -> SyntaxNode? {
      while index < end {
        let record = storage.records[Int(index)]
        defer { index = record.end }
        if filter.accepts(record) { return SyntaxNode(storage: storage, index: index) }
      }
      return nil
    }
  }
}

/// All nodes below a node in preorder: a walk along one array.
package struct SyntaxDescendants: Sequence, Sendable {
  let storage: SyntaxTree.Storage
  let first: Int32
  let end: Int32

  package func makeIterator() -> Iterator { Iterator(storage: storage, index: first, end: end) }

  /// Walks from a node to the one after it in preorder.
  package struct Iterator: IteratorProtocol {
    let storage: SyntaxTree.Storage
    var index: Int32
    let end: Int32

    package mutating func next() -> SyntaxNode? {
      guard index < end else { return nil }
      defer { index += 1 }
      return SyntaxNode(storage: storage, index: index)
    }
  }
}
