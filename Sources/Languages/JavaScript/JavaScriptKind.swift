/// The named nodes of the three grammars that outline and lowering tell apart.
enum JavaScriptKind: String, CaseIterable, Sendable {
  case program, comment
  case htmlComment = "html_comment"
  case hashBang = "hash_bang_line"

  // Imports and exports.
  case exportStatement = "export_statement"
  case importStatement = "import_statement"
  case importClause = "import_clause"
  case namespaceImport = "namespace_import"
  case namedImports = "named_imports"
  case importSpecifier = "import_specifier"
  case importRequireClause = "import_require_clause"
  case importAlias = "import_alias"
  case importWord = "import"

  // Declarations.
  case variableDeclaration = "variable_declaration"
  case lexicalDeclaration = "lexical_declaration"
  case usingDeclaration = "using_declaration"
  case variableDeclarator = "variable_declarator"
  case functionDeclaration = "function_declaration"
  case generatorDeclaration = "generator_function_declaration"
  case functionSignature = "function_signature"
  case classDeclaration = "class_declaration"
  case abstractClassDeclaration = "abstract_class_declaration"
  case ambientDeclaration = "ambient_declaration"
  case module
  case internalModule = "internal_module"
  case interfaceDeclaration = "interface_declaration"
  case enumDeclaration = "enum_declaration"
  case enumBody = "enum_body"
  case enumAssignment = "enum_assignment"
  case typeAlias = "type_alias_declaration"

  // Statements.
  case expressionStatement = "expression_statement"
  case statementBlock = "statement_block"
  case ifStatement = "if_statement"
  case elseClause = "else_clause"
  case switchStatement = "switch_statement"
  case switchBody = "switch_body"
  case switchCase = "switch_case"
  case switchDefault = "switch_default"
  case forStatement = "for_statement"
  case forInStatement = "for_in_statement"
  case whileStatement = "while_statement"
  case doStatement = "do_statement"
  case tryStatement = "try_statement"
  case catchClause = "catch_clause"
  case finallyClause = "finally_clause"
  case withStatement = "with_statement"
  case breakStatement = "break_statement"
  case continueStatement = "continue_statement"
  case debuggerStatement = "debugger_statement"
  case returnStatement = "return_statement"
  case throwStatement = "throw_statement"
  case emptyStatement = "empty_statement"
  case labeledStatement = "labeled_statement"

  // Expressions.
  case parenthesized = "parenthesized_expression"
  case yield = "yield_expression"
  case await = "await_expression"
  case object, array, pair
  case spread = "spread_element"
  case computedName = "computed_property_name"
  case shorthand = "shorthand_property_identifier"
  case call = "call_expression"
  case new = "new_expression"
  case member = "member_expression"
  case subscript_ = "subscript_expression"
  case assignment = "assignment_expression"
  case augmentedAssignment = "augmented_assignment_expression"
  case ternary = "ternary_expression"
  case binary = "binary_expression"
  case unary = "unary_expression"
  case update = "update_expression"
  case sequence = "sequence_expression"
  case string
  case template = "template_string"
  case templateSubstitution = "template_substitution"
  case regex, number
  case metaProperty = "meta_property"
  case arguments, decorator
  case optionalChain = "optional_chain"
  case nonNull = "non_null_expression"
  case `as` = "as_expression"
  case satisfies = "satisfies_expression"
  case instantiation = "instantiation_expression"
  case typeAssertion = "type_assertion"
  case this, `super`, `true`, `false`, null, undefined, identifier
  case propertyIdentifier = "property_identifier"
  case privateIdentifier = "private_property_identifier"
  case statementIdentifier = "statement_identifier"

  // Functions and classes.
  case functionExpression = "function_expression"
  case generatorFunction = "generator_function"
  case arrowFunction = "arrow_function"
  case formalParameters = "formal_parameters"
  case requiredParameter = "required_parameter"
  case optionalParameter = "optional_parameter"
  case accessibilityModifier = "accessibility_modifier"
  case overrideModifier = "override_modifier"
  case `class`
  case classBody = "class_body"
  case classHeritage = "class_heritage"
  case extendsClause = "extends_clause"
  case implementsClause = "implements_clause"
  case method = "method_definition"
  case field = "field_definition"
  case publicField = "public_field_definition"
  case staticBlock = "class_static_block"

  // Patterns.
  case objectPattern = "object_pattern"
  case arrayPattern = "array_pattern"
  case assignmentPattern = "assignment_pattern"
  case objectAssignmentPattern = "object_assignment_pattern"
  case restPattern = "rest_pattern"
  case pairPattern = "pair_pattern"
  case shorthandPattern = "shorthand_property_identifier_pattern"

  // Types.
  case typeAnnotation = "type_annotation"
  case typeArguments = "type_arguments"
  case typeParameters = "type_parameters"
  case typeIdentifier = "type_identifier"
  case nestedTypeIdentifier = "nested_type_identifier"
  case nestedIdentifier = "nested_identifier"
  case genericType = "generic_type"
  case unionType = "union_type"
  case parenthesizedType = "parenthesized_type"
  case readonlyType = "readonly_type"
  case literalType = "literal_type"
  case predefinedType = "predefined_type"
  case functionType = "function_type"

  // JSX.
  case jsxElement = "jsx_element"
  case jsxSelfClosing = "jsx_self_closing_element"
  case jsxOpening = "jsx_opening_element"
  case jsxClosing = "jsx_closing_element"
  case jsxExpression = "jsx_expression"
  case jsxAttribute = "jsx_attribute"
  case jsxText = "jsx_text"
  case jsxNamespaceName = "jsx_namespace_name"
  case characterReference = "html_character_reference"
}

/// The tokens that outline and lowering look for.
enum JavaScriptToken: String, CaseIterable, Sendable {
  case async, get, set, `static`, const, `default`, await, using
  case staticGet = "static get"
  case star = "*"
  case optionalChain = "?."
}
