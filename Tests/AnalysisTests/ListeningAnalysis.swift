import Analysis
import InventoryModel
import Scanning

/// The analysis, which also keeps the facts that it is given.
struct ListeningAnalysis: FrontierAnalysis {
  private var analysis: Analysis
  private(set) var facts: [FileFacts] = []

  init(_ start: Scanning.Scanner.Start) { analysis = Analysis(start) }

  mutating func add(_ file: FileFacts, context: FileContext) {
    facts.append(file)
    analysis.add(file, context: context)
  }

  mutating func solve() { analysis.solve() }
  mutating func callers(for families: Set<Language>) async -> [Language: Set<Carrier>] {
    await analysis.callers(for: families)
  }
  mutating func tellingFiles() async -> [String] { await analysis.tellingFiles() }
  func wishes(for families: Set<Language>) -> Analysis.Wishes { analysis.wishes(for: families) }
  mutating func findings() async -> Findings { await analysis.findings() }
  func explanation(path: String, line: Int) -> [String] { analysis.explanation(path: path, line: line) }
}
