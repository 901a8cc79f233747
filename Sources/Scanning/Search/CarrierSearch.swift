import Analysis

/// Finds the files that may reach a client through a carrier: they hold its name, and the word by which it is imported.
struct CarrierSearch: Sendable {
  private let search: WordSearch
  private let needs: [Need]

  /// Positions of a carrier's words among those searched for.
  private struct Need: Sendable {
    let name: Int
    let module: Int?
    let folder: String?
  }

  init(_ carriers: Set<Carrier>) {
    search = WordSearch(Set(carriers.flatMap { [$0.name, $0.module].compactMap(\.self) }), boundary: .whole)
    let numbers = Dictionary(uniqueKeysWithValues: search.words.enumerated().map { ($0.element, $0.offset) })
    needs = carriers.compactMap { carrier in
      numbers[carrier.name].map { name in
        Need(name: name, module: carrier.module.flatMap { numbers[$0] }, folder: carrier.folder.map { $0 + "/" })
      }
    }
  }

  func matches(in bytes: Span<UInt8>, path: String) -> Bool {
    let found = search.words(in: bytes)
    guard !found.isEmpty else { return false }
    return needs.contains { need in
      guard found.contains(need.name) else { return false }
      return need.module.map { found.contains($0) } ?? true || need.folder.map { path.hasPrefix($0) } ?? false
    }
  }
}
