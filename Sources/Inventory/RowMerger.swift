import InventoryModel
import Knowledge

/// Puts rows together that are one thing for a reader.
struct RowMerger {
  let operations: [Operation]

  func merged(_ rows: [PatternRow], rest: [PatternRow]) -> [PatternRow] {
    var rows = joined(rows)
    for row in rest where row.definition.isStructure { absorb(row, into: &rows) }
    for row in rest where row.definition.isRest { absorb(row, into: &rows) }
    return structures(joined(rows))
  }

  /// Rows of one pattern that speak of the same keys or channels in one file are one; so are all of a pattern that is
  /// looked at over the whole tree.
  private func joined(_ rows: [PatternRow]) -> [PatternRow] {
    var result: [PatternRow] = []
    for row in rows {
      guard let index = result.firstIndex(where: { isOne($0, row) }) else {
        result.append(row)
        continue
      }
      result[index].owners += row.owners.filter { !result[index].owners.contains($0) }
      result[index].incidences += row.incidences.filter { !result[index].incidences.contains($0) }
    }
    return result
  }

  private func isOne(_ left: PatternRow, _ right: PatternRow) -> Bool {
    guard left.definition.id == right.definition.id, left.owners[0].context == right.owners[0].context else {
      return false
    }
    if left.definition.scope == .tree || left.owners == right.owners { return true }
    // A script that several run is one thing.
    let scripted = Set(left.core.map(\.operation).filter { operations[$0].isInScript })
    if right.core.contains(where: { scripted.contains($0.operation) }) { return true }
    guard left.owners.contains(where: { $0.path == right.owners[0].path }) else { return false }
    let targets = Set(left.incidences.map(\.target).filter(\.isKnown))
    return right.incidences.contains { targets.contains($0.target) }
  }

  /// The bare structures of one owner are one row, whatever they are.
  private func structures(_ rows: [PatternRow]) -> [PatternRow] {
    var result: [PatternRow] = []
    for row in rows.sorted(by: { $0.incidences.count > $1.incidences.count }) {
      let isBare = row.definition.isRest || row.definition.isStructure
      let home = result.firstIndex {
        isBare && $0.owners == row.owners && ($0.definition.isRest || $0.definition.isStructure)
      }
      guard let home else {
        result.append(row)
        continue
      }
      result[home].incidences += row.incidences
      result[home].joined.append(row.definition)
    }
    return result
  }

  /// What no pattern accounts for goes to the row that its keys or its function belong to, and stays by itself where
  /// there is none.
  private func absorb(_ row: PatternRow, into rows: inout [PatternRow]) {
    var left = row
    left.incidences = []
    let homes = row.incidences.map { home(of: $0, in: row, rows) }
    // Where some of it stays, what would go to another owner's row stays with it.
    let stays = row.definition.isRest && homes.contains(nil)
    for (incidence, home) in zip(row.incidences, homes) {
      if let home, !stays || rows[home].owners.contains(row.owners[0]) {
        rows[home].incidences.append(incidence)
      } else {
        left.incidences.append(incidence)
      }
    }
    if !left.incidences.isEmpty { rows.append(left) }
  }

  private func home(of incidence: Incidence, in row: PatternRow, _ rows: [PatternRow]) -> Int? {
    let owner = row.owners[0]
    let candidates = rows.indices.filter { rows[$0].owners[0].context == owner.context }
    if incidence.target.isKnown {
      let same = candidates.filter { rows[$0].incidences.contains { $0.target == incidence.target } }
      if let home = same.first(where: { rows[$0].owners.contains(owner) }) ?? same.first { return home }
      if row.definition.isStructure { return nil }
    }
    let own = candidates.filter { rows[$0].owners.contains(owner) && rows[$0].definition.scope != .tree }
    let function = FunctionKey(operations[incidence.operation])
    let near = own.first { index in
      rows[index].incidences.contains { FunctionKey(operations[$0.operation]) == function }
    }
    if let home = near ?? own.max(by: { rows[$0].incidences.count < rows[$1].incidences.count }) { return home }
    let beside = candidates.filter { index in
      rows[index].definition.scope != .tree && rows[index].owners.contains { $0.path == owner.path }
    }
    return row.definition.isRest && beside.count == 1 ? beside[0] : nil
  }
}
