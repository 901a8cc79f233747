internal import TreeSitter

/// The grammar's kinds and fields by id, looked up once.
struct GoSyntax {
  /// By kind id; nil for kinds that are not looked at.
  private let kinds: [GoKind?]
  let alias, alternative, arguments, body, communication, condition, consequence, element, field, function,
    index: UInt16
  let initializer, key, left, name, operand, `operator`, package, parameters, path, receiver, result, right: UInt16
  let channel, start, tag, type, typeArguments, typeParameters, update, value: UInt16

  init(_ grammar: Grammar) throws(GrammarError) {
    var kinds: [GoKind?] = []
    for kind in GoKind.allCases {
      let id = Int(try grammar.kind(kind.rawValue))
      if id >= kinds.count { kinds += Array(repeating: nil, count: id + 1 - kinds.count) }
      kinds[id] = kind
    }
    self.kinds = kinds
    alias = try grammar.field("alias")
    alternative = try grammar.field("alternative")
    arguments = try grammar.field("arguments")
    body = try grammar.field("body")
    channel = try grammar.field("channel")
    communication = try grammar.field("communication")
    condition = try grammar.field("condition")
    consequence = try grammar.field("consequence")
    element = try grammar.field("element")
    field = try grammar.field("field")
    function = try grammar.field("function")
    index = try grammar.field("index")
    initializer = try grammar.field("initializer")
    key = try grammar.field("key")
    left = try grammar.field("left")
    name = try grammar.field("name")
    operand = try grammar.field("operand")
    `operator` = try grammar.field("operator")
    package = try grammar.field("package")
    parameters = try grammar.field("parameters")
    path = try grammar.field("path")
    receiver = try grammar.field("receiver")
    result = try grammar.field("result")
    right = try grammar.field("right")
    start = try grammar.field("start")
    tag = try grammar.field("tag")
    type = try grammar.field("type")
    typeArguments = try grammar.field("type_arguments")
    typeParameters = try grammar.field("type_parameters")
    update = try grammar.field("update")
    value = try grammar.field("value")
  }

  /// The kind of a node; nil for one that is not looked at, an error node among them.
  subscript(_ node: SyntaxNode) -> GoKind? { self[node.kind] }

  /// What nodes of a kind are.
  subscript(_ id: UInt16) -> GoKind? { Int(id) < kinds.count ? kinds[Int(id)] : nil }
}
