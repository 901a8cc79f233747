/// A parsed file: every node, copied once out of tree-sitter into one flat immutable value.
package struct SyntaxTree: Sendable {
  let storage: Storage

  /// The bytes that were parsed.
  package var source: [UInt8] { storage.source }

  /// The grammar that parsed them.
  package var grammar: Grammar { storage.grammar }

  /// How many nodes are errors or stand for something missing.
  package var errorCount: Int { storage.errorCount }

  /// False when the parse was cut by its time limit; the tree is then one error node over the whole file.
  package var isComplete: Bool { storage.isComplete }

  /// The node that holds all others.
  package var root: SyntaxNode { SyntaxNode(storage: storage, index: 0) }

  /// How many nodes there are.
  package var nodeCount: Int { storage.records.count }
}

extension SyntaxTree {
  /// What a tree and all its nodes share; a class so that a node is one reference and an index.
  final class Storage: Sendable {
    let records: [NodeRecord]
    let source: [UInt8]
    let codePoints: CodePointIndex
    let grammar: Grammar
    let errorCount: Int
    let isComplete: Bool

    init(records: [NodeRecord], source: [UInt8], grammar: Grammar, errorCount: Int, isComplete: Bool) {
      self.records = records
      self.source = source
      codePoints = CodePointIndex(source)
      self.grammar = grammar
      self.errorCount = errorCount
      self.isComplete = isComplete
    }
  }
}

/// One node in 32 bytes; nodes stand in preorder, so a subtree is the range from a node to its `end`.
struct NodeRecord: Sendable {
  var startByte: UInt32
  var endByte: UInt32
  var row: UInt32
  var column: UInt32
  var parent: Int32
  var end: Int32
  var kind: UInt16
  var field: UInt16
  var flags: Flags

  struct Flags: OptionSet, Sendable {
    let rawValue: UInt8
    static let named = Flags(rawValue: 1)
    static let error = Flags(rawValue: 2)
    static let missing = Flags(rawValue: 4)
    static let extra = Flags(rawValue: 8)
  }
}
