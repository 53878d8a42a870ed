import Behaviour
import TreeSitter

extension GoLowering {
  /// `defer`: what stands behind it is tried, and what it names done in any case.
  ///
  /// - Parameter at: the pending statement behind it; moved behind all that it holds for.
  mutating func deferred(_ node: Int32, until at: inout Int, _ end: Int) -> Bool {
    let start = at
    at = end
    guard let call = go.firstPart(node) else { return run(start, end) }
    if let recovery = recovery(in: call) { return recovered(node, recovery, start, end) }
    // One attempt is enough where what stands behind it is one.
    if start < end, let check = failureCheck(start, end), check.end == end, check.returned != nil,
      !go.holds(.defer, in: pending[start])
    {
      return write(check, finalizer: call)
    }
    core.builder.open(.attempt, .statement, span(node, start, end))
    core.builder.open(.block, .body, span(start < end ? pending[start] : node, start, end))
    let leaves = run(start, end)
    core.builder.close()
    finalizerBlock(call)
    core.builder.close()
    return leaves
  }

  private func span(_ first: Int32, _ start: Int, _ end: Int) -> Range<Int> {
    let lower = range(first).lowerBound
    let upper = start < end ? range(pending[end - 1]).upperBound : range(first).upperBound
    return lower..<max(lower, upper)
  }

  /// Where attempts may nest no deeper, the call alone is written.
  mutating func deferredTooDeep(_ node: Int32) {
    if let call = go.firstPart(node) { expression(call, .statement, [.discarded]) }
  }

  mutating func finalizerBlock(_ call: Int32) {
    if kind(call) == .call, let body = deferredBody(call), !go.holds(.return, in: body) {
      block(body, .finalizer)
      return
    }
    if let (body, given) = deferredBodyWithArguments(call), !go.holds(.return, in: body) {
      core.builder.open(.block, .finalizer, range(call))
      for (name, value) in given { bind(name, to: value, in: call) }
      statements(of: body)
      core.builder.close()
      return
    }
    core.builder.open(.block, .finalizer, range(call))
    expression(call, .statement, [.discarded])
    core.builder.close()
  }

  /// The body of a function that is written right where it is called, without arguments.
  private func deferredBody(_ call: Int32) -> Int32? {
    guard kind(call) == .call, let function = go.callee(call), kind(function) == .closure, go.arguments(call).isEmpty
    else { return nil }
    return child(function, fields.body)
  }

  /// The same with arguments, each beside the name of the parameter that it is given for.
  private func deferredBodyWithArguments(_ call: Int32) -> (body: Int32, given: [(name: Int32, value: Int32)])? {
    guard kind(call) == .call, let function = go.callee(call), kind(function) == .closure,
      let body = child(function, fields.body), let list = child(function, fields.parameters)
    else { return nil }
    var names: [Int32] = []
    for part in go.children(list) where go.isPart(part) {
      guard kind(part) == .parameter else { return nil }
      let own = go.children(part).filter { go[$0].field == fields.name && go.isPart($0) }
      // A parameter without a name takes a value that nobody looks at.
      guard !own.isEmpty else { return nil }
      names += own
    }
    let values = Array(go.arguments(call))
    guard !values.isEmpty, values.count == names.count else { return nil }
    return (body, zip(names, values).map { (name: $0, value: $1) })
  }

  /// What a function that is called where it is written calls one of its arguments.
  private mutating func bind(_ name: Int32, to value: Int32, in call: Int32) {
    // By the same name it is the same thing.
    guard kind(value) != .identifier || core.text(name) != core.text(value) else { return }
    core.builder.open(.assign, .statement, range(call), flags: [.declares])
    target(name, declares: true)
    let known = expression(value, .value)
    core.builder.close()
    give(known, to: name, declares: true)
  }

  // MARK: - recover

  private struct Recovery {
    /// What holds the value; nil where nobody takes it.
    var name: Int32?
    var body: Int32?
    let node: Int32
    /// The other statements of the function.
    var others: [Int32] = []
  }

  /// The look at what `recover()` gives, in a function that is deferred.
  private mutating func recovery(in call: Int32) -> Recovery? {
    guard let body = deferredBody(call) else { return nil }
    var found: Recovery?
    var others: [Int32] = []
    var waiting: Int32?
    for child in go.parts(body) {
      for statement in kind(child) == .statementList ? go.parts(child) : [child] {
        if let name = waiting, kind(statement) == .if, self.child(statement, fields.initializer) == nil,
          let condition = self.child(statement, fields.condition), go.mentions(name, in: condition), found != nil
        {
          found?.body = self.child(statement, fields.consequence)
          waiting = nil
        } else if found == nil, let recovery = recovery(statement) {
          found = recovery
          waiting = recovery.body == nil ? recovery.name : nil
        } else {
          others.append(statement)
        }
      }
    }
    found?.others = others
    return found
  }

  private func recovery(_ node: Int32) -> Recovery? {
    switch kind(node) {
    case .if:
      guard let condition = child(node, fields.condition) else { return nil }
      if let start = child(node, fields.initializer), isRecover(start) {
        let name = child(start, fields.left).flatMap(go.firstPart)
        return Recovery(name: name, body: child(node, fields.consequence), node: node)
      }
      return isRecover(condition) ? Recovery(body: child(node, fields.consequence), node: node) : nil
    case .shortVar, .assignment:
      guard isRecover(node), let name = child(node, fields.left).flatMap(go.firstPart) else { return nil }
      return Recovery(name: go.isText(name, "_") ? nil : name, node: node)
    case .expressionStatement: return isRecover(node) ? Recovery(node: node) : nil
    default: return nil
    }
  }

  private func isRecover(_ node: Int32) -> Bool {
    let end = go.next(node)
    var at = node
    while at < end {
      if kind(at) == .closure || kind(at) == .block { return false }
      if kind(at) == .call, let callee = go.callee(at), go.isText(callee, "recover") { return true }
      at &+= 1
    }
    return false
  }

  private mutating func recovered(_ node: Int32, _ recovery: Recovery, _ start: Int, _ end: Int) -> Bool {
    core.builder.open(.attempt, .statement, span(node, start, end))
    core.builder.open(.block, .body, span(start < end ? pending[start] : node, start, end))
    let leaves = run(start, end)
    core.builder.close()
    let name = recovery.name.map { core.name($0) } ?? 0
    let index = core.builder.open(.handler, .handler, range(recovery.node), name: name, flags: [.catchesAll])
    let symbol = recovery.name.map { core.symbol($0) } ?? 0
    if symbol != 0 { core.scope.declare(symbol, NameScope.Binding(kind: .local)) }
    function.caught.append(symbol)
    if let body = recovery.body {
      block(body, .body)
      note(commentsIn: body, at: index)
    } else {
      core.builder.leaf(.block, .body, range(recovery.node))
    }
    function.caught.removeLast()
    core.builder.close()
    if !recovery.others.isEmpty {
      core.builder.open(.block, .finalizer, range(node))
      let first = pending.count
      pending += recovery.others
      run(first, pending.count)
      pending.removeLast(pending.count - first)
      core.builder.close()
    }
    core.builder.close()
    return leaves
  }

  // MARK: - Locks

  /// `mutex.Lock()` right before `defer mutex.Unlock()`.
  func lockPair(_ at: Int, _ end: Int) -> Int32? {
    guard at + 1 < end, kind(pending[at + 1]) == .defer, !go[pending[at]].hasError, !go[pending[at + 1]].hasError,
      let lock = go.firstPart(pending[at]), let release = go.firstPart(pending[at + 1]), kind(lock) == .call,
      kind(release) == .call, let locker = go.callee(lock), let releaser = go.callee(release),
      kind(locker) == .selector, kind(releaser) == .selector, let field = child(locker, fields.field),
      let other = child(releaser, fields.field), let object = child(locker, fields.operand),
      let same = child(releaser, fields.operand), go.areSame(range(object), range(same))
    else { return nil }
    let isPair =
      go.isText(field, "Lock") && go.isText(other, "Unlock") || go.isText(field, "RLock") && go.isText(other, "RUnlock")
    return isPair ? lock : nil
  }

  /// The rest of a block, for which a lock is held.
  mutating func held(_ lock: Int32, until at: inout Int, _ end: Int) -> Bool {
    let start = at
    at = end
    guard !core.isTooDeep else {
      core.unknown(.statement, lock)
      return run(start, end)
    }
    core.builder.open(.scoped, .statement, span(lock, start, end), detail: ScopeKind.lock.rawValue)
    expression(lock, .resource)
    core.builder.open(.block, .body, span(start < end ? pending[start] : lock, start, end))
    let leaves = run(start, end)
    core.builder.close()
    core.builder.close()
    return leaves
  }
}
