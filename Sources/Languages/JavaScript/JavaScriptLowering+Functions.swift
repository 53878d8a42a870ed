import Behaviour
import TreeSitter

extension JavaScriptLowering {
  /// A function in the middle of a unit.
  mutating func closure(_ node: Int32, _ role: Role) {
    if units[node] != nil {
      // As a statement it is a declaration, which is not here what it is there.
      if role != .statement { closureLeaf(node, role) }
      return
    }
    var flags: NodeFlags = js.has(.async, in: node) ? .async : []
    switch kind(node) {
    case .generatorFunction, .generatorDeclaration: flags.insert(.generator)
    case .method where js.has(.star, in: node): flags.insert(.generator)
    default: break
    }
    let name = name(ofMember: node)
    let index = builder.open(.closure, role, range(node), name: name, flags: flags)
    scope.enterClosure()
    handlers.append(0)
    if kind(node) == .functionExpression { scope.declare(name, .local) }
    parameters(of: node)
    if let body = js.child(node, fields.body) {
      if kind(body) == .statementBlock {
        block(body, .body)
      } else {
        builder.open(.block, .body, range(body))
        returned(body)
        builder.close()
      }
    }
    handlers.removeLast()
    scope.leaveClosure()
    builder.close()
    if js.syntax[node].hasError, role == .statement { damage(in: node, at: index) }
  }

  /// Stands for a function that is a unit of its own.
  @discardableResult
  mutating func closureLeaf(_ node: Int32, _ role: Role) -> KnownValue {
    builder.leaf(.closure, role, range(node), name: builder.name(units[node] ?? ""))
    return .nothing
  }

  // MARK: - Parameters

  /// Writes the parameters of a function, and declares them.
  @discardableResult
  mutating func parameters(of function: Int32) -> [Parameter] {
    defer { settled = .nothing }
    if let only = js.child(function, fields.parameter) {
      return [parameter(only, pattern: only, type: nil, value: nil, isOptional: false)]
    }
    guard let list = js.child(function, fields.parameters) else { return [] }
    var found: [Parameter] = []
    for node in js.children(list) where js.syntax[node].isNamed {
      switch kind(node) {
      case .requiredParameter, .optionalParameter:
        guard let pattern = js.child(node, fields.pattern), kind(pattern) != .this else { continue }
        found.append(
          parameter(
            node,
            pattern: pattern,
            type: js.child(node, fields.type),
            value: js.child(node, fields.value),
            isOptional: kind(node) == .optionalParameter
          )
        )
      case .assignmentPattern:
        guard let pattern = js.child(node, fields.left) else { continue }
        let value = js.child(node, fields.right)
        found.append(parameter(node, pattern: pattern, type: nil, value: value, isOptional: false))
      case .comment: continue
      case nil: continue
      default: found.append(parameter(node, pattern: node, type: nil, value: nil, isOptional: false))
      }
    }
    return found
  }

  private mutating func parameter(
    _ node: Int32,
    pattern: Int32,
    type: Int32?,
    value: Int32?,
    isOptional: Bool
  ) -> Parameter {
    let isRest = kind(pattern) == .restPattern
    let bound = isRest ? js.firstNamed(pattern) ?? pattern : pattern
    var result = Parameter(
      name: "",
      type: type.map { typeText($0) },
      hasDefault: value != nil || isOptional,
      isVariadic: isRest
    )
    let index = NodeIndex(truncatingIfNeeded: builder.count)
    // The first one may be known by the call that the function is given to.
    let given = settled
    settled = .nothing
    if kind(bound) == .identifier {
      let known = isRest ? KnownValue.nothing : self.known(annotation: type)
      let name = name(bound)
      scope.declare(name, .parameter, known)
      let place = PlaceKind.parameter.rawValue
      let flags: NodeFlags = isRest ? .spread : []
      builder.leaf(.read, .parameter, range(bound), name: name, path: known.path, detail: place, flags: flags)
      if known.path == 0, !isRest { scope.assign(name, given) }
      result.name = builder.text(name)
    } else {
      var bounds: [BoundName] = []
      destructure(bound, .parameter, BoundName(name: 0), .parameter, &bounds)
      for bound in bounds { assign(bound, given) }
      result.name = shortText(bound)
    }
    guard builder.count > Int(index) else { return result }
    // A pattern writes several reads; what stands for all of them is below the last.
    let last = lastRoot(from: index)
    let isReopened = builder.reopen(last)
    for child in js.children(node) where kind(child) == .decorator { decorator(child) }
    if let value { expression(value, .default) }
    if isReopened { builder.close() }
    return result
  }

  private func lastRoot(from index: NodeIndex) -> NodeIndex {
    var index = index
    while Int(builder.tree[index].next) < builder.count, builder.tree[index].next > index {
      index = builder.tree[index].next
    }
    return index
  }

  /// A pattern as written, on one line, cut.
  private func shortText(_ node: Int32) -> String {
    let words = js.source.text(range(node).lowerBound..<min(range(node).upperBound, range(node).lowerBound + 200))
      .split(whereSeparator: \.isWhitespace)
    return String(words.joined(separator: " ").prefix(80))
  }

  // MARK: - Decorators

  /// Writes the decorators of a declaration, which stand in it, or in a class before it.
  mutating func decorators(of node: Int32) {
    var before: [Int32] = []
    var at = js.previousSibling(node)
    while let previous = at, kind(previous) == .decorator {
      before.append(previous)
      at = js.previousSibling(previous)
    }
    for decorator in before.reversed() { self.decorator(decorator) }
    let parent = js.parent(node)
    if kind(parent) == .field || kind(parent) == .publicField {
      for child in js.children(parent) where kind(child) == .decorator { decorator(child) }
    }
    for child in js.children(node) where kind(child) == .decorator { decorator(child) }
    if span.kind == .closure, node == span.node { middleware(before: node) }
  }

  /// What a route runs before its handler, or around it, stands there as a decorator does:
  /// `app.post('/orders', requireUser, validate(schema), handler)`, `app.get('/', guarded(handler))`.
  private mutating func middleware(before handler: Int32) {
    var found: [Int32] = []
    var wrappers: [Int32] = []
    var at = handler
    for _ in 0..<4 {
      let arguments = js.parent(at)
      let call = js.parent(arguments)
      guard call > 0, kind(call) == .call, js.child(call, fields.arguments) == arguments,
        range(call).lowerBound >= span.range.lowerBound, let callee = js.child(call, fields.function)
      else { return }
      if kind(callee) == .member, let property = js.child(callee, fields.property),
        JavaScriptLowering.routeVerbs.contains(js.text(property)),
        let first = js.firstNamed(arguments),
        [.string, .template, .regex, .array].contains(kind(first)) || js.isText(property, "use")
      {
        for argument in js.children(arguments) where js.syntax[argument].isNamed && argument < at {
          let plain = js.unwrap(argument)
          found += kind(plain) == .array ? js.children(plain).filter { js.syntax[$0].isNamed } : [plain]
        }
        break
      }
      wrappers.append(callee)
      at = call
    }
    for node in found + wrappers.reversed() {
      switch kind(node) {
      case .call: call(node, .decorator, [])
      case .identifier, .member:
        openCall(callee(node), .decorator, range(node), flags: [])
        builder.close()
      default: continue
      }
    }
  }

  private static let routeVerbs: Set<String> = [
    "get", "post", "put", "patch", "delete", "del", "head", "options", "all", "use", "route",
  ]

  /// A decorator is a call, with arguments or without.
  mutating func decorator(_ node: Int32) {
    guard let value = js.firstNamed(node) else { return }
    let plain = js.unwrap(value)
    if kind(plain) == .call {
      call(plain, .decorator, [])
    } else {
      openCall(callee(plain), .decorator, range(plain), flags: [])
      builder.close()
    }
  }
}
