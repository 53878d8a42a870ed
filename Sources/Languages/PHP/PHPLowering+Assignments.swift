import Behaviour
import TreeSitter

extension PHPLowering {
  /// `$a = $b = value`.
  @discardableResult
  mutating func assignment(_ node: Int32, _ role: Role) -> Known {
    var places: [Int32] = []
    var value = node
    while kind(value) == .assignment || kind(value) == .referenceAssignment,
      let left = child(value, fields.left), let right = child(value, fields.right)
    {
      places.append(left)
      value = php.unwrap(right)
    }
    guard !places.isEmpty else {
      unknownConstruct(node, role)
      return .nothing
    }
    let index = core.builder.open(.assign, role, range(node))
    var isNew = false
    for place in places where target(place, .target) { isNew = true }
    if isNew { core.builder.insert(.declares, at: index) }
    let known = units[value] == nil ? expression(value, .value) : closureLeaf(value, .value)
    core.builder.close()
    for place in places { give(known, to: place) }
    return known
  }

  mutating func augmentedAssignment(_ node: Int32, _ role: Role) {
    let mark = child(node, fields.operator)
    let name = mark.map { php.isText($0, ".=") ? core.builder.name("+=") : core.name($0) } ?? 0
    core.builder.open(.assign, role, range(node), name: name)
    if let left = child(node, fields.left) { target(left, .target) }
    if let right = child(node, fields.right) { expression(right, .value) }
    core.builder.close()
  }

  /// `$i++` adds one.
  mutating func update(_ node: Int32, _ role: Role) {
    guard let argument = child(node, fields.argument), let mark = child(node, fields.operator) else {
      unknownConstruct(node, role)
      return
    }
    core.builder.open(.assign, role, range(node), name: core.builder.name(php.isText(mark, "++") ? "+=" : "-="))
    target(argument, .target)
    let one = core.builder.name("1")
    core.builder.leaf(.literal, .value, range(mark), name: one, detail: LiteralKind.integer.rawValue)
    core.builder.close()
  }

  // MARK: - Targets

  /// Writes a place that is written to, or each of those that a value is taken apart into.
  ///
  /// - Returns: whether a name is among them that has no value before.
  @discardableResult
  mutating func target(_ node: Int32, _ role: Role, _ flags: NodeFlags = []) -> Bool {
    let node = php.unwrap(node)
    guard !php[node].isMissing, enter(node, role) else { return false }
    defer { nesting -= 1 }
    switch kind(node) {
    case .variable:
      let isNew = declareIfNew(core.symbol(node))
      read(node, role, flags)
      return isNew
    case .member, .nullsafeMember, .scopedProperty, .classConstant:
      read(node, role, flags)
      return false
    case .element:
      element(node, role, flags)
      return false
    case .byRef:
      return php.firstPart(node).map { target($0, role, flags) } ?? false
    case .list, .array: return parts(of: node, role, flags.union(.destructured))
    default:
      expression(node, role)
      return false
    }
  }

  /// The places in `[$a, 'key' => $b]`.
  private mutating func parts(of list: Int32, _ role: Role, _ flags: NodeFlags) -> Bool {
    var isNew = false
    for part in php.children(list) where php.isPart(part) {
      if isKey(part) { continue }
      let place = kind(part) == .arrayElement ? php.lastPart(part) ?? part : part
      if target(place, role, flags) { isNew = true }
    }
    return isNew
  }

  /// Whether what follows a node makes it the key of that.
  private func isKey(_ node: Int32) -> Bool {
    let after = php.next(node)
    return php.parent(after) == php.parent(node) && !php[after].isNamed && php.isText(after, "=>")
  }

  /// - Returns: whether the name had no value in the function at hand.
  mutating func declareIfNew(_ symbol: NameScope.Symbol) -> Bool {
    if isAtTop {
      if core.scope.binding(of: symbol) != nil { return false }
      core.scope.declareOfFile(symbol)
      return true
    }
    if let binding = core.scope.binding(of: symbol), binding.depth == core.scope.depth { return false }
    core.scope.declare(symbol, NameScope.Binding(kind: .local))
    return true
  }

  /// Tells the scope what is known of a name's new value.
  mutating func give(_ known: Known, to target: Int32) {
    let target = php.unwrap(target)
    guard !isAtTop else { return }
    switch kind(target) {
    case .variable: core.assign(core.symbol(target), known, reachesOut: false)
    case .list, .array:
      for part in php.parts(target) {
        let place = kind(part) == .arrayElement ? php.lastPart(part) ?? part : part
        if kind(place) == .variable { core.assign(core.symbol(place), .nothing, reachesOut: false) }
      }
    default: break
    }
  }
}
