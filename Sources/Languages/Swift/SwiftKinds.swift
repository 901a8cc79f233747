import TreeSitter

/// The kinds of nodes that the lowering tells apart; the raw value is the grammar's name, with an
/// apostrophe in front of tokens.
enum SwiftKind: String, CaseIterable {
  /// A kind that has no case of its own.
  case unlisted = ""

  case sourceFile = "source_file"
  case statements
  case comment
  case multilineComment = "multiline_comment"
  case directive
  case diagnostic
  case statementLabel = "statement_label"

  case importDeclaration = "import_declaration"
  case propertyDeclaration = "property_declaration"
  case functionDeclaration = "function_declaration"
  case initDeclaration = "init_declaration"
  case deinitDeclaration = "deinit_declaration"
  case subscriptDeclaration = "subscript_declaration"
  case classDeclaration = "class_declaration"
  case protocolDeclaration = "protocol_declaration"
  case protocolFunctionDeclaration = "protocol_function_declaration"
  case protocolPropertyDeclaration = "protocol_property_declaration"
  case typealiasDeclaration = "typealias_declaration"
  case associatedtypeDeclaration = "associatedtype_declaration"
  case enumEntry = "enum_entry"
  case operatorDeclaration = "operator_declaration"
  case precedenceGroupDeclaration = "precedence_group_declaration"
  case macroDeclaration = "macro_declaration"
  case enumTypeParameters = "enum_type_parameters"

  case modifiers
  case attribute
  case propertyModifier = "property_modifier"
  case throwsEffect = "throws"
  case parameter
  case parameterModifiers = "parameter_modifiers"
  case inheritanceSpecifier = "inheritance_specifier"
  case typeParameters = "type_parameters"
  case typeParameter = "type_parameter"
  case typeConstraints = "type_constraints"
  case typeConstraint = "type_constraint"
  case typeAnnotation = "type_annotation"
  case computedProperty = "computed_property"
  case computedGetter = "computed_getter"
  case computedSetter = "computed_setter"
  case computedModify = "computed_modify"
  case getterSpecifier = "getter_specifier"
  case setterSpecifier = "setter_specifier"
  case willsetDidsetBlock = "willset_didset_block"
  case willsetClause = "willset_clause"
  case didsetClause = "didset_clause"
  case pattern
  case valueBindingPattern = "value_binding_pattern"
  case wildcardPattern = "wildcard_pattern"

  case ifStatement = "if_statement"
  case guardStatement = "guard_statement"
  case switchStatement = "switch_statement"
  case switchEntry = "switch_entry"
  case switchPattern = "switch_pattern"
  case forStatement = "for_statement"
  case whileStatement = "while_statement"
  case repeatWhileStatement = "repeat_while_statement"
  case doStatement = "do_statement"
  case catchBlock = "catch_block"
  case whereClause = "where_clause"
  case whereKeyword = "where_keyword"
  case defaultKeyword = "default_keyword"
  case elseKeyword = "else"
  case throwKeyword = "throw_keyword"
  case controlTransferStatement = "control_transfer_statement"
  case assignment
  case availabilityCondition = "availability_condition"

  case simpleIdentifier = "simple_identifier"
  case identifier
  case selfExpression = "self_expression"
  case superExpression = "super_expression"
  case navigationExpression = "navigation_expression"
  case navigationSuffix = "navigation_suffix"
  case callExpression = "call_expression"
  case callSuffix = "call_suffix"
  case constructorExpression = "constructor_expression"
  case constructorSuffix = "constructor_suffix"
  case macroInvocation = "macro_invocation"
  case valueArguments = "value_arguments"
  case valueArgument = "value_argument"
  case lambdaLiteral = "lambda_literal"
  case captureListItem = "capture_list_item"
  case lambdaFunctionType = "lambda_function_type"
  case lambdaFunctionTypeParameters = "lambda_function_type_parameters"
  case lambdaParameter = "lambda_parameter"
  case keyPathExpression = "key_path_expression"
  case prefixExpression = "prefix_expression"
  case postfixExpression = "postfix_expression"
  case tryExpression = "try_expression"
  case tryOperator = "try_operator"
  case awaitExpression = "await_expression"
  case asExpression = "as_expression"
  case asOperator = "as_operator"
  case ternaryExpression = "ternary_expression"
  case nilCoalescingExpression = "nil_coalescing_expression"
  case additiveExpression = "additive_expression"
  case multiplicativeExpression = "multiplicative_expression"
  case comparisonExpression = "comparison_expression"
  case directlyAssignableExpression = "directly_assignable_expression"
  case tupleExpression = "tuple_expression"
  case arrayLiteral = "array_literal"
  case dictionaryLiteral = "dictionary_literal"
  case lineStringLiteral = "line_string_literal"
  case multiLineStringLiteral = "multi_line_string_literal"
  case rawStringLiteral = "raw_string_literal"
  case rawStringInterpolation = "raw_str_interpolation"
  case interpolatedExpression = "interpolated_expression"
  case integerLiteral = "integer_literal"
  case hexLiteral = "hex_literal"
  case octLiteral = "oct_literal"
  case binLiteral = "bin_literal"
  case realLiteral = "real_literal"
  case booleanLiteral = "boolean_literal"
  case bang

  case userType = "user_type"
  case typeIdentifier = "type_identifier"
  case typeArguments = "type_arguments"
  case optionalType = "optional_type"
  case arrayType = "array_type"
  case dictionaryType = "dictionary_type"
  case tupleType = "tuple_type"
  case tupleTypeItem = "tuple_type_item"
  case functionType = "function_type"
  case existentialType = "existential_type"
  case opaqueType = "opaque_type"
  case protocolCompositionType = "protocol_composition_type"
  case metatype
  case suppressedConstraint = "suppressed_constraint"
  case typePackExpansion = "type_pack_expansion"
  case typeParameterPack = "type_parameter_pack"

  case nilToken = "'nil"
  case equalToken = "'="
  case commaToken = "',"
  case dotToken = "'."
  case openParenthesis = "'("
  case closeParenthesis = "')"
  case openBracket = "'["
  case openBrace = "'{"
  case ellipsisToken = "'..."
  case ampersandToken = "'&"
  case minusToken = "'-"
  case plusToken = "'+"
  case starToken = "'*"
  case slashToken = "'/"
  case percentToken = "'%"
  case lessToken = "'<"
  case greaterToken = "'>"
  case asyncToken = "'async"
  case classToken = "'class"
  case caseToken = "'case"
  case returnToken = "'return"
  case letToken = "'let"
  case varToken = "'var"
  case interpolationStart = "'\\("
}

/// Which kind each of the grammar's ids is.
struct SwiftKinds: Sendable {
  private let kindOfID: [SwiftKind]

  init(_ grammar: Grammar) throws(GrammarError) {
    var table: [SwiftKind] = []
    for kind in SwiftKind.allCases where kind != .unlisted {
      let name = kind.rawValue
      let isToken = name.hasPrefix("'")
      let id = Int(try grammar.kind(isToken ? String(name.dropFirst()) : name, named: !isToken))
      if id >= table.count {
        table.append(contentsOf: repeatElement(.unlisted, count: id + 1 - table.count))
      }
      table[id] = kind
    }
    kindOfID = table
  }

  subscript(_ node: SyntaxNode) -> SwiftKind { self[node.kind] }

  /// What nodes of a kind are.
  subscript(_ id: UInt16) -> SwiftKind { Int(id) < kindOfID.count ? kindOfID[Int(id)] : .unlisted }
}

/// The fields that the lowering reads.
struct SwiftFields: Sendable {
  let body, boundIdentifier, captures, collection, computedValue, constructedType, defaultValue: UInt16
  let end, error, expr, externalName, ifFalse, ifNil, ifTrue, inheritsFrom, item, key, lhs, name: UInt16
  let op, operation, operatorToken, params, rawValue, referenceSpecifier, result, rhs, start: UInt16
  let suffix, target, type, value, condition, element, constrainedType, declarationKind, dataContents: UInt16

  init(_ grammar: Grammar) throws(GrammarError) {
    body = try grammar.field("body")
    boundIdentifier = try grammar.field("bound_identifier")
    captures = try grammar.field("captures")
    collection = try grammar.field("collection")
    computedValue = try grammar.field("computed_value")
    condition = try grammar.field("condition")
    constrainedType = try grammar.field("constrained_type")
    constructedType = try grammar.field("constructed_type")
    dataContents = try grammar.field("data_contents")
    declarationKind = try grammar.field("declaration_kind")
    defaultValue = try grammar.field("default_value")
    element = try grammar.field("element")
    end = try grammar.field("end")
    error = try grammar.field("error")
    expr = try grammar.field("expr")
    externalName = try grammar.field("external_name")
    ifFalse = try grammar.field("if_false")
    ifNil = try grammar.field("if_nil")
    ifTrue = try grammar.field("if_true")
    inheritsFrom = try grammar.field("inherits_from")
    item = try grammar.field("item")
    key = try grammar.field("key")
    lhs = try grammar.field("lhs")
    name = try grammar.field("name")
    op = try grammar.field("op")
    operation = try grammar.field("operation")
    operatorToken = try grammar.field("operator")
    params = try grammar.field("params")
    rawValue = try grammar.field("raw_value")
    referenceSpecifier = try grammar.field("reference_specifier")
    result = try grammar.field("result")
    rhs = try grammar.field("rhs")
    start = try grammar.field("start")
    suffix = try grammar.field("suffix")
    target = try grammar.field("target")
    type = try grammar.field("type")
    value = try grammar.field("value")
  }
}
