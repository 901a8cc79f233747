import Analysis
import InventoryModel

/// What decides whether a scan of slightly other files finds the same: which files it parsed, and the words by which it
/// found them.
struct ScanTrace: Sendable {
  /// Files of which any change can change what is found: those parsed, and others that were looked into.
  var decisive: Set<String> = []
  /// Words of files that may use a client, by family of languages; found in either case, and within others.
  var markers: [Language: Set<String>] = [:]
  /// Names that lead to a client, by family of languages.
  var carriers: [Language: Set<Carrier>] = [:]

  /// A search for the words of the trace.
  struct Search: Sendable {
    private let markers: [Language: WordSearch]
    private let carriers: [Language: CarrierSearch]

    init(_ trace: ScanTrace) {
      markers = trace.markers.mapValues { WordSearch($0, ignoringCase: true) }
      carriers = Dictionary(
        uniqueKeysWithValues: trace.carriers.map { ($0, CarrierSearch($1, in: $0)) })
    }

    /// Whether the scan would have parsed a file.
    func matches(_ language: Language, _ bytes: Span<UInt8>, _ path: String) -> Bool {
      language == .lua || markers[language.family]?.matches(in: bytes) ?? false
        || carriers[language.family]?.matches(in: bytes, path: path) ?? false
    }
  }
}
