import Compatibility
package import InventoryModel
import Knowledge

extension Scan {
  /// Whether what was found runs on the targets of these names.
  ///
  /// - Throws: `TargetNameError` for a name that no table has, `KnowledgeError` for tables that cannot be read.
  package func compatibility(with names: [String], toolVersion: String) throws -> CompatibilityReport {
    let library = TargetLibrary(commands: commands, additional: tables)
    let targets = try names.map { try TargetList.stack($0, in: library) }
    let report = report(toolVersion: toolVersion, withTimings: false)
    let patterns = try inventory(toolVersion: toolVersion).patterns.filter { $0.context == .production }
    var judged = try Compatibility(commands: commands, library: library).report(
      on: report, targets: targets, patterns: patterns.map { ($0.name, $0.operations) })
    judged.check = CompatibilityFindings.report(
      on: judged, operations: report.operations.count, files: report.files, folder: ReportFolders.inWorkTree(files.root)
    )
    return judged
  }
}

extension Scan {
  /// The least privilege that what was found needs, in rules that a target understands where one is named.
  package func accessRules(for target: String? = nil, toolVersion: String) throws -> AccessReport {
    let library = TargetLibrary(commands: commands, additional: tables)
    let report = report(toolVersion: toolVersion, withTimings: false)
    return try AccessRules(commands: commands, library: library)
      .report(on: report, for: try target.map { try TargetList.stack($0, in: library) })
  }
}

/// A target that no table has.
package struct TargetNameError: Error, Sendable {
  package let name: String
  /// The names that there are, sorted.
  package let known: [String]
}

/// All targets that code can be compared with.
package enum TargetList {
  /// The program's targets and those of a folder of tables, by name.
  package static func load(rules: String?) throws -> [TargetSummary] {
    let tables = try UserTables.read(rules)
    let commands = try KnowledgeBase.load(languages: [], additional: tables).commands
    return try TargetLibrary(commands: commands, additional: tables).all().map { profile in
      TargetSummary(
        name: profile.name, title: profile.title, kind: profile.kind.rawValue, version: profile.version,
        read: profile.read, aliases: profile.aliases, engine: profile.engine, sources: profile.sources)
    }
  }

  static func stack(_ name: String, in library: TargetLibrary) throws -> TargetStack {
    do {
      return try TargetStack(name, in: library)
    } catch let error as UnknownTarget {
      throw TargetNameError(name: error.name, known: error.known)
    }
  }
}
