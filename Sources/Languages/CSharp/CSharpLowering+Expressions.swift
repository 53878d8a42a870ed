import Behaviour
import TreeSitter

extension CSharpLowering {
  /// Writes an expression.
  ///
  /// - Parameter use: what becomes of its value, for the call that it may be: `awaited`, `discarded`, `returned`,
  ///   `voided`.
  /// - Returns: what is known of its value.
  @discardableResult
  mutating func expression(_ outer: Int32, _ role: Role, _ use: NodeFlags = []) -> Known {
    if !absorbedTests.isEmpty, let test = absorbedTests.removeValue(forKey: outer) {
      guard enter(outer, role) else { return .nothing }
      defer { nesting -= 1 }
      patternTest(test, role)
      return .nothing
    }
    let node = cs.unwrap(outer)
    // What is not there is written where the statement ends, see `damage`.
    guard !cs[node].isMissing, !cs[node].isError else { return .nothing }
    guard enter(node, role) else { return .nothing }
    defer { nesting -= 1 }
    let implied = impliedType
    impliedType = -1
    switch kind(node) {
    case .identifier, .genericName, .qualifiedName, .aliasQualified, .predefined: return read(node, role)
    case .this, .base: core.builder.leaf(.read, role, range(node), name: nameID(node))
    case .member, .conditionalAccess: return member(node, role)
    case .call: return call(node, role, use)
    case .await: return awaited(node, role, use)
    case .new, .implicitNew:
      impliedType = implied
      return new(node, role, use)
    case .assignment: return assignment(node, role)
    case .string, .verbatimString, .rawString, .character: string(node, role)
    case .interpolated: interpolated(node, role)
    case .integer: literal(node, role, .integer)
    case .real: literal(node, role, .float)
    case .boolean:
      let value: LiteralKind = cs.isText(node, "true") ? .true : .false
      core.builder.leaf(.literal, role, range(node), detail: value.rawValue)
    case .null, .default: core.builder.leaf(.literal, role, range(node), detail: LiteralKind.null.rawValue)
    case .elementAccess: element(node, role)
    case .binary: return binary(node, role, use)
    case .isPattern: isPattern(node, role)
    case .isExpression: isType(node, role)
    case .prefixUnary, .unary, .postfixUnary: unary(node, role)
    case .conditional: conditional(node, role, use)
    case .switchExpression: switchExpression(node, role, use)
    case .throwExpression: thrown(cs.firstPart(node), range(node), role)
    case .lambda, .anonymousMethod: closure(node, role)
    case .localFunction: closure(node, role)
    case .query: query(node, role)
    case .tuple: tuple(node, role)
    case .elementBinding: listed(node, role)
    case .initializer: collection(node, node, role, initializerKind(node))
    case .newArray, .implicitNewArray, .stackalloc, .implicitStackalloc: array(node, role)
    case .anonymousNew: anonymous(node, role)
    case .withExpression: with(node, role)
    case .range: slice(node, role)
    case .typeof, .sizeof: typeOperation(node, role)
    case .declarationExpression: if !product(node, role) { target(node, role) }
    case .argument: if let value = cs.value(ofArgument: node) { return expression(value, role, use) }
    case .expressionStatement: if let value = cs.firstPart(node) { return expression(value, role, use) }
    case .memberBinding:
      if let name = child(node, fields.name) {
        core.builder.leaf(.read, role, range(node), name: memberName(name), detail: PlaceKind.member.rawValue)
      }
    case .constantPattern, .declarationPattern, .recursivePattern, .relationalPattern, .negatedPattern, .andPattern,
      .orPattern, .listPattern, .parenthesizedPattern, .varPattern, .typePattern, .discard:
      pattern(node, role)
    case .arrow, .catchFilter, .when, .arguments, .bracketedArguments, .interpolation, .declarator:
      for part in cs.parts(node) { expression(part, role) }
    case .variableDeclaration: declaration(node, role)
    case .implicitType, .nullable, .arrayType, .pointerType, .tupleType, .refType, .scopedType, .functionPointer,
      .typeArguments, .typeParameters, .parameters, .parameter, .modifier, .attributeList, .arrayRank, .baseList,
      .accessorList, .accessor, .catchDeclaration, .explicitInterface, .implicitParameter, .primaryBase:
      // Declares, and does nothing: stands here only where what is around it does not parse.
      break
    default:
      if isStatement(node) { statement(node) } else { unknownConstruct(node, role) }
    }
    return .nothing
  }

  /// What stands in the place of an expression only where the text around does not parse.
  private func isStatement(_ node: Int32) -> Bool {
    switch kind(node) {
    case .block, .localDeclaration, .if, .for, .forEach, .while, .do, .try, .switch, .return, .throw, .break,
      .continue, .yield, .usingStatement, .lock, .empty, .labeled, .checked, .unsafe, .fixed, .preprocIf,
      .globalStatement, .class, .struct, .record, .interface, .enum, .method, .constructor, .property, .field,
      .usingDirective, .namespace, .fileNamespace, .declarationList, .delegateDeclaration:
      true
    default: false
    }
  }

  private mutating func awaited(_ node: Int32, _ role: Role, _ use: NodeFlags) -> Known {
    core.builder.open(.await, role, range(node))
    defer { core.builder.close() }
    guard let value = cs.firstPart(node) else { return .nothing }
    return expression(withoutContext(value), .value, use.union(.awaited))
  }

  /// What is awaited, without `ConfigureAwait(false)`: where the code goes on says nothing about what it does.
  func withoutContext(_ node: Int32) -> Int32 {
    let plain = cs.unwrap(node)
    guard kind(plain) == .call, let callee = child(plain, fields.function), kind(callee) == .member,
      let name = child(callee, fields.name), cs.isText(name, "ConfigureAwait") || cs.isText(name, "WithCancellation"),
      let inner = child(callee, fields.expression)
    else { return node }
    return cs.isText(name, "WithCancellation") ? withoutContext(inner) : inner
  }

  /// A value if a condition holds, else another.
  private mutating func conditional(_ node: Int32, _ role: Role, _ use: NodeFlags) {
    core.builder.open(.branch, role, range(node), flags: [.expression])
    if let condition = child(node, fields.condition) { expression(condition, .condition) }
    if let arm = child(node, fields.consequence) { expression(arm, .arm, use.subtracting(.discarded)) }
    if let otherwise = child(node, fields.alternative) {
      expression(otherwise, .otherwise, use.subtracting(.discarded))
    }
    core.builder.close()
  }

  private mutating func unary(_ node: Int32, _ role: Role) {
    guard let operand = cs.firstPart(node) else { return unknownConstruct(node, role) }
    let sign = cs.children(node).first { !cs[$0].isNamed && !cs[$0].isMissing && $0 != operand }
    guard let sign else {
      expression(operand, role)
      return
    }
    if cs.isText(sign, "!") {
      not(node, operand, role)
    } else if cs.isText(sign, "++") || cs.isText(sign, "--") {
      step(node, operand, isUp: cs.isText(sign, "++"), role)
    } else if cs.isText(sign, "&") || cs.isText(sign, "*") {
      expression(operand, role)
    } else {
      core.builder.open(.operation, role, range(node), name: nameID(sign))
      expression(operand, .operand)
      core.builder.close()
    }
  }

  /// `1..^2`; what is left out is written as null, so that the rest keeps its place.
  private mutating func slice(_ node: Int32, _ role: Role) {
    core.builder.open(.operation, role, range(node), name: core.builder.name(Operator.slice))
    var isBehind = false
    var hasStart = false
    for part in cs.children(node) {
      if kind(part) == .spread {
        if !hasStart {
          let bytes = range(part)
          core.builder.leaf(.literal, .operand, bytes, detail: LiteralKind.null.rawValue)
        }
        isBehind = true
      } else if cs.isPart(part) {
        if !isBehind { hasStart = true }
        expression(part, .operand)
      }
    }
    core.builder.close()
  }

  private mutating func typeOperation(_ node: Int32, _ role: Role) {
    let word = kind(node) == .typeof ? "typeof" : "sizeof"
    core.builder.open(.operation, role, range(node), name: core.builder.name(word))
    if let type = child(node, fields.type) { typeRead(type, .operand) }
    core.builder.close()
  }
}
