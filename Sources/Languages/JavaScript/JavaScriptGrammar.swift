import TreeSitter

/// The ids of kinds and fields, looked up once; a name that the grammar lacks is an error at start-up.
struct JavaScriptGrammar: Sendable {
  private let kinds: [JavaScriptKind?]
  let alias, alternative, argument, arguments, body, condition, consequence, constructor: UInt16
  let declaration, decorator, finalizer, function, handler, increment, index, initializer, key, kind, left: UInt16
  let name, object, `operator`, parameter, parameters, property, right, source, value: UInt16
  // Those that the JavaScript grammar lacks are `noField` there, which no node has.
  let constraint, indexType, module, pattern, returnType, type, typeArguments, typeParameters: UInt16

  private static let noField = UInt16.max

  init(_ grammar: Grammar, _ dialect: JavaScriptFrontEnd.Dialect) throws(GrammarError) {
    var kinds: [JavaScriptKind?] = []
    for kind in JavaScriptKind.allCases where kind.isIn(dialect) {
      let id = Int(try grammar.kind(kind.rawValue))
      while kinds.count <= id { kinds.append(nil) }
      kinds[id] = kind
    }
    self.kinds = kinds
    alias = try grammar.field("alias")
    alternative = try grammar.field("alternative")
    argument = try grammar.field("argument")
    arguments = try grammar.field("arguments")
    body = try grammar.field("body")
    condition = try grammar.field("condition")
    consequence = try grammar.field("consequence")
    constructor = try grammar.field("constructor")
    declaration = try grammar.field("declaration")
    decorator = try grammar.field("decorator")
    finalizer = try grammar.field("finalizer")
    function = try grammar.field("function")
    handler = try grammar.field("handler")
    increment = try grammar.field("increment")
    index = try grammar.field("index")
    initializer = try grammar.field("initializer")
    key = try grammar.field("key")
    kind = try grammar.field("kind")
    left = try grammar.field("left")
    name = try grammar.field("name")
    object = try grammar.field("object")
    self.operator = try grammar.field("operator")
    parameter = try grammar.field("parameter")
    parameters = try grammar.field("parameters")
    property = try grammar.field("property")
    right = try grammar.field("right")
    source = try grammar.field("source")
    value = try grammar.field("value")
    pattern = try grammar.field("pattern")
    let isTyped = dialect != .javascript
    constraint = isTyped ? try grammar.field("constraint") : JavaScriptGrammar.noField
    indexType = isTyped ? try grammar.field("index_type") : JavaScriptGrammar.noField
    module = isTyped ? try grammar.field("module") : JavaScriptGrammar.noField
    returnType = isTyped ? try grammar.field("return_type") : JavaScriptGrammar.noField
    type = isTyped ? try grammar.field("type") : JavaScriptGrammar.noField
    typeArguments = isTyped ? try grammar.field("type_arguments") : JavaScriptGrammar.noField
    typeParameters = isTyped ? try grammar.field("type_parameters") : JavaScriptGrammar.noField
  }

  /// What a node is; nothing for kinds that lowering does not tell apart, error nodes among them.
  subscript(_ node: SyntaxNode) -> JavaScriptKind? { self[node.kind] }

  /// What nodes of a kind are.
  subscript(_ id: UInt16) -> JavaScriptKind? { Int(id) < kinds.count ? kinds[Int(id)] : nil }
}
