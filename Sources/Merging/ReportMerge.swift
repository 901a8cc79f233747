package import InventoryModel

/// Puts the reports of parts together, and those of several repositories side by side.
package struct ReportMerge {
  /// A report and the file that it was read from.
  package struct Input {
    package let file: String
    package let report: ScanReport

    package init(file: String, report: ScanReport) {
      self.file = file
      self.report = report
    }
  }

  /// One report a repository, by name; each has a name where there are several.
  package static func merged(_ inputs: [Input]) throws(MergeError) -> [ScanReport] {
    var groups: [(name: String, inputs: [Input])] = []
    for input in inputs {
      let name = input.report.repository ?? input.report.root
      if let index = groups.firstIndex(where: { $0.name == name }) {
        groups[index].inputs.append(input)
      } else {
        groups.append((name, [input]))
      }
    }
    var reports: [(file: String, report: ScanReport)] = []
    for group in groups { reports.append((group.inputs[0].file, try whole(group.inputs, name: group.name))) }
    guard reports.count > 1 else { return reports.map(\.report) }
    return try named(reports)
  }

  /// The report of one repository.
  private static func whole(_ inputs: [Input], name: String) throws(MergeError) -> ScanReport {
    guard let first = inputs.first, let record = first.report.shard else {
      guard inputs.count == 1 else { throw .twice(name: name, files: inputs.prefix(2).map(\.file)) }
      return inputs[0].report
    }
    var files: [Int: String] = [:]
    for input in inputs {
      guard let other = input.report.shard else { throw .twice(name: name, files: [first.file, input.file]) }
      guard other.shard.count == record.shard.count else {
        throw .differentCounts(name: name, files: [first.file, input.file])
      }
      guard input.report.toolVersion == first.report.toolVersion else {
        throw .differentVersions(name: name, files: [first.file, input.file])
      }
      if let known = files.updateValue(input.file, forKey: other.shard.number) {
        throw .twice(name: name, files: [known, input.file])
      }
    }
    let missing = (1...record.shard.count).filter { files[$0] == nil }
    guard missing.isEmpty else { throw .missing(name: name, numbers: missing, count: record.shard.count) }
    return ShardMerge(inputs.map(\.report)).report()
  }

  /// Gives each report a name of its own among the others.
  private static func named(_ reports: [(file: String, report: ScanReport)]) throws(MergeError) -> [ScanReport] {
    var files: [String: String] = [:]
    var named: [ScanReport] = []
    for (file, var report) in reports {
      let name = report.repository ?? report.root.split(separator: "/").last.map(String.init) ?? ""
      guard !["", ".", ".."].contains(name) else { throw .nameless(root: report.root, file: file) }
      if let other = files.updateValue(file, forKey: name) { throw .sameName(name: name, files: [other, file]) }
      report.repository = name
      named.append(report)
    }
    return named.sorted { ($0.repository ?? "") < ($1.repository ?? "") }
  }
}

/// Why reports cannot be put together.
package enum MergeError: Error, Hashable, CustomStringConvertible {
  case twice(name: String, files: [String])
  case differentCounts(name: String, files: [String])
  case differentVersions(name: String, files: [String])
  case missing(name: String, numbers: [Int], count: Int)
  case nameless(root: String, file: String)
  case sameName(name: String, files: [String])

  package var description: String {
    switch self {
    case .twice(let name, let files):
      "\(files.joined(separator: " and ")) report the same of '\(name)'; "
        + "reports of different repositories are told apart by scan --repository NAME"
    case .differentCounts(let name, let files):
      "\(files.joined(separator: " and ")) split '\(name)' into different numbers of shards"
    case .differentVersions(let name, let files):
      "\(files.joined(separator: " and ")) are shards of '\(name)' from different versions of this program"
    case .missing(let name, let numbers, let count):
      "of '\(name)' \(numbers.count == 1 ? "the shard" : "the shards") "
        + "\(numbers.prefix(10).map { "\($0)/\(count)" }.joined(separator: ", "))"
        + "\(numbers.count > 10 ? " …" : "") \(numbers.count == 1 ? "is" : "are") missing"
    case .nameless(let root, let file):
      "\(file): a report of '\(root)' has no name among those of other repositories: scan with --repository NAME"
    case .sameName(let name, let files):
      "\(files.joined(separator: " and ")) are reports of two repositories by the name '\(name)': "
        + "scan with --repository NAME"
    }
  }
}
