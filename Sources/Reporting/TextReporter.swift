package import InventoryModel

extension Reporter {
  /// A line for each operation, for people and for `grep`.
  package static let text = Reporter(name: "text", summary: "a line for each operation") { report, style in
    let repository = report.repository.map { TerminalText.escaped($0) + "/" } ?? ""
    let operations = report.operations.map { repository + TextLines.operation($0, style: style) }
    let unresolved = report.unresolved.map { site in
      "\(repository)\(TextLines.place(site.place)) unresolved \(TerminalText.escaped(site.name)): \(TerminalText.escaped(site.reason))"
    }
    return (operations + unresolved).map { $0 + "\n" }.joined()
  }
}

/// Lines of the text report, which `--explain` uses too.
package enum TextLines {
  /// `path:line:column COMMAND key …`
  package static func operation(_ operation: Operation, style: ReportStyle) -> String {
    var words = [place(operation.place), bold(TerminalText.escaped(operation.command), style)]
    words += operation.keyTemplates.map { TerminalText.escaped($0) }
    if let channel = operation.channel { words.append("channel=\(TerminalText.escaped(channel))") }
    words += operation.options.map { TerminalText.escaped($0) }
    if let ttl = operation.ttlSeconds { words.append("ttl=\(seconds(ttl))") }
    words.append("(\(facts(operation).map { TerminalText.escaped($0) }.joined(separator: ", ")))")
    return words.joined(separator: " ")
  }

  /// `path:line:column:`
  package static func place(_ place: SourcePlace) -> String {
    "\(TerminalText.escaped(place.path)):\(place.line):\(place.column):"
  }

  private static func facts(_ operation: Operation) -> [String] {
    var facts = [operation.library, operation.context.rawValue]
    if let function = operation.function { facts.append("in \(function)") }
    if operation.inLoop { facts.append("loop") }
    if operation.inTransaction { facts.append("transaction") } else if operation.inPipeline { facts.append("pipeline") }
    if let script = operation.script { facts.append("script \(script.prefix(12))") }
    facts += operation.connections.map { "connection \($0)" }
    if operation.confidence != .certain { facts.append(operation.confidence.rawValue) }
    return facts
  }

  private static func seconds(_ value: Double) -> String { Int(exactly: value).map { "\($0)s" } ?? "\(value)s" }

  private static func bold(_ text: String, _ style: ReportStyle) -> String {
    style.usesColour ? "\u{1B}[1m\(text)\u{1B}[0m" : text
  }
}
