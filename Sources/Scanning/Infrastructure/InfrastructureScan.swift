import FileSystem
import Infrastructure
package import InventoryModel
package import Knowledge

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

  /// What all these files say, and what the code that a scan has read says of them.
  package func facts(
    with analysis: (any FrontierAnalysis)?, conventions: [Language: LanguageConventions]
  ) async throws -> InfrastructureFacts {
    let vocabulary = try InfrastructureVocabulary.standard()
    var facts = try await configuration(vocabulary)
    for file in analysis?.loweredFiles() ?? [] {
      facts.add(
        CodeReader.facts(
          of: file.facts, context: file.context, conventions: conventions[file.facts.language.family], vocabulary))
    }
    return facts.sorted
  }

  private func configuration(_ vocabulary: InfrastructureVocabulary) async throws -> InfrastructureFacts {
    let selection = try InfrastructureFiles(vocabulary.files)
    let root = try Folder(files.root)
    let found = selection.files(of: files, root: root, classifier: configuration.classifier)
    let words = WordSearch(vocabulary.files.words, ignoringCase: true)
    let parallel = Parallel(width: configuration.threads ?? Processor.count)
    let facts = await parallel.map(found, batch: 4) { files in
      var buffer: [UInt8] = []
      return files.map { file -> InfrastructureFacts in
        let isLock = [.packageLock, .pythonLock].contains(file.kind)
        let limit = isLock ? InfrastructureScan.lockSizeLimit : InfrastructureScan.sizeLimit
        guard let count = try? root.read(file.path, into: &buffer, limit: limit) else { return InfrastructureFacts() }
        let bytes = buffer.span.extracting(first: count)
        guard words.matches(in: bytes) || words.matches(in: file.path.utf8.span) else { return InfrastructureFacts() }
        let text = ConfigurationText(
          path: file.path, text: String(decoding: buffer[..<count], as: UTF8.self), kind: file.kind,
          context: file.context, isTracked: file.isTracked)
        return Infrastructure.facts(of: text, vocabulary)
      }
    }
    return facts.reduce(into: InfrastructureFacts()) { $0.add($1) }
  }
}
