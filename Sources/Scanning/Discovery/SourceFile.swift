package import InventoryModel

/// A file to be scanned; its bytes are read when they are needed.
package struct SourceFile: Sendable, Hashable {
  /// Relative to the root.
  package let path: String
  package let kind: SourceKind
  package let language: Language
}

/// The files of a scan, and what was left out; all sorted by path.
package struct SourceFiles: Sendable {
  /// The folder that all paths are relative to, as the user named it or leads to it.
  package var root: String
  package var files: [SourceFile] = []
  /// `go.mod` files, relative to the root.
  package var goModules: [String] = []
  package var skipped: [SkippedFile] = []
  package var notes: [String] = []
}
