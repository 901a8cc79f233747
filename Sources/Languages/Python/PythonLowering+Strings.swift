import FrontEnd
import InventoryModel
import TreeSitter

extension PythonLowering {
  /// A string literal, or several side by side, as one template.
  mutating func string(_ node: SyntaxNode) -> ExpressionID {
    let start = position(node)
    return builder.add(.string(template(node)), at: start)
  }

  private mutating func template(_ node: SyntaxNode) -> StringTemplate {
    var template = StringTemplate(parts: [])
    if kind(node) == .string {
      appendParts(of: node, to: &template)
    } else {
      for literal in node.parts where kind(literal) == .string { appendParts(of: literal, to: &template) }
    }
    return template
  }

  private mutating func appendParts(of node: SyntaxNode, to template: inout StringTemplate) {
    var isRaw = false
    for part in node.namedChildren {
      switch kind(part) {
      case .stringStart: isRaw = part.bytes.contains { $0 | 0x20 == 0x72 }
      case .stringContent: appendText(of: part, isRaw: isRaw, to: &template)
      case .interpolation: appendHole(part, to: &template)
      default: break
      }
    }
  }

  /// Text between escape sequences; after each of them a new part begins.
  private mutating func appendText(of node: SyntaxNode, isRaw: Bool, to template: inout StringTemplate) {
    var text = TextRun(of: node, at: position(node))
    for escape in node.namedChildren where kind(escape) == .escapeInterpolation || !isRaw {
      text.take(to: escape.startByte, into: &template)
      text.take(to: escape.endByte, as: PythonEscape.decode(escape.bytes), into: &template)
    }
    text.take(to: node.endByte, into: &template)
  }

  /// `{value}`, `{value!r:>{width}}`; `{value=}` also shows its own source.
  private mutating func appendHole(_ node: SyntaxNode, to template: inout StringTemplate) {
    guard descend() else { return }
    defer { ascend() }
    guard let inner = node.child(field: grammar.expression) else { return }
    if let sign = node.children.first(where: { !$0.isNamed && $0.textEquals("=") }) {
      var text = TextRun(of: inner, at: position(inner))
      text.take(to: sign.endByte, into: &template)
    }
    template.parts.append(.hole(expression(inner)))
    if let specifier = node.child(field: grammar.formatSpecifier) {
      for part in specifier.parts {
        if let width = part.child(field: grammar.expression) { expression(width) }
      }
    }
  }
}

/// A piece of source text that is cut into parts from its start to its end.
private struct TextRun {
  private let source: [UInt8]
  private var byte: Int
  private var line: Int
  private var column: Int

  init(of node: SyntaxNode, at start: SourcePosition) {
    source = node.tree.source
    byte = node.startByte
    line = Int(start.line)
    column = Int(start.column)
  }

  /// Takes the text up to a byte as one part; another text may stand for it.
  mutating func take(to end: Int, as replacement: String? = nil, into template: inout StringTemplate) {
    guard end > byte else { return }
    let bytes = source[byte..<end]
    let text = replacement ?? String(decoding: bytes, as: UTF8.self)
    if !text.isEmpty {
      template.parts.append(.literal(text, SourcePosition(line: line, column: column)))
    }
    for byte in bytes {
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    byte = end
  }
}
