import FileSystem
import InventoryModel
import Reporting
import Scanning

/// `inventory`: the document of a tree.
struct InventoryCommand {
  private let arguments: Arguments
  private let format: InventoryReporter
  private let outputs: [(reporter: InventoryReporter, file: String)]
  private let options: Options

  init(_ arguments: Arguments) throws(UsageError) {
    self.arguments = arguments
    format = arguments.value(of: "--format").flatMap(InventoryReporter.named) ?? .markdown
    outputs = try OutputOption.read(arguments.values(of: "--output"), formats: InventoryReporter.all, name: \.name)
    options = try ScanOptions.read(arguments)
    for flag in ["--write", "--check"] where arguments.has(flag) && format.name != "markdown" {
      throw UsageError("\(flag) is for the format markdown: --output \(format.name)=FILE writes others")
    }
    if arguments.has("--write"), arguments.has("--check") { throw UsageError("--write and --check exclude each other") }
  }

  func run() async throws -> Program.ExitCode {
    if arguments.has("--schema") {
      try OutputStream.output.write(InventorySchema.text)
      return .success
    }
    guard let scan = try await arguments.scan(options: options, isDetailed: true) else { return .failure }
    let document = try scan.inventory(toolVersion: Version.current)
    for note in document.notes { Program.complain(note) }
    if let file = arguments.value(of: "--check") { return try check(document, file) }
    if let file = arguments.value(of: "--write") {
      try OutputOption.write(try existing(file).text(with: format.render(document)), to: file)
    } else {
      try OutputStream.output.write(format.render(document))
    }
    for output in outputs { try OutputOption.write(output.reporter.render(document), to: output.file) }
    let report = scan.report(toolVersion: Version.current, withTimings: arguments.has("--timings"))
    try OutputStream.error.write(Summary.text(of: report))
    if let timings = report.timings { try OutputStream.error.write(Summary.table(of: timings)) }
    return .success
  }

  /// Compares the document with the one that a file holds, and shows where they differ.
  private func check(_ document: InventoryDocument, _ file: String) throws -> Program.ExitCode {
    let differences = try existing(file).differences(from: format.render(document))
    guard !differences.isEmpty else { return .success }
    let shown = differences.prefix(InventoryCommand.shownDifferences).map {
      TerminalText.escaped(String($0.prefix(200)))
    }
    let more = differences.count > shown.count ? ["… and \(differences.count - shown.count) more lines"] : []
    try OutputStream.output.write((shown + more).map { $0 + "\n" }.joined())
    Program.complain("\(file) no longer tells what the source does; the same command with --write brings it up to date")
    return .findings
  }

  private static let shownDifferences = 20

  /// The file that is to hold the document; one that does not exist is empty.
  private func existing(_ file: String) throws(UsageError) -> InventoryFile {
    guard (try? FilePaths.status(of: file)) != nil else {
      return try wrapped(file) { () throws(InventoryFileError) in try InventoryFile("") }
    }
    guard let bytes = try? Folder.contents(ofNamed: file, limit: 64 << 20) else {
      throw UsageError("\(file): cannot be read")
    }
    return try wrapped(file) { () throws(InventoryFileError) in
      try InventoryFile(String(decoding: bytes, as: UTF8.self))
    }
  }

  private func wrapped(
    _ file: String, _ body: () throws(InventoryFileError) -> InventoryFile
  ) throws(UsageError) -> InventoryFile {
    do throws(InventoryFileError) {
      return try body()
    } catch {
      throw UsageError("\(file): \(error)")
    }
  }
}
