internal import CTreeSitter
internal import ParseGuard

/// Tree-sitter's own tree, which the parser forgets when it has been copied.
@safe
struct ParsedTree: ~Copyable {
  private let tree: OpaquePointer

  init(_ tree: OpaquePointer) { unsafe self.tree = tree }

  /// Copies every node but the tokens that are left out in one walk without recursion, however deep the tree is; nil when
  /// that takes too long. For the field of a node tree-sitter walks up through all hidden nodes above it, of which broken
  /// source can make long rows. Until the walk leaves a node, its `end` is the number of children to come, so that none is
  /// looked for in vain.
  borrowing func copy(source: [UInt8], grammar: Grammar, isLate: () -> Bool) -> SyntaxTree? {
    var cursor = unsafe TreeCursor(root: tree, grammar: grammar)
    var records: [NodeRecord] = []
    records.reserveCapacity(source.count / 3 + 8)
    var errorCount = 0
    var parent: Int32 = -1
    walk: while true {
      if let record = cursor.record(parent: parent) {
        if !record.flags.isDisjoint(with: [.error, .missing]) { errorCount += 1 }
        let current = Int32(records.count)
        records.append(record)
        if records.count.isMultiple(of: 1024), isLate() { return nil }
        if record.end > 0, cursor.goToFirstChild() {
          parent = current
          continue
        }
        records[Int(current)].end = current + 1
      }
      while parent >= 0 {
        records[Int(parent)].end -= 1
        if records[Int(parent)].end > 0, cursor.goToNextSibling() { continue walk }
        records[Int(parent)].end = Int32(records.count)
        guard cursor.goToParent() else { break walk }
        parent = records[Int(parent)].parent
      }
      break
    }
    return SyntaxTree(
      storage: SyntaxTree.Storage(
        records: records, source: source, grammar: grammar, errorCount: errorCount, isComplete: true))
  }
}

/// Tree-sitter's cursor, which keeps the way to its node on the heap.
@safe
struct TreeCursor: ~Copyable {
  private var cursor: TSTreeCursor
  private let isLeftOut: [Bool]

  init(root tree: OpaquePointer, grammar: Grammar) {
    unsafe cursor = ts_tree_cursor_new(ts_tree_root_node(tree))
    isLeftOut = grammar.isLeftOut
  }

  deinit {
    var cursor = unsafe cursor
    unsafe ts_tree_cursor_delete(&cursor)
  }

  mutating func goToFirstChild() -> Bool { unsafe ts_tree_cursor_goto_first_child(&cursor) }
  mutating func goToNextSibling() -> Bool { unsafe ts_tree_cursor_goto_next_sibling(&cursor) }
  mutating func goToParent() -> Bool { unsafe ts_tree_cursor_goto_parent(&cursor) }

  /// The node under the cursor, unless it is left out; its `end` is its number of children.
  mutating func record(parent: Int32) -> NodeRecord? {
    let node = unsafe parsed_node(&cursor, isLeftOut, UInt32(isLeftOut.count))
    guard !node.is_left_out else { return nil }
    var flags: NodeRecord.Flags = []
    if node.is_named { flags.insert(.named) }
    if node.is_missing { flags.insert(.missing) }
    if node.is_extra { flags.insert(.extra) }
    if node.kind == Grammar.errorKind { flags.insert(.error) }
    return NodeRecord(
      startByte: node.start_byte, endByte: node.end_byte, row: node.start_point.row, column: node.start_point.column,
      parent: parent, end: Int32(clamping: node.child_count), kind: node.kind, field: node.field, flags: flags)
  }
}
