import Foundation
import InventoryModel
import TestSupport
import Testing

@testable import Scanning

@Suite struct FactsCodingTests {
  private static let fixtures = Fixtures.files(under: "Languages").filter { SourceKind(path: $0)?.language != nil }

  private static func facts(_ path: String) throws -> FileFacts {
    let kind = try #require(SourceKind(path: path))
    let text = try Fixtures.text(path)
    return try #require(FrontEnds(for: [kind]).facts(of: Array(text.utf8), path: path, kind: kind))
  }

  @Test func `there are fixtures`() { #expect(Self.fixtures.count > 20) }

  @Test(arguments: Self.fixtures)
  func `facts are read back as they were written`(path: String) throws {
    let facts = try Self.facts(path)
    let bytes = FactsWriter.bytes(of: facts)
    let read = try #require(FactsReader.facts(in: bytes[...], path: path))
    #expect(String(reflecting: read) == String(reflecting: facts))
    #expect(FactsWriter.bytes(of: read) == bytes)
  }

  @Test func `bytes that are no facts are refused, and never lead outside`() throws {
    let path = try #require(Self.fixtures.first { $0.hasSuffix(".py") })
    let bytes = FactsWriter.bytes(of: try Self.facts(path))
    for length in bytes.indices { #expect(FactsReader.facts(in: bytes.prefix(length), path: path) == nil) }
    var random = SystemRandomNumberGenerator()
    for index in bytes.indices {
      var broken = bytes
      broken[index] = .random(in: 0...255, using: &random)
      guard let facts = FactsReader.facts(in: broken[...], path: path) else { continue }
      let operands = facts.expressions.flatMap(\.kind.operands)
      #expect(operands.allSatisfy { facts.expressions.indices.contains(Int($0.index)) })
    }
  }

  @Test func `only the same content of the same path is known`() throws {
    let path = try #require(Self.fixtures.first)
    let facts = try Self.facts(path)
    let empty = FactsCache()
    let content = Array("x = 1\n".utf8)
    let record = FactsCache.Record(digest: empty.digest(of: content.span), bytes: FactsWriter.bytes(of: facts))
    let bytes = empty.bytes(adding: [path: record]) { _ in true }
    let cache = try #require(FactsCache(bytes))
    #expect(cache.facts(of: path, cache.digest(of: content.span)) != nil)
    #expect(cache.facts(of: "other.py", cache.digest(of: content.span)) == nil)
    #expect(cache.facts(of: path, cache.digest(of: Array("x = 2\n".utf8).span)) == nil)
    #expect(cache.bytes(adding: [:]) { _ in true } == bytes)
    #expect(FactsCache(cache.bytes(adding: [:]) { _ in false })?.facts(of: path, record.digest) == nil)
    for length in bytes.indices { #expect(FactsCache(Array(bytes.prefix(length))) == nil) }
  }
}
