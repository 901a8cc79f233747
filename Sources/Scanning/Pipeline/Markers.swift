import InventoryModel
import Knowledge

/// The words by which a file shows that it may use a client library, a search for each family of languages.
struct Markers: Sendable {
  private var searches: [Language: WordSearch] = [:]

  /// Words that a file which speaks of a server holds, whatever its client library.
  private static let common = ["redis", "valkey"]

  /// - Parameter others: words looked for in all languages.
  init(of clients: [ClientLibrary], and others: [String] = []) {
    for family in Set(Language.allCases.map(\.family)) {
      let words = clients.filter { $0.language.family == family }.flatMap(\.markers)
      searches[family] = WordSearch(words + others + Markers.common, ignoringCase: true)
    }
  }

  /// The search for a language; nothing for Lua, of which every file is looked at.
  func search(for language: Language) -> WordSearch? { language == .lua ? nil : searches[language.family] }
}
