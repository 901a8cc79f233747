import Analysis
import FileSystem
import Foundation
import InventoryModel
import Testing

@testable import Scanning

@Suite struct ScanCacheEntryTests {
  private var entry: ScanCacheEntry {
    var trace = ScanTrace()
    trace.decisive = ["a.py", "ü.go"]
    trace.markers = [.python: ["redis"], .go: ["redis", "valkey"]]
    trace.carriers = [
      .python: [Carrier(name: "store", isMember: true), Carrier(name: "get", module: "", folder: "a/b")]
    ]
    return ScanCacheEntry(
      key: [1, 2], names: Array("a.py\0".utf8), signatures: [1, .max],
      digestKey: ContentDigest.Key(first: 3, second: 4),
      digests: [ContentDigest(high: 5, low: 6), ContentDigest(high: 7, low: 8)], trace: trace, report: Array("{}".utf8))
  }

  @Test func `what is written is read back`() throws {
    let read = try #require(ScanCacheEntry(entry.bytes))
    #expect(read.bytes == entry.bytes)
    #expect(read.trace.decisive == entry.trace.decisive)
    #expect(read.trace.markers == entry.trace.markers)
    #expect(read.trace.carriers == entry.trace.carriers)
    #expect(read.signatures == entry.signatures)
    #expect(read.digests == entry.digests)
  }

  @Test func `no byte can be missing or different`() {
    let bytes = entry.bytes
    for length in bytes.indices { #expect(ScanCacheEntry(Array(bytes.prefix(length))) == nil) }
    for index in bytes.indices {
      var broken = bytes
      broken[index] ^= 0x80
      #expect(ScanCacheEntry(broken) == nil)
    }
  }

  @Test func `counts beyond what is there take no memory`() {
    for count: UInt64 in [5, 1 << 40, .max] {
      var writer = ByteWriter()
      writer.add(count)
      var reader = ByteReader(writer.bytes)
      #expect(reader.numbers() == nil)
      reader = ByteReader(writer.bytes)
      #expect(reader.text() == nil)
    }
  }

  @Test func `contents that differ anywhere have different digests`() {
    let key = ContentDigest.Key.random
    var seen: Set<ContentDigest> = []
    for length in 0...40 {
      let bytes = [UInt8](repeating: 0, count: length)
      seen.insert(ContentDigest(of: bytes.span, key: key))
      for index in bytes.indices {
        var other = bytes
        other[index] = 1
        seen.insert(ContentDigest(of: other.span, key: key))
      }
    }
    #expect(seen.count == 41 + (0...40).reduce(0, +))
  }

  @Test func `the oldest entries go when there are too many`() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "redis-inventory-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let folder = try CacheFolder(path, sizeLimit: 250)
    for name in ["a", "b", "c"] {
      folder.write([UInt8](repeating: 0, count: 100), to: name)
      Thread.sleep(forTimeInterval: 0.02)
    }
    #expect(["a", "b", "c"].map { folder.entry($0) == nil } == [true, false, false])
    #expect(try FileManager.default.contentsOfDirectory(atPath: path).count == 2)
    folder.write([UInt8](repeating: 0, count: 300), to: "d")
    #expect(folder.entry("d") == nil)
    #expect(folder.entry("b") == [UInt8](repeating: 0, count: 100))
  }

  @Test func `files that are no entries are left alone`() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "redis-inventory-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(atPath: path) }
    for name in ["holiday.jpg", "film.part"] {
      let file = path + "/" + name
      #expect(FileManager.default.createFile(atPath: file, contents: Data(count: 300)))
      try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: file)
    }
    try CacheFolder(path, sizeLimit: 250).write([1], to: "a")
    #expect(Set(["holiday.jpg", "film.part"]).isSubset(of: try FileManager.default.contentsOfDirectory(atPath: path)))
  }
}
