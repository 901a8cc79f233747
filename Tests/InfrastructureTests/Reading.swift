import InventoryModel
import Knowledge
import Testing

@testable import Infrastructure

/// What one file of a kind says, with the program's own vocabulary.
func facts(
  _ kind: InfrastructureFileKind, _ text: String, path: String = "deploy/file", context: FileContext = .production
) throws -> InfrastructureFacts {
  Infrastructure.facts(
    of: ConfigurationText(path: path, text: text, kind: kind, context: context, isTracked: true),
    try InfrastructureVocabulary.standard()
  ).sorted
}

extension ServerRecord {
  /// Settings as `name value` lines.
  var lines: [String] { settings.map { "\($0.name) \($0.value)" } }
}
