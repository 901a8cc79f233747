/// A file of `Rules/` as it was when the program was built.
package struct EmbeddedFile: Sendable {
  /// The path below `Rules/`, with `/` between folders: `Clients/python/redis-py.yml`.
  package let path: String

  /// The whole text, as it stands in the file; nothing of a YAML file.
  package let text: String

  /// The document of a YAML file, in the compact form of the target YAML; nothing of other files.
  package let document: String
}

/// The data under `Rules/`, shipped inside the program.
package enum EmbeddedRules {
  /// Every file, sorted by path; made when first asked for, so a run that needs no rules pays nothing.
  package static var files: [EmbeddedFile] { embeddedFiles }
}
