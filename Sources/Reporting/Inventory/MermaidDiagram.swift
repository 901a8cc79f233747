import InventoryModel

/// Draws services, patterns and connections as a Mermaid flow chart.
struct MermaidDiagram {
  let document: InventoryDocument

  /// Lines of a fenced block; none where there is nothing to draw.
  var lines: [String] {
    let patterns = document.patterns.filter { $0.context == .production }
    guard !patterns.isEmpty else { return [] }
    var lines = ["```mermaid", "flowchart LR"]
    for (number, service) in document.services.enumerated() {
      lines.append("  s\(number)[\(label(service.name))]")
    }
    var numbers: [String: Int] = [:]
    for (number, pattern) in patterns.enumerated() {
      numbers[pattern.id] = number
      lines.append("  p\(number)([\(label(pattern.name))])")
    }
    let connections = document.connections.filter { $0.name != nil }
    for (number, connection) in connections.enumerated() {
      lines.append("  c\(number)[(\(label(connection.name ?? "")))]")
    }
    for (number, service) in document.services.enumerated() {
      lines += service.patterns.compactMap { numbers[$0] }.map { "  s\(number) --> p\($0)" }
    }
    for (number, connection) in connections.enumerated() {
      lines += connection.patterns.compactMap { numbers[$0] }.map { "  p\($0) --> c\(number)" }
    }
    return lines + ["```"]
  }

  /// A label in quotes, with what Mermaid would read replaced.
  private func label(_ text: String) -> String {
    var label = ""
    for scalar in TerminalText.escaped(text).unicodeScalars {
      switch scalar {
      case "\"", "#", "&", "<", ">", ";", "`", "\\": label += "#\(scalar.value);"
      default: label.unicodeScalars.append(scalar)
      }
    }
    return "\"\(label)\""
  }
}
