/// The kinds of the Python grammar that mean something to the reading of it.
enum PythonKind: String, CaseIterable, Sendable {
  // What holds statements.
  case module, block
  case comment

  // Definitions.
  case function = "function_definition"
  case `class` = "class_definition"
  case decorated = "decorated_definition"
  case decorator
  case parameters
  case lambdaParameters = "lambda_parameters"
  case defaultParameter = "default_parameter"
  case typedParameter = "typed_parameter"
  case typedDefaultParameter = "typed_default_parameter"
  case listSplatPattern = "list_splat_pattern"
  case dictionarySplatPattern = "dictionary_splat_pattern"
  case keywordSeparator = "keyword_separator"
  case positionalSeparator = "positional_separator"
  case async

  // Statements.
  case `import` = "import_statement"
  case importFrom = "import_from_statement"
  case futureImport = "future_import_statement"
  case aliasedImport = "aliased_import"
  case relativeImport = "relative_import"
  case wildcardImport = "wildcard_import"
  case dottedName = "dotted_name"
  case assert = "assert_statement"
  case `return` = "return_statement"
  case delete = "delete_statement"
  case raise = "raise_statement"
  case pass = "pass_statement"
  case `break` = "break_statement"
  case `continue` = "continue_statement"
  case global = "global_statement"
  case nonlocal = "nonlocal_statement"
  case print = "print_statement"
  case chevron
  case exec = "exec_statement"
  case typeAlias = "type_alias_statement"
  case assignment
  case augmentedAssignment = "augmented_assignment"

  // Compound statements.
  case `if` = "if_statement"
  case elifClause = "elif_clause"
  case elseClause = "else_clause"
  case `for` = "for_statement"
  case `while` = "while_statement"
  case `try` = "try_statement"
  case exceptClause = "except_clause"
  case finallyClause = "finally_clause"
  case with = "with_statement"
  case withClause = "with_clause"
  case withItem = "with_item"
  case match = "match_statement"
  case caseClause = "case_clause"

  // Patterns.
  case patternList = "pattern_list"
  case tuplePattern = "tuple_pattern"
  case listPattern = "list_pattern"
  case asPattern = "as_pattern"
  case asPatternTarget = "as_pattern_target"
  case casePattern = "case_pattern"
  case unionPattern = "union_pattern"
  case dictPattern = "dict_pattern"
  case splatPattern = "splat_pattern"
  case classPattern = "class_pattern"
  case keywordPattern = "keyword_pattern"
  case complexPattern = "complex_pattern"

  // Expressions.
  case identifier
  case attribute
  case subscripted = "subscript"
  case slice
  case call
  case arguments = "argument_list"
  case keywordArgument = "keyword_argument"
  case listSplat = "list_splat"
  case dictionarySplat = "dictionary_splat"
  case parenthesizedListSplat = "parenthesized_list_splat"
  case parenthesized = "parenthesized_expression"
  case await, yield, lambda
  case named = "named_expression"
  case conditional = "conditional_expression"
  case not = "not_operator"
  case boolean = "boolean_operator"
  case comparison = "comparison_operator"
  case binary = "binary_operator"
  case unary = "unary_operator"

  // Values.
  case string
  case concatenatedString = "concatenated_string"
  case interpolation
  case formatSpecifier = "format_specifier"
  case formatExpression = "format_expression"
  case integer, float, ellipsis
  case `true`, `false`, none
  case list, tuple, set, dictionary, pair
  case expressionList = "expression_list"
  case tupleExpression = "tuple_expression"
  case listComprehension = "list_comprehension"
  case dictionaryComprehension = "dictionary_comprehension"
  case setComprehension = "set_comprehension"
  case generator = "generator_expression"
  case forInClause = "for_in_clause"
  case ifClause = "if_clause"

  // Types.
  case type
  case genericType = "generic_type"
  case typeParameter = "type_parameter"
  case unionType = "union_type"
  case memberType = "member_type"
  case splatType = "splat_type"
  case constrainedType = "constrained_type"

  // Operators as written.
  case and, or
  case isWord = "is"
  case isNot = "is not"
  case `in`
  case notIn = "not in"
  case equal = "=="
  case notEqual = "!="
  case notEqualOld = "<>"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case underscore = "_"
}
