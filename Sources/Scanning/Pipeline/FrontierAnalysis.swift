package import Analysis
package import InventoryModel

/// What the frontier asks of the analysis: it takes files in, resolves, and says which others it wants to see.
package protocol FrontierAnalysis {
  /// Takes in the facts of one more file, and what it is part of; the order depends on the files alone.
  mutating func add(_ file: FileFacts, context: FileContext)

  /// Resolves until nothing new is learnt.
  mutating func solve()

  /// What it wants to see of the files not taken in yet, which are written in these families of languages.
  func wishes(for families: Set<Language>) -> Analysis.Wishes

  /// Paths of files that would tell more of what was found, asked when there is nothing else to see.
  mutating func tellingFiles() async -> [String]

  /// The names by which such files may call functions of which callers tell more, where details are asked for.
  mutating func callers(for families: Set<Language>) async -> [Language: Set<Carrier>]

  /// Files of the project that files taken in import, with the first place where each is imported.
  func importedFiles() -> [String: SourcePlace]

  /// All that was found so far.
  mutating func findings() async -> Findings

  /// The facts of the files taken in, sorted by path, and what each is part of.
  func loweredFiles() -> [(facts: FileFacts, context: FileContext)]

  /// Why the calls of a line are operations or not, a sentence each.
  func explanation(path: String, line: Int) -> [String]
}

extension FrontierAnalysis {
  package func importedFiles() -> [String: SourcePlace] { [:] }

  package func loweredFiles() -> [(facts: FileFacts, context: FileContext)] { [] }
}

extension Analysis: FrontierAnalysis {
  /// Begins the analysis that a scan asks for.
  package init(_ start: Scanner.Start, isDetailed: Bool = false) {
    self.init(
      tree: start.tree, knowledge: start.knowledge, isDetailed: isDetailed, parallel: start.parallel,
      lowerScript: { text, path in start.frontEnds.facts(ofScript: text, path: path) })
  }
}
