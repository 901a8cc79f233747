import InventoryModel
import Knowledge

/// Scripts: what they do in one step, and which keys they do not declare.
struct ScriptObserver {
  let facts: RowFacts

  var observations: [Observation] {
    let digests = Set(facts.operations.compactMap(\.script))
    let paths = Set(facts.operations.filter(\.isInScript).map(\.place.path))
    let files = facts.report.scriptFiles.filter { paths.contains($0.place.path) }
    let scripts = facts.report.scripts.filter { $0.sha1.map(digests.contains) ?? false } + files
    guard !scripts.isEmpty else { return [] }
    let inside = Set(facts.operations.filter(\.isInScript).map(\.command)).sorted()
    var result = [
      Observation(
        kind: .scriptAtomic,
        slots: [
          "commands": RichText(names: inside.isEmpty ? Set(scripts.flatMap(\.commands)).sorted() : inside),
          "count": count(scripts.count),
          "function": RowText.functions(runners(digests) + facts.functions(of: facts.operations.filter(\.isInScript))),
        ])
    ]
    let madeUp = Set(scripts.flatMap(\.keysMadeUp)).sorted()
    if !madeUp.isEmpty {
      result.append(
        Observation(kind: .scriptKeysMadeUp, slots: ["keys": RowText.keys(madeUp), "count": count(scripts.count)]))
    }
    let many = scripts.compactMap(\.keysDeclared).filter { $0 > 1 }.max()
    if let many { result.append(Observation(kind: .scriptManyKeys, slots: ["count": .number(many)])) }
    return result
  }

  private func runners(_ digests: Set<String>) -> [String] {
    facts.functions(
      of: facts.operations.filter { operation in
        !operation.isInScript && (operation.script.map(digests.contains) ?? false)
      })
  }

  private func count(_ number: Int) -> RichText {
    RichText(plain: number == 1 ? "one script" : CountText.of(number, "script"))
  }
}
