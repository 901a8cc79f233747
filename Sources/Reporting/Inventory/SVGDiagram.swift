import InventoryModel

/// Draws services, patterns and connections in three columns.
struct SVGDiagram {
  let document: InventoryDocument

  private static let columns = [(x: 8, width: 220), (x: 330, width: 330), (x: 762, width: 300)]
  private static let width = 1070
  private static let step = 34
  private static let height = 26

  private struct Node {
    let id: String
    let label: String
    let link: String?
    var y = 0
  }

  var text: String {
    let patterns = document.patterns.filter { $0.context == .production }
    guard !patterns.isEmpty else { return "" }
    let connections = document.connections.filter { $0.name != nil }
    let nodes = [
      document.services.enumerated().map { Node(id: "s\($0)", label: $1.name, link: nil) },
      patterns.enumerated().map { Node(id: "p\($0)", label: $1.name, link: $1.id) },
      connections.enumerated().map { Node(id: "c\($0)", label: $1.name ?? "", link: nil) },
    ]
    let rows = nodes.map(\.count).max() ?? 0
    let placed = nodes.map { column in
      column.enumerated().map { index, node in
        var node = node
        node.y = SVGDiagram.step * (2 * index + 1 + rows - column.count) / 2
        return node
      }
    }
    let numbers = Dictionary(patterns.enumerated().map { ($1.id, $0) }) { first, _ in first }
    var edges: [String] = []
    for (index, service) in document.services.enumerated() {
      edges += service.patterns.compactMap { numbers[$0] }.map { edge(placed[0][index], placed[1][$0], column: 0) }
    }
    for (index, connection) in connections.enumerated() {
      edges += connection.patterns.compactMap { numbers[$0] }.map { edge(placed[1][$0], placed[2][index], column: 1) }
    }
    let boxes = placed.enumerated().flatMap { column, nodes in nodes.map { box($0, column: column) } }
    let height = rows * SVGDiagram.step + 8
    return "<svg viewBox=\"0 0 \(SVGDiagram.width) \(height)\" width=\"\(SVGDiagram.width)\" height=\"\(height)\" "
      + "role=\"img\" aria-label=\"Parts of the source, patterns and connections\">"
      + (edges + boxes).joined(separator: "\n") + "</svg>"
  }

  private func edge(_ left: Node, _ right: Node, column: Int) -> String {
    let start = SVGDiagram.columns[column].x + SVGDiagram.columns[column].width
    let end = SVGDiagram.columns[column + 1].x
    let middle = (start + end) / 2
    return
      "<path class=\"edge \(left.id) \(right.id)\" d=\"M\(start) \(left.y) C\(middle) \(left.y) \(middle) \(right.y) "
      + "\(end) \(right.y)\"/>"
  }

  private func box(_ node: Node, column: Int) -> String {
    let (x, width) = SVGDiagram.columns[column]
    let limit = width / 8
    let shown = node.label.count > limit ? node.label.prefix(limit - 1) + "…" : Substring(node.label)
    let rounding = [4, 13, 4][column]
    let drawing =
      "<g class=\"node column\(column)\" id=\"\(node.id)\"><title>\(HTMLText.plain(node.label))</title>"
      + "<rect x=\"\(x)\" y=\"\(node.y - SVGDiagram.height / 2)\" width=\"\(width)\" height=\"\(SVGDiagram.height)\" "
      + "rx=\"\(rounding)\"/><text x=\"\(x + width / 2)\" y=\"\(node.y + 4)\">\(HTMLText.plain(String(shown)))</text></g>"
    return node.link.map { "<a href=\"#\(HTMLText.plain($0))\">\(drawing)</a>" } ?? drawing
  }
}
