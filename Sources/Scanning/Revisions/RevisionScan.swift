import Comparison
package import InventoryModel

/// Scans revisions of a tree under the configuration of one of them.
package struct RevisionScan: Sendable {
  private let paths: [String]
  private let options: Options
  private let configurationPath: String?
  private let usesConfiguration: Bool

  /// - Parameter paths: what is scanned, as the user named it, in the work tree.
  package init(
    paths: [String], options: Options, configurationPath: String? = nil, usesConfiguration: Bool = true
  ) {
    self.paths = paths
    self.options = options
    self.configurationPath = configurationPath
    self.usesConfiguration = usesConfiguration
  }

  /// What changed from one revision to another, or to the work tree. The later side's configuration holds for both, so
  /// that only code makes a difference.
  package func diff(
    from before: RevisionRange.Start, to after: String?, toolVersion: String, today: CalendarDate
  ) async throws -> RevisionDiff {
    let later = try after.map { try RevisionTree($0, paths: paths) }
    let earlier = try RevisionTree(before.commit(paths: paths), paths: paths)
    let root = try later?.root ?? Discovery.root(of: paths)
    let old = try await scan(earlier.paths, configuredFor: root)
    let new = try await scan(later?.paths ?? paths, configuredFor: root)
    let comparison = RevisionComparison(
      before: try await old.side(RevisionName(name: before.name, commit: earlier.commit), toolVersion, today),
      after: try await new.side(
        later.map { RevisionName(name: after ?? "", commit: $0.commit) } ?? .workTree, toolVersion, today))
    return comparison.diff(toolVersion: toolVersion, root: paths.joined(separator: " "))
  }

  /// The report of a check without the findings that a revision has too.
  package func report(
    _ report: CheckReport, of scan: Scan, since name: String, toolVersion: String, today: CalendarDate
  ) async throws -> CheckReport {
    let tree = try RevisionTree(name, paths: paths)
    let old = try await self.scan(tree.paths, configuredFor: try Discovery.root(of: paths))
    let comparison = RevisionComparison(
      before: try await old.side(RevisionName(name: name, commit: tree.commit), toolVersion, today),
      after: RevisionSide(name: .workTree, findings: report.findings, paths: scan.scannedPaths))
    var report = report
    let new = comparison.newFindings()
    report.hidden.byRevision = report.findings.count - new.count
    report.findings = new
    return report
  }

  /// A scan of files as the disk has them: unsaved text is of the side that is compared with them.
  private func scan(_ paths: [String], configuredFor root: String) async throws -> Scan {
    var options = options
    options.replacement = nil
    return try await Scan.run(
      paths: paths, options: options, configurationPath: configurationPath, usesConfiguration: usesConfiguration,
      configuredFor: root, isDetailed: true, isForRules: true)
  }
}

extension Scan {
  /// What is compared of a scan.
  fileprivate func side(
    _ name: RevisionName, _ toolVersion: String, _ today: CalendarDate
  ) async throws -> RevisionSide {
    RevisionSide(
      name: name, operations: report(toolVersion: toolVersion, withTimings: false).operations, schema: keySchema,
      findings: try await check(nil, toolVersion: toolVersion, baseline: nil, today: today).findings,
      paths: scannedPaths)
  }

  fileprivate var scannedPaths: Set<String> { Set(files.files.map(\.path)) }
}
