import InventoryModel
import Knowledge

/// The words by which a file shows that it may use a client library, a search for each family of languages.
struct Markers: Sendable {
  private var searches: [Language: WordSearch] = [:]

  /// Words that a file which speaks of a server holds, whatever its client library.
  private static let servers: [String: WordBoundary] = [
    "redis": .name(notAfter: [], notBefore: ["tribut", "trict", "cover", "play", "patch"]),
    "valkey": .name(notAfter: ["appro", "inter", "remo", "retrie"], notBefore: []),
  ]

  /// - Parameter others: words looked for in all languages.
  init(of clients: [ClientLibrary], and others: [String] = []) {
    for family in Set(Language.allCases.map(\.family)) {
      let markers = clients.filter { $0.language.family == family }.flatMap(\.markers)
      var words = Dictionary(markers.map { ($0, WordBoundary.whole) }) { first, _ in first }
      for word in others { words[word] = .anywhere }
      words.merge(Markers.servers) { $1 }
      searches[family] = WordSearch(words, ignoringCase: true)
    }
  }

  /// The search for a language; nothing for Lua, of which every file is looked at.
  func search(for language: Language) -> WordSearch? { language == .lua ? nil : searches[language.family] }
}
