import InventoryModel
import Knowledge

/// The words by which a file shows that it may use a client library, a search for each family of languages.
struct Markers: Sendable {
  private var searches: [Language: WordSearch] = [:]
  private let paths: ServerPaths

  /// Words that a file which speaks of a server holds, whatever its client library.
  private static let servers: [String: WordBoundary] = [
    "redis": .name(notAfter: [], notBefore: ["tribut", "trict", "cover", "play", "patch"]),
    "valkey": .name(notAfter: ["appro", "inter", "remo", "retrie"], notBefore: []),
  ]

  /// - Parameters:
  ///   - others: words looked for in all languages.
  ///   - paths: where scripts are looked at whatever they hold.
  init(of clients: [ClientLibrary], and others: [String] = [], paths: ServerPaths = ServerPaths()) {
    self.paths = paths
    for family in Set(Language.allCases.map(\.family)) {
      let markers = clients.filter { $0.language.family == family }.flatMap(\.markers)
      var words = Dictionary(markers.map { ($0, WordBoundary.whole) }) { first, _ in first }
      for word in others { words[word] = .anywhere }
      words.merge(Markers.servers) { $1 }
      searches[family] = WordSearch(words, ignoringCase: true)
    }
  }

  /// Whether a file may use a client library: it holds a marker, or is a script of a place that is named after a server.
  func match(_ bytes: Span<UInt8>, path: String, language: Language) -> Bool {
    guard let search = search(for: language) else { return true }
    return search.matches(in: bytes) || language.family == .javascript && paths.contains(path)
  }

  /// The search for a language; nothing for Lua, of which every file is looked at.
  func search(for language: Language) -> WordSearch? { language == .lua ? nil : searches[language.family] }
}
