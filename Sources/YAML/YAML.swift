/// Reads YAML into values.
package enum YAML {
  /// How much a document may hold, so that no file can exhaust memory or the stack.
  package struct Limits: Sendable {
    /// How deep lists and mappings may be nested.
    package var depth = 100

    /// How many nodes all documents of a file may have together, each alias counted as the nodes it stands for.
    package var nodes = 500_000

    /// Whether a key may be given twice in a mapping, as the branches of a template do; both entries are kept.
    package var allowsRepeatedKeys = false

    package init() {}
  }

  /// The one document of a text; an empty text is a null scalar, a second document an error.
  package static func parse(_ text: String, file: String, limits: Limits = Limits()) throws(YAMLError) -> YAMLNode {
    let documents = try documents(in: text, file: file, limits: limits)
    guard documents.count < 2 else {
      throw YAMLError(file: file, position: documents[1].position, message: "only one document is expected")
    }
    return documents.first
      ?? .scalar(YAMLScalar(text: "", style: .plain, position: YAMLPosition(line: 1, column: 1)))
  }

  /// All documents of a text, which `---` parts; it may be a piece of a file that begins at `firstLine`.
  package static func documents(
    in text: String, file: String, limits: Limits = Limits(), firstLine: Int = 1
  ) throws(YAMLError) -> [YAMLNode] {
    guard !text.isEmpty else { return [] }
    return try unsafe Array(text.utf8).withUnsafeBufferPointer { bytes throws(YAMLError) in
      var events = unsafe EventReader(bytes, file: file, firstLine: firstLine)
      var builder = DocumentBuilder(file: file, limits: limits)
      while let event = try events.next() { try builder.take(event) }
      return builder.documents
    }
  }
}
