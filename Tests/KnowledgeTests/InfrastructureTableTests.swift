import InventoryModel
import Knowledge
import Testing

@Suite struct InfrastructureTableTests {
  private func message(_ path: String, _ text: String) -> String {
    do {
      _ = try InfrastructureVocabulary.load(tables: [TableFile(path: "Infrastructure/\(path)", text: text)])
      return ""
    } catch { return error.description }
  }

  @Test func `the program's own tables load, and none is empty`() throws {
    let vocabulary = try InfrastructureVocabulary.standard()
    #expect(Set(vocabulary.files.kinds.map(\.kind)) == Set(InfrastructureFileKind.allCases))
    #expect(vocabulary.products.map(\.key) == ["redis", "valkey", "keydb", "dragonfly", "garnet"])
    #expect(
      vocabulary.settings.known.isSuperset(
        of: vocabulary.settings.secret.subtracting(["sentinel-pass"]).subtracting([
          "tls-key-file-pass", "tls-client-key-file-pass",
        ])))
    #expect(!vocabulary.resources.isEmpty && !vocabulary.shell.prefixes.isEmpty && !vocabulary.intendedLicences.isEmpty)
    #expect(Set(vocabulary.packages.keys) == [.python, .go, .javascript, .swift])
  }

  @Test(arguments: [
    (
      "Products.yml", "redis:\n  titel: Redis\n",
      "Infrastructure/Products.yml:2:3: redis.titel: unknown key 'titel'; did you mean 'title'?"
    ),
    (
      "Products.yml", "redis:\n  licences: [{from: \"8\", is: [A]}, {from: \"7\", is: [B]}]\n",
      "first versions must rise"
    ),
    ("Products.yml", "redis: {title: Redis}\n", "'licences' is missing"),
    (
      "Files.yml", "kinds:\n  compos: [a]\n",
      "Infrastructure/Files.yml:2:3: kinds.compos: unknown key 'compos'; did you mean 'compose'?"
    ),
    ("Packages.yml", "python:\n  clients: {redis: a}\n  queues: {redis: b}\n", "'redis' is given twice"),
    ("Terraform.yml", "aws_x: {version: v}\n", "'product' is missing"),
    ("Things.yml", "a: b\n", "no table belongs here"),
  ])
  func `a mistake names file, line, column and keys`(path: String, text: String, part: String) {
    #expect(message(path, text).contains(part), "\(message(path, text))")
  }
}
