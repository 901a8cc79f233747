package import InventoryModel

/// Tells by its path what a file is part of, and whether it is read at all.
package struct FileClassifier: Sendable {
  /// Read although vendored, generated or minified.
  package var include: [GlobSet] = []
  /// Never read.
  package var exclude: [GlobSet] = []
  package var vendored = GlobSet.none
  package var generated = GlobSet.none
  package var minified = GlobSet.none
  /// What stands at the head of a generated file.
  package var generatedMarks = WordSearch([])
  /// Tried in order: the user's own first.
  package var contexts: [ContextRule] = []
  /// Imports that only tests have, by family of languages.
  package var testImports: [Language: Set<String>] = [:]

  /// Paths of one context.
  package struct ContextRule: Sendable {
    package let context: FileContext
    /// Nil for all languages.
    package let language: Language?
    package let globs: GlobSet

    package init(_ context: FileContext, language: Language? = nil, globs: GlobSet) {
      self.context = context
      self.language = language
      self.globs = globs
    }
  }

  package init() {}

  /// Why a file is left out; nothing when it is to be read.
  package func reasonToSkip(_ path: String) -> SkippedFile.Reason? {
    if exclude.contains(where: { $0.matches(path) }) { return .excluded }
    guard let reason = reasonByConvention(path) else { return nil }
    return isIncluded(path) ? nil : reason
  }

  /// Why nothing in a folder is read; nothing when some of it may be.
  package func reasonToSkip(folder path: String) -> SkippedFile.Reason? {
    if exclude.contains(where: { $0.matches(path) }) { return .excluded }
    return include.isEmpty && vendored.matches(path) ? .vendored : nil
  }

  /// What the user's own patterns or the conventions of paths and imports say; else it is production.
  package func context(of facts: FileFacts) -> FileContext {
    let family = facts.language.family
    let rule = contexts.first { ($0.language ?? family) == family && $0.globs.matches(facts.path) }
    if let rule { return rule.context }
    guard let names = testImports[family] else { return .production }
    return facts.imports.contains { names.contains($0.module) } ? .test : .production
  }

  /// What the user's own patterns or the conventions of paths for any language say.
  package func context(ofPath path: String) -> FileContext? {
    contexts.first { $0.language == nil && $0.globs.matches(path) }?.context
  }

  func isIncluded(_ path: String) -> Bool { include.contains { $0.matches(path) } }

  private func reasonByConvention(_ path: String) -> SkippedFile.Reason? {
    if vendored.matches(path) { return .vendored }
    if generated.matches(path) { return .generated }
    return minified.matches(path) ? .minified : nil
  }
}
