import InventoryModel
import TestSupport
import Testing

/// A fixture's file, at whose lines failures are told.
struct FixturePage {
  let project: ClientProject
  /// Relative to the project's folder.
  let path: String

  func record(_ message: String, line: Int) {
    let location = SourceLocation(
      fileID: "\(project.folder)/\(path)", filePath: "\(project.path)/\(path)", line: max(line, 1), column: 1)
    Issue.record(Testing.Comment(rawValue: message), sourceLocation: location)
  }

  /// Pairs wants and operations, those with a key first, and tells what is left over on either side.
  func compare(wants: [Want], operations: [Operation], explanation: (Int) -> [String]) {
    var left = operations
    for want in wants.filter({ !$0.keys.isEmpty }) + wants.filter(\.keys.isEmpty) {
      if let index = left.firstIndex(where: want.isMet) {
        left.remove(at: index)
      } else if let index = left.firstIndex(where: { $0.place.line == want.line && $0.command == want.command }) {
        let found = left.remove(at: index)
        record("want \(want): the key found is \(FixturePage.keys(of: found))", line: want.line)
      } else {
        let known = left.filter { $0.place.line == want.line }.map { "found \($0.command)" }
        record("want \(want): \((known + explanation(want.line)).joined(separator: "; "))", line: want.line)
      }
    }
    for operation in left {
      record(
        "unwanted \(operation.command) \(FixturePage.keys(of: operation)) of \(operation.role) of \(operation.library)",
        line: operation.place.line)
    }
  }

  private static func keys(of operation: Operation) -> String {
    let keys = operation.keyTemplates.isEmpty ? operation.channel.map { [$0] } ?? [] : operation.keyTemplates
    return keys.isEmpty ? "unknown" : keys.map { "\"\($0)\"" }.joined(separator: " ")
  }
}
