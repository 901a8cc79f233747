import FrontEnd
import InventoryModel
import TreeSitter

extension PythonLowering {
  /// `import a.b`, `import a.b as c`
  mutating func importModules(_ node: SyntaxNode) {
    for name in node.children(field: grammar.name) {
      if kind(name) == .aliasedImport {
        guard let module = name.child(field: grammar.name), let alias = name.child(field: grammar.alias) else {
          continue
        }
        declare(alias.text, Import(module: dotted(module), scope: variableScope, position: position(module)))
      } else {
        let module = dotted(name)
        let first = String(module.prefix { $0 != "." })
        declare(
          first,
          Import(
            module: module, bindsFirstComponent: first != module, scope: variableScope, position: position(name)))
      }
    }
  }

  /// `from a.b import c as d`, `from . import c`, `from .a import *`
  mutating func importNames(_ node: SyntaxNode) {
    guard let source = node.child(field: grammar.moduleName) else { return }
    let level = dots(before: source)
    let module =
      kind(source) == .relativeImport
      ? source.parts.first { kind($0) == .dottedName }.map { dotted($0) } ?? "" : dotted(source)
    if let star = node.children.first(where: { kind($0) == .wildcardImport }) {
      _ = builder.add(
        Import(module: module, isWildcard: true, level: level, scope: variableScope, position: position(star)))
    }
    for name in node.children(field: grammar.name) {
      let original = kind(name) == .aliasedImport ? name.child(field: grammar.name) ?? name : name
      let alias = kind(name) == .aliasedImport ? name.child(field: grammar.alias) : nil
      let member = dotted(original)
      declare(
        alias?.text ?? member,
        Import(module: module, member: member, level: level, scope: variableScope, position: position(original)))
    }
  }

  private mutating func declare(_ name: String, _ declaration: Import) {
    let id = builder.add(declaration)
    builder.declare(name, .imported(id), in: variableScope)
  }

  /// A dotted name as text, without white space.
  func dotted(_ node: SyntaxNode) -> String {
    let names = node.parts
    return names.isEmpty ? node.text : names.map(\.text).joined(separator: ".")
  }

  /// How many dots a relative import begins with.
  private func dots(before source: SyntaxNode) -> Int {
    guard let prefix = source.children.first(where: { kind($0) == .importPrefix }) else { return 0 }
    return prefix.bytes.count { $0 == UInt8(ascii: ".") }
  }
}
