import FileSystem
import InventoryModel
import Reporting
import Scanning

/// `baseline write|check|prune`: accepts what is found today, and tells or removes what is no longer found.
struct BaselineCommand {
  private let arguments: Arguments
  private let action: Action
  private let paths: [String]

  private enum Action: String, CaseIterable {
    case write, check, prune
  }

  init(_ arguments: Arguments) throws(UsageError) {
    self.arguments = arguments
    let names = Action.allCases.map(\.rawValue)
    guard let action = Action(rawValue: arguments.words[0]) else {
      let hint = NearestName.hint(for: arguments.words[0], in: names)
      throw UsageError("'\(arguments.words[0])' is none of \(names.joined(separator: ", "))\(hint)")
    }
    self.action = action
    paths = Array(arguments.words.dropFirst())
    if paths.isEmpty { throw UsageError("baseline \(action.rawValue) needs PATH…") }
  }

  func run() async throws -> Program.ExitCode {
    let task = try await arguments.task(paths, options: try CheckOptions.read(arguments))
    let scan = try await Scan.run(task, isDetailed: true, isForRules: true)
    guard !scan.isEmpty else { throw UsageError("nothing to scan in \(paths.joined(separator: ", "))") }
    guard let file = scan.baselinePath else { throw UsageError("a baseline is needed: --baseline FILE") }
    switch action {
    case .write: return try await write(scan, to: file.path)
    case .check, .prune:
      guard file.exists else { throw UsageError("\(file.path): no baseline; 'baseline write' makes one") }
      return try await compare(scan, with: file.path)
    }
  }

  private func write(_ scan: Scan, to path: String) async throws -> Program.ExitCode {
    let report = try await scan.check(nil, toolVersion: Version.current, baseline: nil, today: .today)
    let baseline = Baseline(entries: [], folder: scan.folder(below: path), parts: try scan.parts)
    let isOld = (try? FilePaths.status(of: path).kind) == .file
    let elsewhere = try isOld ? BaselineFile.read(path).filter { !baseline.covers($0) } : []
    let entries = elsewhere + report.findings.map { baseline.entry(of: $0) }
    try OutputOption.write(BaselineFile.text(entries), to: path)
    try OutputStream.error.write(
      TerminalText.escaped("\(path): \(CountText.of(entries.count, "accepted finding"))") + "\n")
    return .success
  }

  private func compare(_ scan: Scan, with path: String) async throws -> Program.ExitCode {
    let report = try await scan.check(toolVersion: Version.current, today: .today)
    let stale = report.staleBaselineEntries
    let isPruned = action == .prune && !stale.isEmpty
    if isPruned {
      let kept = try BaselineFile.read(path).filter { !stale.contains($0) }
      try OutputOption.write(BaselineFile.text(kept), to: path)
    }
    for entry in stale { try OutputStream.output.write(StaleEntryText.line(entry) + "\n") }
    let what = isPruned ? "removed" : "met by nothing any more"
    let summary = "\(path): \(report.hidden.byBaseline) in force, \(stale.count) \(what)"
    try OutputStream.error.write(TerminalText.escaped("\(summary); \(CheckCounts(report).text) beyond it") + "\n")
    return stale.isEmpty || isPruned ? .success : .findings
  }
}

/// An entry of a baseline that nothing meets, on a line.
enum StaleEntryText {
  static func line(_ entry: BaselineEntry) -> String {
    let function = entry.function.map { " in \($0)" } ?? ""
    let number = entry.occurrence > 1 ? " (number \(entry.occurrence))" : ""
    return TerminalText.escaped("\(entry.path)\(function): \(entry.subject)\(number) [\(entry.rule)]")
  }
}
