import InventoryModel
import Rules
import YAML

/// Reads `Contexts.yml`: what is known of files by their paths and contents.
package enum FileConventions {
  private static let fileName = "Contexts.yml"

  /// The program's own conventions.
  package static func standard() throws(ConfigurationError) -> FileClassifier {
    let file = EmbeddedRules.files.first { $0.path == fileName }
    guard let node = file.flatMap({ YAMLNode(packed: $0.document) }) else { return FileClassifier() }
    do throws(GlobError) {
      return try classifier(node)
    } catch {
      throw .badPattern(error)
    }
  }

  private static func classifier(_ node: YAMLNode) throws(GlobError) -> FileClassifier {
    var classifier = FileClassifier()
    let table = node.mapping
    classifier.vendored = try GlobSet(strings(table?["vendored"]))
    classifier.minified = try GlobSet(strings(table?["minified"]))
    let generated = table?["generated"]?.mapping
    classifier.generated = try GlobSet(strings(generated?["paths"]))
    classifier.generatedMarks = WordSearch(strings(generated?["marks"]))
    for rule in table?["contexts"]?.sequence?.elements ?? [] {
      guard let rule = rule.mapping, let context = FileContext(rawValue: rule["context"]?.scalar?.text ?? "")
      else { continue }
      classifier.contexts.append(
        FileClassifier.ContextRule(
          context, language: (rule["language"]?.scalar?.text).flatMap(Language.init),
          globs: try GlobSet(strings(rule["paths"]))))
    }
    for entry in table?["testImports"]?.mapping?.entries ?? [] {
      guard let language = Language(rawValue: entry.key.text) else { continue }
      classifier.testImports[language] = Set(strings(entry.value))
    }
    return classifier
  }

  private static func strings(_ node: YAMLNode?) -> [String] {
    node?.sequence?.elements.compactMap(\.scalar?.text) ?? []
  }
}
