import Behaviour
import TreeSitter

extension KotlinLowering {
  /// Writes an expression.
  ///
  /// - Parameter use: what becomes of its value, for the call that it may be: `awaited`, `discarded`, `returned`.
  /// - Returns: what is known of its value.
  @discardableResult
  mutating func expression(_ node: Int32, _ role: Role, _ use: NodeFlags = []) -> Known {
    let node = kt.unwrap(node)
    // What is not there is written where the statement ends, see `damage`.
    guard !kt[node].isMissing, !kt[node].isError else { return .nothing }
    guard enter(node, role) else { return .nothing }
    defer { nesting -= 1 }
    if let found = KotlinOperators(node, kt) {
      operators(found, found.root, role)
      return .nothing
    }
    switch kind(node) {
    case .identifier, .this, .super: return read(node, role)
    case .interpolatedName: return interpolatedName(node, role)
    case .interpolatedExpression: return kt.lastPart(node).map { expression($0, role) } ?? .nothing
    case .navigation: return navigation(node, role)
    case .call: return call(node, role, use)
    case .indexing: indexed(node, role)
    case .string: string(node, role)
    case .character: literal(node, role, .string, inner(node))
    case .integer, .hexadecimal, .binary, .unsigned, .long: literal(node, role, .integer, number(node))
    case .real: literal(node, role, .float, number(node))
    case .boolean:
      let kind = kt.isText(node, "true") ? LiteralKind.true : .false
      core.builder.leaf(.literal, role, range(node), detail: kind.rawValue)
    case .null: core.builder.leaf(.literal, role, range(node), detail: LiteralKind.null.rawValue)
    case .conjunction, .disjunction: boolean(node, role)
    case .comparison, .equality: comparison(node, role)
    case .check: check(node, role)
    case .multiplicative, .additive: operation(node, role)
    case .range: operation(node, role, name: "..")
    case .infix: return infix(node, role, use)
    case .elvis: return elvis(node, role, use)
    case .prefix: prefix(node, role)
    case .postfix: return postfix(node, role)
    case .cast: return cast(node, role, use)
    case .if: conditional(node, role)
    case .when: whenValue(node, role)
    case .try: attempt(node, role, .value)
    case .jump: jump(node, role)
    case .lambda: closure(ofLambda: node, role)
    case .anonymousFunction: anonymousFunction(node, role)
    case .objectLiteral: objectLiteral(node, role)
    case .reference: return callableReference(node, role)
    case .collection: collectionLiteral(node, role)
    case .spread: return spread(node, role)
    case .assignment: assignment(node)
    case .assignable: for part in kt.parts(node) { expression(part, role) }
    case .userType, .nullableType, .typeName: type(node, role)
    case .function: closure(ofFunction: node, role)
    // Declares, and does nothing: stands here only where what is around it does not parse.
    case .typeArguments, .typeParameters, .parameters, .lambdaParameters, .functionType, .parenthesizedType, .modifiers,
      .annotation, .binding, .label, .typeProjection, .notNullableType, .typeConstraints, .qualified, .variable,
      .parameter, .stringContent:
      break
    default: unknownConstruct(node, role)
    }
    return .nothing
  }

  private mutating func spread(_ node: Int32, _ role: Role) -> Known {
    core.builder.open(.argument, role, range(node), flags: [.spread])
    if let value = kt.lastPart(node) { expression(value, .value) }
    core.builder.close()
    return .nothing
  }

  // MARK: - Operators

  private mutating func operation(_ node: Int32, _ role: Role, name: StaticString? = nil) {
    var mark: NameID = 0
    if let name {
      mark = core.builder.name("\(name)")
    } else if let sign = kt.children(node).first(where: { !kt[$0].isNamed }) {
      mark = core.name(sign)
    }
    core.builder.open(.operation, role, range(node), name: mark)
    for part in kt.parts(node) { expression(part, .operand) }
    core.builder.close()
  }

  /// A call written as a word between two values: `a to b`, `bits shl 2`, `total shouldBe 3`.
  private mutating func infix(_ node: Int32, _ role: Role, _ use: NodeFlags) -> Known {
    guard let word = infixWord(node) else {
      unknownConstruct(node, role)
      return .nothing
    }
    let parts = kt.parts(node)
    if infixAssertion(node, word, role, use) { return .nothing }
    if let name = KotlinLowering.infixOperators.first(where: { kt.isText(word, $0.word) })?.name {
      core.builder.open(.operation, role, range(node), name: core.builder.name("\(name)"))
      expression(parts[0], .operand)
      expression(parts[2], .operand)
      core.builder.close()
      return .nothing
    }
    if kt.isText(word, "to") {
      core.builder.open(.collection, role, range(node), detail: CollectionKind.tuple.rawValue)
      expression(parts[0], .element)
      expression(parts[2], .element)
      core.builder.close()
      return .nothing
    }
    let index = core.builder.open(
      .call,
      role,
      range(node),
      name: core.builder.name("." + core.text(word)),
      flags: use
    )
    let object = expression(parts[0], .receiver)
    core.builder.open(.argument, .argument, range(parts[2]))
    expression(parts[2], .value)
    core.builder.close()
    core.builder.close()
    let path = core.path(of: kt.bare(word), of: object)
    if path != 0 { core.builder.setPath(path, certainty: object.certainty, at: index) }
    return .nothing
  }

  private static let infixOperators: [(word: StaticString, name: StaticString)] = [
    ("and", "&"), ("or", "|"), ("xor", "^"), ("shl", "<<"), ("shr", ">>"), ("ushr", ">>>"), ("until", ".."),
    ("downTo", ".."), ("step", "step"),
  ]

  /// `a ?: b`. Where the other side leaves, it does so only where the first is absent.
  private mutating func elvis(_ node: Int32, _ role: Role, _ use: NodeFlags) -> Known {
    if let sides = sides(ofElvis: node), isLeaving(sides.right) {
      core.builder.open(.branch, role, range(node), flags: [.expression, .guard])
      core.builder.open(.condition, .condition, range(sides.left), name: core.builder.name(Operator.isNull))
      let known = expression(sides.left, .operand)
      core.builder.close()
      leavingArm(sides.right)
      core.builder.close()
      return known
    }
    core.builder.open(.operation, role, range(node), name: core.builder.name(Operator.orElse))
    var known = Known.nothing
    for (index, part) in kt.parts(node).enumerated() {
      let found = expression(part, .operand)
      if index == 0 { known = found }
    }
    core.builder.close()
    return known
  }

  private mutating func prefix(_ node: Int32, _ role: Role) {
    if kt.has(.not, in: node) {
      not(node, role)
    } else if kt.has(.increment, in: node) {
      increment(node, role, "+=")
    } else if kt.has(.decrement, in: node) {
      increment(node, role, "-=")
    } else {
      operation(node, role)
    }
  }

  private mutating func postfix(_ node: Int32, _ role: Role) -> Known {
    if kt.has(.increment, in: node) {
      increment(node, role, "+=")
    } else if kt.has(.decrement, in: node) {
      increment(node, role, "-=")
    } else {
      core.builder.open(.operation, role, range(node), name: core.builder.name(Operator.unwrap))
      let known = kt.firstPart(node).map { expression($0, .operand) } ?? .nothing
      core.builder.close()
      return known
    }
    return .nothing
  }

  /// `value as Type` is a value of that type.
  private mutating func cast(_ node: Int32, _ role: Role, _ use: NodeFlags) -> Known {
    core.builder.open(.operation, role, range(node), name: core.builder.name(Operator.cast))
    if let value = kt.firstPart(node) { expression(value, .operand) }
    core.builder.close()
    let type = kt.type(in: node).map { declaredType($0) } ?? 0
    return type == 0 ? .nothing : Known(what: .value(type), certainty: .declaredType)
  }

  private mutating func collectionLiteral(_ node: Int32, _ role: Role) {
    core.builder.open(.collection, role, range(node), detail: CollectionKind.list.rawValue)
    for part in kt.parts(node) { expression(part, .element) }
    core.builder.close()
  }

  // MARK: - Literals

  private mutating func literal(_ node: Int32, _ role: Role, _ kind: LiteralKind, _ bytes: Range<Int>) {
    core.builder.leaf(.literal, role, range(node), name: core.name(bytes), detail: kind.rawValue)
  }

  /// A number without the letter that says how wide it is.
  private func number(_ node: Int32) -> Range<Int> {
    let found = range(node)
    guard let last = core.source.slice(found).last, found.count > 1 else { return found }
    switch last {
    case UInt8(ascii: "L"), UInt8(ascii: "u"), UInt8(ascii: "U"): return found.lowerBound..<found.upperBound - 1
    case UInt8(ascii: "f"), UInt8(ascii: "F"):
      return kind(node) == .real ? found.lowerBound..<found.upperBound - 1 : found
    default: return found
    }
  }

  /// The bytes between the quotes.
  func inner(_ node: Int32) -> Range<Int> {
    let bytes = core.source.slice(range(node))
    guard let quote = bytes.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return range(node) }
    let isRaw = bytes.count >= 6 && bytes.prefix(3).allSatisfy { $0 == quote }
    let width = isRaw ? 3 : 1
    guard bytes.count >= 2 * width, bytes.suffix(width).allSatisfy({ $0 == quote }) else {
      return min(bytes.startIndex + width, bytes.endIndex)..<bytes.endIndex
    }
    return bytes.startIndex + width..<bytes.endIndex - width
  }

  /// The text of a constant, as a name; nil for what is computed.
  mutating func constantText(_ node: Int32) -> NameID? {
    switch kind(node) {
    case .string where !isInterpolated(node): core.name(inner(node))
    case .integer: core.name(node)
    default: nil
    }
  }

  private func isInterpolated(_ node: Int32) -> Bool {
    kt.has(.interpolatedName, in: node) || kt.has(.interpolatedExpression, in: node)
  }

  private mutating func string(_ node: Int32, _ role: Role) {
    guard isInterpolated(node) else { return literal(node, role, .string, inner(node)) }
    let name = core.builder.name(Operator.interpolation)
    core.builder.open(.operation, role, range(node), name: name, flags: [.interpolated])
    var text: Range<Int>?
    for part in kt.children(node) {
      if kind(part) == .stringContent {
        text = (text?.lowerBound ?? range(part).lowerBound)..<range(part).upperBound
        continue
      }
      guard kind(part) == .interpolatedName || kind(part) == .interpolatedExpression else { continue }
      if let found = text { piece(found) }
      text = nil
      expression(part, .operand)
    }
    if let found = text { piece(found) }
    core.builder.close()
  }

  private mutating func piece(_ range: Range<Int>) {
    core.builder.leaf(.literal, .operand, range, name: core.name(range), detail: LiteralKind.string.rawValue)
  }

  /// `$name` in a text.
  private mutating func interpolatedName(_ node: Int32, _ role: Role) -> Known {
    let place = place(node)
    core.builder.leaf(.read, role, range(node), name: place.name, path: place.path, detail: place.kind.rawValue)
    return core.known(place)
  }
}
