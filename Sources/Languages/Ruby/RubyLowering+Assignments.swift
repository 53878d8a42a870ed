import Behaviour
import TreeSitter

extension RubyLowering {
  /// An assignment as a statement: what decides between values is written as the statement that it is, with an
  /// assignment in each of its arms.
  mutating func assignmentStatement(_ node: Int32, _ tail: Tail) {
    if let value = child(node, fields.right).map(rb.unwrap), chooses(value) {
      statement(value, .given(node))
      return
    }
    if case .given(let outer) = tail {
      give(node, to: outer)
    } else {
      assignment(node, .statement)
    }
  }

  /// Whether a value is made by statements.
  private func chooses(_ node: Int32) -> Bool {
    switch kind(node) {
    case .case, .caseMatch: return true
    case .if, .unless:
      guard let arm = child(node, fields.consequence).flatMap(rb.onlyPart), isPlainValue(arm),
        let other = child(node, fields.alternative), kind(other) == .else,
        let last = rb.onlyPart(other), isPlainValue(last)
      else { return true }
      return false
    case .begin: return isAttempt(node) || rb.onlyPart(node) == nil
    default: return false
    }
  }

  /// Writes that the places of an assignment are given a value which stands elsewhere.
  mutating func give(_ value: Int32, to assignment: Int32) {
    let isOperator = kind(assignment) == .operatorAssignment
    let mark = isOperator ? child(assignment, fields.operator).map { core.name($0) } ?? 0 : 0
    let index = core.builder.open(.assign, .statement, range(value), name: mark)
    let left = child(assignment, fields.left)
    if let left, target(left, .target) { core.builder.insert(.declares, at: index) }
    let known = expression(value, .value)
    core.builder.close()
    if let left { give(known, to: left) }
  }

  /// `a = b = value`, `a, b = values`.
  @discardableResult
  mutating func assignment(_ node: Int32, _ role: Role) -> Known {
    var places: [Int32] = []
    var value: Int32? = node
    while let link = value, kind(link) == .assignment {
      if let left = child(link, fields.left) { places.append(left) }
      value = child(link, fields.right)
    }
    let index = core.builder.open(.assign, role, range(node))
    var isNew = false
    for place in places where target(place, .target) { isNew = true }
    if isNew { core.builder.insert(.declares, at: index) }
    if places.allSatisfy({ kind($0) == .constant }) { core.builder.insert(.constant, at: index) }
    let isIgnored = !places.isEmpty && places.allSatisfy { rb.isText($0, "_") }
    let known = value.map { expression($0, .value, isIgnored ? [.voided] : []) } ?? .nothing
    core.builder.close()
    for place in places { give(known, to: place) }
    return known
  }

  /// `@client ||= Client.new` at the end of a method is what it gives back.
  mutating func operatorAssignmentStatement(_ node: Int32, _ tail: Tail) {
    if let value = child(node, fields.right).map(rb.unwrap), case .begin = kind(value), isAttempt(value) {
      statement(value, .given(node))
      return
    }
    guard tail.isReturned, let mark = child(node, fields.operator), rb.token(mark) == .orAssign else {
      operatorAssignment(node, .statement)
      return
    }
    core.builder.open(.return, .statement, range(node))
    operatorAssignment(node, .value)
    core.builder.close()
  }

  mutating func operatorAssignment(_ node: Int32, _ role: Role) {
    let mark = child(node, fields.operator).map { core.name($0) } ?? 0
    let index = core.builder.open(.assign, role, range(node), name: mark)
    let left = child(node, fields.left)
    if let left, target(left, .target) { core.builder.insert(.declares, at: index) }
    let known = child(node, fields.right).map { expression($0, .value) } ?? .nothing
    core.builder.close()
    if let left, let operation = child(node, fields.operator), rb.token(operation) == .orAssign {
      give(known, to: left)
    }
  }

  // MARK: - Targets

  /// Writes a place that is written to, or each of those that a value is taken apart into.
  ///
  /// - Returns: whether a name is among them that has no value before.
  @discardableResult
  mutating func target(_ node: Int32, _ role: Role, _ flags: NodeFlags = [], isLocal: Bool = false) -> Bool {
    guard !rb[node].isMissing, !rb[node].isError, enter(node, role) else { return false }
    defer { nesting -= 1 }
    switch kind(node) {
    case .identifier:
      let isNew = declareIfNew(core.symbol(node), isLocal: isLocal)
      read(core.place(range(node)), node, role, flags)
      return isNew
    case .constant:
      let symbol = core.symbol(node)
      let isNew = core.scope.binding(of: symbol) == nil
      if isNew { core.scope.declare(symbol, NameScope.Binding(kind: .static)) }
      read(core.place(range(node)), node, role, flags)
      return isNew
    case .instanceVariable, .classVariable, .globalVariable, .scopeResolution:
      if rb.isDotted(node) { read(place(node), node, role, flags) } else { expression(node, role) }
      return false
    case .call:
      if rb.isDotted(node) { read(place(node), node, role, flags) } else { _ = member(node, role, flags) }
      return false
    case .element:
      _ = element(node, role, flags)
      return false
    case .leftList, .destructuredLeft, .destructuredParameter:
      var isNew = false
      for part in rb.parts(node) where target(part, role, flags.union(.destructured), isLocal: isLocal) { isNew = true }
      return isNew
    case .restAssignment, .splatParameter, .hashSplatParameter:
      guard let inner = rb.firstPart(node) else { return false }
      return target(inner, role, flags.union(.spread), isLocal: isLocal)
    case .optionalParameter, .keywordParameter, .blockParameter:
      guard let name = child(node, fields.name) else { return false }
      return target(name, role, flags, isLocal: isLocal)
    default:
      expression(node, role)
      return false
    }
  }

  /// - Returns: whether the name had no value in the function at hand, or in those around it.
  private mutating func declareIfNew(_ symbol: NameScope.Symbol, isLocal: Bool) -> Bool {
    let binding = core.scope.binding(of: symbol)
    if binding != nil, !isLocal { return false }
    core.scope.declare(symbol, NameScope.Binding(kind: .local))
    return binding == nil
  }

  func declareLocals(of node: Int32) -> [Int32] {
    switch kind(node) {
    case .identifier: [node]
    case .leftList, .destructuredLeft, .destructuredParameter, .restAssignment, .splatParameter, .hashSplatParameter:
      rb.parts(node).filter { kind($0) == .identifier }
    default: child(node, fields.name).map { [$0] } ?? []
    }
  }

  mutating func declareLocal(_ node: Int32) {
    for name in declareLocals(of: node) {
      core.scope.declare(core.symbol(name), NameScope.Binding(kind: .local))
    }
  }

  /// Tells the scope what is known of a name's new value.
  mutating func give(_ known: Known, to target: Int32) {
    switch kind(target) {
    case .identifier, .constant: core.assign(core.symbol(target), known)
    case .leftList, .destructuredLeft, .destructuredParameter:
      for part in rb.parts(target) where kind(part) == .identifier { core.assign(core.symbol(part), .nothing) }
    default: break
    }
  }
}
