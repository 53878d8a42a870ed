/// The kinds of the Java grammar that mean something to the reading of it.
enum JavaKind: String, CaseIterable, Sendable {
  case program
  case lineComment = "line_comment"
  case blockComment = "block_comment"

  // Declarations.
  case package = "package_declaration"
  case `import` = "import_declaration"
  case module = "module_declaration"
  case asterisk
  case `class` = "class_declaration"
  case interface = "interface_declaration"
  case `enum` = "enum_declaration"
  case record = "record_declaration"
  case annotationType = "annotation_type_declaration"
  case annotationElement = "annotation_type_element_declaration"
  case classBody = "class_body"
  case interfaceBody = "interface_body"
  case enumBody = "enum_body"
  case annotationBody = "annotation_type_body"
  case enumDeclarations = "enum_body_declarations"
  case enumConstant = "enum_constant"
  case superclass
  case superInterfaces = "super_interfaces"
  case extendsInterfaces = "extends_interfaces"
  case typeList = "type_list"
  case typeParameters = "type_parameters"
  case permits
  case field = "field_declaration"
  case constant = "constant_declaration"
  case method = "method_declaration"
  case constructor = "constructor_declaration"
  case compactConstructor = "compact_constructor_declaration"
  case constructorBody = "constructor_body"
  case staticInitializer = "static_initializer"
  case modifiers
  case annotation
  case markerAnnotation = "marker_annotation"
  case annotationArguments = "annotation_argument_list"
  case annotationPair = "element_value_pair"
  case annotationArray = "element_value_array_initializer"
  case throwsClause = "throws"
  case parameters = "formal_parameters"
  case parameter = "formal_parameter"
  case spreadParameter = "spread_parameter"
  case receiverParameter = "receiver_parameter"
  case inferredParameters = "inferred_parameters"

  // Statements.
  case block
  case expressionStatement = "expression_statement"
  case localVariable = "local_variable_declaration"
  case declarator = "variable_declarator"
  case `if` = "if_statement"
  case `while` = "while_statement"
  case `do` = "do_statement"
  case `for` = "for_statement"
  case forEach = "enhanced_for_statement"
  case labeled = "labeled_statement"
  case `return` = "return_statement"
  case `throw` = "throw_statement"
  case yield = "yield_statement"
  case `break` = "break_statement"
  case `continue` = "continue_statement"
  case assert = "assert_statement"
  case synchronized = "synchronized_statement"
  case `try` = "try_statement"
  case tryWithResources = "try_with_resources_statement"
  case resources = "resource_specification"
  case resource
  case catchClause = "catch_clause"
  case catchParameter = "catch_formal_parameter"
  case catchType = "catch_type"
  case finallyClause = "finally_clause"
  case explicitConstructor = "explicit_constructor_invocation"

  // Switch and patterns.
  case `switch` = "switch_expression"
  case switchBlock = "switch_block"
  case switchGroup = "switch_block_statement_group"
  case switchRule = "switch_rule"
  case switchLabel = "switch_label"
  case pattern
  case typePattern = "type_pattern"
  case recordPattern = "record_pattern"
  case recordPatternBody = "record_pattern_body"
  case recordPatternComponent = "record_pattern_component"
  case underscorePattern = "underscore_pattern"
  case guarded = "guard"

  // Expressions.
  case identifier
  case scopedIdentifier = "scoped_identifier"
  case fieldAccess = "field_access"
  case arrayAccess = "array_access"
  case invocation = "method_invocation"
  case arguments = "argument_list"
  case creation = "object_creation_expression"
  case arrayCreation = "array_creation_expression"
  case arrayInitializer = "array_initializer"
  case dimensions
  case dimensionsExpression = "dimensions_expr"
  case lambda = "lambda_expression"
  case methodReference = "method_reference"
  case parenthesized = "parenthesized_expression"
  case cast = "cast_expression"
  case assignment = "assignment_expression"
  case binary = "binary_expression"
  case unary = "unary_expression"
  case update = "update_expression"
  case ternary = "ternary_expression"
  case instanceOf = "instanceof_expression"
  case classLiteral = "class_literal"
  case template = "template_expression"
  case this, `super`

  // Values.
  case string = "string_literal"
  case character = "character_literal"
  case interpolation = "string_interpolation"
  case decimal = "decimal_integer_literal"
  case hexadecimal = "hex_integer_literal"
  case octal = "octal_integer_literal"
  case binaryInteger = "binary_integer_literal"
  case float = "decimal_floating_point_literal"
  case hexFloat = "hex_floating_point_literal"
  case `true`, `false`
  case null = "null_literal"

  // Types.
  case typeIdentifier = "type_identifier"
  case scopedType = "scoped_type_identifier"
  case genericType = "generic_type"
  case arrayType = "array_type"
  case annotatedType = "annotated_type"
  case integralType = "integral_type"
  case floatingType = "floating_point_type"
  case booleanType = "boolean_type"
  case voidType = "void_type"
  case typeArguments = "type_arguments"

  // Words and signs as written.
  case `static`, abstract, final, native
  case `public`, protected, `private`
  case synchronizedWord = "synchronized"
  case defaultWord = "default"
  case new
  case and = "&&"
  case or = "||"
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case bang = "!"
  case increment = "++"
}
