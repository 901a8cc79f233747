import FrontEnd
import InventoryModel
import TreeSitter

extension JavaScriptLowering {
  // MARK: Imports

  mutating func importStatement(_ node: SyntaxNode) {
    if let required = first(.importRequire, in: node) {
      guard let name = required.parts.first, let module = source(of: required) else { return }
      return declareImport(name, module, member: nil)
    }
    guard let module = source(of: node) else { return }
    guard let clause = first(.importClause, in: node) else {
      addImport(module, member: nil, at: node)
      return
    }
    for part in clause.parts {
      switch kind(part) {
      case .identifier: declareImport(part, module, member: "default")
      case .namespaceImport: part.parts.first.map { declareImport($0, module, member: nil) }
      case .namedImports: for specifier in part.parts { importSpecifier(specifier, module) }
      default: break
      }
    }
  }

  private mutating func importSpecifier(_ node: SyntaxNode, _ module: String) {
    guard let name = node.child(field: grammar.name) else { return }
    declareImport(node.child(field: grammar.alias) ?? name, module, member: specifiedName(name))
  }

  private mutating func declareImport(_ name: SyntaxNode, _ module: String, member: String?) {
    declare(name.text, .imported(addImport(module, member: member, at: name)))
  }

  @discardableResult
  private mutating func addImport(
    _ module: String, member: String?, isWildcard: Bool = false, at node: SyntaxNode
  ) -> ImportID {
    builder.add(
      Import(
        module: module, member: member, isWildcard: isWildcard, scope: builder.currentScope, position: position(node)))
  }

  private func source(of node: SyntaxNode) -> String? {
    node.child(field: grammar.source).flatMap { literalText($0) }
  }

  /// A name in a specifier, which may be a string.
  private func specifiedName(_ node: SyntaxNode) -> String { literalText(node) ?? node.text }

  /// `import name = a.b.c`
  mutating func importAlias(_ node: SyntaxNode) {
    let parts = self.parts(node)
    guard parts.count == 2 else { return }
    let value = dottedName(parts[1])
    bind(parts[0], to: value, in: builder.currentScope)
  }

  private mutating func dottedName(_ node: SyntaxNode) -> ExpressionID {
    guard kind(node) == .nestedIdentifier, let object = node.child(field: grammar.object),
      let property = node.child(field: grammar.property)
    else { return expression(node) }
    let base = dottedName(object)
    return add(.member(base, property.text), at: property)
  }

  // MARK: Modules by call

  /// `require("x")` with a literal name.
  func isRequire(_ node: SyntaxNode) -> Bool {
    guard let callee = node.child(field: grammar.function), kind(callee) == .identifier, callee.textEquals("require")
    else {
      return false
    }
    return moduleName(node) != nil
  }

  private func moduleName(_ call: SyntaxNode) -> String? {
    call.child(field: grammar.arguments).flatMap { $0.parts.first }.flatMap { literalText($0) }
  }

  /// `require("x")`, `import("x")`: the module itself.
  mutating func moduleCall(_ node: SyntaxNode) -> ExpressionID {
    guard let module = moduleName(node) else {
      let place = position(node)
      let arguments = node.child(field: grammar.arguments).map { self.arguments($0) } ?? []
      return builder.add(.other(arguments.map { $0.value }), at: place)
    }
    return add(.module(addImport(module, member: nil, at: node)), at: node)
  }

  // MARK: Exports

  mutating func exportStatement(_ node: SyntaxNode) {
    if let module = source(of: node) { return reExport(node, from: module) }
    if let clause = first(.exportClause, in: node) {
      for specifier in clause.parts {
        guard let name = specifier.child(field: grammar.name) else { continue }
        let value = add(.name(name.text, nil), at: name)
        export(specifiedName(specifier.child(field: grammar.alias) ?? name), value)
      }
      return
    }
    let isDefault = has("default", node)
    if let declaration = node.child(field: grammar.declaration) {
      return exportDeclaration(declaration, isDefault: isDefault)
    }
    guard let inner = parts(node).last(where: { kind($0) != .decorator }) else { return }
    let value = named(inner, "default")
    if !isDefault && !has("=", node) { return }
    export(isDefault ? "default" : nil, value)
  }

  private mutating func reExport(_ node: SyntaxNode, from module: String) {
    if let clause = first(.exportClause, in: node) {
      for specifier in clause.parts {
        guard let name = specifier.child(field: grammar.name) else { continue }
        let id = addImport(module, member: specifiedName(name), at: name)
        let exported = specifiedName(specifier.child(field: grammar.alias) ?? name)
        builder.add(Export(name: exported, source: .imported(id)))
      }
    } else if let namespace = first(.namespaceExport, in: node), let name = namespace.parts.first {
      let id = addImport(module, member: nil, at: name)
      builder.add(Export(name: specifiedName(name), source: .imported(id)))
    } else {
      addImport(module, member: nil, isWildcard: true, at: node)
    }
  }

  private mutating func exportDeclaration(_ node: SyntaxNode, isDefault: Bool) {
    let firstSymbol = builder.facts.expressions.count
    let firstBinding = builder.facts.bindings.count
    let firstType = TypeID(builder.facts.types.count)
    statement(node)
    if kind(node) == .lexicalDeclaration || kind(node) == .variableDeclaration {
      for binding in builder.facts.bindings[firstBinding...] {
        guard binding.scope == builder.currentScope, Int(binding.target.index) >= firstSymbol,
          case .name(let name, _) = builder.facts[binding.target].kind
        else { continue }
        let value = builder.add(.name(name, nil), at: builder.facts[binding.target].position)
        export(name, value)
      }
    } else if let name = declaredName(node) {
      let value = add(.name(name.text, nil), at: name)
      export(isDefault ? "default" : name.text, value)
    } else if isDefault, kind(node) == .classDeclaration {
      export("default", add(.type(firstType), at: node))
    }
  }

  private func declaredName(_ node: SyntaxNode) -> SyntaxNode? {
    if let name = node.child(field: grammar.name) { return kind(name) == .nestedIdentifier ? name.parts.first : name }
    return kind(node) == .ambientDeclaration ? node.parts.first.flatMap { declaredName($0) } : nil
  }

  /// Gives a value away under a name: of the module, or of the namespace around.
  private mutating func export(_ name: String?, _ value: ExpressionID) {
    guard let namespace = namespaces.last else {
      builder.add(Export(name: name, source: .value(value)))
      return
    }
    if let name { addExport(name, value, to: namespace) }
  }

  mutating func addExport(_ name: String, _ value: ExpressionID, to namespace: TypeID) {
    let field = Field(
      name: name, annotation: nil, value: value, isStatic: true, position: builder.facts[value].position)
    builder.update(namespace) { $0.fields.append(field) }
  }

  /// `module.exports = value`, `exports.name = value`, `module.exports.name = value`
  mutating func noteExport(_ target: ExpressionID, _ value: ExpressionID) {
    guard case .member(let base, let name) = builder.facts[target].kind else { return }
    if isExports(base) {
      builder.add(Export(name: name, source: .value(value)))
    } else if isExports(target) {
      builder.add(Export(name: nil, source: .value(value)))
    }
  }

  /// Makes `exports` and `module.exports` one object of the file, so that what is stored there can be read.
  mutating func declareModuleNames(at node: SyntaxNode) {
    guard !hasModuleNames, builder.lookUp("exports", from: .file) == nil, builder.lookUp("module", from: .file) == nil
    else { return }
    hasModuleNames = true
    let place = position(node)
    builder.declare("exports", .variable, in: .file)
    builder.declare("module", .variable, in: .file)
    builder.inside(.file) { builder in
      let exports = builder.add(.name("exports", nil), at: place)
      builder.bind(exports, to: builder.add(.map([]), at: place))
      let module = builder.add(.name("module", nil), at: place)
      builder.bind(module, to: builder.add(.map([]), at: place))
      builder.bind(builder.add(.member(module, "exports"), at: place), to: exports)
    }
  }

  private func isExports(_ id: ExpressionID) -> Bool {
    switch builder.facts[id].kind {
    case .name("exports", _): return true
    case .member(let base, "exports"):
      if case .name("module", _) = builder.facts[base].kind { return true }
      return false
    default: return false
    }
  }
}
