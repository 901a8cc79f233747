import FileSystem
import Infrastructure
package import InventoryModel
package import Knowledge
import Parallelism

/// Finds and reads the files around the code: those of known names that hold a word of interest.
package struct InfrastructureScan {
  private let files: SourceFiles
  private let configuration: Configuration

  package init(files: SourceFiles, configuration: Configuration) {
    self.files = files
    self.configuration = configuration
  }

  /// Files above this size are data.
  private static let sizeLimit = 1 << 20
  /// Lock files list every package there is.
  private static let lockSizeLimit = 8 << 20

  /// What the files say, and the words that they were read by.
  package struct Outcome: Sendable {
    package var facts = InfrastructureFacts()
    package var vocabulary = InfrastructureVocabulary()
  }

  /// What these files say, and what code says beside them.
  package func facts(
    _ configured: Outcome, with code: [(facts: FileFacts, context: FileContext)],
    conventions: [Language: LanguageConventions]
  ) async -> InfrastructureFacts {
    let vocabulary = configured.vocabulary
    let said = await configuration.parallel.map(code, batch: 8) { files in
      files.map {
        CodeReader.facts(
          of: $0.facts, context: $0.context, conventions: conventions[$0.facts.language.family], vocabulary)
      }
    }
    return said.reduce(into: configured.facts) { $0.add($1) }.sorted
  }

  /// What these files say.
  package func configurationFacts() async throws -> Outcome {
    let vocabulary = try InfrastructureVocabulary.standard()
    let selection = try InfrastructureFiles(vocabulary.files)
    let root = try Folder(files.root)
    let found = selection.files(of: files, root: root, classifier: configuration.classifier)
    let words = WordSearch(vocabulary.files.words, ignoringCase: true)
    let facts = await configuration.parallel.map(found, batch: 4) { files in
      var buffer: [UInt8] = []
      return files.map { file -> InfrastructureFacts in
        let isLock = [.packageLock, .pythonLock].contains(file.kind)
        let limit = isLock ? InfrastructureScan.lockSizeLimit : InfrastructureScan.sizeLimit
        guard let count = try? root.read(file.path, into: &buffer, limit: limit) else { return InfrastructureFacts() }
        let bytes = buffer.span.extracting(first: count)
        // A list of users names no server.
        guard file.kind == .acl || words.matches(in: bytes) || words.matches(in: file.path.utf8.span) else {
          return InfrastructureFacts()
        }
        let text = ConfigurationText(
          path: file.path, text: String(decoding: buffer[..<count], as: UTF8.self), kind: file.kind,
          context: file.context, isTracked: file.isTracked)
        return Infrastructure.facts(of: text, vocabulary)
      }
    }
    return Outcome(facts: facts.reduce(into: InfrastructureFacts()) { $0.add($1) }.sorted, vocabulary: vocabulary)
  }
}
