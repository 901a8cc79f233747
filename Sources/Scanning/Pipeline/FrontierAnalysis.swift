package import InventoryModel

/// What the frontier asks of the analysis: it takes files in, resolves, and says which others it wants to see.
package protocol FrontierAnalysis {
  /// Takes in the facts of more files, sorted by path.
  mutating func add(_ facts: [FileFacts])

  /// Resolves until nothing new is learnt.
  mutating func solve()

  /// Paths of files not taken in yet that hold a definition which a handle flows into.
  var demandedFiles: [String] { get }

  /// Names that a file not taken in yet would use if it got a handle by them.
  func carrierNames(in family: Language) -> Set<String>

  /// All that was found so far.
  func findings() -> Findings

  /// Why the calls of a line are operations or not, a sentence each.
  func explanation(path: String, line: Int) -> [String]
}

/// What an analysis found.
package struct Findings: Sendable {
  package var operations: [Operation] = []
  package var scripts: [ScriptRecord] = []
  package var clients: [ClientRecord] = []
  package var unresolved: [UnresolvedSite] = []

  package init() {}
}
