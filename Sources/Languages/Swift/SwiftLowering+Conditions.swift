import Behaviour
import TreeSitter

/// One of the conditions of an `if`, `guard` or `while`, which must all hold.
enum SwiftCondition {
  case expression(Int32)
  /// `let name = value`; without a value it is that of the same name outside.
  case binding(target: Int32, value: Int32?, node: Int32)
  /// `case pattern = value`; the pattern's nodes stand side by side.
  case match(pattern: Range<Int32>, value: Int32, node: Int32)
}

extension SwiftLowering {
  /// The conditions among the children of a statement, up to its block.
  func conditions(of node: Int32, from start: Int32? = nil) -> [SwiftCondition] {
    var found: [SwiftCondition] = []
    let end = sw.next(node)
    var at = start ?? node &+ 1
    while at < end {
      switch kind(at) {
      case .statements, .elseWord: return found
      case .bindingWord:
        let first = at
        at = sw.next(at)
        let target = at
        at = sw.next(at)
        if at < end, kind(at) == .typeAnnotation { at = sw.next(at) }
        var value: Int32?
        if at < end, kind(at) == .equals {
          value = nextPart(sw.next(at), end)
          at = value.map { sw.next($0) } ?? sw.next(at)
        }
        if target < end { found.append(.binding(target: target, value: value, node: first)) }
      case .caseWord:
        let first = at
        at = sw.next(at)
        let pattern = at
        while at < end, kind(at) != .equals, kind(at) != .statements { at = sw.next(at) }
        let patternEnd = at
        guard at < end, kind(at) == .equals, let value = nextPart(sw.next(at), end) else { continue }
        found.append(.match(pattern: pattern..<patternEnd, value: value, node: first))
        at = sw.next(value)
      default:
        if sw.isPart(at) { found.append(.expression(at)) }
        at = sw.next(at)
      }
    }
    return found
  }

  private func nextPart(_ start: Int32, _ end: Int32) -> Int32? {
    var at = start
    while at < end {
      if sw.isPart(at) { return at }
      at = sw.next(at)
    }
    return nil
  }

  /// Writes, before a branch, the value that its first condition binds: that is looked at in any case.
  ///
  /// - Returns: whether it was written.
  mutating func hoist(_ conditions: [SwiftCondition]) -> Bool {
    guard case .binding(let target, let value?, let node) = conditions.first else { return false }
    bind(target, value, from: node, .statement)
    return true
  }

  private mutating func bind(_ target: Int32, _ value: Int32, from node: Int32, _ role: Role) {
    let bytes = range(node).lowerBound..<range(value).upperBound
    core.builder.open(.assign, role, bytes, flags: [.declares, .constant])
    // The value may be of the name that it is bound to.
    let isPlain = kind(target) == .identifier
    if isPlain { bindingTarget(target) } else { patternTargets(target, []) }
    let known = expression(value, .value)
    core.builder.close()
    if isPlain { give(known, to: target) }
  }

  /// Writes a name that a value is bound to; what was known of one that it hides stays known until then.
  private mutating func bindingTarget(_ target: Int32) {
    core.builder.leaf(
      .read,
      .target,
      range(target),
      name: core.name(sw.bare(target)),
      detail: (isAtTop ? PlaceKind.static : .local).rawValue
    )
  }

  /// Writes conditions that must all hold.
  ///
  /// - Parameter isHoisted: whether the first one's value is bound already.
  mutating func write(_ conditions: [SwiftCondition], _ role: Role, _ bytes: Range<Int>, isHoisted: Bool = false) {
    if conditions.count == 1 {
      write(conditions[0], role, isHoisted: isHoisted)
      return
    }
    core.builder.open(.condition, role, bytes, name: core.builder.name(Operator.and))
    for (index, condition) in conditions.enumerated() {
      if case .expression(let node) = condition, kind(sw.unwrap(node)) == .conjunction {
        conjuncts(of: sw.unwrap(node))
      } else {
        write(condition, .operand, isHoisted: isHoisted && index == 0)
      }
    }
    core.builder.close()
  }

  private mutating func write(_ condition: SwiftCondition, _ role: Role, isHoisted: Bool) {
    switch condition {
    case .expression(let node): expression(node, role)
    case .binding(let target, let value, let node):
      nullTest(Operator.isNotNull, target, value, node, role, isHoisted)
    case .match(let pattern, let value, let node): match(pattern, value, node, role)
    }
  }

  /// Writes that conditions do not all hold.
  mutating func negated(_ conditions: [SwiftCondition], _ role: Role, _ bytes: Range<Int>, isHoisted: Bool) {
    if conditions.count == 1 {
      negated(conditions[0], role, isHoisted: isHoisted)
      return
    }
    core.builder.open(.condition, role, bytes, name: core.builder.name(Operator.or))
    for (index, condition) in conditions.enumerated() {
      negated(condition, .operand, isHoisted: isHoisted && index == 0)
    }
    core.builder.close()
  }

  private mutating func negated(_ condition: SwiftCondition, _ role: Role, isHoisted: Bool) {
    switch condition {
    case .expression(let node): negated(node, role)
    case .binding(let target, let value, let node):
      nullTest(Operator.isNull, target, value, node, role, isHoisted)
    case .match(let pattern, let value, let node):
      let bytes = range(node).lowerBound..<range(value).upperBound
      core.builder.open(.condition, role, bytes, name: core.builder.name(Operator.not))
      match(pattern, value, node, .operand)
      core.builder.close()
    }
  }

  /// Writes that an expression does not hold.
  mutating func negated(_ node: Int32, _ role: Role) {
    let plain = sw.unwrap(node)
    if kind(plain) == .prefix || isOperatorCall(plain), sw.firstByte(plain) == UInt8(ascii: "!"),
      let target = operand(ofPrefix: plain)
    {
      expression(target, role)
      return
    }
    if let base = misplacedBase(plain), kind(base)?.isBinary != true, sw.firstByte(base) == UInt8(ascii: "!"),
      let target = operand(ofPrefix: base)
    {
      splices[base] = target
      expression(plain, role)
      return
    }
    if kind(plain) == .equality || kind(plain) == .infix, nullComparison(plain, role, negated: true) { return }
    core.builder.open(.condition, role, range(node), name: core.builder.name(Operator.not))
    expression(node, .operand)
    core.builder.close()
  }

  private mutating func nullTest(
    _ name: String,
    _ target: Int32,
    _ value: Int32?,
    _ node: Int32,
    _ role: Role,
    _ isHoisted: Bool
  ) {
    let bytes = range(node).lowerBound..<range(value ?? target).upperBound
    core.builder.open(.condition, role, bytes, name: core.builder.name(name))
    if let value, !isHoisted {
      bind(target, value, from: node, .operand)
    } else if kind(target) == .identifier {
      read(place(target), target, .operand)
    } else {
      expression(target, .operand)
    }
    core.builder.close()
  }

  /// `case .paid(let id) = order`
  private mutating func match(_ pattern: Range<Int32>, _ value: Int32, _ node: Int32, _ role: Role) {
    let bytes = range(node).lowerBound..<range(value).upperBound
    let word = pattern.lowerBound
    let isSome =
      kind(word) == .identifier && sw.isText(word, "some")
      || pattern.contains { kind($0) == .question && sw[$0].parent == sw[word].parent }
    core.builder.open(.condition, role, bytes, name: core.builder.name(isSome ? Operator.isNotNull : Operator.isType))
    expression(value, .operand)
    declareNames(in: pattern)
    if !isSome, let type = pattern.first(where: { kind($0) == .userType }) {
      read(core.place(ofText: sw.typeName(type)), type, .operand)
    } else if !isSome {
      let last = pattern.first { kind($0) == .identifier } ?? word
      let start = max(range(node).upperBound, range(last).lowerBound - 1)
      let end = max(start, range(last).upperBound)
      let isCase = start < core.source.bytes.count && core.source.bytes[start] == UInt8(ascii: ".")
      let text = isCase ? start..<end : range(last)
      core.builder.leaf(.read, .operand, text, name: core.name(text), detail: PlaceKind.static.rawValue)
    }
    core.builder.close()
  }

  /// Declares the names that a pattern gives to parts of a value.
  mutating func declareNames(in nodes: Range<Int32>) {
    var isBinding = false
    for node in nodes {
      switch kind(node) {
      case .bindingWord: isBinding = true
      case .identifier:
        let parent = sw[node].parent
        let isBound =
          sw[node].field == fields.boundIdentifier
          || isBinding && kind(parent) == .pattern && sw.onlyPart(parent) == node
            && sw.firstByte(parent) != UInt8(ascii: ".")
        if isBound { declare(node, isAtTop ? .static : .local) }
      default: break
      }
    }
  }

  // MARK: - Names that conditions bind

  /// What the names bound by conditions stood for outside.
  mutating func shadowed(by conditions: [SwiftCondition]) -> [(NameScope.Symbol, NameScope.Binding)] {
    var found: [(NameScope.Symbol, NameScope.Binding)] = []
    for case .binding(let target, _?, _) in conditions where kind(target) == .identifier {
      let symbol = core.scope.symbol(core.source.bytes, sw.bare(target))
      if let binding = core.scope.binding(of: symbol) { found.append((symbol, binding)) }
    }
    return found
  }

  /// Outside of the arm, a name stands for what it stood for before.
  mutating func restore(_ shadowed: [(NameScope.Symbol, NameScope.Binding)]) {
    for (symbol, binding) in shadowed { core.scope.declare(symbol, binding) }
  }
}
