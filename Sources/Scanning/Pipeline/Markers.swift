import InventoryModel
import Knowledge

/// The words by which a file shows that it may use a client library, a search for each family of languages.
struct Markers: Sendable {
  private var families: [Language: Family] = [:]
  private let paths: ServerPaths
  /// Words that count wherever they stand.
  private let others: Set<String>

  /// What is looked for in files of a family of languages, and how it is judged by its line.
  private struct Family: Sendable {
    let search: WordSearch
    /// Nil where files are read whatever they hold.
    let syntax: LineSyntax?
  }

  /// Words that a file which speaks of a server holds, whatever its client library.
  private static let servers: [String: WordBoundary] = [
    "redis": .name(notAfter: [], notBefore: ServerName.otherEnds),
    "valkey": .name(notAfter: ServerName.otherBeginnings, notBefore: []),
  ]

  /// - Parameters:
  ///   - families: of the languages that are searched.
  ///   - others: words looked for in all languages, and in prose too.
  ///   - paths: where scripts are looked at whatever they hold.
  init(
    of clients: [ClientLibrary], in families: Set<Language>, and others: [String] = [],
    paths: ServerPaths = ServerPaths()
  ) {
    self.paths = paths
    self.others = Set(others)
    for family in families {
      let markers = clients.filter { $0.language.family == family }.flatMap(\.markers)
      var words = Dictionary(markers.map { ($0, WordBoundary.whole) }) { first, _ in first }
      for word in others { words[word] = .anywhere }
      words.merge(Markers.servers) { $1 }
      self.families[family] = Family(search: WordSearch(words, ignoringCase: true), syntax: LineSyntax(family))
    }
  }

  /// What is looked for in files of a language.
  func words(for language: Language) -> [String] { families[language.family]?.search.words ?? [] }

  /// Whether a file may use a client library: it names one, or is a script of a place that is named after a server.
  func match(_ bytes: Span<UInt8>, path: String, language: Language) -> Bool {
    // A script of the server is read whatever it holds.
    guard let family = families[language.family], let syntax = family.syntax else { return true }
    let names = family.search.matches(in: bytes) { number, place in
      others.contains(family.search.words[number])
        || Mention(place, in: bytes, language, syntax).namesServer(in: bytes)
    }
    return names || language.family == .javascript && paths.contains(path)
  }
}
