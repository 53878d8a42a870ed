import Behaviour
import TreeSitter

extension RubyLowering {
  /// Writes an expression.
  ///
  /// - Parameter use: what becomes of its value, for the call that it may be: `discarded`, `returned`, `voided`.
  /// - Returns: what is known of its value.
  @discardableResult
  mutating func expression(_ node: Int32, _ role: Role, _ use: NodeFlags = []) -> Known {
    let node = rb.unwrap(node)
    // What is not there is written where the statement ends, see `damage`.
    guard !rb[node].isMissing, !rb[node].isError else { return .nothing }
    guard enter(node, role) else { return .nothing }
    defer { nesting -= 1 }
    switch kind(node) {
    case .identifier: return word(node, role, use)
    case .constant, .scopeResolution, .selfWord, .instanceVariable, .classVariable, .globalVariable:
      if rb.isDotted(node) { return read(node, role) }
      scopedConstant(node, role)
    case .call: return callExpression(node, role, use)
    case .super: core.builder.leaf(.call, role, range(node), name: core.builder.name("super"), flags: use)
    case .yield: yieldCall(node, role, use)
    case .element: return element(node, role)
    case .string, .chainedString, .subshell, .regex, .delimitedSymbol, .bareString, .bareSymbol, .heredocBeginning,
      .heredocBody:
      return text(node, role, use)
    case .simpleSymbol: string(range(node).dropFirst(1), node, role)
    case .hashKeySymbol, .character: string(range(node), node, role)
    case .integer: literal(node, role, .integer)
    case .float, .rational, .complex: literal(node, role, .float)
    case .true: core.builder.leaf(.literal, role, range(node), detail: LiteralKind.true.rawValue)
    case .false: core.builder.leaf(.literal, role, range(node), detail: LiteralKind.false.rawValue)
    case .null: core.builder.leaf(.literal, role, range(node), detail: LiteralKind.null.rawValue)
    case .file, .line, .encoding: literal(node, role, .other)
    case .array, .rightList, .stringArray, .symbolArray: list(rb.parts(node), role, range(node))
    case .hash: hash(node, role)
    case .pair: pair(node, role)
    case .binary: binary(node, role)
    case .unary: unary(node, role)
    case .conditional: conditional(node, role)
    case .range: rangeOf(node, role)
    case .lambda: closure(ofLambda: node, role)
    case .assignment: return assignment(node, role)
    case .operatorAssignment: operatorAssignment(node, role)
    case .splatArgument, .hashSplatArgument: spread(node, role)
    case .arguments: list(rb.parts(node), role, range(node))
    case .testPattern, .matchPattern: patternTest(node, role)
    case .if, .unless, .case, .caseMatch, .begin, .rescueModifier, .while, .until, .for, .ifModifier, .unlessModifier,
      .whileModifier, .untilModifier, .parenthesized, .return, .next, .break, .redo, .retry, .method, .singletonMethod,
      .class, .module, .singletonClass:
      valueOf(node, role)
    case .interpolation: if let only = rb.onlyPart(node) { return expression(only, role) } else { valueOf(node, role) }
    case .then, .do, .else, .ensure, .rescue, .bodyStatement, .blockBody:
      core.builder.open(.block, role, range(node))
      statements(of: node, .discarded)
      core.builder.close()
    // Declares, and does nothing: stands here only where what is around it does not parse.
    case .parameters, .blockParameters, .lambdaParameters, .exceptionVariable, .exceptions, .superclass, .operator,
      .alias, .undef, .setter, .heredocEnd, .comment, .empty, .uninterpreted, .hashSplatNil, .forwardArgument,
      .forwardParameter, .blockParameter, .hashSplatParameter, .keywordParameter, .optionalParameter:
      break
    default: unknownConstruct(node, role)
    }
    return .nothing
  }

  /// `type_of(order)::LIMIT`.
  private mutating func scopedConstant(_ node: Int32, _ role: Role) {
    let name = child(node, fields.name)
    core.builder.open(
      .read,
      role,
      range(node),
      name: name.map { core.builder.name("." + core.text($0)) } ?? 0,
      detail: PlaceKind.member.rawValue
    )
    if let scope = child(node, fields.scope) { expression(scope, .receiver) }
    core.builder.close()
  }

  /// A call of the block that the caller gave.
  private mutating func yieldCall(_ node: Int32, _ role: Role, _ use: NodeFlags) {
    core.builder.open(.call, role, range(node), name: core.builder.name("yield"), flags: use)
    if let list = rb.firstPart(node) {
      for part in kind(list) == .arguments ? rb.parts(list) : [list] { argument(part) }
    }
    core.builder.close()
  }

  private mutating func rangeOf(_ node: Int32, _ role: Role) {
    let isIndex = role == .index
    let name = isIndex ? Operator.slice : ".."
    core.builder.open(.operation, role, range(node), name: core.builder.name(name))
    for field in [fields.begin, fields.end] {
      if let part = child(node, field) {
        expression(part, .operand)
      } else {
        core.builder.leaf(.literal, .operand, range(node), detail: LiteralKind.null.rawValue)
      }
    }
    core.builder.close()
  }

  private mutating func hash(_ node: Int32, _ role: Role) {
    core.builder.open(.collection, role, range(node), detail: CollectionKind.keyed.rawValue)
    for part in rb.parts(node) { if kind(part) == .pair { pair(part, .element) } else { expression(part, .element) } }
    core.builder.close()
  }

  // MARK: - Literals

  mutating func literal(_ node: Int32, _ role: Role, _ kind: LiteralKind) {
    core.builder.leaf(.literal, role, range(node), name: core.name(node), detail: kind.rawValue)
  }

  private mutating func string(_ text: Range<Int>, _ node: Int32, _ role: Role) {
    core.builder.leaf(.literal, role, range(node), name: core.name(text), detail: LiteralKind.string.rawValue)
  }

  /// Whatever is written between quotes: a text, a symbol, a pattern, a command for the shell, a here-document.
  private mutating func text(_ node: Int32, _ role: Role, _ use: NodeFlags) -> Known {
    switch kind(node) {
    case .heredocBeginning:
      guard let body = heredoc(node) else { return .nothing }
      quoted(body, node, role)
    case .chainedString: chained(node, role)
    case .subshell:
      let path = core.builder.name("Kernel.backtick")
      core.builder.open(
        .call,
        role,
        range(node),
        name: core.builder.name("`"),
        path: path,
        detail: Certainty.import.rawValue,
        flags: use
      )
      core.builder.open(.argument, .argument, range(node))
      quoted(node, node, .value)
      core.builder.close()
      core.builder.close()
      return Known(what: .result(constructs: false), path: path, certainty: .import)
    case .regex:
      if rb.has(.interpolation, in: node) {
        quoted(node, node, role)
      } else {
        core.builder.leaf(.literal, role, range(node), name: core.name(node), detail: LiteralKind.other.rawValue)
      }
    default: quoted(node, node, role)
    }
    return .nothing
  }

  /// - Parameter node: holds the text.
  /// - Parameter place: stands where the text is used.
  private mutating func quoted(_ node: Int32, _ place: Int32, _ role: Role) {
    guard rb.has(.interpolation, in: node) else {
      string(rb.inner(node), place, role)
      return
    }
    openInterpolation(place, role)
    pieces(of: node)
    core.builder.close()
  }

  private mutating func openInterpolation(_ node: Int32, _ role: Role) {
    core.builder.open(
      .operation,
      role,
      range(node),
      name: core.builder.name(Operator.interpolation),
      flags: [.interpolated]
    )
  }

  private mutating func pieces(of node: Int32) {
    let inner = rb.inner(node)
    var at = inner.lowerBound
    for part in rb.children(node) where kind(part) == .interpolation {
      let found = range(part)
      if at < found.lowerBound { piece(at..<found.lowerBound) }
      at = max(at, found.upperBound)
      for value in rb.parts(part) { expression(value, .operand) }
    }
    if at < inner.upperBound { piece(at..<inner.upperBound) }
  }

  private mutating func piece(_ range: Range<Int>) {
    core.builder.leaf(.literal, .operand, range, name: core.name(range), detail: LiteralKind.string.rawValue)
  }

  /// `"a" "b"`.
  private mutating func chained(_ node: Int32, _ role: Role) {
    let parts = rb.parts(node)
    if parts.contains(where: { rb.has(.interpolation, in: $0) }) {
      openInterpolation(node, role)
      for part in parts { pieces(of: part) }
      core.builder.close()
      return
    }
    var bytes: [UInt8] = []
    for part in parts where bytes.count < LoweringCore.textLimit {
      bytes.append(contentsOf: core.source.slice(rb.inner(part)))
    }
    let name = core.builder.name(bytes, 0..<min(bytes.count, LoweringCore.textLimit))
    core.builder.leaf(.literal, role, range(node), name: name, detail: LiteralKind.string.rawValue)
  }

  /// The text of a here-document, which stands behind the line that begins it: they come in the order of their
  /// beginnings.
  private mutating func heredoc(_ beginning: Int32) -> Int32? {
    if let heredocs { return heredocs[beginning] }
    var found: [Int32: Int32] = [:]
    var open: [Int32] = []
    var next = 0
    var at = span.node
    let end = rb.next(span.node)
    while at < end {
      if kind(at) == .heredocBeginning {
        open.append(at)
      } else if kind(at) == .heredocBody, next < open.count {
        found[open[next]] = at
        next += 1
      }
      at &+= 1
    }
    heredocs = found
    return found[beginning]
  }
}
