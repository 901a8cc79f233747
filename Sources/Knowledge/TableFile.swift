import Rules
import YAML

/// A table as it was read: its place decides what it is (`Clients/python/redis-py.yml`), as below `Rules`.
package struct TableFile: Sendable {
  /// The path below the folder of tables, with `/` between folders.
  package let path: String
  /// Empty for the program's own YAML tables, of which it holds the documents alone.
  package let text: String
  /// The name for messages; the path, where the table is the program's own.
  package let name: String
  /// In the compact form of documents; empty where there is just the text.
  private let packedDocument: String

  package init(path: String, text: String, name: String? = nil) {
    self.path = path
    self.text = text
    self.name = name ?? path
    packedDocument = ""
  }

  private init(_ file: EmbeddedFile) {
    path = file.path
    text = file.text
    name = file.path
    packedDocument = file.document
  }

  /// The program's own tables.
  static let embedded = EmbeddedRules.files.map { TableFile($0) }

  /// The document that a YAML table is.
  func document() throws(YAMLError) -> YAMLNode {
    if let node = YAMLNode(packed: packedDocument) { return node }
    return try YAML.parse(text, file: name)
  }
}
