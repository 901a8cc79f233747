/// What became of the files of a scan.
package struct FileRecords: Sendable, Hashable {
  /// Files whose bytes were searched.
  package var searched = 0
  /// Files that were parsed.
  package var read = 0
  /// Files left out on purpose; sorted by path.
  package var skipped: [SkippedFile] = []
  /// Files that could not be read; sorted by path.
  package var unreadable: [SkippedFile] = []
  /// Files whose parse has errors or was cut by its time limit; sorted by path.
  package var notFullyParsed: [PartlyParsedFile] = []
  /// What else a reader of the report should know, such as git being unable to list the files.
  package var notes: [String] = []

  package init() {}

  /// How many files were skipped, by reason.
  package var skippedByReason: [(reason: SkippedFile.Reason, count: Int)] {
    SkippedFile.Reason.allCases.compactMap { reason in
      let count = skipped.count { $0.reason == reason }
      return count == 0 ? nil : (reason, count)
    }
  }
}

/// A file that was not read.
package struct SkippedFile: Sendable, Hashable {
  package var path: String
  package var reason: Reason
  /// What the system said, where it said something.
  package var detail: String?

  package enum Reason: String, Sendable, Hashable, CaseIterable {
    case vendored, generated, minified, excluded
    case tooLarge = "too large"
    case binary
    /// Links are not followed: what one inside the root points to is read where it is.
    case link
    case notRegular = "not a regular file"
    case unreadable
    /// Listed, then gone: deleted in the work tree, or while it was read.
    case absent
    case changed = "changed while reading"
  }

  package init(path: String, reason: Reason, detail: String? = nil) {
    self.path = path
    self.reason = reason
    self.detail = detail
  }
}

/// A file that was parsed around its errors.
package struct PartlyParsedFile: Sendable, Hashable {
  package var path: String
  /// Error nodes of the parse.
  package var errors: Int
  /// Whether the parse ran into its time limit.
  package var isCut: Bool

  package init(path: String, errors: Int, isCut: Bool) {
    self.path = path
    self.errors = errors
    self.isCut = isCut
  }
}
