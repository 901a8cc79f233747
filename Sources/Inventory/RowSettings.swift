import InventoryModel

/// Puts what a configuration says into rows and entries, and notes what it says of rows that are not there.
struct RowSettings {
  let settings: InventorySettings
  private(set) var notes: [String] = []

  init(_ settings: InventorySettings) { self.settings = settings }

  /// The rows with those of each group as one, and their names.
  mutating func grouped(_ rows: [PatternRow], _ names: [String]) -> (rows: [PatternRow], names: [String]) {
    var (rows, names) = (rows, names)
    for group in settings.groups {
      let ids = names.map(RowNamer.slug)
      for id in group.rows where !ids.contains(id) { note(id, among: ids, at: group.place) }
      let members = group.rows.compactMap { ids.firstIndex(of: $0) }
      guard let first = members.first else { continue }
      names[first] = group.name
      for member in members.dropFirst() {
        rows[first].owners += rows[member].owners.filter { !rows[first].owners.contains($0) }
        rows[first].incidences += rows[member].incidences
        rows[first].joined.append(rows[member].definition)
      }
      for member in Set(members.dropFirst()).subtracting([first]).sorted(by: >) {
        rows.remove(at: member)
        names.remove(at: member)
      }
    }
    return (rows, names)
  }

  /// The entries with the cells that were written by hand.
  mutating func written(into entries: [PatternEntry]) -> [PatternEntry] {
    let ids = entries.map(\.id)
    for (id, row) in settings.rows.sorted(by: { $0.key < $1.key }) where !ids.contains(id) {
      note(id, among: ids, at: row.place)
    }
    return entries.map { entry in
      guard let row = settings.rows[entry.id] else { return entry }
      var entry = entry
      entry.name = row.name ?? entry.name
      if !row.owners.isEmpty { entry.owners = row.owners }
      entry.concerns = row.concerns.map { RichText(plain: $0) } + entry.concerns
      entry.notes = row.notes
      return entry
    }
  }

  private mutating func note(_ id: String, among ids: [String], at place: String) {
    notes.append("\(place): the inventory has no row '\(id)'\(NearestName.hint(for: id, in: ids))")
  }
}
