import Behaviour
import TreeSitter

extension PythonLowering {
  /// Writes an expression.
  ///
  /// - Parameter use: what becomes of its value, for the call that it may be: `awaited`, `discarded`, `returned`,
  ///   `voided`.
  /// - Returns: what is known of its value.
  @discardableResult
  mutating func expression(_ node: Int32, _ role: Role, _ use: NodeFlags = []) -> Known {
    let node = py.unwrap(node)
    // What is not there is written where the statement ends, see `damage`.
    guard !py[node].isMissing, !py[node].isError else { return .nothing }
    guard enter(node, role) else { return .nothing }
    defer { nesting -= 1 }
    switch kind(node) {
    case .identifier: return read(node, role)
    case .attribute: return attribute(node, role)
    case .call: return call(node, role, use)
    case .await: return awaited(node, role, use)
    case .string, .concatenatedString: string(node, role)
    case .integer: literal(node, role, .integer)
    case .float: literal(node, role, .float)
    case .true: core.builder.leaf(.literal, role, range(node), detail: LiteralKind.true.rawValue)
    case .false: core.builder.leaf(.literal, role, range(node), detail: LiteralKind.false.rawValue)
    // `PythonKind.none`, not the absence of a kind.
    case PythonKind.none?: core.builder.leaf(.literal, role, range(node), detail: LiteralKind.null.rawValue)
    case .ellipsis: literal(node, role, .other)
    case .subscripted: subscripted(node, role)
    case .slice: slice(node, role)
    case .boolean: boolean(node, role)
    case .comparison: comparison(node, role)
    case .not: not(node, role)
    case .binary, .unary: operation(node, role)
    case .conditional: conditional(node, role)
    case .list, .listPattern: collection(node, role, .list)
    case .tuple, .expressionList, .tupleExpression, .patternList, .tuplePattern: collection(node, role, .tuple)
    case .set: collection(node, role, .set)
    case .dictionary: dictionary(node, role)
    case .listComprehension, .setComprehension, .dictionaryComprehension, .generator: comprehension(node, role)
    case .lambda: lambda(node, role)
    case .named: return named(node, role)
    case .assignment: assignment(node, role)
    case .yield: yield(node, role)
    case .listSplat, .dictionarySplat, .parenthesizedListSplat, .listSplatPattern, .dictionarySplatPattern:
      spread(node, role)
    case .pair: pair(node, role)
    case .keywordArgument: keywordArgument(node, role)
    case .dottedName: read(place(node), node, role)
    case .asPattern, .casePattern, .type: wrapped(node, role)
    // Declares, and does nothing: stands here only where what is around it does not parse.
    case .genericType, .unionType, .memberType, .constrainedType, .splatType, .typeParameter, .parameters,
      .lambdaParameters:
      break
    default: unknownConstruct(node, role)
    }
    return .nothing
  }

  /// What stands around one expression and says nothing of its own.
  private mutating func wrapped(_ node: Int32, _ role: Role) {
    for part in py.parts(node) { expression(part, role) }
  }

  private mutating func awaited(_ node: Int32, _ role: Role, _ use: NodeFlags) -> Known {
    core.builder.open(.await, role, range(node))
    defer { core.builder.close() }
    guard let value = py.firstPart(node) else { return .nothing }
    return expression(value, .value, use.union(.awaited))
  }

  private mutating func yield(_ node: Int32, _ role: Role) {
    function.yields = true
    // `yield from` hands on all that another one yields.
    let isFrom = core.source.slice(range(node)).dropFirst(5).drop { $0 <= UInt8(ascii: " ") }.starts(with: "from ".utf8)
    core.builder.open(.yield, role, range(node), flags: isFrom ? [.spread] : [])
    if let value = py.firstPart(node) { expression(value, .value) }
    core.builder.close()
  }

  /// A value if a condition holds, else another.
  private mutating func conditional(_ node: Int32, _ role: Role) {
    let parts = py.parts(node)
    core.builder.open(.branch, role, range(node), flags: [.expression])
    if parts.count > 1 { expression(parts[1], .condition) }
    if let arm = parts.first { expression(arm, .arm) }
    if parts.count > 2 { expression(parts[2], .otherwise) }
    core.builder.close()
  }

  private mutating func operation(_ node: Int32, _ role: Role) {
    let mark = child(node, fields.operator).map { core.name($0) } ?? 0
    core.builder.open(.operation, role, range(node), name: mark)
    for part in py.children(node) where py.isPart(part) { expression(part, .operand) }
    core.builder.close()
  }

  // MARK: - Literals

  mutating func literal(_ node: Int32, _ role: Role, _ kind: LiteralKind) {
    core.builder.leaf(.literal, role, range(node), name: core.name(node), detail: kind.rawValue)
  }

  /// Whether a text has computed parts.
  func isInterpolated(_ node: Int32) -> Bool {
    if kind(node) == .string { return py.has(.interpolation, in: node) }
    for part in py.children(node) where kind(part) == .string && py.has(.interpolation, in: part) { return true }
    return false
  }

  private mutating func string(_ node: Int32, _ role: Role) {
    let isJoined = kind(node) == .concatenatedString
    guard isInterpolated(node) else {
      let name = isJoined ? joined(node) : core.name(inner(node))
      core.builder.leaf(.literal, role, range(node), name: name, detail: LiteralKind.string.rawValue)
      return
    }
    let name = core.builder.name(Operator.interpolation)
    core.builder.open(.operation, role, range(node), name: name, flags: [.interpolated])
    if isJoined {
      for part in py.children(node) where kind(part) == .string { pieces(of: part) }
    } else {
      pieces(of: node)
    }
    core.builder.close()
  }

  private mutating func pieces(of string: Int32) {
    let inner = inner(string)
    var at = inner.lowerBound
    for part in py.children(string) where kind(part) == .interpolation {
      let found = range(part)
      if at < found.lowerBound { piece(at..<found.lowerBound) }
      at = max(at, found.upperBound)
      interpolation(part)
    }
    if at < inner.upperBound { piece(at..<inner.upperBound) }
  }

  private mutating func piece(_ range: Range<Int>) {
    core.builder.leaf(.literal, .operand, range, name: core.name(range), detail: LiteralKind.string.rawValue)
  }

  /// The expression in braces, and those in its format.
  private mutating func interpolation(_ node: Int32) {
    for part in py.children(node) where py.isPart(part) {
      if kind(part) == .formatSpecifier {
        for inner in py.children(part) where kind(inner) == .formatExpression || kind(inner) == .interpolation {
          guard enter(inner, .operand) else { continue }
          interpolation(inner)
          nesting -= 1
        }
      } else {
        expression(part, .operand)
      }
    }
  }

  private mutating func joined(_ node: Int32) -> NameID {
    var bytes: [UInt8] = []
    for part in py.children(node) where kind(part) == .string && bytes.count < LoweringCore.textLimit {
      bytes.append(contentsOf: core.source.slice(inner(part)))
    }
    return core.builder.name(bytes, 0..<min(bytes.count, LoweringCore.textLimit))
  }

  /// The bytes of a string between its quotes.
  func inner(_ string: Int32) -> Range<Int> { PythonText.inner(range(string), in: core.source.bytes) }
}

enum PythonText {
  /// The bytes of a string literal without prefix and quotes; where it is not closed, all behind the opening quotes.
  static func inner(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return 0..<0 }
    var start = range.lowerBound
    while start < range.upperBound, bytes[start] != UInt8(ascii: "\""), bytes[start] != UInt8(ascii: "'") {
      start += 1
    }
    guard start < range.upperBound else { return range }
    let quote = bytes[start]
    var count = 1
    while count < 3, start + count < range.upperBound, bytes[start + count] == quote { count += 1 }
    if count == 2 { count = 1 }
    start += count
    var end = range.upperBound
    var closing = 0
    while closing < count, end > start, bytes[end - 1] == quote {
      end -= 1
      closing += 1
    }
    return start..<(closing == count ? end : range.upperBound)
  }
}
