import Foundation
import InventoryModel
import Knowledge
import Testing

@testable import Scanning

/// Every example of every rule's page, as it stands and changed in ways that must not matter.
@Suite struct PageTests {
  private let frontEnds = Result { try FrontEnds(for: SourceKind.allCases) }

  @Test func `all pages can be read`() throws {
    #expect(try !RulePages.catalog.get().pages.isEmpty)
  }

  @Test(arguments: RulePages.examples)
  func `every want is met and every finding is wanted`(example: PageExample) async throws {
    let findings = try await ExampleCheck.findings(of: example.rules, in: example.example.files)
    var wanted = 0
    for file in example.example.files {
      var left = findings.filter { $0.place.path == file.path }
      for want in WantedFinding.of(file, frontEnds: try frontEnds.get()) {
        wanted += 1
        let isMet = { (finding: Finding) in
          finding.place.line == want.line && finding.rule == want.rule
            && want.part.map { finding.message.contains($0) } ?? true
        }
        if let index = left.firstIndex(where: isMet) {
          left.remove(at: index)
        } else {
          let here = left.filter { $0.place.line == want.line }.map(\.message)
          example.record(
            "want [\(want.rule)] is not met\(here.map { "; found: \($0)" }.joined())", in: file, line: want.line)
        }
      }
      for finding in left {
        example.record("unwanted [\(finding.rule)]: \(finding.message)", in: file, line: finding.place.line)
      }
    }
    if example.example.triggers != (wanted > 0) {
      let what = example.example.triggers ? "an example that triggers needs a want" : "no want belongs here"
      example.record(what, in: example.example.files[0], line: 1)
    }
  }

  @Test(arguments: RulePages.examples.filter { $0.example.triggers && !$0.isBuiltIn })
  func `commented out, nothing is found`(example: PageExample) async throws {
    let files = example.example.files.map { file in
      guard let sign = LineComment.sign(path: file.path) else { return file }
      return file.replacing(file.text.split(separator: "\n").map { "\(sign) \($0)\n" }.joined())
    }
    #expect(try await inSources(ExampleCheck.findings(of: example.rules, in: files)) == [])
  }

  /// Lua that calls the engine is a script wherever it stands.
  @Test(arguments: RulePages.examples.filter { $0.example.triggers && !$0.example.holdsScript })
  func `inside a string literal, nothing is found`(example: PageExample) async throws {
    let files = example.example.files.map { $0.replacing(StringLiteral.statement(of: $0)) }
    #expect(try await inSources(ExampleCheck.findings(of: example.rules, in: files)) == [])
  }

  @Test(arguments: RulePages.examples.filter { $0.example.triggers && !$0.isBuiltIn })
  func `with a suppression for each want, nothing is found and nothing is unused`(example: PageExample) async throws {
    let want = try Regex(#"want \[([a-z0-9-]+)\]( "[^"]*")?"#, as: (Substring, Substring, Substring?).self)
    let files = example.example.files.map { file in
      file.replacing(file.text.replacing(want) { "redis-inventory: allow \($0.output.1) -- an example" })
    }
    let rules = example.rules.union(["faulty-suppression"])
    #expect(try await inSources(ExampleCheck.findings(of: rules, in: files)) == [])
  }

  @Test(arguments: RulePages.examples.filter(\.example.triggers))
  func `text of several bytes a character before it moves no column`(example: PageExample) async throws {
    let found = try await ExampleCheck.findings(of: example.rules, in: example.example.files)
    let places = inSources(found).map(\.place)
    let files = example.example.files.map { file in
      guard let sign = LineComment.sign(path: file.path) else { return file }
      return file.replacing("\(sign) ключ 鍵 🗝\u{FE0F}\n" + file.text)
    }
    let moved = inSources(try await ExampleCheck.findings(of: example.rules, in: files)).map(\.place)
    #expect(moved == places.map { SourcePlace(path: $0.path, line: $0.line + 1, column: $0.column) })
  }

  /// What code that is gone leaves behind is found in what was frozen of it.
  private func inSources(_ findings: [Finding]) -> [Finding] {
    findings.filter { LineComment.sign(path: $0.place.path) != nil }
  }
}

extension RuleExample {
  /// Whether a script's text stands in it.
  fileprivate var holdsScript: Bool {
    files.contains {
      $0.text.contains("redis.call") || $0.text.contains("redis.pcall") || $0.text.contains("server.call")
    }
  }
}

extension RuleExample.File {
  fileprivate func replacing(_ text: String) -> Self { Self(path: path, text: text, line: line) }
}

/// How a line becomes a comment.
enum LineComment {
  static func sign(path: String) -> String? {
    switch SourceKind(path: path)?.language {
    case .python: "#"
    case .lua: "--"
    case .go, .javascript, .typescript, .swift: "//"
    case nil: nil
    }
  }
}

/// Puts the text of a file into a string literal.
enum StringLiteral {
  static func statement(of file: RuleExample.File) -> String {
    let escaped = file.text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
      .replacing("\t", with: "\\t")
    return switch SourceKind(path: file.path)?.language {
    case .python: "import redis\ntext = \"\(escaped)\"\n"
    case .lua: "local text = \"\(escaped)\"\n"
    case .go: "package example\n\nconst text = \"\(escaped)\"\n"
    case .javascript, .typescript: "import \"redis\";\nconst text = \"\(escaped)\";\n"
    case .swift: "import RediStack\nlet text = \"\(escaped)\"\n"
    case nil: file.text
    }
  }
}
