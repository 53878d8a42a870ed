import TreeSitter

/// A grammar's numbers as the lowering needs them.
struct JavaScriptTables: Sendable {
  /// By the number of a named node.
  let kinds: KindTable<JavaScriptKind>
  /// By the number of a token that is written as it is called.
  let tokens: KindTable<JavaScriptToken>
  let fields: JavaScriptFields

  init(_ grammar: Grammar) {
    kinds = KindTable(grammar, named: true)
    tokens = KindTable(grammar, named: false)
    fields = JavaScriptFields(grammar)
  }
}

/// The fields in which nodes stand in their parents.
struct JavaScriptFields: Sendable {
  let alias: UInt8
  let alternative: UInt8
  let argument: UInt8
  let arguments: UInt8
  let body: UInt8
  let condition: UInt8
  let consequence: UInt8
  let constructor: UInt8
  let declaration: UInt8
  let decorator: UInt8
  let finalizer: UInt8
  let function: UInt8
  let handler: UInt8
  let increment: UInt8
  let index: UInt8
  let initializer: UInt8
  let key: UInt8
  let kind: UInt8
  let label: UInt8
  let left: UInt8
  let module: UInt8
  let name: UInt8
  let object: UInt8
  let `operator`: UInt8
  let parameter: UInt8
  let parameters: UInt8
  let pattern: UInt8
  let property: UInt8
  let returnType: UInt8
  let right: UInt8
  let source: UInt8
  let type: UInt8
  let typeArguments: UInt8
  let value: UInt8
  let attribute: UInt8
  let openTag: UInt8

  init(_ grammar: Grammar) {
    alias = grammar.fieldNumber("alias")
    alternative = grammar.fieldNumber("alternative")
    argument = grammar.fieldNumber("argument")
    arguments = grammar.fieldNumber("arguments")
    body = grammar.fieldNumber("body")
    condition = grammar.fieldNumber("condition")
    consequence = grammar.fieldNumber("consequence")
    constructor = grammar.fieldNumber("constructor")
    declaration = grammar.fieldNumber("declaration")
    decorator = grammar.fieldNumber("decorator")
    finalizer = grammar.fieldNumber("finalizer")
    function = grammar.fieldNumber("function")
    handler = grammar.fieldNumber("handler")
    increment = grammar.fieldNumber("increment")
    index = grammar.fieldNumber("index")
    initializer = grammar.fieldNumber("initializer")
    key = grammar.fieldNumber("key")
    kind = grammar.fieldNumber("kind")
    label = grammar.fieldNumber("label")
    left = grammar.fieldNumber("left")
    module = grammar.fieldNumber("module")
    name = grammar.fieldNumber("name")
    object = grammar.fieldNumber("object")
    `operator` = grammar.fieldNumber("operator")
    parameter = grammar.fieldNumber("parameter")
    parameters = grammar.fieldNumber("parameters")
    pattern = grammar.fieldNumber("pattern")
    property = grammar.fieldNumber("property")
    returnType = grammar.fieldNumber("return_type")
    right = grammar.fieldNumber("right")
    source = grammar.fieldNumber("source")
    type = grammar.fieldNumber("type")
    typeArguments = grammar.fieldNumber("type_arguments")
    value = grammar.fieldNumber("value")
    attribute = grammar.fieldNumber("attribute")
    openTag = grammar.fieldNumber("open_tag")
  }
}
