import Behaviour
import TreeSitter

extension RubyLowering {
  /// Writes a statement: one node, none where it does nothing, several where it holds other statements.
  ///
  /// - Returns: whether it leaves the way of control.
  @discardableResult
  mutating func statement(_ node: Int32, _ tail: Tail) -> Bool {
    guard enter(node, .statement) else { return false }
    defer { nesting -= 1 }
    let found = rb[node]
    if found.isError || found.isMissing {
      broken(node)
      return false
    }
    // A unit of its own is written there, with what is broken in it.
    guard found.hasError, units[node] == nil else { return write(node, tail) }
    let start = core.builder.count
    let leaves = write(node, tail)
    damage(in: node, since: start)
    return leaves
  }

  private mutating func write(_ node: Int32, _ tail: Tail) -> Bool {
    switch kind(node) {
    case .return: return returnStatement(node)
    case .break, .next, .redo, .retry: return jump(node)
    case .if, .unless: return ifStatement(node, tail)
    case .ifModifier, .unlessModifier: return modifiedStatement(node, tail)
    case .case: return caseStatement(node, tail)
    case .caseMatch: return matchStatement(node, tail)
    case .while, .until, .whileModifier, .untilModifier: whileStatement(node)
    case .for: forStatement(node)
    case .begin: return begin(node, tail)
    case .rescueModifier:
      rescueModifier(node, .statement, tail)
      return tail.isReturned
    case .beginBlock, .endBlock, .then, .bodyStatement, .blockBody, .do: return statements(of: node, tail)
    case .parenthesized:
      if rb.onlyPart(node) == nil { return statements(of: node, tail) }
      return expressionStatement(node, tail)
    case .method, .singletonMethod:
      if !isAtTop || units[node] == nil { closure(ofMethod: node) }
    case .class, .module, .singletonClass: typeDefinition(node)
    case .alias, .undef, .comment, .heredocBody, .empty, .uninterpreted, .rescue, .ensure, .else, .elsif: break
    case .assignment: assignmentStatement(node, tail)
    case .operatorAssignment: operatorAssignmentStatement(node, tail)
    case .binary:
      if let leaves = choice(node, tail) { return leaves }
      if operatorExpectation(node) { return false }
      return expressionStatement(node, tail)
    default: return expressionStatement(node, tail)
    }
    return false
  }

  /// An expression, and what becomes of its value.
  @discardableResult
  mutating func expressionStatement(_ node: Int32, _ tail: Tail) -> Bool {
    let plain = rb.unwrap(node)
    if let leaves = special(plain, tail) { return leaves }
    switch tail {
    case .discarded:
      if !isConstant(plain) { expression(plain, .statement, [.discarded]) }
    case .value: expression(plain, .statement)
    case .given(let assignment): give(plain, to: assignment)
    case .returned:
      if isIdle(plain) {
        expression(plain, .statement, [.discarded])
        return false
      }
      core.builder.open(.return, .statement, range(plain))
      expression(plain, .value, [.returned])
      core.builder.close()
      return true
    }
    return false
  }

  /// Whether an expression is a constant, which as a statement says nothing.
  private func isConstant(_ node: Int32) -> Bool {
    switch kind(node) {
    case .null, .true, .false, .integer, .float, .simpleSymbol, .selfWord, .constant: true
    case .string: !rb.has(.interpolation, in: node)
    default: false
    }
  }

  /// Statements that look like calls: `raise`, loops over blocks, blocks that hold something, declarations.
  private mutating func special(_ node: Int32, _ tail: Tail) -> Bool? {
    if kind(node) == .identifier {
      guard rb.isText(node, "raise") || rb.isText(node, "fail"), core.scope.binding(of: core.symbol(node)) == nil else {
        if isAtTop, RubyOutline.isDeclaration(node, in: rb) { return false }
        return nil
      }
      core.builder.leaf(.propagate, .statement, range(node))
      return true
    }
    guard kind(node) == .call else { return nil }
    if isRaise(node) {
      if !failsTest(node) { raise(node, .statement) }
      return true
    }
    if isAtTop, RubyOutline.isDeclaration(node, in: rb) {
      declaration(node)
      return false
    }
    if isAtTop, let block = child(node, fields.block) {
      if isGroup(node) {
        if let body = rb.body(ofBlock: block) { statements(of: body, .discarded) }
        return false
      }
      // A test is declared here, and written as the unit that it is.
      if units[node] != nil, RubyTestCall(node, in: rb) != nil, outline.traits.contains(.test) { return false }
    }
    if assertion(node, .statement, [.discarded]) { return false }
    if blockLoop(node) { return false }
    return scopedCall(node, .statement, tail)
  }

  private func isGroup(_ node: Int32) -> Bool {
    if RubyOutline.isGroup(node, in: rb) { return true }
    return outline.traits.contains(.test) && RubyTestCall(node, in: rb)?.role == .group
  }

  /// What is declared with a definition for an argument: `private def charge`.
  private mutating func declaration(_ node: Int32) {
    for part in rb.givenArguments(node) where kind(part) == .call && RubyOutline.isDeclaration(part, in: rb) {
      guard enter(part, .statement) else { continue }
      declaration(part)
      nesting -= 1
    }
  }

  /// A call at the end of a method that is there for what it does: a line in a log, a pause, a thread of its own.
  private func isIdle(_ node: Int32) -> Bool {
    guard kind(node) == .call, let name = rb.methodName(node) else { return false }
    guard let receiver = child(node, fields.receiver) else {
      return RubyWords.idle.contains(range(name), in: rb.source)
    }
    if rb.isText(receiver, "Thread"), child(node, fields.block) != nil { return true }
    guard RubyWords.levels.contains(range(name), in: rb.source), rb.isDotted(receiver) else { return false }
    return RubyWords.loggers.contains(range(rb.lastName(receiver)), in: rb.source)
  }

  private mutating func returnStatement(_ node: Int32) -> Bool {
    let values = rb.firstPart(node).map { kind($0) == .arguments ? rb.parts($0) : [$0] } ?? []
    core.builder.open(.return, .statement, range(node))
    if values.count == 1 {
      expression(values[0], .value, [.returned])
    } else if values.count > 1 {
      list(values, .value, range(node))
    }
    core.builder.close()
    return true
  }

  /// Several values side by side, which Ruby makes a list.
  mutating func list(_ values: [Int32], _ role: Role, _ bytes: Range<Int>) {
    core.builder.open(.collection, role, bytes, detail: CollectionKind.list.rawValue)
    for value in values { expression(value, .element) }
    core.builder.close()
  }

  /// `next` goes on with the next round of a loop; in a block that is none it gives the block's value.
  private mutating func jump(_ node: Int32) -> Bool {
    let value = rb.firstPart(node).map { kind($0) == .arguments ? rb.firstPart($0) ?? $0 : $0 }
    switch (kind(node), function.loops.last) {
    case (.next, nil):
      core.builder.open(.return, .statement, range(node))
      if let value { expression(value, .value, [.returned]) }
      core.builder.close()
      return true
    case (.next, .retry): leap(node, .break)
    case (.break, _): leap(node, .break)
    default: leap(node, .continue)
    }
    return true
  }

  private mutating func leap(_ node: Int32, _ kind: JumpKind) {
    core.builder.leaf(.jump, .statement, range(node), detail: kind.rawValue)
  }

  // MARK: - Raising

  func isRaise(_ call: Int32) -> Bool {
    guard rb.isBare(call), let name = child(call, fields.method), child(call, fields.block) == nil else { return false }
    return rb.isText(name, "raise") || rb.isText(name, "fail")
  }

  /// `raise Failed, "text", cause: error`: a failure of a type is made of it and the text.
  mutating func raise(_ node: Int32, _ role: Role) {
    var given: [Int32] = []
    var cause: Int32?
    for part in rb.givenArguments(node) {
      if kind(part) == .pair, let key = child(part, fields.key), rb.isText(key, "cause") {
        cause = child(part, fields.value)
      } else {
        given.append(part)
      }
    }
    guard let first = given.first.map(rb.unwrap) else {
      core.builder.leaf(.propagate, role, range(node))
      return
    }
    if given.count == 1, cause == nil, kind(first) == .identifier || kind(first) == .globalVariable,
      rb.isText(first, "$!") || function.caught.last == core.symbol(first)
    {
      core.builder.open(.propagate, role, range(node))
      expression(first, .value)
      core.builder.close()
      return
    }
    let isCauseless = cause.map { kind($0) == .null } ?? false
    core.builder.open(.raise, role, range(node), flags: isCauseless ? [.withoutCause] : [])
    failure(first, Array(given.dropFirst()), range(node))
    if let cause, !isCauseless { expression(cause, .cause) }
    core.builder.close()
  }

  private mutating func failure(_ first: Int32, _ rest: [Int32], _ bytes: Range<Int>) {
    let isText: Bool =
      switch kind(first) {
      case .string, .chainedString, .heredocBeginning: true
      default: false
      }
    guard isText || rb.isConstantPath(first) else {
      expression(first, .value)
      return
    }
    let place = isText ? core.place(ofText: "RuntimeError") : place(first)
    let path = isText ? place.name : place.path
    core.builder.open(
      .call,
      .value,
      range(first).lowerBound..<max(range(first).upperBound, rest.last.map { range($0).upperBound } ?? 0),
      name: place.name,
      path: path,
      detail: Certainty.import.rawValue,
      flags: [.constructs]
    )
    if isText { argument(first) }
    // A third argument is the trace.
    for part in rest.prefix(1) { argument(part) }
    core.builder.close()
  }

  // MARK: - Types

  /// The statements of a type's body run where it stands; its methods are units, or closures of this one.
  private mutating func typeDefinition(_ node: Int32) {
    if let base = child(node, fields.superclass).flatMap({ rb.firstPart($0) }), kind(base) == .call, !isAtTop {
      expression(base, .statement)
    }
    guard let body = child(node, fields.body) else { return }
    core.scope.enterClosure()
    statements(of: body, .discarded)
    core.scope.leaveClosure()
  }
}

extension RubyLowering.Tail {
  var isReturned: Bool { if case .returned = self { true } else { false } }
}
