internal import ParseGuard

/// Parses files of one grammar; owned by one task, since tree-sitter's parser keeps state while it works.
@safe
package struct Parser: ~Copyable {
  private let grammar: Grammar
  private let guarded: OpaquePointer

  /// Makes a parser for a grammar.
  package init(_ grammar: Grammar) {
    self.grammar = grammar
    unsafe guarded = parse_guard_new(grammar.language)
  }

  deinit { unsafe parse_guard_delete(guarded) }

  /// Parses one file; a parse that works longer than `timeLimit`, or a file with a node of some ten thousand children,
  /// gives a tree that is not complete.
  package mutating func parse(_ source: [UInt8], timeLimit: Duration) -> SyntaxTree {
    guard source.count < Int(Int32.max) else { return SyntaxTree(unparsed: source, grammar: grammar) }
    let parsed = unsafe source.withUnsafeBytes { bytes in
      let text = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      return unsafe parse_guard_parse(guarded, text, UInt32(bytes.count), timeLimit.nanoseconds)
    }
    defer { unsafe parse_guard_forget(guarded) }
    guard let tree = unsafe parsed else { return SyntaxTree(unparsed: source, grammar: grammar) }
    let copied = unsafe ParsedTree(tree).copy(source: source, grammar: grammar) {
      unsafe parse_guard_is_late(guarded)
    }
    return copied ?? SyntaxTree(unparsed: source, grammar: grammar)
  }
}

extension Duration {
  /// Whole nanoseconds, none for what is negative, and never so many that adding a clock's time overflows.
  fileprivate var nanoseconds: UInt64 {
    let (seconds, attoseconds) = Swift.min(Swift.max(self, .zero), .seconds(1_000_000)).components
    return UInt64(seconds) * 1_000_000_000 + UInt64(attoseconds) / 1_000_000_000
  }
}

extension SyntaxTree {
  /// What stands for a file that was not parsed: one error node.
  init(unparsed source: [UInt8], grammar: Grammar) {
    let root = NodeRecord(
      startByte: 0, endByte: UInt32(clamping: source.count), row: 0, column: 0, parent: -1, end: 1,
      kind: Grammar.errorKind, field: 0, flags: [.named, .error])
    storage = Storage(records: [root], source: source, grammar: grammar, errorCount: 1, isComplete: false)
  }
}
