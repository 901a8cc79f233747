import PCRE2

/// File name patterns: `*` and `?` stay in one folder, `**` goes through any, `{a,b}` and `[a-z]` choose.
///
/// A pattern without a slash matches a name at any depth, one with a slash goes from the root; one that matches a
/// folder matches all that is in it.
package struct GlobSet: Sendable {
  /// The patterns as they were given.
  package let globs: [String]
  private let base: String
  private let pattern: Pattern?

  package static let none = GlobSet()

  private init() {
    globs = []
    base = ""
    pattern = nil
  }

  /// - Parameter base: the folder of the scanned root, relative to where the patterns go from.
  package init(_ globs: [String], base: String = "") throws(GlobError) {
    self.globs = globs
    self.base = base.isEmpty ? "" : base + "/"
    guard !globs.isEmpty else {
      pattern = nil
      return
    }
    var meanings: [GlobTranslation.Meaning] = []
    for glob in globs { meanings.append(try GlobTranslation(glob).meaning()) }
    do throws(PatternError) {
      pattern = try Pattern(GlobSet.regex(of: meanings), options: .dotMatchesNewline)
    } catch {
      throw GlobError(glob: globs.joined(separator: " "), message: error.message)
    }
  }

  /// All together, so that a path is gone through once.
  private static func regex(of meanings: [GlobTranslation.Meaning]) -> String {
    let alternatives = [("(?:^|/)", true), ("^", false)].compactMap { start, isAnywhere -> String? in
      let regexes = meanings.filter { $0.isAnywhere == isAnywhere }.map(\.regex)
      return regexes.isEmpty ? nil : "\(start)(?:\(regexes.joined(separator: "|")))"
    }
    return alternatives.joined(separator: "|")
  }

  package var isEmpty: Bool { globs.isEmpty }

  /// Whether a path relative to the root, or a folder above it, is meant.
  package func matches(_ path: String) -> Bool { pattern?.matches(in: base + path) ?? false }
}

/// Why a file name pattern cannot be used.
package struct GlobError: Error, Hashable, CustomStringConvertible {
  package let glob: String
  package let message: String

  package var description: String { "file pattern '\(glob)': \(message)" }
}
