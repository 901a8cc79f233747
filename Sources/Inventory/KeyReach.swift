import InventoryModel

/// Which operations reach keys by walking over the keyspace: a worker that lists keys by SCAN and deletes what it finds
/// deletes them, though it never names them.
struct KeyReach {
  /// What owners do with keys that they found, by the pattern that they look for.
  private var reaching: [(pattern: String, operations: [Operation])] = []

  init(_ report: ScanReport, _ index: OwnerIndex) {
    let operations = report.operations.filter { $0.context == .production && !$0.isInScript }
    let walks = operations.filter { CommandTraits.walking.contains($0.command) }
    let owners = Set(walks.flatMap(index.owners))
    let others = Dictionary(
      grouping: operations.filter { !CommandTraits.walking.contains($0.command) && !$0.keyTemplates.isEmpty }
        .map { (owner: index.owners(of: $0)[0], operation: $0) }.filter { owners.contains($0.owner) }, by: \.owner)
    for walk in walks {
      guard let pattern = walk.keyTemplates.first, TemplateText.hasLetters(pattern) else { continue }
      let form = pattern.replacing("*", with: "{}")
      let found = (others[index.owners(of: walk)[0]] ?? []).map(\.operation).filter { operation in
        operation.keyTemplates.contains { !TemplateText.hasLetters($0) || $0 == form }
      }
      if !found.isEmpty { reaching.append((pattern, found)) }
    }
  }

  /// The operations that reach keys of a form by a pattern.
  func operations(on template: String) -> [Operation] {
    var seen: Set<Operation> = []
    guard template.first?.isLetter == true else { return [] }
    return reaching.filter { TemplateText.mayMeet($0.pattern, template) && $0.pattern != template }
      .flatMap(\.operations).filter { !$0.keyTemplates.contains(template) && seen.insert($0).inserted }
  }
}
