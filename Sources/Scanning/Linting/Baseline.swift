package import InventoryModel

/// Findings that somebody accepted for now, known by what edits elsewhere do not change: no line and no message.
package struct Baseline: Sendable, Hashable {
  package static let fileName = "redis-inventory-baseline.yml"

  /// Sorted.
  package var entries: [BaselineEntry]
  /// Where the scanned root is below the folder that the paths of the entries go from; empty or ending in a slash.
  package var folder: String
  /// What was scanned of the root: files and folders in it; an empty path is the root.
  package var parts: [String]

  package init(entries: [BaselineEntry], folder: String = "", parts: [String] = [""]) {
    self.entries = entries.sorted()
    self.folder = folder
    self.parts = parts
  }

  /// Whether what an entry speaks of was scanned, or would have been if it were there.
  package func covers(_ entry: BaselineEntry) -> Bool {
    guard entry.path.hasPrefix(folder) else { return false }
    let path = entry.path.dropFirst(folder.count)
    return parts.contains { $0.isEmpty || path == $0 || path.hasPrefix($0 + "/") }
  }

  /// The entry of a finding of the scanned root.
  package func entry(of reported: ReportedFinding) -> BaselineEntry {
    let finding = reported.finding
    return BaselineEntry(
      rule: finding.rule, path: folder + finding.place.path, function: finding.function, subject: finding.subject,
      occurrence: reported.occurrence)
  }
}

/// Takes out accepted findings, and tells which entries nothing met.
struct BaselineFilter {
  private let baseline: Baseline
  private let entries: Set<BaselineEntry>
  private var met: Set<BaselineEntry> = []

  init(_ baseline: Baseline) {
    self.baseline = baseline
    entries = Set(baseline.entries)
  }

  /// Whether a finding is accepted.
  mutating func accepts(_ reported: ReportedFinding) -> Bool {
    let entry = baseline.entry(of: reported)
    guard entries.contains(entry) else { return false }
    met.insert(entry)
    return true
  }

  /// Entries of what was scanned, of rules that are looked for, that no finding met; sorted.
  func stale(isLookedFor: (String) -> Bool) -> [BaselineEntry] {
    baseline.entries.filter { entry in
      baseline.covers(entry) && isLookedFor(entry.rule) && !met.contains(entry)
    }
  }
}
