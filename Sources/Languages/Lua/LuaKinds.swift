import TreeSitter

/// The node kinds that lowering tells apart, each named as the grammar names it.
///
/// The grammar's fields are not used: those of hidden rules end up on the wrong children.
enum LuaKind: String, CaseIterable {
  case chunk, comment, block, identifier, number, string, field, arguments, parameters, attribute

  case hashBangLine = "hash_bang_line"
  case variableList = "variable_list"
  case expressionList = "expression_list"

  case emptyStatement = "empty_statement"
  case assignment = "assignment_statement"
  case variableDeclaration = "variable_declaration"
  case functionDeclaration = "function_declaration"
  case doStatement = "do_statement"
  case whileStatement = "while_statement"
  case repeatStatement = "repeat_statement"
  case ifStatement = "if_statement"
  case elseifStatement = "elseif_statement"
  case elseStatement = "else_statement"
  case forStatement = "for_statement"
  case numericClause = "for_numeric_clause"
  case genericClause = "for_generic_clause"
  case returnStatement = "return_statement"
  case breakStatement = "break_statement"
  case gotoStatement = "goto_statement"
  case label = "label_statement"

  case null = "nil"
  case `true` = "true"
  case `false` = "false"
  case vararg = "vararg_expression"
  case functionDefinition = "function_definition"
  case dotIndex = "dot_index_expression"
  case bracketIndex = "bracket_index_expression"
  case methodIndex = "method_index_expression"
  case functionCall = "function_call"
  case parenthesized = "parenthesized_expression"
  case table = "table_constructor"
  case binary = "binary_expression"
  case unary = "unary_expression"
}

/// The ids of the kinds, looked up once; a kind that the grammar lacks is an error at start-up.
struct LuaKinds: Sendable {
  private let kinds: [LuaKind?]

  init(_ grammar: Grammar) throws(GrammarError) {
    var kinds: [LuaKind?] = []
    for kind in LuaKind.allCases {
      let id = Int(try grammar.kind(kind.rawValue))
      while kinds.count <= id { kinds.append(nil) }
      kinds[id] = kind
    }
    self.kinds = kinds
  }

  /// What a node is; nothing for tokens and error nodes.
  subscript(_ node: SyntaxNode) -> LuaKind? { self[node.kind] }

  /// What nodes of a kind are.
  subscript(_ id: UInt16) -> LuaKind? { Int(id) < kinds.count ? kinds[Int(id)] : nil }
}
