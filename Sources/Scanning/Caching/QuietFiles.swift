import Analysis
import InventoryModel

/// Files that are as an earlier scan saw them, which parsed none of them: they hold none of the words that it looked for.
struct QuietFiles: Sendable {
  private var paths: Set<String> = []
  private var trace = ScanTrace()

  /// None.
  init() {}

  /// - Parameters:
  ///   - unchanged: the files that are as they were, or of no more interest than they were.
  ///   - trace: what decided in the earlier scan.
  init(_ unchanged: [String], trace: ScanTrace) {
    paths = Set(unchanged).subtracting(trace.decisive)
    self.trace = trace
  }

  func contains(_ path: String) -> Bool { paths.contains(path) }

  /// The files that may hold a marker of their language.
  func others(of files: [SourceFile], for markers: Markers) -> [SourceFile] {
    guard !paths.isEmpty else { return files }
    let known = trace.markers.filter { family, words in words.isSuperset(of: markers.words(for: family)) }
    return files.filter { known[$0.language.family] == nil || !contains($0.path) }
  }

  /// Those of a language's carriers that the earlier scan did not look for.
  func unknown(_ carriers: Set<Carrier>, in family: Language) -> Set<Carrier> {
    carriers.subtracting(trace.carriers[family, default: []])
  }
}
