import InventoryModel

/// Whether every pattern has owners and, in a mixed tree, a counterpart in Go.
struct OwnersCriterion {
  private let input: GateInput
  private let goNames: Set<String>

  init(_ input: GateInput) {
    self.input = input
    goNames = Set(input.productionOperations.filter { $0.language.family == .go }.flatMap(\.sharedNames))
  }

  var items: [Criterion.Item] {
    let patterns = input.patterns
    guard !patterns.isEmpty else { return [Criterion.Item(.met, "production code has no patterns")] }
    var items: [Criterion.Item] = []
    if !input.namesOwners {
      items.append(
        Criterion.Item(.notMet, "no owners are named: by a CODEOWNERS file, or under \(code: "owners:")"))
    }
    for pattern in patterns {
      if input.namesOwners { items.append(owner(of: pattern)) }
      if input.isMixed, let item = counterpart(of: pattern) { items.append(item) }
    }
    return items
  }

  private func owner(of pattern: PatternEntry) -> Criterion.Item {
    let paths = Set(pattern.anchors.map(\.path)).sorted()
    let unowned = paths.filter { input.owners[$0]?.isEmpty ?? true }
    guard unowned.isEmpty else {
      return Criterion.Item(.notMet, "\(pattern.name): nobody owns \(codes: unowned)", at: pattern.place)
    }
    let owners = paths.flatMap { input.owners[$0] ?? [] }
    let each = owners.enumerated().filter { owners.firstIndex(of: $0.element) == $0.offset }.map(\.element)
    return Criterion.Item(.met, "\(pattern.name): \(each.joined(separator: ", "))", at: pattern.place)
  }

  /// Nothing for what is Go's own, or has no names that two sides could share.
  private func counterpart(of pattern: PatternEntry) -> Criterion.Item? {
    let others = pattern.operations.filter { $0.language.family != .go }
    guard !others.isEmpty, others.contains(where: { $0.touchesData }) else { return nil }
    let names = Set(others.flatMap(\.sharedNames))
    guard !names.isEmpty else {
      return Criterion.Item(
        .needsAttestation, "\(pattern.name): its Go counterpart cannot be found, since the source tells no key of it",
        at: pattern.place)
    }
    let missing = names.filter { name in !goNames.contains { SharedName.isOne($0, name) } }.sorted()
    guard !missing.isEmpty else {
      return Criterion.Item(.met, "\(pattern.name): Go uses \(codes: names.sorted())", at: pattern.place)
    }
    return Criterion.Item(.notMet, "\(pattern.name): nothing in Go uses \(codes: missing)", at: pattern.place)
  }
}
