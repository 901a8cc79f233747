import FileSystem
import InventoryModel

/// `--output FORMAT=FILE`.
enum OutputOption {
  /// The formats and files of all values.
  static func read<Format>(
    _ values: [String], formats: [Format], name: (Format) -> String
  ) throws(UsageError) -> [(reporter: Format, file: String)] {
    var outputs: [(reporter: Format, file: String)] = []
    for value in values {
      let parts = value.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { throw UsageError("'\(value)' is no --output: FORMAT=FILE is expected") }
      guard let reporter = formats.first(where: { name($0) == parts[0] }) else {
        let names = formats.map(name)
        let hint = NearestName.hint(for: parts[0], in: names)
        throw UsageError("'\(parts[0])' is no format: \(names.joined(separator: ", "))\(hint)")
      }
      outputs.append((reporter, parts[1]))
    }
    return outputs
  }

  /// Writes a report to a file.
  static func write(_ text: String, to file: String) throws(UsageError) {
    do throws(SystemError) {
      try OutputStream.writeFile(text, to: file)
    } catch {
      throw UsageError("\(file): \(error)")
    }
  }
}
