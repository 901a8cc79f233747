import FileSystem
import Freeze
import InventoryModel
import Reporting
import Scanning

/// `schema`: prints or freezes the key schema of a tree, or prints the JSON schema of the report.
struct SchemaCommand {
  private let arguments: Arguments
  private let options: Options
  private let format: Format

  /// What can be printed.
  enum Format: String, CaseIterable {
    case yaml
    case jsonSchema = "json-schema"
  }

  init(_ arguments: Arguments) throws(UsageError) {
    self.arguments = arguments
    options = try ScanOptions.read(arguments)
    let named = arguments.value(of: "--format").flatMap(Format.init)
    // Alone, the command prints the form of the report.
    let isAlone = arguments.words.isEmpty && !arguments.has("--write") && !arguments.has("--check")
    format = named ?? (isAlone ? .jsonSchema : .yaml)
    if arguments.has("--write"), arguments.has("--check") {
      throw UsageError("--write and --check exclude each other")
    }
    if format == .jsonSchema, arguments.has("--write") || !arguments.words.isEmpty {
      throw UsageError("--format json-schema takes no path and is not written")
    }
  }

  func run() async throws -> Program.ExitCode {
    if format == .jsonSchema {
      try OutputStream.output.write(ReportSchema.text)
      return .success
    }
    let paths = arguments.words.isEmpty ? ["."] : arguments.words
    guard let scan = try await arguments.scan(paths, options: options, isDetailed: true) else { return .failure }
    let file = scan.root + "/" + FrozenSchema.fileName
    let exists = (try? FilePaths.status(of: file)) != nil
    var frozen = exists ? try SchemaFile.read(file) : FrozenSchema()
    let before = frozen.schema
    frozen.schema = scan.keySchema
    if arguments.has("--check") { return try check(frozen, isFrozen: exists, before: before, file: file) }
    guard arguments.has("--write") else {
      try OutputStream.output.write(frozen.text)
      return .success
    }
    try OutputOption.write(frozen.text, to: file)
    try OutputStream.error.write("\(TerminalText.escaped(file)): \(summary(of: frozen.schema))\n")
    return .success
  }

  /// Whether the file says what the code does.
  private func check(
    _ frozen: FrozenSchema, isFrozen: Bool, before: KeySchema, file: String
  ) throws -> Program.ExitCode {
    if isFrozen, before == frozen.schema { return .success }
    let what = isFrozen ? "is not what the code does" : "is not there"
    Program.complain("\(file) \(what): write it with 'redis-inventory schema --write' and review the difference")
    return .findings
  }

  private func summary(of schema: KeySchema) -> String {
    let parts = [
      (schema.keys.count, "key"), (schema.channels.count, "channel"), (schema.scripts.count, "script"),
      (schema.locks.count, "lock"),
    ]
    return parts.map { CountText.of($0, $1) }.joined(separator: ", ") + " frozen"
  }
}
