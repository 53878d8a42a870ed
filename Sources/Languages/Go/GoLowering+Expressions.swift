import Behaviour
import TreeSitter

extension GoLowering {
  /// Writes an expression.
  ///
  /// - Parameter use: what becomes of its value, for the call that it may be.
  /// - Returns: what is known of its value.
  @discardableResult
  mutating func expression(_ node: Int32, _ role: Role, _ use: NodeFlags = []) -> Known {
    let node = go.unwrap(node)
    // What is not there is written where the statement ends, see `damage`.
    guard !go[node].isMissing, !go[node].isError else { return .nothing }
    guard enter(node, role) else { return .nothing }
    defer { nesting -= 1 }
    switch kind(node) {
    case .identifier: return identifier(node, role)
    case .selector: return selector(node, role)
    case .call: return call(node, role, use)
    case .unary: return unary(node, role)
    case .assertion, .conversion: return cast(child(node, fields.operand), to: child(node, fields.type), node, role)
    case .composite: return composite(node, range(node), role)
    case .binary: binary(node, role)
    case .index: index(node, role)
    case .slice: slice(node, role)
    case .closure: closure(node, role)
    case .literalValue: literalValue(node, range(node), role)
    case .variadicArgument: spread(node, role)
    case .keyedElement: keyedElement(node, role)
    default: if !constant(node, role) { fragment(node, role) }
    }
    return .nothing
  }

  /// Writes a constant or a type, small as they are.
  ///
  /// - Returns: whether it was one.
  private mutating func constant(_ node: Int32, _ role: Role) -> Bool {
    switch kind(node) {
    case .string, .rawString, .rune: string(node, role)
    case .integer: literal(node, role, .integer)
    case .float, .imaginary: literal(node, role, .float)
    case .iota: literal(node, role, .other)
    case .true: bare(node, role, .true)
    case .false: bare(node, role, .false)
    case GoKind.nil?: bare(node, role, .null)
    case .qualifiedType, .typeIdentifier, .pointerType, .genericType, .arrayType, .sliceType, .mapType, .channelType,
      .functionType, .structType, .interfaceType, .parenthesizedType, .implicitArrayType, .typeElem:
      typeRead(node, role)
    // Declares, and does nothing: stands here only where what is around it does not parse.
    case .parameters, .parameter, .variadicParameter, .typeParameters, .typeArguments, .fieldList, .field,
      .packageIdentifier, .fieldIdentifier, .labelName, .typeSpec, .typeAlias, .importSpec, .importSpecList, .dot,
      .blankIdentifier, .comment:
      break
    default: return false
    }
    return true
  }

  private mutating func bare(_ node: Int32, _ role: Role, _ kind: LiteralKind) {
    core.builder.leaf(.literal, role, range(node), detail: kind.rawValue)
  }

  /// What stands around an expression, and what is found in text that does not parse.
  private mutating func fragment(_ node: Int32, _ role: Role) {
    switch kind(node) {
    case .instantiation: if let inner = go.firstPart(node) { expression(inner, role) }
    case .expressionList, .literalElement, .expressionStatement: for part in go.parts(node) { expression(part, role) }
    case .varSpec, .constSpec, .varSpecList:
      for part in go.parts(node) where go[part].field == fields.value { expression(part, role) }
    case .block, .statementList: statements(of: node)
    case .forClause, .rangeClause, .expressionCase, .defaultCase, .typeCase, .communicationCase, .arguments:
      for part in go.parts(node) { statement(part) }
    default: unknownConstruct(node, role)
    }
  }

  /// A name; in place of the `ok` of a look into a table, what that look asked.
  private mutating func identifier(_ node: Int32, _ role: Role) -> Known {
    if role == .condition || role == .operand, !tests.isEmpty, let test = tests[core.symbol(node)] {
      let name = kind(test) == .index ? Operator.in : Operator.isType
      core.builder.open(.condition, role, range(node), name: core.builder.name(name))
      if kind(test) == .index {
        if let key = child(test, fields.index) { expression(key, .operand) }
        if let table = child(test, fields.operand) { expression(table, .operand) }
      } else {
        if let value = child(test, fields.operand) { expression(value, .operand) }
        if let type = child(test, fields.type) { typeRead(type, .operand) }
      }
      core.builder.close()
      return .nothing
    }
    return read(node, role)
  }

  private mutating func unary(_ node: Int32, _ role: Role) -> Known {
    guard let operand = child(node, fields.operand), let mark = child(node, fields.operator) else {
      unknownConstruct(node, role)
      return .nothing
    }
    if isReference(mark) {
      // To point to a value, or to take what is pointed to, says nothing of what it is.
      var inner = go.unwrap(operand)
      while kind(inner) == .unary, let next = child(inner, fields.operand), let mark = child(inner, fields.operator),
        isReference(mark)
      {
        inner = go.unwrap(next)
      }
      return kind(inner) == .composite ? composite(inner, range(node), role) : expression(inner, role)
    }
    let isNot = go.isText(mark, "!")
    let name = isNot ? core.builder.name(Operator.not) : core.name(mark)
    core.builder.open(isNot ? .condition : .operation, role, range(node), name: name)
    expression(operand, .operand)
    core.builder.close()
    return .nothing
  }

  private func isReference(_ mark: Int32) -> Bool { go.isText(mark, "&") || go.isText(mark, "*") }

  mutating func cast(_ value: Int32?, to type: Int32?, _ node: Int32, _ role: Role) -> Known {
    core.builder.open(.operation, role, range(node), name: core.builder.name(Operator.cast))
    if let value { expression(value, .operand) }
    core.builder.close()
    guard let type else { return .nothing }
    let path = declaredPath(type)
    guard path != 0, !GoBuiltins.types.contains(core.builder.text(path)) else { return .nothing }
    return Known(what: .result(constructs: true), path: path, certainty: .declaredType)
  }

  // MARK: - Operators

  private mutating func binary(_ node: Int32, _ role: Role) {
    guard let mark = child(node, fields.operator), let left = child(node, fields.left),
      let right = child(node, fields.right)
    else { return unknownConstruct(node, role) }
    if go.isText(mark, "&&") { return boolean(node, "&&", Operator.and, role) }
    if go.isText(mark, "||") { return boolean(node, "||", Operator.or, role) }
    guard let name = GoLowering.comparison(core.source.slice(range(mark))) else {
      core.builder.open(.operation, role, range(node), name: core.name(mark))
      chain(node, mark)
      core.builder.close()
      return
    }
    let isNullTest = name == Operator.equal || name == Operator.notEqual
    let value =
      isNullTest && kind(go.unwrap(right)) == GoKind.nil
      ? left : isNullTest && kind(go.unwrap(left)) == GoKind.nil ? right : nil
    if let value {
      let test = name == Operator.equal ? Operator.isNull : Operator.isNotNull
      core.builder.open(.condition, role, range(node), name: core.builder.name(test))
      expression(value, .operand)
    } else {
      core.builder.open(.condition, role, range(node), name: core.builder.name(name))
      expression(left, .operand)
      expression(right, .operand)
    }
    core.builder.close()
  }

  /// The operands of an operation; long sums would otherwise nest without end.
  private mutating func chain(_ node: Int32, _ mark: Int32) {
    if let left = child(node, fields.left) { expression(left, .operand) }
    if let right = child(node, fields.right) { expression(right, .operand) }
  }

  private mutating func boolean(_ node: Int32, _ mark: StaticString, _ name: String, _ role: Role) {
    core.builder.open(.condition, role, range(node), name: core.builder.name(name))
    var operands: [Int32] = []
    flatten(node, mark, into: &operands)
    for operand in operands { expression(operand, .operand) }
    core.builder.close()
  }

  static func comparison(_ mark: ArraySlice<UInt8>) -> String? {
    switch (mark.first, mark.count) {
    case (UInt8(ascii: "="), 2): Operator.equal
    case (UInt8(ascii: "!"), 2): Operator.notEqual
    case (UInt8(ascii: "<"), 1): Operator.less
    case (UInt8(ascii: ">"), 1): Operator.greater
    case (UInt8(ascii: "<"), 2) where mark.last == UInt8(ascii: "="): Operator.lessOrEqual
    case (UInt8(ascii: ">"), 2) where mark.last == UInt8(ascii: "="): Operator.greaterOrEqual
    default: nil
    }
  }

  // MARK: - Literals

  mutating func literal(_ node: Int32, _ role: Role, _ kind: LiteralKind) {
    core.builder.leaf(.literal, role, range(node), name: core.name(node), detail: kind.rawValue)
  }

  private mutating func string(_ node: Int32, _ role: Role) {
    let name = core.name(go.inner(node))
    core.builder.leaf(.literal, role, range(node), name: name, detail: LiteralKind.string.rawValue)
  }

  /// `T{…}`: an object of a type, or a collection.
  mutating func composite(_ node: Int32, _ bytes: Range<Int>, _ role: Role) -> Known {
    guard let type = child(node, fields.type), let body = child(node, fields.body) else {
      unknownConstruct(node, role)
      return .nothing
    }
    guard let named = go.named(type), kind(type) != .unary else {
      let isKeyed = kind(type) == .mapType
      elements(of: body, bytes, role, isKeyed ? .keyed : isKeyedByName(body) ? nil : .list, type)
      return .nothing
    }
    let path = declaredPath(named)
    // A map under a name of its own has texts as keys, an object has names.
    if isKeyedByValue(body) {
      elements(of: body, bytes, role, .keyed, type)
    } else {
      core.builder.open(
        .call,
        role,
        bytes,
        name: core.name(named),
        path: path,
        detail: path == 0 ? 0 : Certainty.import.rawValue,
        flags: [.constructs]
      )
      for part in go.parts(body) {
        if kind(part) == .keyedElement {
          keyedElement(part, .argument)
        } else {
          argument(part)
        }
      }
      core.builder.close()
    }
    return path == 0 ? .nothing : Known(what: .result(constructs: true), path: path, certainty: .import)
  }

  /// `{…}` inside of another one.
  private mutating func literalValue(_ node: Int32, _ bytes: Range<Int>, _ role: Role) {
    let isKeyed = go.firstPart(node).map { kind($0) == .keyedElement } ?? false
    elements(of: node, bytes, role, isKeyed ? .keyed : .list, nil)
  }

  private mutating func elements(
    of body: Int32,
    _ bytes: Range<Int>,
    _ role: Role,
    _ collection: CollectionKind?,
    _ type: Int32?
  ) {
    core.builder.open(.collection, role, bytes, detail: (collection ?? .keyed).rawValue)
    for part in go.parts(body) {
      if kind(part) == .keyedElement { keyedElement(part, .element) } else { expression(part, .element) }
    }
    core.builder.close()
  }

  private func firstKey(_ body: Int32) -> Int32? {
    guard let first = go.firstPart(body), kind(first) == .keyedElement, let key = child(first, fields.key) else {
      return nil
    }
    return kind(key) == .literalElement ? go.firstPart(key) : key
  }

  private func isKeyedByName(_ body: Int32) -> Bool { firstKey(body).map { kind($0) == .identifier } ?? false }
  private func isKeyedByValue(_ body: Int32) -> Bool { firstKey(body).map { kind($0) != .identifier } ?? false }

  /// `key: value`, named by its key where that is a name or a constant.
  private mutating func keyedElement(_ node: Int32, _ role: Role) {
    let key = child(node, fields.key).flatMap { kind($0) == .literalElement ? go.firstPart($0) : $0 }
    let value = child(node, fields.value).flatMap { kind($0) == .literalElement ? go.firstPart($0) : $0 }
    var name: NameID = 0
    switch key.flatMap({ kind($0) }) {
    case .identifier, .integer: name = key.map { core.name($0) } ?? 0
    case .string, .rawString, .rune: name = key.map { core.name(go.inner($0)) } ?? 0
    default: break
    }
    core.builder.open(.argument, role, range(node), name: name)
    if name == 0, let key { expression(key, .index) }
    if let value { expression(value, .value) }
    core.builder.close()
  }
}
