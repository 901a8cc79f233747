/// The node kinds of the grammar that are looked at, by their names in it.
enum GoKind: String, CaseIterable {
  case comment
  case packageClause = "package_clause"
  case packageIdentifier = "package_identifier"

  case importDeclaration = "import_declaration"
  case importSpec = "import_spec"
  case importSpecList = "import_spec_list"
  case dot
  case blankIdentifier = "blank_identifier"

  case constDeclaration = "const_declaration"
  case constSpec = "const_spec"
  case varDeclaration = "var_declaration"
  case varSpec = "var_spec"
  case varSpecList = "var_spec_list"
  case functionDeclaration = "function_declaration"
  case methodDeclaration = "method_declaration"
  case parameterDeclaration = "parameter_declaration"
  case variadicParameterDeclaration = "variadic_parameter_declaration"
  case parameterList = "parameter_list"
  case typeParameterDeclaration = "type_parameter_declaration"
  case typeDeclaration = "type_declaration"
  case typeSpec = "type_spec"
  case typeAlias = "type_alias"

  case typeIdentifier = "type_identifier"
  case qualifiedType = "qualified_type"
  case pointerType = "pointer_type"
  case parenthesizedType = "parenthesized_type"
  case negatedType = "negated_type"
  case genericType = "generic_type"
  case sliceType = "slice_type"
  case arrayType = "array_type"
  case implicitLengthArrayType = "implicit_length_array_type"
  case mapType = "map_type"
  case channelType = "channel_type"
  case functionType = "function_type"
  case structType = "struct_type"
  case fieldDeclarationList = "field_declaration_list"
  case fieldDeclaration = "field_declaration"
  case interfaceType = "interface_type"
  case methodElement = "method_elem"
  case typeElement = "type_elem"
  case typeConstraint = "type_constraint"

  case block
  case emptyStatement = "empty_statement"
  case expressionStatement = "expression_statement"
  case sendStatement = "send_statement"
  case receiveStatement = "receive_statement"
  case incrementStatement = "inc_statement"
  case decrementStatement = "dec_statement"
  case assignmentStatement = "assignment_statement"
  case shortVarDeclaration = "short_var_declaration"
  case labeledStatement = "labeled_statement"
  case labelName = "label_name"
  case returnStatement = "return_statement"
  case goStatement = "go_statement"
  case deferStatement = "defer_statement"
  case breakStatement = "break_statement"
  case continueStatement = "continue_statement"
  case gotoStatement = "goto_statement"
  case fallthroughStatement = "fallthrough_statement"
  case ifStatement = "if_statement"
  case forStatement = "for_statement"
  case forClause = "for_clause"
  case rangeClause = "range_clause"
  case expressionSwitchStatement = "expression_switch_statement"
  case expressionCase = "expression_case"
  case defaultCase = "default_case"
  case typeSwitchStatement = "type_switch_statement"
  case typeCase = "type_case"
  case selectStatement = "select_statement"
  case communicationCase = "communication_case"

  case expressionList = "expression_list"
  case parenthesizedExpression = "parenthesized_expression"
  case identifier
  case fieldIdentifier = "field_identifier"
  case callExpression = "call_expression"
  case variadicArgument = "variadic_argument"
  case selectorExpression = "selector_expression"
  case indexExpression = "index_expression"
  case sliceExpression = "slice_expression"
  case typeAssertionExpression = "type_assertion_expression"
  case typeConversionExpression = "type_conversion_expression"
  case typeInstantiationExpression = "type_instantiation_expression"
  case compositeLiteral = "composite_literal"
  case literalValue = "literal_value"
  case literalElement = "literal_element"
  case keyedElement = "keyed_element"
  case functionLiteral = "func_literal"
  case unaryExpression = "unary_expression"
  case binaryExpression = "binary_expression"
  case rawString = "raw_string_literal"
  case interpretedString = "interpreted_string_literal"
  case integer = "int_literal"
  case float = "float_literal"
  case rune = "rune_literal"
  case `nil`, `true`, `false`

  /// Whether nodes of this kind are declarations or statements, which have no value.
  var isStatement: Bool {
    switch self {
    case .importDeclaration, .constDeclaration, .varDeclaration, .functionDeclaration, .methodDeclaration,
      .typeDeclaration, .block, .emptyStatement, .expressionStatement, .sendStatement, .receiveStatement,
      .incrementStatement, .decrementStatement, .assignmentStatement, .shortVarDeclaration, .labeledStatement,
      .returnStatement, .goStatement, .deferStatement, .breakStatement, .continueStatement, .gotoStatement,
      .fallthroughStatement, .ifStatement, .forStatement, .expressionSwitchStatement, .typeSwitchStatement,
      .selectStatement:
      true
    default: false
    }
  }

  /// Whether nodes of this kind are types that cannot be read as a name or member.
  var isStructuralType: Bool {
    switch self {
    case .pointerType, .parenthesizedType, .negatedType, .sliceType, .arrayType, .implicitLengthArrayType, .mapType,
      .channelType, .functionType, .structType, .interfaceType:
      true
    default: false
    }
  }
}
