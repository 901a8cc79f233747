import TreeSitter

/// The ids of kinds and fields, looked up once; a name that the grammar lacks is an error at start-up.
struct PythonGrammar: Sendable {
  private let kinds: [PythonKind?]
  let alias, alternative, argument, arguments, attribute, body, cause, condition, consequence, definition: UInt16
  let expression, formatSpecifier, function, `guard`, key, left, moduleName, name, object, `operator`: UInt16
  let parameters, returnType, right, subject, `subscript`, superclasses, type, typeParameters, value: UInt16

  init(_ grammar: Grammar) throws(GrammarError) {
    var kinds: [PythonKind?] = []
    for kind in PythonKind.allCases {
      let id = Int(try grammar.kind(kind.rawValue))
      while kinds.count <= id { kinds.append(nil) }
      kinds[id] = kind
    }
    self.kinds = kinds
    alias = try grammar.field("alias")
    alternative = try grammar.field("alternative")
    argument = try grammar.field("argument")
    arguments = try grammar.field("arguments")
    attribute = try grammar.field("attribute")
    body = try grammar.field("body")
    cause = try grammar.field("cause")
    condition = try grammar.field("condition")
    consequence = try grammar.field("consequence")
    definition = try grammar.field("definition")
    expression = try grammar.field("expression")
    formatSpecifier = try grammar.field("format_specifier")
    function = try grammar.field("function")
    self.guard = try grammar.field("guard")
    key = try grammar.field("key")
    left = try grammar.field("left")
    moduleName = try grammar.field("module_name")
    name = try grammar.field("name")
    object = try grammar.field("object")
    self.operator = try grammar.field("operator")
    parameters = try grammar.field("parameters")
    returnType = try grammar.field("return_type")
    right = try grammar.field("right")
    subject = try grammar.field("subject")
    self.subscript = try grammar.field("subscript")
    superclasses = try grammar.field("superclasses")
    type = try grammar.field("type")
    typeParameters = try grammar.field("type_parameters")
    value = try grammar.field("value")
  }

  /// What a node is; nothing for kinds that lowering does not tell apart, error nodes among them.
  subscript(_ node: SyntaxNode) -> PythonKind? { self[node.kind] }

  /// What nodes of a kind are.
  subscript(_ id: UInt16) -> PythonKind? { Int(id) < kinds.count ? kinds[Int(id)] : nil }
}
