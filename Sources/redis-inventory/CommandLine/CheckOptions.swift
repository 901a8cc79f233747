import FileSystem
import InventoryModel
import Scanning

/// The flags that say what a check looks for.
enum CheckOptions {
  static func read(_ arguments: Arguments) throws(UsageError) -> Options {
    var options = try ScanOptions.read(arguments)
    let selected = names(arguments.values(of: "--select"))
    options.lint.select = selected.isEmpty ? nil : selected
    options.lint.ignore = names(arguments.values(of: "--ignore"))
    options.lint.threshold = arguments.value(of: "--fail-on").flatMap { LintOptions.Threshold($0) }
    options.lint.minimumConfidence = arguments.value(of: "--min-confidence").flatMap(Confidence.init)
    let contexts = arguments.values(of: "--context").compactMap(FileContext.init)
    options.lint.contexts = contexts.isEmpty ? nil : Set(contexts)
    if arguments.has("--no-baseline") { options.lint.baseline = LintOptions.BaselineChoice.none }
    if let file = arguments.value(of: "--baseline") { options.lint.baseline = .file(file) }
    if arguments.has("--strict-baseline") { options.lint.failsOnStaleBaseline = true }
    if let path = arguments.value(of: "--stdin-path") {
      do throws(ReadFailure) {
        options.replacement = FileReplacement(path: path, bytes: try StandardInput.read(limit: 8 << 20))
      } catch {
        throw UsageError("standard input cannot be read")
      }
    }
    return options
  }

  /// Names, each by itself or several with commas between.
  private static func names(_ values: [String]) -> [PlacedName] {
    values.flatMap { $0.split(separator: ",").map { PlacedName(String($0)) } }
  }
}
