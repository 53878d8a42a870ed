import Behaviour
import TreeSitter

extension JavaScriptLowering {
  /// `p.catch(h)`, `p.then(f, h)`, `p.finally(f)`: nil where a call is none of these.
  mutating func attempt(byCall node: Int32, _ callee: Int32, _ role: Role, _ flags: NodeFlags) -> KnownValue? {
    guard kind(callee) == .member, let property = js.child(callee, fields.property),
      let receiver = js.child(callee, fields.object), let arguments = js.child(node, fields.arguments),
      kind(arguments) == .arguments
    else { return nil }
    if js.isText(property, "catch") {
      guard let handler = argument(0, of: arguments), isHandler(handler) else { return nil }
      return attempt(node, role, flags, body: receiver) { $0.handle(handler) }
    }
    if js.isText(property, "finally") {
      guard let finalizer = argument(0, of: arguments), isHandler(finalizer) else { return nil }
      return attempt(node, role, flags, body: receiver) { $0.finalize(finalizer) }
    }
    if js.isText(property, "then"), let handler = argument(1, of: arguments), isHandler(handler) {
      let known = openAttempt(node, role, flags) { $0.call(node, .statement, [], argumentLimit: 1) }
      handle(handler)
      builder.close()
      return known
    }
    return nil
  }

  private func argument(_ index: Int, of arguments: Int32) -> Int32? {
    var count = 0
    for child in js.children(arguments) where js.syntax[child].isNamed && kind(child) != .comment {
      if kind(child) == .spread { return nil }
      if count == index { return child }
      count += 1
    }
    return nil
  }

  /// A function, or something that may be one.
  private func isHandler(_ node: Int32) -> Bool {
    switch kind(js.unwrap(node)) {
    case .functionExpression, .arrowFunction, .generatorFunction, .identifier, .member, .call, .subscript_, .ternary:
      true
    default: false
    }
  }

  private mutating func attempt(
    _ node: Int32,
    _ role: Role,
    _ flags: NodeFlags,
    body receiver: Int32,
    rest: (inout Self) -> Void
  ) -> KnownValue {
    let known = openAttempt(node, role, flags) { $0.expression(receiver, .statement) }
    rest(&self)
    builder.close()
    return known
  }

  private mutating func openAttempt(
    _ node: Int32,
    _ role: Role,
    _ flags: NodeFlags,
    body: (inout Self) -> KnownValue
  ) -> KnownValue {
    builder.open(.attempt, role, range(node), flags: flags.union(.byCall))
    builder.open(.block, .body, range(node))
    let known = body(&self)
    builder.close()
    return known
  }

  private mutating func handle(_ handler: Int32) {
    let function = js.unwrap(handler)
    guard js.isFunction(function) else {
      let error = builder.name("error")
      builder.open(.handler, .handler, range(handler), name: error, flags: .catchesAll)
      builder.open(.block, .body, range(handler))
      callHandler(function, with: error)
      builder.close()
      builder.close()
      return
    }
    let parameter = firstParameter(of: function)
    let flags: NodeFlags = js.has(.async, in: function) ? .async : []
    _ = self.handler(function, parameter, flags: flags) { lowering in
      lowering.inlineBody(of: function, .body)
      return false
    }
  }

  private mutating func finalize(_ finalizer: Int32) {
    let function = js.unwrap(finalizer)
    if js.isFunction(function), let body = js.child(function, fields.body) {
      scope.enterBlock()
      handlers.append(0)
      // What it gives is waited for, but goes nowhere.
      if kind(body) == .statementBlock {
        block(body, .finalizer)
      } else {
        builder.open(.block, .finalizer, range(body))
        expression(body, .statement)
        builder.close()
      }
      handlers.removeLast()
      scope.leaveBlock()
    } else {
      builder.open(.block, .finalizer, range(finalizer))
      openCall(callee(function), .statement, range(function), flags: [])
      builder.close()
      builder.close()
    }
  }

  /// A function's body as a block of the code around it.
  private mutating func inlineBody(of function: Int32, _ role: Role) {
    guard let body = js.child(function, fields.body) else { return }
    if kind(body) == .statementBlock {
      block(body, role)
    } else {
      builder.open(.block, role, range(body))
      returned(body)
      builder.close()
    }
  }

  /// A function that is given by name gets the error and its value goes on.
  private mutating func callHandler(_ function: Int32, with error: NameID) {
    let range = range(function)
    builder.open(.return, .statement, range)
    openCall(callee(function), .value, range, flags: .returned)
    builder.open(.argument, .argument, range)
    builder.leaf(.read, .value, range, name: error, detail: PlaceKind.local.rawValue)
    builder.close()
    builder.close()
    builder.close()
  }

  private func firstParameter(of function: Int32) -> Int32? {
    if let parameter = js.child(function, fields.parameter) { return parameter }
    guard let parameters = js.child(function, fields.parameters), let first = js.firstNamed(parameters) else {
      return nil
    }
    switch kind(first) {
    case .requiredParameter, .optionalParameter: return js.child(first, fields.pattern)
    case .assignmentPattern: return js.child(first, fields.left)
    default: return first
    }
  }
}
