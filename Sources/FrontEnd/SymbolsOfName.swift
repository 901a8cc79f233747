import InventoryModel

/// What one name means in the scopes that declare it; most names are declared in few.
struct SymbolsOfName {
  /// In the order of the scopes.
  private var entries: [(scope: Int32, symbol: SymbolID)] = []

  /// The symbol that a scope itself declares.
  subscript(scope: ScopeID) -> SymbolID? {
    get {
      let place = place(of: scope)
      return place < entries.count && entries[place].scope == scope.index ? entries[place].symbol : nil
    }
    set {
      let place = place(of: scope)
      if place < entries.count, entries[place].scope == scope.index { entries.remove(at: place) }
      guard let newValue else { return }
      if place == entries.count {
        entries.append((scope.index, newValue))
      } else {
        entries.insert((scope.index, newValue), at: place)
      }
    }
  }

  /// Where a scope stands, or would.
  private func place(of scope: ScopeID) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].scope < scope.index { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
