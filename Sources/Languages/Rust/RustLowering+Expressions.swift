import Behaviour
import TreeSitter

extension RustLowering {
  /// Writes an expression.
  ///
  /// - Parameter use: what becomes of its value, for the call that it may be.
  /// - Returns: what is known of its value.
  @discardableResult
  mutating func expression(_ node: Int32, _ role: Role, _ use: NodeFlags = []) -> Known {
    let node = rs.unwrap(node)
    guard !rs[node].isMissing, !rs[node].isError else { return .nothing }
    guard enter(node, role) else { return .nothing }
    defer { nesting -= 1 }
    switch kind(node) {
    case .identifier, .scoped, .selfName, .superName, .crateName, .metavariable, .shorthandIdentifier, .genericFunction,
      .fieldIdentifier, .typeIdentifier, .scopedType, .genericTypeTurbofish, .primitiveType:
      return name(node, role)
    case .member: return member(node, role)
    case .index: index(node, role)
    case .call: return call(node, role, use)
    case .macro: return macro(node, role, use)
    case .question:
      guard let value = rs.firstPart(node) else { return .nothing }
      return expression(value, role, use.union(.propagated))
    case .awaited: return awaited(node, role, use)
    case .string, .rawString, .character: string(node, role)
    case .integer: literal(node, role, .integer)
    case .float: literal(node, role, .float)
    case .boolean:
      let isTrue = rs.isText(node, "true")
      core.builder.leaf(.literal, role, range(node), detail: (isTrue ? LiteralKind.true : .false).rawValue)
    case .negative: negative(node, role)
    case .binary: binary(node, role)
    case .unary: unary(node, role)
    case .range: rangeExpression(node, role)
    case .tuple: collection(node, role, .tuple)
    case .array: array(node, role)
    case .unit: core.builder.leaf(.collection, role, range(node), detail: CollectionKind.tuple.rawValue)
    case .structExpression: return structExpression(node, role, use)
    case .if: ifExpression(node, role, .value)
    case .match: matchExpression(node, role, .value)
    case .letCondition, .letChain: condition(node, role)
    case .block, .unsafeBlock, .constBlock: blockExpression(node, role, use)
    case .asyncBlock, .genBlock, .tryBlock: asyncBlock(node, role)
    case .closure: closure(node, role)
    case .loop: loopExpression(node, role)
    case .while: whileExpression(node)
    case .for: forExpression(node)
    case .assignment: assignment(node, role)
    case .compoundAssignment: compoundAssignment(node, role)
    case .returned: leaving(role) { $0.returnExpression(node) }
    case .breaking, .continuing: jump(node, role)
    case .yielded: yield(node, role)
    case .fieldInitializer, .shorthandInitializer, .baseInitializer: initializer(node, role)
    // Declares, and does nothing: stands here only where what is around it does not parse.
    case .typeArguments, .typeParameters, .parameters, .closureParameters, .genericType, .referenceType, .dynamicType,
      .pointerType, .tupleType, .arrayType, .unitType, .functionType, .abstractType, .lifetime, .whereClause,
      .modifiers, .visibility, .label, .attributeItem, .innerAttribute, .mutable, .useList, .scopedUseList, .useAs,
      .useWildcard, .fieldList, .boundedType, .bracketedType, .qualifiedType, .emptyStatement, .tokenTree:
      break
    case .tuplePattern, .slicePattern, .tupleStructPattern, .structPattern, .orPattern, .mutPattern, .refPattern,
      .referencePattern, .capturedPattern, .rangePattern, .fieldPattern, .remaining, .genericPattern, .matchPattern:
      pattern(node, role)
    case .expressionStatement, .letDeclaration, .function, .implementation, .trait, .module, .structure, .enumeration,
      .union, .typeItem, .constant, .global, .use, .macroDefinition, .externCrate, .foreignModule:
      statement(node)
    default: unknownConstruct(node, role)
    }
    return .nothing
  }

  /// A statement in the place of a value (`None => return`): a block that leaves.
  private mutating func leaving(_ role: Role, _ write: (inout Self) -> Void) {
    guard role != .statement else { return write(&self) }
    core.builder.open(.block, role, 0..<0)
    write(&self)
    core.builder.close()
  }

  private mutating func awaited(_ node: Int32, _ role: Role, _ use: NodeFlags) -> Known {
    guard let value = rs.firstPart(node) else { return .nothing }
    core.builder.open(.await, role, range(node))
    defer { core.builder.close() }
    return expression(value, .value, use.union(.awaited))
  }

  private mutating func yield(_ node: Int32, _ role: Role) {
    function.yields = true
    core.builder.open(.yield, role, range(node))
    if let value = rs.firstPart(node) { expression(value, .value) }
    core.builder.close()
  }

  /// A block as a value: its value where that is all there is in it.
  private mutating func blockExpression(_ node: Int32, _ role: Role, _ use: NodeFlags) {
    let body = kind(node) == .block ? node : rs.first(.block, in: node) ?? node
    let parts = rs.parts(body)
    if parts.count == 1, kind(parts[0]) != .expressionStatement, kind(parts[0]) != .letDeclaration {
      expression(parts[0], role, use)
    } else {
      block(body, role, .value)
    }
  }

  // MARK: - Literals

  mutating func literal(_ node: Int32, _ role: Role, _ kind: LiteralKind) {
    core.builder.leaf(.literal, role, range(node), name: core.name(node), detail: kind.rawValue)
  }

  mutating func string(_ node: Int32, _ role: Role) {
    let name = core.name(inner(node))
    core.builder.leaf(.literal, role, range(node), name: name, detail: LiteralKind.string.rawValue)
  }

  private mutating func negative(_ node: Int32, _ role: Role) {
    core.builder.open(.operation, role, range(node), name: core.builder.name("-"))
    if let value = rs.firstPart(node) { expression(value, .operand) }
    core.builder.close()
  }

  /// The bytes of a text between its quotes, without prefix and hashes.
  func inner(_ string: Int32) -> Range<Int> { RustText.inner(range(string), in: core.source.bytes) }

  // MARK: - Operators

  private mutating func unary(_ node: Int32, _ role: Role) {
    guard let value = rs.firstPart(node) else { return }
    if kind(node &+ 1) == .bang {
      if negated(value, role) { return }
      core.builder.open(.condition, role, range(node), name: core.builder.name(Operator.not))
    } else {
      core.builder.open(.operation, role, range(node), name: core.builder.name("-"))
    }
    expression(value, .operand)
    core.builder.close()
  }

  private mutating func binary(_ node: Int32, _ role: Role) {
    guard let mark = child(node, fields.operator) else { return unknownConstruct(node, role) }
    if isCondition(mark) { return condition(node, role) }
    core.builder.open(.operation, role, range(node), name: core.name(mark))
    if let left = child(node, fields.left) { expression(left, .operand) }
    if let right = child(node, fields.right) { expression(right, .operand) }
    core.builder.close()
  }

  private mutating func rangeExpression(_ node: Int32, _ role: Role) {
    let name = role == .index ? Operator.slice : ".."
    core.builder.open(.operation, role, range(node), name: core.builder.name(name))
    var isOpen = true
    for part in rs.children(node) {
      switch kind(part) {
      case .dotDot, .dotDotEqual, .dotDotDot:
        if isOpen { core.builder.leaf(.literal, .operand, range(part).prefix(0), detail: LiteralKind.null.rawValue) }
        isOpen = false
      default:
        guard rs.isPart(part) else { continue }
        expression(part, .operand)
        isOpen = false
      }
    }
    core.builder.close()
  }

  // MARK: - Collections

  mutating func collection(_ node: Int32, _ role: Role, _ detail: CollectionKind) {
    core.builder.open(.collection, role, range(node), detail: detail.rawValue)
    for part in rs.children(node) where rs.isPart(part) { expression(part, .element) }
    core.builder.close()
  }

  /// `[a, b]`, `[a; count]`.
  private mutating func array(_ node: Int32, _ role: Role) {
    core.builder.open(.collection, role, range(node), detail: CollectionKind.list.rawValue)
    for part in rs.children(node) where rs.isPart(part) && rs[part].field == 0 { expression(part, .element) }
    core.builder.close()
  }

  /// `Order { id, lines: vec![], ..base }`
  private mutating func structExpression(_ node: Int32, _ role: Role, _ use: NodeFlags) -> Known {
    guard let type = child(node, fields.name) else {
      unknownConstruct(node, role)
      return .nothing
    }
    let place = place(type)
    core.builder.open(
      .call,
      role,
      range(node),
      name: place.name,
      path: place.path,
      detail: place.certainty.rawValue,
      flags: use.union(.constructs).subtracting([.propagated, .forced])
    )
    if let list = child(node, fields.body) {
      for part in rs.children(list) where rs.isPart(part) { initializer(part, .argument) }
    }
    core.builder.close()
    guard place.path != 0 else { return .nothing }
    return Known(what: .result(constructs: true), path: place.path, certainty: place.certainty)
  }

  mutating func initializer(_ node: Int32, _ role: Role) {
    switch kind(node) {
    case .fieldInitializer:
      let label = child(node, fields.field).map { core.name($0) } ?? 0
      core.builder.open(.argument, role, range(node), name: label)
      if let value = child(node, fields.value) { expression(value, .value) }
      core.builder.close()
    case .shorthandInitializer:
      guard let name = rs.firstPart(node) else { return }
      core.builder.open(.argument, role, range(node), name: core.name(name))
      expression(name, .value)
      core.builder.close()
    case .baseInitializer:
      core.builder.open(.argument, role, range(node), flags: [.spread])
      if let value = rs.firstPart(node) { expression(value, .value) }
      core.builder.close()
    default: expression(node, role)
    }
  }
}

enum RustText {
  /// The bytes of a string literal without prefix, hashes and quotes.
  static func inner(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return 0..<0 }
    var start = range.lowerBound
    var hashes = 0
    while start < range.upperBound, bytes[start] != UInt8(ascii: "\""), bytes[start] != UInt8(ascii: "'") {
      if bytes[start] == UInt8(ascii: "#") { hashes += 1 }
      start += 1
    }
    guard start < range.upperBound else { return range }
    let quote = bytes[start]
    start += 1
    let end = range.upperBound - hashes
    return end > start && bytes[end - 1] == quote ? start..<(end - 1) : start..<max(start, end)
  }
}
