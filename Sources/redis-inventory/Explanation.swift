import FileSystem
import InventoryModel
import Reporting
import Scanning

/// What `--explain PATH:LINE` prints: how an operation is known, or why a call is none.
struct Explanation {
  private let path: String
  private let line: Int

  init(_ place: String) throws(UsageError) {
    var parts = place.split(separator: ":", omittingEmptySubsequences: false)
    // What an editor or a report gives has a column too.
    if parts.count > 2, Int(parts[parts.count - 2]) != nil { parts.removeLast() }
    guard let last = parts.popLast(), let line = Int(last), !parts.isEmpty else {
      throw UsageError("'\(place)' is no place: PATH:LINE is expected")
    }
    self.line = line
    path = parts.joined(separator: ":")
  }

  func text(of scan: Scan) throws(UsageError) -> String {
    guard let path = scan.path(named: path) else { throw UsageError("\(path): not among the scanned files") }
    let operations = scan.operations(path: path, line: line)
    var lines = operations.flatMap(paragraph)
    lines += scan.unresolved(path: path, line: line).map { site in
      "\(TextLines.place(site.place)) \(TerminalText.escaped(site.name)) is unresolved: \(TerminalText.escaped(site.reason))"
    }
    let here = "\(TerminalText.escaped(path)):\(line):"
    if operations.isEmpty {
      lines += scan.explanation(path: path, line: line).map { "\(here) \(TerminalText.escaped($0))" }
    }
    if lines.isEmpty { lines = ["\(here) no call here is known to be an operation"] }
    return lines.map { $0 + "\n" }.joined()
  }

  private func paragraph(_ operation: Operation) -> [String] {
    [TextLines.operation(operation, style: ReportStyle(usesColour: Terminal.showsColour(.output)))]
      + operation.evidence.map { "  \(TextLines.place($0.place)) \(TerminalText.escaped($0.what))" }
      + errors(operation)
  }

  private func errors(_ operation: Operation) -> [String] {
    let handling = operation.errorHandling
    let place = handling.place.map { " \(TextLines.place($0))" } ?? ""
    switch handling.handled {
    case .inPlace: return ["  errors are handled here\(place)"]
    case .byCaller: return ["  errors are handled by a caller\(place)"]
    case .nowhere: return ["  errors are handled nowhere"]
    case .unknown: return []
    }
  }
}
