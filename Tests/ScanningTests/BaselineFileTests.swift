import InventoryModel
import Scanning
import Testing

@Suite struct BaselineFileTests {
  private func message(_ text: String) -> String {
    do throws(ConfigurationError) {
      _ = try BaselineFile.entries(text, path: "b.yml")
      return ""
    } catch {
      return error.description
    }
  }

  @Test func `a baseline is read as it was written, sorted`() throws {
    let entries = [
      BaselineEntry(rule: "r", path: "b.py", function: nil, subject: "KEYS *"),
      BaselineEntry(
        rule: "r", path: "a \"quoted\".py", function: "A.f", subject: "SET a:{}\n\u{1B}\\ #: \u{202E}", occurrence: 3),
    ]
    let text = BaselineFile.text(entries + entries)
    #expect(try BaselineFile.entries(text, path: "b.yml") == entries.sorted())
    #expect(!text.unicodeScalars.contains("\u{202E}"))
    #expect(try BaselineFile.entries(BaselineFile.text([]), path: "b.yml") == [])
  }

  @Test(arguments: [
    ("[]", "b.yml:1:1: 'findings' with a list is expected"),
    ("findings: [{rule: a}]", "b.yml:1:12: 'rule', 'path' and 'found' are needed"),
    ("findings: [{rule: a, path: b, fuond: c}]", "b.yml:1:31: unknown key 'fuond'; did you mean 'found'?"),
    ("findings: [{rule: a, path: b, found: c, number: 0}]", "b.yml:1:49: a number above 0 is expected"),
    ("findings: []\nmore: 1", "b.yml:2:1: unknown key 'more'"), ("a: [", "b.yml:"),
  ])
  func `a mistake is told with its place`(text: String, expected: String) {
    #expect(message(text).hasPrefix(expected), "\(message(text))")
  }
}
