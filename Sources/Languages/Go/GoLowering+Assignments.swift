import Behaviour
import TreeSitter

extension GoLowering {
  /// `a, b := f()`, `a, b = c, d`, `a += b`.
  ///
  /// - Parameter error: the target for the failure, where that is dealt with right behind.
  mutating func assignment(_ node: Int32, _ role: Role, _ use: NodeFlags = [], leavingOut error: Int32? = nil) {
    let left = child(node, fields.left).map(go.parts) ?? []
    let right = child(node, fields.right).map(go.parts) ?? []
    let declares = kind(node) == .shortVar
    if let mark = child(node, fields.operator), !go.isText(mark, "=") {
      core.builder.open(.assign, role, range(node), name: core.name(mark))
      for part in left { target(part, declares: false) }
      for part in right { expression(part, .value) }
      core.builder.close()
      return
    }
    if role == .statement, appends(left, right, node) { return }
    assign(left, to: right, node, role, declares: declares, use, leavingOut: error)
  }

  /// `list = append(list, value)` puts something into the list.
  private mutating func appends(_ left: [Int32], _ right: [Int32], _ node: Int32) -> Bool {
    guard left.count == 1, right.count == 1, kind(right[0]) == .call, let callee = go.callee(right[0]),
      go.isText(callee, "append"), go.isDotted(left[0])
    else { return false }
    let given = go.arguments(right[0])
    guard given.count > 1, isSame(given[0], left[0]) else { return false }
    let place = place(left[0])
    let name = core.builder.name(core.builder.text(place.name) + ".append")
    core.builder.open(.call, .statement, range(node), name: name, flags: [.discarded])
    for part in given.dropFirst() { argument(part) }
    core.builder.close()
    return true
  }

  mutating func assign(
    _ left: [Int32],
    to right: [Int32],
    _ node: Int32,
    _ role: Role,
    declares: Bool,
    _ use: NodeFlags = [],
    leavingOut error: Int32? = nil
  ) {
    let kept = left.filter { $0 != error }
    var targets = kept.filter { !go.isText($0, "_") }
    let isCall = right.count == 1 && kind(go.unwrap(right[0])) == .call
    if targets.isEmpty, error != nil || !isCall {
      // Nobody takes a value; only a call, or a wait, does something.
      if let value = right.first, error != nil || kind(go.unwrap(value)) == .unary {
        expression(value, role, use.union(.discarded))
      }
      return
    }
    var use = use
    if targets.isEmpty {
      targets = kept
      use.formUnion([.voided, .errorIgnored])
    } else if isCall, error == nil, let last = left.last, go.isText(last, "_") {
      use.insert(.errorIgnored)
    }
    let index = core.builder.open(.assign, role, range(node), flags: declares ? [.declares] : [])
    let isSplit = targets.count > 1
    // The first of a call's results is what the call is known for; the others stand beside it.
    let whole = isCall ? targets.first : nil
    for part in targets { target(part, declares: declares, isSplit && part != whole ? [.destructured] : []) }
    var known: [Known] = []
    if right.count > 1 {
      let bytes = range(right[0]).lowerBound..<range(right[right.count - 1]).upperBound
      core.builder.open(.collection, .value, bytes, detail: CollectionKind.tuple.rawValue)
      for value in right { known.append(expression(value, .element)) }
      core.builder.close()
    } else if let value = right.first {
      known = [commaValue(value, left.count) ?? expression(value, .value, use)]
    } else {
      core.builder.insert(.broken, at: index)
    }
    core.builder.close()
    for (index, part) in left.enumerated() where part != error {
      give(index < known.count ? known[index] : .nothing, to: part, declares: declares)
    }
    if left.count == 2, right.count == 1, error == nil { remember(left[1], right[0]) }
  }

  /// The value of `value, ok := x.(T)`: that it may not be one is what `ok` says.
  private mutating func commaValue(_ node: Int32, _ count: Int) -> Known? {
    let value = go.unwrap(node)
    guard count == 2, kind(value) == .assertion, let operand = child(value, fields.operand),
      let type = child(value, fields.type)
    else { return nil }
    expression(operand, .value)
    let path = declaredPath(type)
    return path == 0 ? .nothing : Known(what: .result(constructs: true), path: path, certainty: .declaredType)
  }

  /// What `ok` says from now on.
  private mutating func remember(_ ok: Int32, _ value: Int32) {
    guard kind(ok) == .identifier, !go.isText(ok, "_") else { return }
    let value = go.unwrap(value)
    let symbol = core.symbol(ok)
    switch kind(value) {
    case .assertion, .index:
      guard !go.holds(.call, in: value) else { break }
      tests[symbol] = value
      return
    default: break
    }
    tests[symbol] = nil
  }

  /// `x++` is `x += 1`.
  mutating func increment(_ node: Int32, _ role: Role) {
    let sign = kind(node) == .increment ? "+=" : "-="
    core.builder.open(.assign, role, range(node), name: core.builder.name(sign))
    if let place = go.firstPart(node) { target(place, declares: false) }
    let one = core.builder.name("1")
    core.builder.leaf(.literal, .value, range(node), name: one, detail: LiteralKind.integer.rawValue)
    core.builder.close()
  }

  /// `var a, b T = x, y`, `const a = x`.
  mutating func declaration(_ node: Int32) {
    for child in go.children(node) {
      switch kind(child) {
      case .varSpec, .constSpec: spec(child, isConstant: kind(child) == .constSpec)
      case .varSpecList:
        for spec in go.children(child) where kind(spec) == .varSpec { self.spec(spec, isConstant: false) }
      default: continue
      }
    }
  }

  private mutating func spec(_ node: Int32, isConstant: Bool) {
    let names = go.children(node).filter { go[$0].field == fields.name && go.isPart($0) }
    let type = child(node, fields.type)
    if let list = child(node, fields.value) {
      let values = go.parts(list)
      if values.count == names.count {
        for (name, value) in zip(names, values) {
          let bytes = names.count == 1 ? range(node) : range(name).lowerBound..<range(value).upperBound
          one(name, value, bytes, isConstant)
        }
      } else {
        assign(names, to: values, node, .statement, declares: true)
      }
    }
    guard let type, !isAtTop else { return }
    let path = declaredType(type)
    for name in names {
      let symbol = core.symbol(name)
      declared[symbol] = type
      let certainty = path == 0 ? Certainty.nameOnly : .declaredType
      core.scope.declare(symbol, NameScope.Binding(kind: .local, type: path, certainty: certainty))
    }
  }

  private mutating func one(_ name: Int32, _ value: Int32, _ bytes: Range<Int>, _ isConstant: Bool) {
    if go.isText(name, "_") {
      if kind(go.unwrap(value)) == .call { expression(value, .statement, [.discarded, .voided]) }
      return
    }
    core.builder.open(.assign, .statement, bytes, flags: isConstant ? [.declares, .constant] : [.declares])
    target(name, declares: true)
    let known = expression(value, .value)
    core.builder.close()
    give(known, to: name, declares: true)
  }

  // MARK: - Targets

  /// Writes a place that is written to.
  mutating func target(_ node: Int32, declares: Bool, _ flags: NodeFlags = []) {
    let node = go.unwrap(node)
    guard enter(node, .target) else { return }
    defer { nesting -= 1 }
    switch kind(node) {
    case .identifier:
      let symbol = core.symbol(node)
      if declares, !isAtTop { core.scope.declare(symbol, NameScope.Binding(kind: .local)) }
      read(place(node), node, .target, flags)
    case .selector: _ = selector(node, .target, flags)
    case .index: index(node, .target, flags)
    case .unary:
      // What a pointer points to.
      if let operand = child(node, fields.operand) { target(operand, declares: false, flags) }
    default: expression(node, .target)
    }
  }

  /// Tells the scope what is known of a name's new value. What a name is, never changes in Go.
  mutating func give(_ known: Known, to target: Int32, declares: Bool) {
    guard kind(target) == .identifier, !isAtTop else { return }
    let symbol = core.symbol(target)
    tests[symbol] = nil
    let old = core.scope.binding(of: symbol)
    guard declares || old.map({ $0.type == 0 && $0.kind != .static }) ?? false else { return }
    let type = core.type(of: known)
    var certainty = Certainty.constructor
    var isAlias = false
    switch known.what {
    case .value: certainty = known.certainty
    case .thing:
      // A function under another name; a value of a package is not its type.
      certainty = known.certainty
      isAlias = true
    case .nothing, .result: break
    }
    if type == 0 { (certainty, isAlias) = (.nameOnly, false) }
    let place = declares ? PlaceKind.local : old?.kind ?? .local
    guard declares || old?.depth == core.scope.depth else { return }
    core.scope.declare(
      symbol,
      NameScope.Binding(kind: place, type: type, certainty: certainty, isAlias: isAlias)
    )
  }
}
