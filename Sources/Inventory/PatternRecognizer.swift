import InventoryModel
import Knowledge

/// A pattern found: a definition, and the operations on keys that it accounts for.
struct PatternRow {
  let definition: PatternDefinition
  var owners: [Owner]
  var incidences: [Incidence]
  /// What made it this pattern, before others joined.
  let core: Set<Incidence>
  /// What the rows are that were put into this one.
  var joined: [PatternDefinition] = []

  var operationNumbers: Set<Int> { Set(incidences.map(\.operation)) }
}

/// Finds the patterns of a report.
struct PatternRecognizer {
  let report: ScanReport
  let book: PatternBook
  let use: CommandUse

  func rows() -> [PatternRow] {
    let index = OwnerIndex(report)
    var incidences: [Owner: [Incidence]] = [:]
    for (number, operation) in report.operations.enumerated() where operation.context != .test {
      for owner in index.owners(of: operation) where owner.context != .test {
        incidences[owner, default: []] += Incidence.of(operation, number: number)
      }
    }
    var rows: [PatternRow] = []
    var rest: [PatternRow] = []
    for owner in incidences.keys.sorted() {
      let found = self.rows(of: owner, incidences[owner] ?? [])
      rows += found.filter { !$0.definition.isRest && !$0.definition.isStructure }
      rest += found.filter { $0.definition.isRest || $0.definition.isStructure }
    }
    return RowMerger(operations: report.operations).merged(rows, rest: rest)
  }

  private func rows(of owner: Owner, _ all: [Incidence]) -> [PatternRow] {
    var remaining = all
    var rows: [PatternRow] = []
    for definition in book.patterns where !definition.isTrait && !remaining.isEmpty {
      let taken = taken(by: definition, of: owner, from: remaining, all: all)
      guard !taken.isEmpty else { continue }
      rows.append(
        PatternRow(
          definition: definition, owners: [owner], incidences: remaining.filter(taken.contains), core: taken))
      remaining.removeAll(where: taken.contains)
    }
    return rows
  }

  private func taken(
    by definition: PatternDefinition, of owner: Owner, from remaining: [Incidence], all: [Incidence]
  ) -> Set<Incidence> {
    var taken: Set<Incidence> = []
    for group in groups(of: remaining, definition.scope) {
      let operations = Set(group.map(\.operation)).sorted().map { report.operations[$0] }
      let names = group.map(\.target.text)
      let forms = definition.forms.filter { matches($0, operations, owner, names) }
      guard !forms.isEmpty else { continue }
      taken.formUnion(
        group.filter { incidence in
          if definition.scope != .owner, incidence.target != .none || definition.scope != .key { return true }
          let operation = report.operations[incidence.operation]
          return (forms.flatMap(\.needs) + definition.takes).contains { $0.matches(operation) }
        })
    }
    return taken
  }

  /// The operations that are looked at together, in a stable order.
  private func groups(of incidences: [Incidence], _ scope: PatternDefinition.Scope) -> [[Incidence]] {
    switch scope {
    case .owner: return [incidences]
    case .key:
      return PatternRecognizer.grouped(incidences) { incidence in
        // What two scripts call KEYS[1] is not one key.
        let operation = report.operations[incidence.operation]
        let isApart = operation.language == .lua && !incidence.target.isKnown
        return KeyGroup(target: incidence.target, path: isApart ? operation.place.path : nil)
      }
    case .function, .tree:
      return PatternRecognizer.grouped(incidences) { incidence in
        let operation = report.operations[incidence.operation]
        return FunctionKey(operation)
      }
    }
  }

  private struct KeyGroup: Hashable {
    let target: Incidence.Target
    let path: String?
  }

  static func grouped<Key: Hashable>(_ incidences: [Incidence], by key: (Incidence) -> Key) -> [[Incidence]] {
    var order: [Key] = []
    var groups: [Key: [Incidence]] = [:]
    for incidence in incidences {
      let key = key(incidence)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(incidence)
    }
    return order.map { groups[$0] ?? [] }
  }

  /// Whether operations of an owner on what has these names look as a form says.
  private func matches(
    _ form: PatternDefinition.Form, _ operations: [Operation], _ owner: Owner, _ names: [String]
  ) -> Bool {
    guard form.needs.allSatisfy({ need in operations.contains { need.matches($0) } }) else { return false }
    if form.lacks.contains(where: { lack in operations.contains { lack.matches($0) } }) { return false }
    if let relation = form.relation, !RelationFinder(use: use).holds(relation, operations) { return false }
    if form.words.isEmpty { return true }
    let telling = operations.filter { operation in
      form.needs.isEmpty || form.needs.contains { $0.matches(operation) }
    }
    // A script that takes many keys is not about each.
    let isOfMany = telling.allSatisfy { CommandTraits.running.contains($0.command) && $0.keyTemplates.count > 2 }
    return !SpokenWords(telling, owner, isOfMany ? [] : names).isDisjoint(with: form.words)
  }
}

/// A function by its path and name.
struct FunctionKey: Hashable {
  let path: String
  let name: String?

  init(_ operation: Operation) {
    path = operation.place.path
    name = operation.function
  }
}

/// The words in the names around operations.
struct SpokenWords {
  private let words: Set<String>

  init(_ operations: [Operation], _ owner: Owner, _ names: [String]) {
    // In Go the folder is the package, which names what a type is of.
    let namesFolder = owner.type == nil || owner.path.hasSuffix(".go")
    var texts = [owner.type ?? ""] + owner.path.split(separator: "/").suffix(namesFolder ? 2 : 1).map(String.init)
    texts += names + operations.compactMap(\.function)
    texts += operations.filter { $0.language == .lua }.compactMap { $0.place.path.split(separator: "/").last }.map(
      String.init)
    words = Set(texts.flatMap(NameWords.split).map { $0.lowercased() })
  }

  /// Whether no word begins with any of the given ones.
  func isDisjoint(with beginnings: [String]) -> Bool {
    !words.contains { word in beginnings.contains { word.hasPrefix($0) } }
  }
}
