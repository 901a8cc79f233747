import InventoryModel
import Reporting

/// The lines on standard error that say how a scan went.
enum Summary {
  static func text(of report: ScanReport) -> String {
    var lines = problems(of: report.files)
    let contexts = FileContext.allCases.compactMap { context -> String? in
      let count = report.operations.count { $0.context == context }
      return count == 0 ? nil : "\(count) \(context.rawValue)"
    }
    let counts = contexts.isEmpty ? "" : " (\(contexts.joined(separator: ", ")))"
    lines.append(
      CountText.of(report.operations.count, "operation") + counts + ", "
        + CountText.of(report.unresolved.count, "call") + " unresolved")
    lines.append(Summary.counts(of: report.files))
    return lines.map { TerminalText.escaped($0) + "\n" }.joined()
  }

  static func text(of report: CheckReport) -> String {
    var lines = problems(of: report.files)
    let counts = CheckCounts(report)
    let inferred = report.findings.count { $0.finding.confidence != .certain && !$0.fails }
    if inferred > 0 {
      lines.append("note: what is only inferred does not fail (--min-confidence inferred): \(inferred)")
    }
    let stale = report.staleBaselineEntries
    if !stale.isEmpty {
      lines.append("the baseline holds \(stale.count) that nothing meets any more; 'baseline prune' removes them:")
      lines += stale.map { "  \(StaleEntryText.line($0))" }
    }
    if !counts.hidden.isEmpty { lines.append("not shown: \(counts.hidden.joined(separator: ", "))") }
    lines.append("\(counts.text); \(Summary.counts(of: report.files))")
    return lines.map { TerminalText.escaped($0) + "\n" }.joined()
  }

  private static func counts(of files: FileRecords) -> String {
    "\(CountText.of(files.searched, "file")) searched, \(files.read) parsed\(parts(of: files))"
  }

  /// What a reader should know before the counts.
  private static func problems(of files: FileRecords) -> [String] {
    var lines = files.notes.map { "note: \($0)" }
    lines += files.unreadable.map { "\($0.path): not read: \($0.detail ?? $0.reason.rawValue)" }
    lines += files.skipped.filter { problems.contains($0.reason) }.map { file in
      "\(file.path): not read: \(file.reason.rawValue)\(file.detail.map { ", \($0)" } ?? "")"
    }
    return lines + files.notFullyParsed.filter(\.isCut).map { "\($0.path): not read: its parse took too long" }
  }

  /// Seconds, files and megabytes of each phase.
  static func table(of timings: [PhaseTiming]) -> String {
    let rows =
      timings + [
        PhaseTiming(phase: "all", seconds: timings.reduce(0) { $0 + $1.seconds }, files: 0, bytes: 0)
      ]
    return rows.map { timing in
      let columns = [
        padded(timing.phase, 10, left: true), padded("\(Int((timing.seconds * 1000).rounded())) ms", 10),
        padded(timing.files == 0 ? "" : CountText.of(timing.files, "file"), 14),
        padded(timing.bytes == 0 ? "" : "\((timing.bytes + 512) / 1024) KB", 12),
      ]
      return columns.joined() + "\n"
    }.joined()
  }

  /// What a reader should look at, as opposed to what was left out on purpose.
  private static let problems: Set<SkippedFile.Reason> = [.tooLarge, .binary, .notRegular, .changed]

  private static func parts(of files: FileRecords) -> String {
    var parts = files.skippedByReason.map { ", \($0.count) skipped (\($0.reason.rawValue))" }
    if !files.unreadable.isEmpty { parts.append(", \(files.unreadable.count) unreadable") }
    if !files.notFullyParsed.isEmpty { parts.append(", \(files.notFullyParsed.count) with syntax errors") }
    return parts.joined()
  }

  private static func padded(_ text: String, _ width: Int, left: Bool = false) -> String {
    let space = String(repeating: " ", count: max(0, width - text.count))
    return left ? text + space : space + text
  }
}
