import Foundation
import InventoryModel
import Knowledge
import Rules
import TestSupport
import Testing
import YAML

/// The tables that the program ships.
struct RulesTests {
  @Test func `all tables load`() throws {
    let base = try KnowledgeBase.load(languages: Set(Language.allCases))
    #expect(base.commands.commands.count > 600)
    #expect(base.clients.count == RulesTests.clientTables.count)
  }

  @Test func `tables of other languages are not read`() throws {
    let base = try KnowledgeBase.load(languages: [.go])
    #expect(Set(base.clients.map(\.language)) == [.go])
    #expect(base.conventions.keys.allSatisfy { $0 == .go })
  }

  @Test(arguments: clientTables)
  func `a client table has a folder of fixtures`(path: String) {
    #expect(!Fixtures.files(under: String(path.dropLast(".yml".count))).isEmpty)
  }

  @Test(arguments: clientTables)
  func `a client table is named as its library, and has markers`(path: String) throws {
    let parts = path.dropLast(".yml".count).split(separator: "/")
    let language = try #require(Language(rawValue: String(parts[1])))
    let base = try KnowledgeBase.load(languages: [language])
    let library = try #require(base.clients.first { $0.name.lowercased() == parts[2] })
    #expect(language == .lua || !library.markers.isEmpty)
    #expect(Set(library.markers).isSubset(of: base.markers(language: language)))
  }

  @Test func `what servers offer to scripts is a role of one name`() throws {
    let tables = try KnowledgeBase.load(languages: [.lua]).clients.filter { $0.name.hasPrefix("redis-engine") }
    #expect(tables.count == 2)
    #expect(tables.flatMap(\.roles.keys).allSatisfy { $0 == "engine" })
  }

  @Test(arguments: EmbeddedRules.files.map(\.path).filter { $0.hasSuffix(".yml") })
  func `a YAML table is embedded as the document that it is`(path: String) throws {
    let embedded = try #require(EmbeddedRules.files.first { $0.path == path })
    let written = try Data(contentsOf: Fixtures.packageFolder.appending(path: "Rules/\(path)"))
    let document = try YAML.parse(String(decoding: written, as: UTF8.self), file: path)
    #expect(YAMLNode(packed: embedded.document) == document)
  }

  static let clientTables = EmbeddedRules.files.map(\.path).filter { $0.hasPrefix("Clients/") }
}
