import Foundation
import InventoryModel
import Knowledge
import TestSupport
import Testing

/// The pages of `Rules/Catalog`, read from their folder so that failures are told at their lines.
enum RulePages {
  static let folder = Fixtures.packageFolder.appending(path: "Rules/Catalog")

  static let knowledge = Result { try KnowledgeBase.load(languages: Set(Language.allCases)) }

  static let habits = Result { () throws -> [String: LibraryHabits] in
    try TargetLibrary(commands: try knowledge.get().commands).habits()
  }

  static let catalog = Result { () throws -> RuleCatalog in
    let files = Fixtures.files(in: folder).map { name in
      TableFile(
        path: "Catalog/\(name)", text: (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? "")
    }
    return try RuleCatalog.load(files, try knowledge.get().commands)
  }

  /// Every example of every page.
  static let examples: [PageExample] = ((try? catalog.get().pages) ?? []).flatMap { page in
    page.rule.examples.map { PageExample(rule: page.rule.id, example: $0, isBuiltIn: page.selection == .builtIn) }
  }
}

/// An example of a page.
struct PageExample: Hashable, CustomTestStringConvertible {
  let rule: String
  let example: RuleExample
  /// Whether the rule is about other rules.
  let isBuiltIn: Bool

  /// The page's own rule, and those that its files name if it is about others.
  var rules: Set<String> {
    let ids = isBuiltIn ? ((try? RulePages.catalog.get().pages) ?? []).map(\.rule.id) : []
    return Set(ids.filter { id in example.files.contains { $0.text.contains(id) } } + [rule])
  }

  var testDescription: String { "\(rule), line \(example.files[0].line)" }

  /// Tells a failure at a line of one of its files.
  func record(_ message: String, in file: RuleExample.File, line: Int) {
    let path = "Rules/Catalog/\(rule).md"
    let location = SourceLocation(
      fileID: path, filePath: Fixtures.packageFolder.appending(path: path).path(percentEncoded: false),
      line: max(1, file.line + line - 1), column: 1)
    Issue.record(Testing.Comment(rawValue: message), sourceLocation: location)
  }
}
