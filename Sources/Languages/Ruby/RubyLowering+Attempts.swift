import Behaviour
import TreeSitter

extension RubyLowering {
  /// `begin … rescue … else … ensure … end`; without clauses, its statements.
  mutating func begin(_ node: Int32, _ tail: Tail, role: Role = .statement) -> Bool {
    guard isAttempt(node) else { return statements(of: node, tail) }
    return attempt(node, tail, role: role)
  }

  /// Whether a body deals with its failures.
  func isAttempt(_ node: Int32) -> Bool { rb.has(.rescue, in: node) || rb.has(.ensure, in: node) }

  /// Writes the statements of a method or block, with the clauses that stand in it.
  @discardableResult
  mutating func body(_ node: Int32, _ tail: Tail) -> Bool {
    isAttempt(node) ? attempt(node, tail) : statements(of: node, tail)
  }

  /// A body with the clauses that deal with its failures. Where one of these begins it anew, it stands in a loop that
  /// its good end leaves.
  @discardableResult
  mutating func attempt(_ node: Int32, _ tail: Tail, role: Role = .statement, mayGiveNothing: Bool = false) -> Bool {
    let clauses = rb.children(node).filter { kind($0) == .rescue }
    let isRetried = clauses.contains(where: retries)
    let bytes = range(node)
    if isRetried {
      core.builder.open(.loop, role, bytes, detail: LoopKind.endless.rawValue)
      core.builder.open(.block, .body, bytes)
      function.loops.append(.retry)
    }
    let isValue = role != .statement
    core.builder.open(.attempt, isRetried ? .statement : role, bytes, flags: isValue ? [.byCall] : [])
    let last = rb.first(.else, in: node)
    let start = bytes.lowerBound..<max(bytes.lowerBound, clauses.first.map { range($0).lowerBound } ?? bytes.upperBound)
    core.builder.open(.block, .body, start)
    var leaves = statements(of: node, last == nil ? tail : .discarded, mayGiveNothing: mayGiveNothing)
    if isRetried, last == nil, !leaves { leave(node) }
    core.builder.close()
    for clause in clauses {
      // What a handler gives in the place of a value is given back by it.
      let isLeft = handler(clause, isValue ? .returned : tail, closes: isRetried)
      leaves = leaves && isLeft
    }
    if let last {
      core.builder.open(.block, .otherwise, range(last))
      let isLeft = statements(of: last, tail)
      if isRetried, !isLeft { leave(last) }
      core.builder.close()
      leaves = leaves || isLeft
    }
    if let last = rb.first(.ensure, in: node) { block(last, .finalizer, .discarded) }
    core.builder.close()
    if isRetried {
      function.loops.removeLast()
      core.builder.close()
      core.builder.close()
    }
    return leaves
  }

  /// Leaves the loop that stands for a body that may be begun anew.
  private mutating func leave(_ node: Int32) {
    let end = range(node).upperBound
    core.builder.leaf(.jump, .statement, end..<end, detail: JumpKind.break.rawValue)
  }

  /// Whether a clause begins its body anew.
  private func retries(_ clause: Int32) -> Bool {
    let end = rb.next(clause)
    var at = clause &+ 1
    while at < end {
      switch kind(at) {
      case .retry: return true
      // A `retry` in there begins another body.
      case .rescue, .method, .singletonMethod: at = rb.next(at)
      default: at &+= 1
      }
    }
    return false
  }

  private mutating func handler(_ node: Int32, _ tail: Tail, closes: Bool) -> Bool {
    let types = child(node, fields.exceptions).map(rb.parts) ?? []
    let bound = child(node, fields.variable).flatMap(rb.firstPart)
    let place = bound.flatMap { rb.isDotted($0) ? self.place($0) : nil }
    let index = core.builder.open(
      .handler,
      .handler,
      range(node),
      name: place?.name ?? 0,
      flags: types.isEmpty ? [.catchesAll] : []
    )
    var known: NameScope.Symbol = 0
    for type in types {
      let value = expression(type, .type)
      known = types.count == 1 ? core.type(of: value) : 0
    }
    var symbol: NameScope.Symbol = 0
    if let bound, kind(bound) == .identifier {
      symbol = core.symbol(bound)
      let certainty = known == 0 ? Certainty.nameOnly : .declaredType
      core.scope.declare(symbol, NameScope.Binding(kind: .local, type: known, certainty: certainty))
    }
    function.caught.append(symbol)
    var leaves = false
    let body = child(node, fields.body)
    let bytes = body.map(range) ?? range(node).upperBound..<range(node).upperBound
    let block = core.builder.open(.block, .body, bytes)
    if let body { leaves = statements(of: body, tail) }
    let isEmpty = core.builder.count == Int(block) + 1
    if closes, !leaves { leave(node) }
    core.builder.close()
    function.caught.removeLast()
    core.builder.close()
    let comments =
      rb.children(node).filter { kind($0) == .comment }
      + rb.children(body ?? node).filter {
        body != nil && kind($0) == .comment
      }
    if !comments.isEmpty {
      note(comments, at: index)
      if isEmpty { note(comments, at: block) }
    }
    return leaves
  }

  /// `value rescue other`: every usual failure is taken, and the other value stands in.
  mutating func rescueModifier(_ node: Int32, _ role: Role, _ tail: Tail) {
    guard let body = child(node, fields.body) else { return unknownConstruct(node, role) }
    let other = child(node, fields.handler).map(rb.unwrap)
    core.builder.open(.attempt, role, range(node), flags: [.byCall])
    core.builder.open(.block, .body, range(body))
    statement(body, tail)
    core.builder.close()
    core.builder.open(.handler, .handler, range(other ?? node), flags: [.catchesAll])
    core.builder.open(.block, .body, range(other ?? node))
    if let other {
      let isNothing = kind(other) == .null && tail.isDiscarded
      let isValue = role != .statement
      if !isNothing { statement(other, isValue ? .returned : tail) }
    }
    core.builder.close()
    core.builder.close()
    core.builder.close()
  }
}
