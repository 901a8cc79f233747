/// Who owns the scanned files: the configuration where it says something, else CODEOWNERS.
package struct FileOwners: Sendable {
  /// What the configuration says.
  package let configured: CodeOwners
  /// What CODEOWNERS says; nil where there is none.
  package let file: CodeOwners?

  package init(configured: CodeOwners, file: CodeOwners?) {
    self.configured = configured
    self.file = file
  }

  /// The owners of a file, by its path relative to the scanned root; empty where nobody is named.
  package func owners(of path: String) -> [String] {
    let owners = configured.owners(of: path)
    return owners.isEmpty ? file?.owners(of: path) ?? [] : owners
  }
}
