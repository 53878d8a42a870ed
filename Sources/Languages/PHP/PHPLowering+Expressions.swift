import Behaviour
import TreeSitter

extension PHPLowering {
  /// Writes an expression.
  ///
  /// - Parameter use: what becomes of its value, for the call that it may be: `discarded`, `returned`, `voided`.
  /// - Returns: what is known of its value.
  @discardableResult
  mutating func expression(_ node: Int32, _ role: Role, _ use: NodeFlags = []) -> Known {
    let node = php.unwrap(node)
    // What is not there is written where the statement ends, see `damage`.
    guard !php[node].isMissing, !php[node].isError else { return .nothing }
    guard enter(node, role) else { return .nothing }
    defer { nesting -= 1 }
    switch kind(node) {
    case .variable, .name, .qualifiedName, .relativeName, .relativeScope, .member, .nullsafeMember, .scopedProperty,
      .classConstant:
      return read(node, role)
    case .call: return call(node, role, use)
    case .memberCall, .nullsafeMemberCall: return methodCall(node, child(node, fields.object), role, use)
    case .scopedCall: return methodCall(node, child(node, fields.scope), role, use)
    case .new: return new(node, role, use)
    case .assignment, .referenceAssignment: return assignment(node, role)
    case .suppression:
      return php.firstPart(node).map { expression($0, role, use) } ?? .nothing
    case .clone: return cloned(node, role)
    case .binary: return binary(node, role)
    case .conditional: conditional(node, role, use)
    case .match: match(node, role, use)
    case .string, .interpolated, .heredoc, .nowdoc: string(node, role)
    case .integer: literal(node, role, .integer)
    case .float: literal(node, role, .float)
    case .boolean:
      let isTrue = core.source.slice(range(node)).first.map { $0 | 0x20 } == UInt8(ascii: "t")
      core.builder.leaf(.literal, role, range(node), detail: (isTrue ? LiteralKind.true : .false).rawValue)
    case .null: core.builder.leaf(.literal, role, range(node), detail: LiteralKind.null.rawValue)
    case .shell: shell(node, role, use)
    case .element: element(node, role)
    case .unary: unary(node, role)
    case .cast: cast(node, role)
    case .array: array(node, role)
    case .list: array(node, role)
    case .arrayElement: arrayElement(node, role)
    case .augmentedAssignment: augmentedAssignment(node, role)
    case .update: update(node, role)
    case .closure, .arrow: closure(node, role)
    case .throw: raise(node, role)
    case .yield: yield(node, role)
    case .print: wordCall("print", node, role, use)
    case .include, .includeOnce: wordCall("include", node, role, use)
    case .require, .requireOnce: wordCall("require", node, role, use)
    case .sequence: sequence(node, role)
    case .unpacking: spread(node, role)
    case .argument: argument(node)
    case .byRef, .dynamicVariable: wrapped(node, role)
    // Declares, and does nothing: stands here only where what is around it does not parse.
    case .comment, .parameters, .namedType, .optionalType, .unionType, .primitiveType, .namespaceName, .visibility,
      .staticModifier, .abstractModifier, .tag, .endTag, .text, .textInterpolation, .referenceModifier, .placeholder,
      .attributeList, .stringContent, .escape, .castType, .typeList, .bottomType, .baseClause, .interfaceClause:
      break
    default: unknownConstruct(node, role)
    }
    return .nothing
  }

  /// What stands around one expression and says nothing of its own.
  private mutating func wrapped(_ node: Int32, _ role: Role) {
    guard let inner = php.firstPart(node) else { return }
    guard kind(node) == .dynamicVariable else {
      expression(inner, role)
      return
    }
    guard kind(inner) != .name else {
      // `"${name}"` is the variable of that name.
      let place = core.scope.place(of: "$" + core.text(inner))
      core.builder.leaf(.read, role, range(node), name: core.name(inner), detail: place.rawValue)
      return
    }
    // `$$name`: some variable.
    core.builder.open(.read, role, range(node), detail: PlaceKind.member.rawValue)
    expression(inner, .index)
    core.builder.close()
  }

  private mutating func cloned(_ node: Int32, _ role: Role) -> Known {
    core.builder.open(.operation, role, range(node), name: core.builder.name("clone"))
    defer { core.builder.close() }
    return php.firstPart(node).map { expression($0, .operand) } ?? .nothing
  }

  private mutating func yield(_ node: Int32, _ role: Role) {
    function.yields = true
    let isFrom = core.source.slice(range(node)).dropFirst(5).drop { $0 <= UInt8(ascii: " ") }.starts(with: "from".utf8)
    let value = php.firstPart(node)
    let isWord = isFrom && value.map { kind($0) != .arrayElement } == true
    core.builder.open(.yield, role, range(node), flags: isWord ? [.spread] : [])
    if let value, kind(value) == .arrayElement {
      let parts = php.parts(value)
      if parts.count > 1 { expression(parts[0], .index) }
      if let last = parts.last { expression(last, .value) }
    } else if let value {
      expression(value, .value)
    }
    core.builder.close()
  }

  /// A value if a condition holds, else another; `a ?: b` is `a`, or where that is nothing `b`.
  private mutating func conditional(_ node: Int32, _ role: Role, _ use: NodeFlags) {
    guard let arm = child(node, fields.body) else {
      core.builder.open(.condition, role, range(node), name: core.builder.name(Operator.or))
      if let condition = child(node, fields.condition) { expression(condition, .operand) }
      if let otherwise = child(node, fields.alternative) { expression(otherwise, .operand) }
      core.builder.close()
      return
    }
    core.builder.open(.branch, role, range(node), flags: [.expression])
    if let condition = child(node, fields.condition) { expression(condition, .condition) }
    expression(arm, .arm, use.intersection(.returned))
    if let otherwise = child(node, fields.alternative) {
      expression(otherwise, .otherwise, use.intersection(.returned))
    }
    core.builder.close()
  }

  private mutating func cast(_ node: Int32, _ role: Role) {
    core.builder.open(.operation, role, range(node), name: core.builder.name(Operator.cast))
    if let value = child(node, fields.value) { expression(value, .operand) }
    core.builder.close()
  }

  private mutating func sequence(_ node: Int32, _ role: Role) {
    core.builder.open(.operation, role, range(node), name: core.builder.name(Operator.sequence))
    for part in php.children(node) where php.isPart(part) { expression(part, .operand) }
    core.builder.close()
  }

  // MARK: - Literals

  mutating func literal(_ node: Int32, _ role: Role, _ kind: LiteralKind) {
    core.builder.leaf(.literal, role, range(node), name: core.name(node), detail: kind.rawValue)
  }

  /// The node whose children are the pieces of a text.
  private func pieces(of node: Int32) -> Int32 {
    switch kind(node) {
    case .heredoc, .nowdoc: child(node, fields.value) ?? node
    default: node
    }
  }

  /// Whether a text has computed parts.
  func isInterpolated(_ node: Int32) -> Bool {
    guard kind(node) != .string, kind(node) != .nowdoc else { return false }
    for part in php.children(pieces(of: node)) where php.isPart(part) {
      if kind(part) != .stringContent, kind(part) != .escape { return true }
    }
    return false
  }

  mutating func string(_ node: Int32, _ role: Role) {
    guard isInterpolated(node) else {
      let name = core.name(php.inner(node))
      core.builder.leaf(.literal, role, range(node), name: name, detail: LiteralKind.string.rawValue)
      return
    }
    let name = core.builder.name(Operator.interpolation)
    core.builder.open(.operation, role, range(node), name: name, flags: [.interpolated])
    var start: Int?
    var end = 0
    for part in php.children(pieces(of: node)) where php.isPart(part) {
      if kind(part) == .stringContent || kind(part) == .escape {
        start = start ?? range(part).lowerBound
        end = range(part).upperBound
      } else {
        if let start { piece(start..<max(start, end)) }
        start = nil
        expression(part, .operand)
      }
    }
    if let start { piece(start..<max(start, end)) }
    core.builder.close()
  }

  private mutating func piece(_ range: Range<Int>) {
    core.builder.leaf(.literal, .operand, range, name: core.name(range), detail: LiteralKind.string.rawValue)
  }

  /// `` `ls $folder` `` runs a program.
  private mutating func shell(_ node: Int32, _ role: Role, _ use: NodeFlags) {
    let name = core.builder.name("shell_exec")
    core.builder.open(.call, role, range(node), name: name, path: name, detail: Certainty.import.rawValue, flags: use)
    core.builder.open(.argument, .argument, range(node))
    string(node, .value)
    core.builder.close()
    core.builder.close()
  }

  // MARK: - Arrays

  mutating func array(_ node: Int32, _ role: Role) {
    let isKeyed = php.children(node).contains { child in
      kind(child) == .arrayElement && hasKey(child)
    }
    let detail: CollectionKind = isKeyed ? .keyed : .list
    core.builder.open(.collection, role, range(node), detail: detail.rawValue)
    for part in php.children(node) where php.isPart(part) {
      if isKeyed, kind(part) == .arrayElement { entry(part) } else { expression(part, .element) }
    }
    core.builder.close()
  }

  private func hasKey(_ element: Int32) -> Bool {
    php.children(element).contains { !php[$0].isNamed && php.isText($0, "=>") }
  }

  /// An element of a list.
  private mutating func arrayElement(_ node: Int32, _ role: Role) {
    for part in php.children(node) where php.isPart(part) { expression(part, role) }
  }

  /// An element of an array with keys, named by its key where that is a constant.
  private mutating func entry(_ node: Int32) {
    let parts = php.parts(node)
    guard hasKey(node), parts.count == 2 else {
      if parts.count == 1, kind(parts[0]) == .unpacking { return spread(parts[0], .element) }
      core.builder.open(.argument, .element, range(node))
      if let value = parts.last { expression(value, .value) }
      core.builder.close()
      return
    }
    let key = php.unwrap(parts[0])
    let constant = constantKey(key)
    core.builder.open(.argument, .element, range(node), name: constant ?? 0)
    if constant == nil { expression(key, .index) }
    expression(parts[1], .value)
    core.builder.close()
  }

  private mutating func constantKey(_ node: Int32) -> NameID? {
    switch kind(node) {
    case .string: core.name(php.inner(node))
    case .interpolated: isInterpolated(node) ? nil : core.name(php.inner(node))
    case .integer, .float: core.name(node)
    // `GuzzleHttp\RequestOptions::TIMEOUT` is `timeout`.
    case .classConstant: optionKey(node)
    // `CURLOPT_TIMEOUT`
    case .name: core.name(node)
    default: nil
    }
  }

  private mutating func optionKey(_ node: Int32) -> NameID? {
    let parts = php.parts(node)
    guard parts.count == 2, php.dotted(parts[0]).hasSuffix("RequestOptions") else { return nil }
    return core.builder.name(php.text(parts[1]).lowercased())
  }

  /// `...$values`.
  mutating func spread(_ node: Int32, _ role: Role) {
    core.builder.open(.argument, role, range(node), flags: [.spread])
    if let value = php.firstPart(node) { expression(value, .value) }
    core.builder.close()
  }
}
