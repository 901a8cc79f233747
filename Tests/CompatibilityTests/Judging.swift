import Compatibility
import InventoryModel
import Knowledge

/// Reports made from operations in hand.
enum Judging {
  static func commands() throws -> CommandTable { try KnowledgeBase.load(languages: []).commands }

  /// The report on operations for some targets.
  static func report(
    _ operations: [InventoryModel.Operation], on targets: String..., scripts: [ScriptRecord] = [],
    clients: [ClientRecord] = [], packages: [PackageRecord] = [], tables: [TableFile] = []
  ) throws -> CompatibilityReport {
    let commands = try commands()
    let library = TargetLibrary(commands: commands, additional: tables)
    var scan = ScanReport(
      toolVersion: "1", root: ".", operations: operations, scripts: scripts, clients: clients)
    scan.infrastructure.packages = packages
    return try Compatibility(commands: commands, library: library)
      .report(on: scan, targets: try targets.map { try TargetStack($0, in: library) })
  }

  /// The one use of an operation on a target; nil when it runs as it is.
  static func use(_ operation: InventoryModel.Operation, on target: String) throws -> TargetUse? {
    try report([operation], on: target).targets[0].uses.first
  }

  /// An operation of redis-py in production.
  static func operation(
    _ command: String, _ keys: String..., count: Int? = nil, channel: String? = nil, options: [String] = [],
    arguments: [String?] = [], line: Int = 1, library: String = "redis-py", role: String = "client"
  ) -> InventoryModel.Operation {
    var operation = InventoryModel.Operation(
      place: SourcePlace(path: "app.py", line: line, column: 1), command: command, library: library, role: role,
      language: .python, context: .production)
    operation.keyTemplates = keys
    operation.keyCount = count ?? (keys.isEmpty ? nil : keys.count)
    operation.channel = channel
    operation.options = options
    operation.arguments = arguments
    return operation
  }
}
