import InventoryModel

/// Whether what one side claims by RENAME, reads and deletes, the other side claims, reads and deletes too.
struct FlushCriterion {
  private let input: GateInput
  private let flushes: [PatternEntry]

  init(_ input: GateInput) {
    self.input = input
    flushes = input.patterns.filter { $0.pattern == "claim-by-rename" }
  }

  /// A step of the lifecycle, and the commands that take it.
  private static let steps: [(name: String, commands: Set<String>)] = [
    ("SCAN", ["SCAN"]), ("RENAME", ["RENAME", "RENAMENX"]), ("DELETE", ["DEL", "UNLINK"]),
  ]

  var items: [Criterion.Item] {
    guard !flushes.isEmpty else { return [Criterion.Item(.met, "production code claims nothing by RENAME")] }
    let (go, others) = (flushes.filter { side($0) == .go }, flushes.filter { side($0) != .go })
    guard input.isMixed else {
      return flushes.map {
        Criterion.Item(
          .needsAttestation, "\($0.name): the other side is not in the scanned tree", at: $0.place)
      }
    }
    return others.map { item(for: $0, among: go, side: "Go") } + unmatched(go, others)
  }

  /// Flushes of Go alone.
  private func unmatched(_ go: [PatternEntry], _ others: [PatternEntry]) -> [Criterion.Item] {
    go.filter { flush in !others.contains { shareNames($0, flush) } }
      .map { item(for: $0, among: others, side: "the other side") }
  }

  private func item(for flush: PatternEntry, among others: [PatternEntry], side: String) -> Criterion.Item {
    let steps = steps(of: flush)
    guard let other = others.first(where: { shareNames($0, flush) }) else {
      return Criterion.Item(
        .notMet, "\(flush.name): \(side) has no \(steps.joined(separator: ", ")) on \(codes: names(of: flush))",
        at: flush.place)
    }
    let missing = steps.filter { !self.steps(of: other).contains($0) }
    guard missing.isEmpty else {
      return Criterion.Item(
        .notMet, "\(flush.name): \(other.name) in \(side) has no \(missing.joined(separator: ", "))", at: other.place)
    }
    return Criterion.Item(
      .met, "\(flush.name): \(other.name) in \(side) does \(steps.joined(separator: ", ")) too", at: other.place)
  }

  private func side(_ pattern: PatternEntry) -> Language? {
    pattern.operations.first { !$0.isInScript }?.language.family
  }

  private func steps(of pattern: PatternEntry) -> [String] {
    FlushCriterion.steps.filter { step in pattern.operations.contains { step.commands.contains($0.command) } }
      .map(\.name)
  }

  /// What it walks and claims.
  private func names(of pattern: PatternEntry) -> [String] {
    let claims = pattern.operations.filter { ["SCAN", "RENAME", "RENAMENX"].contains($0.command) }
    return Set(claims.flatMap(\.sharedNames)).sorted()
  }

  private func shareNames(_ left: PatternEntry, _ right: PatternEntry) -> Bool {
    names(of: left).contains { name in names(of: right).contains { SharedName.isOne($0, name) } }
  }
}
