import Analysis
import InventoryModel

/// A report that was made, and all that it was made from.
struct ScanCacheEntry {
  /// All that a report depends on but the files: program, settings, tables.
  var key: [UInt8]
  /// The files' names in order, and what was left out.
  var names: [UInt8]
  /// What the system said of each file; 0 where that does not tell whether it has changed.
  var signatures: [UInt64]
  var digestKey: ContentDigest.Key
  var digests: [ContentDigest]
  var trace: ScanTrace
  /// As the program writes it.
  var report: [UInt8]

  private static let mark = Array("redis-inventory cache 1\n".utf8)

  /// The entry as bytes that tell whether they are whole.
  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.add(key)
    writer.add(names)
    writer.add(signatures)
    writer.add([digestKey.first, digestKey.second])
    writer.add(digests.flatMap { [$0.high, $0.low] })
    ScanCacheEntry.add(trace.decisive.sorted(), to: &writer)
    for language in Language.allCases { ScanCacheEntry.add(trace.markers[language, default: []].sorted(), to: &writer) }
    for language in Language.allCases {
      let carriers = trace.carriers[language, default: []].map(ScanCacheEntry.texts)
      ScanCacheEntry.add(carriers.sorted { $0.lexicographicallyPrecedes($1) }.flatMap(\.self), to: &writer)
    }
    writer.add(report)
    return writer.sealed(mark: ScanCacheEntry.mark)
  }

  /// The entry of some bytes; nil where they are no whole entry of this program.
  init?(_ bytes: [UInt8]) {
    guard var reader = ByteReader(sealed: bytes, mark: ScanCacheEntry.mark), let key = reader.text(),
      let names = reader.text(), let signatures = reader.numbers(),
      let secret = reader.numbers(), secret.count == 2, let digests = reader.numbers(),
      digests.count == 2 * signatures.count, let trace = ScanCacheEntry.trace(&reader), let report = reader.text(),
      reader.isAtEnd
    else { return nil }
    self.key = key
    self.names = names
    self.signatures = signatures
    digestKey = ContentDigest.Key(first: secret[0], second: secret[1])
    self.digests = stride(from: 0, to: digests.count, by: 2).map {
      ContentDigest(high: digests[$0], low: digests[$0 + 1])
    }
    self.trace = trace
    self.report = report
  }

  init(
    key: [UInt8], names: [UInt8], signatures: [UInt64], digestKey: ContentDigest.Key, digests: [ContentDigest],
    trace: ScanTrace, report: [UInt8]
  ) {
    (self.key, self.names, self.signatures, self.report) = (key, names, signatures, report)
    (self.digestKey, self.digests, self.trace) = (digestKey, digests, trace)
  }

  private static func trace(_ reader: inout ByteReader) -> ScanTrace? {
    var trace = ScanTrace()
    guard let paths = strings(&reader) else { return nil }
    trace.decisive = Set(paths)
    for language in Language.allCases {
      guard let words = strings(&reader) else { return nil }
      if !words.isEmpty { trace.markers[language] = Set(words) }
    }
    for language in Language.allCases {
      guard let parts = strings(&reader), parts.count % 4 == 0 else { return nil }
      var carriers: Set<Carrier> = []
      for index in stride(from: 0, to: parts.count, by: 4) { carriers.insert(carrier(parts[index..<(index + 4)])) }
      if !carriers.isEmpty { trace.carriers[language] = carriers }
    }
    return trace
  }

  /// Name, module, folder and kind; a dot stands before the two in the middle where they are there.
  private static func texts(of carrier: Carrier) -> [String] {
    func marked(_ text: String?) -> String { text.map { "." + $0 } ?? "" }
    return [carrier.name, marked(carrier.module), marked(carrier.folder), carrier.isMember ? "member" : ""]
  }

  private static func carrier(_ texts: ArraySlice<String>) -> Carrier {
    func unmarked(_ text: String) -> String? { text.isEmpty ? nil : String(text.dropFirst()) }
    let start = texts.startIndex
    return Carrier(
      name: texts[start], module: unmarked(texts[start + 1]), folder: unmarked(texts[start + 2]),
      isMember: !texts[start + 3].isEmpty)
  }

  private static func add(_ texts: [String], to writer: inout ByteWriter) {
    writer.add(UInt64(texts.count))
    for text in texts { writer.add(text) }
  }

  private static func strings(_ reader: inout ByteReader) -> [String]? {
    guard let count = reader.number() else { return nil }
    var texts: [String] = []
    for _ in 0..<count {
      guard let text = reader.string() else { return nil }
      texts.append(text)
    }
    return texts
  }
}
