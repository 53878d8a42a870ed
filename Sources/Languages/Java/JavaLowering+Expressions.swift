import Behaviour
import TreeSitter

extension JavaLowering {
  /// Writes an expression.
  ///
  /// - Parameter use: what becomes of its value, for the call that it may be: `discarded`, `returned`.
  /// - Returns: what is known of its value.
  @discardableResult
  mutating func expression(_ node: Int32, _ role: Role, _ use: NodeFlags = []) -> Known {
    let node = java.unwrap(node)
    // What is not there is written where the statement ends, see `damage`.
    guard !java[node].isMissing, !java[node].isError else { return .nothing }
    guard enter(node, role) else { return .nothing }
    defer { nesting -= 1 }
    switch kind(node) {
    case .identifier:
      let place = place(node)
      read(place, node, role)
      return known(place)
    case .fieldAccess: return member(node, role)
    case .this:
      core.builder.leaf(.read, role, range(node), name: core.name(node))
    case .super: core.builder.leaf(.read, role, range(node), name: core.name(node))
    case .invocation: return call(node, role, use)
    case .creation: return creation(node, role, use)
    case .cast: return cast(node, role, use)
    case .string: string(node, role)
    case .character: literal(range(node).dropFirst().dropLast(), node, role, .string)
    case .decimal, .octal, .binaryInteger, .hexadecimal: number(node, role, .integer)
    case .float, .hexFloat: number(node, role, .float)
    case .true: core.builder.leaf(.literal, role, range(node), detail: LiteralKind.true.rawValue)
    case .false: core.builder.leaf(.literal, role, range(node), detail: LiteralKind.false.rawValue)
    case .null: core.builder.leaf(.literal, role, range(node), detail: LiteralKind.null.rawValue)
    case .arrayAccess: element(node, role)
    case .binary: binary(node, role)
    case .unary: unary(node, role)
    case .update: update(node, role)
    case .instanceOf: typeTest(node, role)
    case .ternary: ternary(node, role)
    case .assignment: return assignment(node, role)
    case .lambda: lambda(node, role)
    case .methodReference: return methodReference(node, role)
    case .switch: switchBranch(node, role, isValue: true)
    case .classLiteral: classLiteral(node, role)
    case .arrayInitializer, .annotationArray: collection(java.parts(node), node, role, .list)
    case .arrayCreation: arrayCreation(node, role)
    case .annotation, .markerAnnotation: annotation(node, role)
    case .template: template(node, role)
    case .interpolation: if let inner = java.firstPart(node) { return expression(inner, role) }
    case .pattern, .typePattern, .recordPattern, .underscorePattern: pattern(node, role)
    case .typeIdentifier, .scopedType, .genericType, .scopedIdentifier: typeRead(node, role)
    case .expressionStatement: if let inner = java.firstPart(node) { return expression(inner, role, use) }
    case .block: statements(of: node)
    // Declares, and does nothing: stands here only where what is around it does not parse.
    case .integralType, .floatingType, .booleanType, .voidType, .arrayType, .annotatedType, .typeArguments,
      .typeParameters, .parameters, .parameter, .spreadParameter, .modifiers, .dimensions, .asterisk,
      .inferredParameters,
      .throwsClause, .superclass, .superInterfaces, .extendsInterfaces, .typeList, .annotationArguments, .permits:
      break
    default: unknownConstruct(node, role)
    }
    return .nothing
  }

  /// A cast says of what type a value is, and lets it be.
  private mutating func cast(_ node: Int32, _ role: Role, _ use: NodeFlags) -> Known {
    guard let value = child(node, fields.value) else {
      unknownConstruct(node, role)
      return .nothing
    }
    let known = expression(value, role, use)
    let type = child(node, fields.type).map { declaredType($0) } ?? 0
    return type == 0 ? known : Known(what: .value(type), certainty: .declaredType)
  }

  // MARK: - Literals

  private mutating func literal(_ name: Range<Int>, _ node: Int32, _ role: Role, _ kind: LiteralKind) {
    core.builder.leaf(.literal, role, range(node), name: core.name(name), detail: kind.rawValue)
  }

  /// A number without the letter that says its type.
  private mutating func number(_ node: Int32, _ role: Role, _ kind: LiteralKind) {
    var name = range(node)
    let bytes = core.source.slice(name)
    let isPlain = self.kind(node) == .decimal || self.kind(node) == .float
    if let last = bytes.last, bytes.count > 1 {
      switch last {
      case UInt8(ascii: "l"), UInt8(ascii: "L"): name = name.dropLast()
      case UInt8(ascii: "f"), UInt8(ascii: "F"), UInt8(ascii: "d"), UInt8(ascii: "D"):
        if isPlain { name = name.dropLast() }
      default: break
      }
    }
    literal(name, node, role, kind)
  }

  private mutating func string(_ node: Int32, _ role: Role) {
    guard java.has(.interpolation, in: node) else {
      literal(inner(node), node, role, .string)
      return
    }
    interpolation(node, node, role)
  }

  /// `STR."\{count} orders"`
  private mutating func template(_ node: Int32, _ role: Role) {
    guard let string = child(node, fields.templateArgument) else { return unknownConstruct(node, role) }
    interpolation(string, node, role)
  }

  private mutating func interpolation(_ string: Int32, _ node: Int32, _ role: Role) {
    let name = core.builder.name(Operator.interpolation)
    core.builder.open(.operation, role, range(node), name: name, flags: [.interpolated])
    let inner = inner(string)
    var at = inner.lowerBound
    for part in java.children(string) where kind(part) == .interpolation {
      let found = range(part)
      if at < found.lowerBound { literal(at..<found.lowerBound, string, .operand, .string) }
      at = max(at, found.upperBound)
      expression(part, .operand)
    }
    if at < inner.upperBound { literal(at..<inner.upperBound, string, .operand, .string) }
    core.builder.close()
  }

  /// The bytes of a string between its quotes.
  private func inner(_ string: Int32) -> Range<Int> {
    let whole = range(string)
    let bytes = core.source.slice(whole)
    let count = bytes.starts(with: "\"\"\"".utf8) && bytes.count >= 6 ? 3 : 1
    guard bytes.count >= count * 2, bytes.last == UInt8(ascii: "\"") else { return whole.dropFirst(count) }
    return whole.dropFirst(count).dropLast(count)
  }
}
