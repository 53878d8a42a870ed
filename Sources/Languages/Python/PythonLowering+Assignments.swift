import Behaviour
import TreeSitter

extension PythonLowering {
  /// `a = b = value`, `name: type = value`; a declaration without a value only tells the scope.
  mutating func assignment(_ node: Int32, _ role: Role) {
    var places: [Int32] = []
    var declared: Int32?
    var value: Int32? = node
    while let link = value, kind(link) == .assignment {
      if let left = child(link, fields.left) { places.append(left) }
      declared = declared ?? child(link, fields.type)
      value = child(link, fields.right)
    }
    guard let value else {
      if let declared, let place = places.first { declare(place, as: declared) }
      return
    }
    let index = core.builder.open(.assign, role, range(node))
    var isNew = false
    for place in places where target(place, .target) { isNew = true }
    if isNew { core.builder.insert(.declares, at: index) }
    let isIgnored = places.allSatisfy { py.isText($0, "_") }
    let known = expression(value, .value, isIgnored ? [.voided] : [])
    core.builder.close()
    for place in places { give(known, to: place, declared: declared) }
  }

  mutating func augmentedAssignment(_ node: Int32) {
    let mark = child(node, fields.operator).map { core.name($0) } ?? 0
    core.builder.open(.assign, .statement, range(node), name: mark)
    if let left = child(node, fields.left) { target(left, .target) }
    if let right = child(node, fields.right) { expression(right, .value) }
    core.builder.close()
  }

  /// `name := value`.
  mutating func named(_ node: Int32, _ role: Role) -> Known {
    guard let name = child(node, fields.name) else { return .nothing }
    let index = core.builder.open(.assign, role, range(node))
    if target(name, .target) { core.builder.insert(.declares, at: index) }
    let known = child(node, fields.value).map { expression($0, .value) } ?? .nothing
    core.builder.close()
    give(known, to: name, declared: nil)
    return known
  }

  // MARK: - Targets

  /// Writes a place that is written to, or each of those that a value is taken apart into.
  ///
  /// - Returns: whether a name is among them that has no value before.
  @discardableResult
  mutating func target(_ node: Int32, _ role: Role, _ flags: NodeFlags = [], isLocal: Bool = false) -> Bool {
    let node = py.unwrap(node)
    guard !py[node].isMissing, enter(node, role) else { return false }
    defer { nesting -= 1 }
    switch kind(node) {
    case .identifier:
      let symbol = core.symbol(node)
      let isNew = declareIfNew(symbol, isLocal: isLocal)
      read(core.place(range(node)), node, role, flags)
      return isNew
    case .attribute:
      _ = attribute(node, role, flags)
      return false
    case .subscripted:
      subscripted(node, role, flags)
      return false
    case .patternList, .tuplePattern, .listPattern, .tuple, .list, .expressionList, .asPatternTarget:
      let isOne = kind(node) == .asPatternTarget
      var isNew = false
      for part in py.parts(node) where target(part, role, isOne ? flags : flags.union(.destructured), isLocal: isLocal)
      {
        isNew = true
      }
      return isNew
    case .listSplatPattern, .listSplat:
      guard let inner = py.firstPart(node) else { return false }
      return target(inner, role, flags.union(.spread), isLocal: isLocal)
    default:
      expression(node, role)
      return false
    }
  }

  /// - Returns: whether the name had no value in the function at hand.
  private mutating func declareIfNew(_ symbol: NameScope.Symbol, isLocal: Bool) -> Bool {
    if isAtTop, !isLocal {
      // What the file declares, the environment knows; all else that is written here belongs to the file as well.
      if core.scope.place(of: symbol) == .static { return core.scope.binding(of: symbol) == nil }
      core.scope.declare(symbol, NameScope.Binding(kind: .static))
      return true
    }
    if let binding = core.scope.binding(of: symbol), binding.depth == core.scope.depth { return false }
    core.scope.declare(symbol, NameScope.Binding(kind: .local))
    return true
  }

  /// Tells the scope what is known of a name's new value.
  mutating func give(_ known: Known, to target: Int32, declared: Int32?) {
    let target = py.unwrap(target)
    guard kind(target) == .identifier else {
      forget(target)
      return
    }
    if let declared {
      declare(target, as: declared)
      return
    }
    guard !isAtTop else { return }
    core.assign(core.symbol(target), known, reachesOut: false)
  }

  /// Nothing is known any more of the names that a value is taken apart into.
  private mutating func forget(_ target: Int32) {
    switch kind(target) {
    case .patternList, .tuplePattern, .listPattern, .tuple, .list:
      guard !isAtTop else { return }
      for part in py.parts(target) where kind(part) == .identifier {
        core.assign(core.symbol(part), .nothing, reachesOut: false)
      }
    default: break
    }
  }

  private mutating func declare(_ target: Int32, as type: Int32) {
    guard kind(target) == .identifier, !isAtTop else { return }
    let path = declaredType(type)
    core.scope.declare(
      core.symbol(target),
      NameScope.Binding(kind: .local, type: path, certainty: path == 0 ? .nameOnly : .declaredType)
    )
  }
}
