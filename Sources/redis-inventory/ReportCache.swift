import InventoryModel
import Reporting
import Scanning

/// The cache that `scan` was told to use.
struct ReportCache {
  private let cache: ScanCache
  private let withTimings: Bool

  /// Nil where none is wanted.
  init?(_ arguments: Arguments, _ task: ScanTask) {
    guard let cache = task.cache, !arguments.has("--explain") else { return nil }
    self.cache = cache
    withTimings = arguments.has("--timings")
  }

  /// The report of an earlier scan, where a new one would find the same.
  func report(of task: inout ScanTask) async throws -> ScanReport? {
    task.stopwatch.start()
    guard let bytes = await cache.report(of: &task),
      var report = try? ReportReader.reports(in: bytes).first
    else { return nil }
    task.stopwatch.stop("cache", files: report.files.searched)
    report.timings = withTimings ? task.stopwatch.timings : nil
    return report
  }

  /// Keeps a report for the next scan.
  func store(_ report: ScanReport, of scan: Scan, _ task: ScanTask) async {
    var report = report
    report.timings = nil
    let text = Reporter.text(of: report)
    await cache.store(Array(text.utf8), of: scan, task)
  }
}

extension Reporter {
  /// A report as `ReportReader` reads it.
  fileprivate static func text(of report: ScanReport) -> String {
    Reporter.named("json")?.render(report, ReportStyle()) ?? ""
  }
}
