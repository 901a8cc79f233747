import FrontEnd
import InventoryModel
import TreeSitter

extension SwiftLowering {
  /// `import X`, `import struct X.Y`.
  mutating func lowerImport(_ node: SyntaxNode) {
    guard let identifier = child(node, .identifier) else { return }
    let path = parts(identifier).map(\.text)
    let keyword = node.children.first { !$0.isNamed }
    let namesMember = node.children.contains { !$0.isNamed && $0.order != keyword?.order }
    if namesMember, path.count > 1, let member = path.last {
      let id = builder.add(
        Import(
          module: path.dropLast().joined(separator: "."), member: member, scope: builder.currentScope,
          position: position(identifier)))
      builder.declare(member, .imported(id))
    } else {
      _ = builder.add(
        Import(
          module: path.joined(separator: "."), isWildcard: true, scope: builder.currentScope,
          position: position(identifier)))
    }
  }

  /// Declares the imported modules that the file uses as qualifiers, as in `Module.Type`; others stay
  /// undeclared, since a type may have its module's name.
  mutating func declareQualifiers(in tree: SyntaxTree) {
    let modules = Dictionary(
      builder.facts.imports.filter(\.isWildcard).map { ($0.module, $0) }, uniquingKeysWith: { first, _ in first })
    guard !modules.isEmpty else { return }
    var pending = modules
    let dot = UInt8(ascii: ".")
    for node in tree.root.descendants(ofKind: { kinds[$0] == .simpleIdentifier || kinds[$0] == .typeIdentifier }) {
      guard node.endByte < tree.source.count,
        tree.source[node.endByte] == dot, node.startByte == 0 || tree.source[node.startByte - 1] != dot,
        let used = pending.removeValue(forKey: node.text), builder.lookUp(used.module, from: .file) == nil
      else { continue }
      let id = builder.add(Import(module: used.module, scope: .file, position: used.position))
      builder.declare(used.module, .imported(id), in: .file)
    }
  }
}
