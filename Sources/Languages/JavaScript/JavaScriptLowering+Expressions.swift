import Behaviour
import TreeSitter

extension JavaScriptLowering {
  /// Writes an expression in a role.
  ///
  /// - Parameter flags: what happens to its value, for the call that gives it.
  /// - Returns: what is known of the value.
  @discardableResult
  mutating func expression(_ node: Int32, _ role: Role, _ flags: NodeFlags = []) -> KnownValue {
    guard enter(node, role) else { return .nothing }
    defer { nesting -= 1 }
    let found = js.syntax[node]
    if found.isError || found.isMissing {
      unknown(role, node)
      return .nothing
    }
    if !js.displaced.isEmpty, let operand = js.displaced[node] { return expression(operand, role, flags) }
    guard found.hasError else { return dispatch(node, found, role, flags) }
    let index = NodeIndex(truncatingIfNeeded: builder.count)
    let known = dispatch(node, found, role, flags)
    damage(in: node, at: index)
    return known
  }

  private mutating func dispatch(_ node: Int32, _ found: SyntaxNode, _ role: Role, _ flags: NodeFlags) -> KnownValue {
    switch js.kinds[found] {
    case .call, .member, .subscript_:
      guard let operation = misplacedOperator(startingChain: node) else { break }
      return dispatch(operation, js.syntax[operation], role, flags)
    default: break
    }
    switch js.kinds[found] {
    case .identifier, .this, .super, .member, .subscript_, .metaProperty, .shorthand, .shorthandPattern:
      return read(node, role, flags)
    case .call: return call(node, role, flags)
    case .new: return new(node, role, flags)
    case .await: return awaited(node, role, flags)
    case .parenthesized, .satisfies, .nonNull, .instantiation:
      guard let inner = js.firstNamed(node) else { break }
      return expression(inner, role, flags)
    case .as, .typeAssertion:
      let inner = js.unwrap(node)
      guard inner != node else { break }
      let known = expression(inner, role, flags)
      let declared = self.known(annotation: js.castType(node))
      return declared.path == 0 ? known : declared
    case .string, .number, .true, .false, .null, .undefined, .regex: literal(node, role)
    case .template: template(node, role)
    case .object: object(node, role)
    case .array: array(node, role)
    case .arrowFunction, .functionExpression, .generatorFunction: closure(node, role)
    case .assignment: return assignment(node, role)
    case .augmentedAssignment: augmentedAssignment(node, role)
    case .update: update(node, role)
    case .binary: return binary(node, role, flags)
    case .unary: return unary(node, role, flags)
    case .ternary: return ternary(node, role, flags)
    case .sequence: sequence(node, role)
    case .yield: yielded(node, role)
    case .spread:
      let index = NodeIndex(truncatingIfNeeded: builder.count)
      if let inner = js.firstNamed(node) { expression(inner, role) }
      builder.insert(.spread, at: index)
    case .class: classExpression(node, role)
    case .jsxElement, .jsxSelfClosing: element(node, role)
    case .jsxExpression:
      if let inner = js.firstNamed(node) { return expression(inner, role, flags) }
    case .templateSubstitution:
      if let inner = js.firstNamed(node) { return expression(inner, role) }
    case .importWord, .privateIdentifier:
      builder.leaf(.read, role, found.bytes, name: name(node))
    case .comment, .htmlComment: break
    default: unknown(role, node)
    }
    return .nothing
  }

  private mutating func awaited(_ node: Int32, _ role: Role, _ flags: NodeFlags) -> KnownValue {
    builder.open(.await, role, range(node))
    var known = KnownValue.nothing
    if let value = js.firstNamed(node) {
      known = expression(operand(value, of: node), .value, flags.union(.awaited))
    }
    builder.close()
    return known
  }

  private mutating func yielded(_ node: Int32, _ role: Role) {
    builder.open(.yield, role, range(node), flags: js.has(.star, in: node) ? .spread : [])
    if let value = js.firstNamed(node) { expression(value, .value) }
    builder.close()
  }

  private mutating func ternary(_ node: Int32, _ role: Role, _ flags: NodeFlags) -> KnownValue {
    builder.open(.branch, role, range(node), flags: .expression)
    if let condition = js.child(node, fields.condition) { expression(condition, .condition) }
    var known = KnownValue.nothing
    if let consequence = js.child(node, fields.consequence) { known = expression(consequence, .arm, flags) }
    if let alternative = js.child(node, fields.alternative) {
      let other = expression(alternative, .otherwise, flags)
      if known.path == 0 { known = other } else if other.path != 0, other.path != known.path { known = .nothing }
    }
    builder.close()
    return known
  }

  private mutating func sequence(_ node: Int32, _ role: Role) {
    builder.open(.operation, role, range(node), name: builder.name(Operator.sequence))
    let last = js.lastNamed(node)
    for part in js.children(node) where js.syntax[part].isNamed && kind(part) != .comment {
      expression(part, .operand, part == last ? [] : .discarded)
    }
    builder.close()
  }

  private mutating func unary(_ node: Int32, _ role: Role, _ flags: NodeFlags) -> KnownValue {
    guard let sign = js.child(node, fields.operator), let behind = js.child(node, fields.argument) else {
      unknown(role, node)
      return .nothing
    }
    let argument = operand(behind, of: node)
    if js.isText(sign, "!") {
      // `!!x` asks whether there is an `x`, as a bare `x` in its place does.
      let inner = js.unwrap(argument)
      if kind(inner) == .unary, let second = js.child(inner, fields.operator), js.isText(second, "!"),
        let operand = js.child(inner, fields.argument)
      {
        return expression(operand, role, flags)
      }
      if kind(inner) == .binary, let word = js.child(inner, fields.operator), js.isText(word, "in"),
        let left = js.child(inner, fields.left), let right = js.child(inner, fields.right)
      {
        builder.open(.condition, role, range(node), name: builder.name(Operator.notIn))
        expression(left, .operand)
        expression(right, .operand)
        builder.close()
        return .nothing
      }
      builder.open(.condition, role, range(node), name: builder.name(Operator.not))
      expression(argument, .operand)
      builder.close()
      return .nothing
    }
    if js.isText(sign, "void") {
      if kind(js.unwrap(argument)) == .number {
        builder.leaf(.literal, role, range(node), detail: LiteralKind.null.rawValue)
        return .nothing
      }
      return expression(argument, role, flags.subtracting([.discarded, .returned]).union(.voided))
    }
    builder.open(.operation, role, range(node), name: name(sign))
    expression(argument, .operand)
    builder.close()
    return .nothing
  }
}
