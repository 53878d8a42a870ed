import Behaviour
import TreeSitter

extension CSharpLowering {
  mutating func localDeclaration(_ node: Int32) {
    guard let declaration = cs.first(.variableDeclaration, in: node) else { return }
    self.declaration(declaration, .statement, isConstant: cs.has(modifier: "const", in: node))
  }

  /// `var a = 1, b = 2`: an assignment for each with a value.
  mutating func declaration(_ node: Int32, _ role: Role, isConstant: Bool = false) {
    let type = child(node, fields.type)
    for declarator in cs.children(node) where kind(declarator) == .declarator {
      self.declarator(declarator, type, role, isConstant: isConstant)
    }
  }

  private mutating func declarator(_ node: Int32, _ type: Int32?, _ role: Role, isConstant: Bool) {
    let name = child(node, fields.name)
    guard let value = initialValue(of: node) else {
      if let name { declare(name, as: type, .nothing) }
      return
    }
    let failure = orThrow(cs.unwrap(value))
    core.builder.open(.assign, role, range(node), flags: isConstant ? [.declares, .constant] : [.declares])
    let pattern = cs.first(.tuplePattern, in: node)
    if let pattern {
      target(pattern, .target, declares: true)
    } else if let name {
      // Its own name is not known before it has a value, except to closures, which run later.
      declare(name, as: type, .nothing)
      target(name, .target)
    }
    impliedType = type ?? -1
    let known = expression(failure?.left ?? value, .value)
    impliedType = -1
    core.builder.close()
    if let name, pattern == nil {
      declare(name, as: type, said(value, known))
      if let failure { missing(name, failure.failure) }
    }
  }

  /// What is known of a value, or said of it by a cast.
  private mutating func said(_ value: Int32, _ known: Known) -> Known {
    guard let cast = cs.castType(value) else { return known }
    let type = declaredType(cast)
    return type == 0 ? .nothing : Known(what: .value(type), certainty: .declaredType)
  }

  func initialValue(of declarator: Int32) -> Int32? {
    var isBehind = false
    for part in cs.children(declarator) {
      if isBehind, cs.isPart(part) { return part }
      if kind(part) == .equals { isBehind = true }
    }
    return nil
  }

  /// Declares a local with its type, or with what is known of its value.
  mutating func declare(_ name: Int32, as type: Int32?, _ known: Known) {
    let symbol = self.symbol(name)
    let place: PlaceKind = isAtTop ? .static : .local
    if let type, kind(type) != .implicitType {
      let declared = declaredType(type)
      let certainty = declared == 0 ? Certainty.nameOnly : .declaredType
      core.scope.declare(symbol, NameScope.Binding(kind: place, type: declared, certainty: certainty))
    } else {
      core.scope.declare(symbol, NameScope.Binding(kind: place))
      guard !isAlias(known) else { return }
      core.assign(symbol, known)
    }
  }

  /// Whether what is known is the thing itself, a type or a function: a local never stands for one.
  private func isAlias(_ known: Known) -> Bool {
    if case .thing = known.what { return true }
    return false
  }

  // MARK: - Assignments

  /// An assignment as a statement.
  ///
  /// - Returns: false, for a statement that goes on.
  mutating func assignmentStatement(_ node: Int32) -> Bool {
    if let right = child(node, fields.right), let left = child(node, fields.left),
      let failure = orThrow(cs.unwrap(right)), isPlainAssignment(node)
    {
      // `this.gateway = gateway ?? throw …`
      if cs.isDotted(failure.left) { missing(failure.left, failure.failure) }
      assignment(node, .statement, value: failure.left)
      if !cs.isDotted(failure.left), cs.isDotted(left) { missing(left, failure.failure) }
    } else {
      assignment(node, .statement)
    }
    return false
  }

  private func isPlainAssignment(_ node: Int32) -> Bool {
    child(node, fields.operator).map { cs.isText($0, "=") } ?? true
  }

  /// `a = b = value` has two targets.
  @discardableResult
  mutating func assignment(_ node: Int32, _ role: Role, value given: Int32? = nil) -> Known {
    guard isPlainAssignment(node) else {
      compound(node, role)
      return .nothing
    }
    core.builder.open(.assign, role, range(node))
    var targets: [Int32] = []
    var value: Int32 = node
    while kind(value) == .assignment, isPlainAssignment(value), let left = child(value, fields.left),
      let right = child(value, fields.right)
    {
      targets.append(left)
      target(left, .target)
      value = cs.unwrap(right)
    }
    if let given { value = given }
    let isIgnored = targets.allSatisfy { cs.isText($0, "_") }
    let known = expression(value, .value, isIgnored ? [.voided] : [])
    core.builder.close()
    guard !isAlias(known) else { return known }
    for target in targets where kind(target) == .identifier && !cs.isText(target, "_") {
      let symbol = self.symbol(target)
      if core.scope.binding(of: symbol) != nil { core.assign(symbol, known) }
    }
    return known
  }

  private mutating func compound(_ node: Int32, _ role: Role) {
    let sign = child(node, fields.operator).map { nameID($0) } ?? 0
    core.builder.open(.assign, role, range(node), name: sign)
    if let left = child(node, fields.left) { target(left, .target) }
    if let right = child(node, fields.right) { expression(right, .value) }
    core.builder.close()
  }

  /// `i++` adds one.
  mutating func step(_ node: Int32, _ operand: Int32, isUp: Bool, _ role: Role) {
    core.builder.open(.assign, role, range(node), name: core.builder.name(isUp ? "+=" : "-="))
    target(operand, .target)
    let one = core.builder.name("1")
    core.builder.leaf(.literal, .value, range(node), name: one, detail: LiteralKind.integer.rawValue)
    core.builder.close()
  }

  // MARK: - Targets

  /// Writes a place that is written to, or each of those that a value is taken apart into.
  mutating func target(_ node: Int32, _ role: Role, _ flags: NodeFlags = [], declares: Bool = false) {
    let node = cs.unwrap(node)
    guard !cs[node].isMissing, enter(node, role) else { return }
    defer { nesting -= 1 }
    switch kind(node) {
    case .identifier:
      if declares { declare(node, as: nil, .nothing) }
      read(node, role, flags)
    case .member, .conditionalAccess: member(node, role, flags)
    case .elementAccess: element(node, role, flags)
    case .tuple, .tuplePattern, .designation:
      for part in cs.parts(node) {
        let inner = kind(part) == .argument ? cs.value(ofArgument: part) ?? part : part
        target(inner, role, flags.union(.destructured), declares: declares)
      }
    case .declarationExpression:
      guard let name = child(node, fields.name) ?? cs.lastPart(node) else { return }
      if kind(name) == .identifier {
        bind(name, role, type: child(node, fields.type), flags: flags)
      } else {
        target(name, role, flags, declares: true)
      }
    case .discard: core.builder.leaf(.read, role, range(node), name: core.builder.name("_"), flags: flags)
    default: expression(node, role)
    }
  }
}
