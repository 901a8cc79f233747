import FileSystem
import InventoryModel

/// The facts of files as earlier scans of a tree found them, by path and content.
struct FactsCache: Sendable {
  /// What contents are told apart under.
  private let key: ContentDigest.Key
  /// All that was stored.
  private let bytes: [UInt8]
  private let places: [String: Place]

  /// Where the facts of a file stand.
  private struct Place: Sendable {
    let digest: ContentDigest
    let range: Range<Int>
  }

  /// The facts of a file in the form that is stored.
  struct Record: Sendable {
    let digest: ContentDigest
    let bytes: [UInt8]
  }

  private static let mark = Array("redis-inventory facts 1\n".utf8)

  /// An empty cache.
  init() {
    key = .random
    bytes = []
    places = [:]
  }

  /// The cache of some bytes; nil where they are no whole cache.
  init?(_ bytes: [UInt8]) {
    guard var reader = ByteReader(sealed: bytes, mark: FactsCache.mark), let first = reader.number(),
      let second = reader.number(), let count = reader.number()
    else { return nil }
    var places: [String: Place] = [:]
    for _ in 0..<count {
      guard let path = reader.string(), let high = reader.number(), let low = reader.number(),
        let range = reader.range()
      else { return nil }
      places[path] = Place(digest: ContentDigest(high: high, low: low), range: range)
    }
    guard reader.isAtEnd else { return nil }
    self.bytes = bytes
    self.places = places
    key = ContentDigest.Key(first: first, second: second)
  }

  func digest(of content: Span<UInt8>) -> ContentDigest { ContentDigest(of: content, key: key) }

  /// The facts of a file, where its content is that of the time when they were stored.
  func facts(of path: String, _ digest: ContentDigest) -> FileFacts? {
    guard let place = places[path], place.digest == digest else { return nil }
    return FactsReader.facts(in: bytes[place.range], path: path)
  }

  /// The cache with the facts of more files, as bytes; of other files it keeps those that are wanted.
  func bytes(adding records: [String: Record], keeping isWanted: (String) -> Bool) -> [UInt8] {
    var writer = ByteWriter()
    writer.add(key.first)
    writer.add(key.second)
    let kept = places.filter { records[$0.key] == nil && isWanted($0.key) }.sorted { $0.key < $1.key }
    writer.add(UInt64(kept.count + records.count))
    for (path, place) in kept { FactsCache.add(path, place.digest, bytes[place.range], to: &writer) }
    for (path, record) in records.sorted(by: { $0.key < $1.key }) {
      FactsCache.add(path, record.digest, record.bytes[...], to: &writer)
    }
    return writer.sealed(mark: FactsCache.mark)
  }

  private static func add(
    _ path: String, _ digest: ContentDigest, _ bytes: ArraySlice<UInt8>, to writer: inout ByteWriter
  ) {
    writer.add(path)
    writer.add(digest.high)
    writer.add(digest.low)
    writer.add(Array(bytes))
  }
}

extension ScanCache {
  /// The facts that earlier scans of a tree found.
  func facts(of task: ScanTask) -> FactsCache {
    folder.entry(factsName(task)).flatMap { FactsCache($0) } ?? FactsCache()
  }

  /// Stores the facts of files that were parsed beside those of others in the tree.
  func store(_ records: [String: FactsCache.Record], in cache: FactsCache, of task: ScanTask) {
    guard !records.isEmpty else { return }
    let paths = Set(task.files.files.map(\.path))
    folder.write(cache.bytes(adding: records) { paths.contains($0) }, to: factsName(task))
  }

  /// What facts depend on beside paths and contents.
  private func factsName(_ task: ScanTask) -> String {
    "facts-" + ScanCacheKey.name(of: Array((program + "\0" + task.files.root).utf8))
  }
}
