/// The kinds of the Ruby grammar that mean something to the reading of it.
enum RubyKind: String, CaseIterable, Sendable {
  // What holds statements.
  case program, comment, uninterpreted
  case bodyStatement = "body_statement"
  case blockBody = "block_body"
  case then, `do`, `else`, elsif, ensure, rescue, exceptions
  case exceptionVariable = "exception_variable"
  case parenthesized = "parenthesized_statements"
  case begin
  case beginBlock = "begin_block"
  case endBlock = "end_block"
  case empty = "empty_statement"

  // Definitions.
  case method
  case singletonMethod = "singleton_method"
  case `class`
  case singletonClass = "singleton_class"
  case module, superclass
  case parameters = "method_parameters"
  case blockParameters = "block_parameters"
  case lambdaParameters = "lambda_parameters"
  case forwardParameter = "forward_parameter"
  case splatParameter = "splat_parameter"
  case hashSplatParameter = "hash_splat_parameter"
  case hashSplatNil = "hash_splat_nil"
  case blockParameter = "block_parameter"
  case keywordParameter = "keyword_parameter"
  case optionalParameter = "optional_parameter"
  case destructuredParameter = "destructured_parameter"
  case alias, undef, setter, `operator`

  // Statements.
  case `return`, yield, `break`, next, redo, retry
  case `if`, unless, `while`, until, `for`, `in`
  case ifModifier = "if_modifier"
  case unlessModifier = "unless_modifier"
  case whileModifier = "while_modifier"
  case untilModifier = "until_modifier"
  case rescueModifier = "rescue_modifier"
  case `case`, when, pattern
  case caseMatch = "case_match"
  case inClause = "in_clause"
  case ifGuard = "if_guard"
  case unlessGuard = "unless_guard"
  case testPattern = "test_pattern"
  case matchPattern = "match_pattern"

  // Patterns.
  case asPattern = "as_pattern"
  case alternativePattern = "alternative_pattern"
  case arrayPattern = "array_pattern"
  case findPattern = "find_pattern"
  case hashPattern = "hash_pattern"
  case keywordPattern = "keyword_pattern"
  case parenthesizedPattern = "parenthesized_pattern"
  case variableReferencePattern = "variable_reference_pattern"
  case expressionReferencePattern = "expression_reference_pattern"

  // Expressions.
  case identifier, constant, `super`
  case selfWord = "self"
  case instanceVariable = "instance_variable"
  case classVariable = "class_variable"
  case globalVariable = "global_variable"
  case scopeResolution = "scope_resolution"
  case call
  case arguments = "argument_list"
  case forwardArgument = "forward_argument"
  case splatArgument = "splat_argument"
  case hashSplatArgument = "hash_splat_argument"
  case blockArgument = "block_argument"
  case doBlock = "do_block"
  case block, lambda
  case element = "element_reference"
  case assignment
  case operatorAssignment = "operator_assignment"
  case leftList = "left_assignment_list"
  case rightList = "right_assignment_list"
  case destructuredLeft = "destructured_left_assignment"
  case restAssignment = "rest_assignment"
  case conditional, range, binary, unary

  // Values.
  case integer, float, rational, complex, character
  case `true`, `false`
  case null = "nil"
  case file, line, encoding
  case string, interpolation, subshell, regex, array, hash, pair
  case chainedString = "chained_string"
  case bareString = "bare_string"
  case bareSymbol = "bare_symbol"
  case simpleSymbol = "simple_symbol"
  case delimitedSymbol = "delimited_symbol"
  case hashKeySymbol = "hash_key_symbol"
  case stringArray = "string_array"
  case symbolArray = "symbol_array"
  case heredocBeginning = "heredoc_beginning"
  case heredocBody = "heredoc_body"
  case heredocEnd = "heredoc_end"
}

/// The marks and words of the grammar that say what no shape of the tree says.
enum RubyToken: String, CaseIterable, Sendable {
  case safe = "&."
  case and, or, not
  case andSign = "&&"
  case orSign = "||"
  case notSign = "!"
  case equal = "=="
  case notEqual = "!="
  case caseEqual = "==="
  case matches = "=~"
  case matchesNot = "!~"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case compare = "<=>"
  case plus = "+"
  case minus = "-"
  case times = "*"
  case divided = "/"
  case modulo = "%"
  case power = "**"
  case bitAnd = "&"
  case bitOr = "|"
  case bitXor = "^"
  case complement = "~"
  case shiftLeft = "<<"
  case shiftRight = ">>"
  case defined = "defined?"
  case addAssign = "+="
  case subtractAssign = "-="
  case multiplyAssign = "*="
  case divideAssign = "/="
  case moduloAssign = "%="
  case powerAssign = "**="
  case orAssign = "||="
  case andAssign = "&&="
  case bitAndAssign = "&="
  case bitOrAssign = "|="
  case bitXorAssign = "^="
  case shiftLeftAssign = "<<="
  case shiftRightAssign = ">>="
  case rangeDots = ".."
  case openRangeDots = "..."
}
