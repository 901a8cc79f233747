/// The node kinds of the grammar that lowering tells apart, each named as the grammar names it.
enum PythonKind: String, CaseIterable {
  case identifier
  case comment
  case lineContinuation = "line_continuation"
  case integer
  case float
  case string
  case attribute
  case `subscript` = "subscript"
  case call
  case await
  case lambda
  case list
  case set
  case tuple
  case dictionary
  case pair
  case slice
  case yield
  case ellipsis
  case block
  case decorator
  case parameters
  case `true` = "true"
  case `false` = "false"
  case null = "none"

  case concatenatedString = "concatenated_string"
  case stringStart = "string_start"
  case stringContent = "string_content"
  case stringEnd = "string_end"
  case escapeSequence = "escape_sequence"
  case escapeInterpolation = "escape_interpolation"
  case interpolation
  case formatExpression = "format_expression"
  case formatSpecifier = "format_specifier"
  case typeConversion = "type_conversion"

  case parenthesizedExpression = "parenthesized_expression"
  case binaryOperator = "binary_operator"
  case booleanOperator = "boolean_operator"
  case unaryOperator = "unary_operator"
  case conditionalExpression = "conditional_expression"
  case namedExpression = "named_expression"
  case expressionList = "expression_list"
  case keywordArgument = "keyword_argument"
  case listSplat = "list_splat"
  case parenthesizedListSplat = "parenthesized_list_splat"
  case dictionarySplat = "dictionary_splat"
  case listComprehension = "list_comprehension"
  case setComprehension = "set_comprehension"
  case dictionaryComprehension = "dictionary_comprehension"
  case generatorExpression = "generator_expression"
  case forInClause = "for_in_clause"

  case dottedName = "dotted_name"
  case aliasedImport = "aliased_import"
  case importPrefix = "import_prefix"
  case relativeImport = "relative_import"
  case wildcardImport = "wildcard_import"
  case importStatement = "import_statement"
  case importFromStatement = "import_from_statement"
  case futureImportStatement = "future_import_statement"

  case expressionStatement = "expression_statement"
  case assignment
  case augmentedAssignment = "augmented_assignment"
  case returnStatement = "return_statement"
  case raiseStatement = "raise_statement"
  case globalStatement = "global_statement"
  case nonlocalStatement = "nonlocal_statement"
  case typeAliasStatement = "type_alias_statement"
  case decoratedDefinition = "decorated_definition"
  case functionDefinition = "function_definition"
  case classDefinition = "class_definition"
  case ifStatement = "if_statement"
  case elifClause = "elif_clause"
  case elseClause = "else_clause"
  case forStatement = "for_statement"
  case whileStatement = "while_statement"
  case tryStatement = "try_statement"
  case exceptClause = "except_clause"
  case exceptGroupClause = "except_group_clause"
  case finallyClause = "finally_clause"
  case withStatement = "with_statement"
  case withClause = "with_clause"
  case withItem = "with_item"
  case matchStatement = "match_statement"
  case caseClause = "case_clause"

  case patternList = "pattern_list"
  case tuplePattern = "tuple_pattern"
  case listPattern = "list_pattern"
  case listSplatPattern = "list_splat_pattern"
  case dictionarySplatPattern = "dictionary_splat_pattern"
  case asPattern = "as_pattern"
  case asPatternTarget = "as_pattern_target"
  case casePattern = "case_pattern"
  case classPattern = "class_pattern"
  case keywordPattern = "keyword_pattern"
  case dictPattern = "dict_pattern"
  case unionPattern = "union_pattern"
  case splatPattern = "splat_pattern"

  case defaultParameter = "default_parameter"
  case typedParameter = "typed_parameter"
  case typedDefaultParameter = "typed_default_parameter"
  case positionalSeparator = "positional_separator"
  case typeParameter = "type_parameter"
}
