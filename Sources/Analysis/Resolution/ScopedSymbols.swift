import InventoryModel

/// The symbols of a file's inner scopes, found by name.
struct ScopedSymbols: Sendable {
  private let symbols: [Symbol]
  private let groups: Groups
  /// Of scopes with so many symbols that looking through them would take long.
  private let byName: [ScopeID: [String: SymbolID]]

  private static let fewSymbols = 24

  init(_ symbols: [Symbol], scopeCount: Int) {
    let file = ScopeID.file.index
    let scopes = symbols.indices.map { symbols[$0].scope.index }
    let groups = Groups(scopes.map { $0 == file ? -1 : $0 }, count: scopeCount)
    var byName: [ScopeID: [String: SymbolID]] = [:]
    for scope in 0..<scopeCount {
      let positions = groups[Int32(scope)]
      guard positions.count > ScopedSymbols.fewSymbols else { continue }
      byName[ScopeID(scope)] = Dictionary(
        positions.map { (symbols[$0].name, SymbolID($0)) }, uniquingKeysWith: { _, last in last })
    }
    self.symbols = symbols
    self.groups = groups
    self.byName = byName
  }

  /// Of symbols of one name the last.
  subscript(_ scope: ScopeID, _ name: String) -> SymbolID? {
    let positions = groups[scope.index]
    if positions.count > ScopedSymbols.fewSymbols { return byName[scope]?[name] }
    return positions.last { symbols[$0].name == name }.map { SymbolID($0) }
  }

  /// In the order in which they are declared; of those of one name the last.
  func symbols(in scope: ScopeID) -> [SymbolID] {
    groups[scope.index].map { SymbolID($0) }.filter { self[scope, symbols[Int($0.index)].name] == $0 }
  }
}
