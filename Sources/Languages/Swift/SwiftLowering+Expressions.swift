import Behaviour
import TreeSitter

extension SwiftLowering {
  /// Writes an expression.
  ///
  /// - Parameter use: what becomes of its value, for the call that it may be: `awaited`, `discarded`, `returned`,
  ///   `voided`.
  /// - Returns: what is known of its value.
  @discardableResult
  mutating func expression(_ node: Int32, _ role: Role, _ use: NodeFlags = []) -> Known {
    let node = sw.unwrap(splices[node] ?? node)
    // What is not there is written where the statement ends, see `damage`.
    guard !sw[node].isMissing, !sw[node].isError else { return .nothing }
    guard enter(node, role) else { return .nothing }
    defer { nesting -= 1 }
    switch kind(node) {
    case .call, .navigation, .postfix, .cast, .check:
      if isOperatorCall(node) {
        guard let operand = operand(ofPrefix: node) else { break }
        return prefixed(node, mark: sw.firstByte(node), operand: operand, role, use)
      }
      if let base = misplacedBase(node) {
        if kind(base)?.isBinary == true { return sequence(node, role, use) }
        return kind(base) == .try ? tried(node, base: base, role, use) : prefixed(node, base: base, role, use)
      }
    default: break
    }
    switch kind(node) {
    case .identifier: return identifier(node, role)
    case .selfWord, .superWord: return read(node, role)
    case .navigation: return member(node, role)
    case .call: return call(node, role, use)
    case .constructor: return construction(node, role, use)
    case .prefix: return prefixed(node, role, use)
    case .postfix: return postfixed(node, role, use)
    case .try: return tried(node, role, use)
    case .awaited: return awaited(node, role, use)
    case .consume, .unsafe, .openRange: return wrapped(node, role, use)
    case .ternary: conditional(node, role, use)
    case .cast: return cast(node, role, use)
    case .check: typeTest(node, role)
    case .string, .multilineString, .rawString: return string(node, role)
    case .integer, .hexInteger, .octalInteger, .binaryInteger: literal(node, role, .integer)
    case .real: literal(node, role, .float)
    case .boolean:
      let isTrue = sw.firstByte(node) == UInt8(ascii: "t")
      core.builder.leaf(.literal, role, range(node), detail: (isTrue ? LiteralKind.true : .false).rawValue)
    case .null: core.builder.leaf(.literal, role, range(node), detail: LiteralKind.null.rawValue)
    case .keyPath, .keyPathString, .selector, .special, .playground, .regex, .availability:
      literal(node, role, .other)
    case .tuple: tuple(node, role)
    case .array: collection(node, role, .list)
    case .dictionary: dictionary(node, role)
    case .lambda: closure(node, role)
    case .if: ifExpression(node, role, use)
    case .switch: switchStatement(node, role == .statement ? .value : role, use)
    case .macroUse: if !macro(node, role, use) { return macroCall(node, role, use) }
    case .assignment: assignment(node, role)
    case .openStartRange, .openEndRange: operation(node, role, "...")
    case .packExpansion, .pack, .assignable, .interpolation: return wrapped(node, role, use)
    case .bang, .customOperator: break
    case .arguments: for argument in sw.parts(node) { wrapped(argument, role, []) }
    case .argument: return wrapped(node, role, use)
    case .userType, .typeIdentifier, .arrayType, .dictionaryType, .optionalType, .tupleType, .functionType,
      .metatype, .opaqueType, .existentialType, .compositionType:
      read(core.place(ofText: sw.typeName(node)), node, role)
    case .typeArguments, .typeAnnotation, .bindingWord, .modifiers, .parameter: break
    case .transfer, .do, .for, .while, .repeatWhile, .guard, .property, .function, .type: statement(node)
    case let kind? where kind.isBinary: return sequence(node, role, use)
    default: unknownConstruct(node, role)
    }
    return .nothing
  }

  /// What stands around one expression and says nothing of its own.
  @discardableResult
  private mutating func wrapped(_ node: Int32, _ role: Role, _ use: NodeFlags) -> Known {
    if let only = sw.onlyPart(node) { return expression(only, role, use) }
    for part in sw.parts(node) { expression(part, role) }
    return .nothing
  }

  private mutating func awaited(_ node: Int32, _ role: Role, _ use: NodeFlags) -> Known {
    guard let value = child(node, fields.expression) ?? sw.firstPart(node) else { return .nothing }
    let plain = sw.unwrap(value)
    // `await` may stand before an assignment, whose value it is for.
    if kind(plain) == .assignment { return wrapped(node, role, use) }
    core.builder.open(.await, role, range(node))
    defer { core.builder.close() }
    return expression(value, .value, use.union(.awaited))
  }

  private mutating func prefixed(_ node: Int32, _ role: Role, _ use: NodeFlags) -> Known {
    guard let target = child(node, fields.target), let mark = prefixMark(node) else { return .nothing }
    if mark == UInt8(ascii: ".") {
      let place = implicitPlace(node)
      core.builder.leaf(
        .read,
        role,
        range(node),
        name: place.name,
        path: place.path,
        detail: PlaceKind.static.rawValue
      )
      return known(place)
    }
    return prefixed(node, mark: mark, operand: target, role, use)
  }

  /// `.member`: of a type that is not named here, but for one that is generic.
  mutating func implicitPlace(_ node: Int32) -> Place {
    let target = child(node, fields.target) ?? node
    if let base = genericBases[node] { return core.place(ofText: dotted(base) + "." + sw.name(target)) }
    return Place(
      name: core.name(max(0, range(target).lowerBound - 1)..<range(target).upperBound),
      kind: .static,
      isPlain: false
    )
  }

  mutating func prefixed(
    _ node: Int32,
    mark: UInt8,
    operand: Int32,
    _ role: Role,
    _ use: NodeFlags
  ) -> Known {
    if mark == UInt8(ascii: "&") { return expression(operand, role, use) }
    if mark == UInt8(ascii: "!") {
      core.builder.open(.condition, role, range(node), name: core.builder.name(Operator.not))
    } else {
      let start = range(node).lowerBound
      core.builder.open(.operation, role, range(node), name: core.name(start..<start + 1))
    }
    expression(operand, .operand)
    core.builder.close()
    return .nothing
  }

  /// What stands before an expression: its first byte.
  func prefixMark(_ node: Int32) -> UInt8? {
    guard let target = child(node, fields.target) else { return nil }
    return range(target).lowerBound > range(node).lowerBound ? sw.firstByte(node) : nil
  }

  private mutating func postfixed(_ node: Int32, _ role: Role, _ use: NodeFlags) -> Known {
    guard let target = child(node, fields.target) else { return .nothing }
    let operation = child(node, fields.operation)
    let isForced = operation.map { kind($0) == .bang } ?? false
    let name = isForced ? core.builder.name(Operator.unwrap) : operation.map { core.name($0) } ?? 0
    core.builder.open(.operation, role, range(node), name: name)
    let known = expression(target, .operand, use.intersection([.awaited]))
    core.builder.close()
    return isForced ? known : .nothing
  }

  /// A value if a condition holds, else another.
  private mutating func conditional(_ node: Int32, _ role: Role, _ use: NodeFlags) {
    let use = use.intersection([.returned, .discarded])
    let isStatement = use.contains(.discarded)
    core.builder.open(.branch, role, range(node), flags: isStatement ? [] : [.expression])
    if let condition = child(node, fields.condition) { expression(condition, .condition) }
    for (field, role) in [(fields.ifTrue, Role.arm), (fields.ifFalse, .otherwise)] {
      guard let arm = child(node, field) else { continue }
      if isStatement { core.builder.open(.block, role, range(arm)) }
      expression(arm, isStatement ? .statement : role, use)
      if isStatement { core.builder.close() }
    }
    core.builder.close()
  }

  /// `value as Type`: the value.
  private mutating func cast(_ node: Int32, _ role: Role, _ use: NodeFlags) -> Known {
    guard let value = child(node, fields.expression) else { return .nothing }
    let known = expression(value, role, use)
    guard let type = child(node, fields.name) else { return known }
    let declared = declaredType(type)
    return declared == 0 ? known : Known(what: .value(declared), certainty: .declaredType)
  }

  private mutating func typeTest(_ node: Int32, _ role: Role) {
    core.builder.open(.condition, role, range(node), name: core.builder.name(Operator.isType))
    if let value = child(node, fields.target) { expression(value, .operand) }
    if let type = child(node, fields.name) { read(core.place(ofText: sw.typeName(type)), type, .operand) }
    core.builder.close()
  }

  mutating func operation(_ node: Int32, _ role: Role, _ name: String) {
    core.builder.open(.operation, role, range(node), name: core.builder.name(name))
    for part in sw.parts(node) { expression(part, .operand) }
    core.builder.close()
  }
}
