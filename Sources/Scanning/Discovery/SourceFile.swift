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
  /// The families of languages that the files are of.
  var families: Set<Language> { Set(files.map(\.language.family)) }
  /// `go.mod` files, relative to the root.
  package var goModules: [String] = []
  /// `package.json` files, relative to the root.
  package var scriptPackages: [String] = []
  /// The files that say what modules and packages are called.
  var manifests: [String] { goModules + scriptPackages }
  /// All other files that were listed, relative to the root, in no order; nothing was asked of them yet.
  package var others: [OtherFile] = []
  package var skipped: [SkippedFile] = []
  package var notes: [String] = []
  /// Which of the files this part of a scan begins with; nil where it is the whole scan.
  var part: ShardPlan.Part?
}

/// A listed file that no front end reads.
package struct OtherFile: Sendable, Hashable {
  /// Relative to the root.
  package let path: String
  /// Whether git has it in its index; true where no git was asked.
  package let isTracked: Bool

  package init(path: String, isTracked: Bool) {
    self.path = path
    self.isTracked = isTracked
  }
}
