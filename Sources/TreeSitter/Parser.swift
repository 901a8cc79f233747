internal import CTreeSitter

/// Parses files of one grammar; owned by one task, since tree-sitter's parser keeps state while it works.
@safe
package struct Parser: ~Copyable {
  let grammar: Grammar
  let parser: OpaquePointer

  /// Makes a parser for a grammar.
  package init(_ grammar: Grammar) {
    self.grammar = grammar
    unsafe self.parser = ts_parser_new()
    unsafe ts_parser_set_language(parser, grammar.language)
  }

  deinit { unsafe ts_parser_delete(parser) }

  /// Parses one file; a parse that takes longer than `timeLimit` gives a tree that is not complete.
  package mutating func parse(_ source: [UInt8], timeLimit: Duration) -> SyntaxTree {
    guard source.count < Int(Int32.max) else { return SyntaxTree(unparsed: source, grammar: grammar) }
    unsafe ts_parser_reset(parser)
    let (seconds, attoseconds) = timeLimit.components
    let microseconds = Swift.max(1, seconds * 1_000_000 + attoseconds / 1_000_000_000_000)
    unsafe ts_parser_set_timeout_micros(parser, UInt64(microseconds))
    let parsed = unsafe source.withUnsafeBytes { bytes in
      unsafe ts_parser_parse_string(
        parser, nil, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), UInt32(bytes.count))
    }
    guard let tree = unsafe parsed else { return SyntaxTree(unparsed: source, grammar: grammar) }
    let owned = unsafe ParsedTree(tree)
    return owned.copy(source: source, grammar: grammar)
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
