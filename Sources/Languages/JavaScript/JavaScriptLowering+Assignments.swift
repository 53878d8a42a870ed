import Behaviour
import TreeSitter

extension JavaScriptLowering {
  /// `const`, `let`, `var`, `using`.
  mutating func declaration(_ node: Int32, _ role: Role = .statement) {
    let isConstant = js.child(node, fields.kind).map { js.token($0) == .const || js.token($0) == .using } ?? false
    for declarator in js.children(node) {
      if kind(declarator) == .variableDeclarator {
        self.declarator(declarator, role, isConstant: isConstant)
      } else if js.syntax[declarator].isError {
        unknown(.statement, declarator)
      }
    }
  }

  private mutating func declarator(_ node: Int32, _ role: Role, isConstant: Bool) {
    guard let pattern = js.child(node, fields.name) else { return }
    let declared = known(annotation: js.child(node, fields.type))
    guard let value = js.child(node, fields.value) else {
      declareNames(in: pattern, .local, declared)
      return
    }
    if let module = js.moduleName(ofRequire: value) {
      // An import, wherever it stands.
      let known = KnownValue(path: builder.name(module), certainty: .import, isItself: true)
      for bound in declareNames(in: pattern, .local) { assign(bound, known) }
      return
    }
    if units[js.unwrap(value)] != nil { return }
    let flags: NodeFlags = isConstant ? [.declares, .constant] : .declares
    let index = builder.open(.assign, role, range(node), flags: flags)
    let bounds = target(pattern, declares: true)
    if declared.path != 0 { for bound in bounds where bound.key == 0 { scope.assign(bound.name, declared) } }
    let known = expression(value, .value)
    builder.close()
    let elements = isList(value) ? self.elements : []
    for bound in bounds {
      if let position = bound.position, elements.indices.contains(position) {
        scope.assign(bound.name, elements[position])
      } else {
        assign(bound, known)
      }
    }
    if js.syntax[node].hasError { damage(in: node, at: index) }
  }

  /// A list as written, or what `Promise.all` makes of one.
  private func isList(_ value: Int32) -> Bool {
    var node = js.unwrap(value)
    while kind(node) == .await, let inner = js.firstNamed(node) { node = js.unwrap(inner) }
    if kind(node) == .call, let callee = js.child(node, fields.function), js.isText(callee, "Promise.all"),
      let arguments = js.child(node, fields.arguments), let only = js.firstNamed(arguments)
    {
      node = only
    }
    return kind(node) == .array
  }

  /// Says what is known of a name that got a value, or a part of it.
  mutating func assign(_ bound: BoundName, _ known: KnownValue) {
    guard known.path != 0, bound.isWhole else { return scope.assign(bound.name, .nothing) }
    scope.assign(bound.name, bound.key == 0 ? known : join(known, bound.key, dropping: 0))
  }

  /// `a = b = value` has two targets.
  mutating func assignment(_ node: Int32, _ role: Role) -> KnownValue {
    builder.open(.assign, role, range(node), flags: js.has(.using, in: node) ? [.declares, .constant] : [])
    var bounds: [BoundName] = []
    var value = node
    while kind(value) == .assignment, let left = js.child(value, fields.left),
      let right = js.child(value, fields.right)
    {
      bounds += target(js.unwrap(left), declares: js.has(.using, in: value))
      value = js.unwrap(right)
    }
    let known = units[value] == nil ? expression(value, .value) : closureLeaf(value, .value)
    builder.close()
    for bound in bounds { assign(bound, known) }
    return known
  }

  mutating func augmentedAssignment(_ node: Int32, _ role: Role) {
    let sign = js.child(node, fields.operator)
    var name: NameID = 0
    if let sign { name = self.name(sign) }
    builder.open(.assign, role, range(node), name: name)
    if let left = js.child(node, fields.left) { target(js.unwrap(left), declares: false) }
    if let right = js.child(node, fields.right) { expression(right, .value) }
    builder.close()
  }

  /// `i++` adds one.
  mutating func update(_ node: Int32, _ role: Role) {
    guard let argument = js.child(node, fields.argument), let sign = js.child(node, fields.operator) else {
      unknown(role, node)
      return
    }
    builder.open(.assign, role, range(node), name: builder.name(js.isText(sign, "++") ? "+=" : "-="))
    target(js.unwrap(argument), declares: false)
    builder.leaf(
      .literal,
      .value,
      range(sign),
      name: builder.name("1"),
      detail: LiteralKind.integer.rawValue
    )
    builder.close()
  }
}
