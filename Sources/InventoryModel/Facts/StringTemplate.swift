/// A string as the source shows it: literal parts and holes.
///
/// `f"user:{id}"`, `` `user:${id}` ``, `"user:\(id)"` and implicitly joined literals become one
/// template. Joins by operators and formatting functions stay calls and binary expressions.
package struct StringTemplate: Sendable {
  package var parts: [Part]

  package enum Part: Sendable {
    /// Decoded text and where its first character stands. Its newlines are newlines of the source:
    /// a front end starts a new part at each escape sequence and at each dropped piece of source
    /// (an escaped line end, removed indentation), so that a place in the text is a place in the file.
    case literal(String, SourcePosition)
    case hole(ExpressionID)
  }

  package init(parts: [Part]) { self.parts = parts }
}
