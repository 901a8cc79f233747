import FrontEnd
import InventoryModel
import TreeSitter

extension SwiftLowering {
  /// A string literal of any form.
  mutating func lowerString(_ node: SyntaxNode) -> ExpressionID {
    var holes: [(range: Range<Int>, value: ExpressionID?)] = []
    var start: Int?
    var value: ExpressionID?
    for part in node.children {
      switch kinds[part] {
      case .rawStringInterpolation:
        let operand = child(part, .interpolatedExpression)
        holes.append((part.startByte..<part.endByte, operand.flatMap { lowerInterpolated($0) }))
      case .interpolationStart: (start, value) = (part.startByte, nil)
      case .interpolatedExpression:
        let operand = lowerInterpolated(part)
        value = value ?? operand
      case .closeParenthesis:
        if let begin = start { holes.append((begin..<part.endByte, value)) }
        start = nil
      default: if part.isError { lowerStatement(part) }
      }
    }
    var literal = SwiftStringLiteral(node)
    for hole in holes {
      literal.readText(to: hole.range.lowerBound)
      literal.skip(to: hole.range.upperBound)
      let filler = hole.value ?? builder.add(.other([]), at: position(node))
      literal.parts.append(.hole(filler))
    }
    literal.readToEnd()
    return builder.add(.string(StringTemplate(parts: literal.parts)), at: position(node))
  }

  private mutating func lowerInterpolated(_ node: SyntaxNode) -> ExpressionID? {
    let operand = child(node, fields.value) ?? parts(node).last
    return operand.map { lowerExpression($0) }
  }
}
