/// Who owns which files of a repository: what a CODEOWNERS file says, or the configuration.
package struct CodeOwners: Sendable {
  /// How a file is to be read.
  package enum Form: String, Sendable, Hashable, CaseIterable {
    case gitHub = "GitHub"
    /// With sections, defaults of sections, exclusions; a pattern goes from the root only behind a slash.
    case gitLab = "GitLab"
  }

  /// The file that it was read from, relative to the root of the repository; nil for what the configuration says.
  package internal(set) var file: String?
  /// Lines that mean nothing, with file and line.
  package internal(set) var problems: [String] = []
  var sections: [Section] = []
  /// What stands before the paths that are asked for: the scanned root, relative to the root of the repository.
  var base = ""

  /// Rules of which the last that matches says who owns a file.
  struct Section: Sendable {
    var name = ""
    var defaults: [String] = []
    var rules: [Rule] = []
  }

  struct Rule: Sendable {
    var pattern: OwnerPattern
    /// Empty: nobody owns what matches.
    var owners: [String]
    /// Whether what matches is taken out of its section for good.
    var isExclusion = false
  }

  init() {}

  /// What a configuration says.
  ///
  /// - Parameter base: the scanned root, relative to the folder of the configuration.
  package init(_ entries: [OwnerEntry], base: String = "") {
    self.base = base.isEmpty ? "" : base + "/"
    let rules = entries.compactMap { entry in
      OwnerPattern(entry.pattern, isAnchored: true).map { Rule(pattern: $0, owners: entry.owners) }
    }
    sections = [Section(rules: rules)]
  }

  /// Whether it says nothing at all.
  package var isEmpty: Bool { sections.allSatisfy(\.rules.isEmpty) }

  /// The owners of a file, by a path relative to the scanned root: in each section those of the last rule that
  /// matches; each once, in the order of the file.
  package func owners(of path: String) -> [String] {
    let path = base + path
    var owners: [String] = []
    for section in sections {
      if section.rules.contains(where: { $0.isExclusion && $0.pattern.matches(path) }) { continue }
      guard let rule = section.rules.last(where: { $0.pattern.matches(path) }) else { continue }
      for owner in rule.owners where !owners.contains(owner) { owners.append(owner) }
    }
    return owners
  }
}
