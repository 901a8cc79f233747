import InventoryModel

/// The facts of Lua scripts that stand in strings; each text is lowered once.
struct ScriptFacts {
  private let lower: Analysis.ScriptLowering
  private var known: [Script: FileFacts?] = [:]

  private struct Script: Hashable {
    let text: String
    let path: String
  }

  init(_ lower: @escaping Analysis.ScriptLowering) { self.lower = lower }

  /// - Parameter path: what facts name the script by.
  mutating func facts(of text: String, path: String) -> FileFacts? {
    let script = Script(text: text, path: path)
    if let found = known[script] { return found }
    let facts = lower(text, path)
    known[script] = .some(facts)
    return facts
  }
}
