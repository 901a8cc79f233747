import FrontEnd
import InventoryModel
import TreeSitter

extension LuaLowering {
  mutating func string(_ node: SyntaxNode) -> ExpressionID {
    let parts = LuaStringParts(node.bytes).parts.map { part in
      StringTemplate.Part.literal(part.text, positions.position(ofByte: part.byte))
    }
    return add(.string(StringTemplate(parts: parts)), at: node)
  }
}
