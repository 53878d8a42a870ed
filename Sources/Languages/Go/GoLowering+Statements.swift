import Behaviour
import TreeSitter

extension GoLowering {
  /// Writes the pending statement at a place, with those behind it that belong to it: the look at its failure, what a
  /// `defer` holds for.
  ///
  /// - Returns: whether it leaves the way of control.
  mutating func step(_ at: inout Int, _ end: Int) -> Bool {
    let node = pending[at]
    switch kind(node) {
    case .defer where !go[node].hasError && !core.isTooDeep:
      at += 1
      return deferred(node, until: &at, end)
    case .expressionStatement:
      if let lock = lockPair(at, end) {
        at += 2
        return held(lock, until: &at, end)
      }
    case .assignment, .shortVar, .if:
      if let check = failureCheck(at, end) {
        at = check.end
        return write(check)
      }
      if let leaves = passedOn(&at, end) { return leaves }
      if kind(node) != .if, losesFailure(at, end) {
        at += 1
        return statement(node, .errorIgnored)
      }
    default: break
    }
    at += 1
    return statement(node)
  }

  /// Writes a statement: one node, none where it does nothing, several where it holds other statements.
  ///
  /// - Returns: whether it leaves the way of control.
  @discardableResult
  mutating func statement(_ node: Int32, _ use: NodeFlags) -> Bool {
    guard enter(node, .statement) else { return false }
    defer { nesting -= 1 }
    let found = go[node]
    if found.isError || found.isMissing {
      broken(node)
      return false
    }
    guard found.hasError, !isUnit(node) else { return write(node, use) }
    let start = core.builder.count
    let leaves = write(node, use)
    damage(in: node, since: start)
    return leaves
  }

  /// A function at top level is a unit of its own, with what is broken in it.
  private func isUnit(_ node: Int32) -> Bool {
    guard isAtTop else { return false }
    switch kind(node) {
    case .function, .method: return true
    case .var: return go.functionValue(of: node) != nil
    default: return false
    }
  }

  private mutating func write(_ node: Int32, _ use: NodeFlags) -> Bool {
    switch kind(node) {
    case .expressionStatement: return expressionStatement(node)
    case .assignment, .shortVar: assignment(node, .statement, use)
    case .var, .const: if !isUnit(node) { declaration(node) }
    case .increment, .decrement: increment(node, .statement)
    case .return:
      returnStatement(node)
      return true
    case .break:
      let leavesLoop = !function.breaksSwitch || go.firstPart(node) != nil
      if leavesLoop { jump(node, .break) }
      return leavesLoop
    case .continue:
      jump(node, .continue)
      return true
    case .if: return ifStatement(node)
    case .for: forStatement(node)
    case .switch: return switchStatement(node)
    case .typeSwitch: return typeSwitch(node)
    case .select: return selectStatement(node)
    case .block: return statements(of: node)
    case .labeled:
      if let inner = go.lastPart(node), kind(inner) != .labelName { return statement(inner, use) }
    case .go: goStatement(node)
    case .defer: deferredTooDeep(node)
    case .send: send(node)
    case .receive: receive(node)
    case .goto: core.unknown(.statement, node)
    case .function, .method: if !isUnit(node) { unknownConstruct(node, .statement) }
    case .fallthrough, .empty, .import, .package, .typeDeclaration, .comment, .labelName: break
    case .statementList: return statements(of: node)
    default: expression(node, .statement, [.discarded])
    }
    return false
  }

  private mutating func jump(_ node: Int32, _ jump: JumpKind) {
    core.builder.leaf(.jump, .statement, range(node), detail: jump.rawValue)
  }

  private mutating func expressionStatement(_ node: Int32) -> Bool {
    guard let value = go.firstPart(node).map(go.unwrap) else { return false }
    if kind(value) == .call, let callee = go.callee(value), kind(callee) == .identifier {
      let isBuiltin = core.scope.binding(of: core.symbol(callee)) == nil
      if isBuiltin, go.isText(callee, "panic") {
        panic(value)
        return true
      }
      if isBuiltin, go.isText(callee, "delete") {
        delete(value)
        return false
      }
    }
    expression(value, .statement, [.discarded, .errorIgnored])
    return false
  }

  /// `panic(value)`, also with the failure at hand.
  private mutating func panic(_ call: Int32) {
    let value = go.arguments(call).first
    let isHeld = value.map { isErrorInHand($0) } ?? false
    core.builder.open(isHeld ? .propagate : .raise, .statement, range(call))
    if let value { expression(value, .value) }
    core.builder.close()
  }

  /// `delete(table, key)`.
  private mutating func delete(_ call: Int32) {
    let given = go.arguments(call)
    core.builder.open(.operation, .statement, range(call), name: core.builder.name("delete"))
    if given.count == 2 {
      element(of: given[0], range(call), .operand) { $0.expression(given[1], .index) }
    } else {
      for part in given { expression(part, .operand) }
    }
    core.builder.close()
  }

  /// `go work()`.
  private mutating func goStatement(_ node: Int32) {
    core.builder.open(.spawn, .statement, range(node))
    if let call = go.firstPart(node) { expression(call, .value) }
    core.builder.close()
  }

  /// `channel <- value`: whoever listens gets it.
  private mutating func send(_ node: Int32) {
    guard let channel = child(node, fields.channel).map(go.unwrap) else { return unknownConstruct(node, .statement) }
    if go.isDotted(channel) {
      let place = place(channel)
      let name = core.builder.name(core.builder.text(place.name) + ".send")
      core.builder.open(.call, .statement, range(node), name: name, flags: [.discarded])
    } else {
      core.builder.open(.call, .statement, range(node), name: core.builder.name(".send"), flags: [.discarded])
      expression(channel, .receiver)
    }
    if let value = child(node, fields.value) { argument(value) }
    core.builder.close()
  }

  /// `value := <-channel` of a `select`.
  mutating func receive(_ node: Int32) {
    guard let right = child(node, fields.right) else { return unknownConstruct(node, .statement) }
    let left = child(node, fields.left).map(go.parts) ?? []
    assign(left, to: [right], node, .statement, declares: true)
  }

  // MARK: - Returning

  mutating func returnStatement(_ node: Int32) {
    let values = go.firstPart(node).map { kind($0) == .expressionList ? go.parts($0) : [$0] } ?? []
    guard let last = values.last else { return bareReturn(node) }
    guard function.returnsError else { return returned(values, node, []) }
    let others = values.dropLast()
    let error = go.unwrap(last)
    if kind(error) == GoKind.nil { return returned(Array(others), node, []) }
    let isQuiet = others.allSatisfy { !go.holds(.call, in: $0) && kind($0) != .call }
    if isQuiet, isErrorInHand(error) {
      core.builder.open(.propagate, .statement, range(node))
      expression(error, .value)
      core.builder.close()
    } else if isQuiet, isNewError(error, beside: others) {
      core.builder.open(.raise, .statement, range(node))
      newError(error)
      core.builder.close()
    } else {
      returned(values, node, [.propagated])
    }
  }

  private mutating func returned(_ values: [Int32], _ node: Int32, _ use: NodeFlags) {
    if values.isEmpty, endsFunction(node) { return }
    core.builder.open(.return, .statement, range(node))
    if values.count > 1 {
      core.builder.open(.collection, .value, range(node), detail: CollectionKind.tuple.rawValue)
      for value in values { expression(value, .element, use.union(.returned)) }
      core.builder.close()
    } else if let value = values.first {
      expression(value, .value, use.union(.returned))
    }
    core.builder.close()
  }

  /// Whether a statement is the last of a function: to say there that all went well says nothing.
  private func endsFunction(_ node: Int32) -> Bool {
    let list = go[node].parent
    let body = go[list].parent
    guard kind(list) == .statementList, kind(body) == .block, go.next(node) == go.next(list) else { return false }
    switch kind(go[body].parent) {
    case .function, .method, .closure: return true
    default: return false
    }
  }

  /// `return` of a function whose results have names.
  private mutating func bareReturn(_ node: Int32) {
    if function.namedError != 0, function.caught.contains(function.namedError) {
      core.builder.leaf(.propagate, .statement, range(node))
      return
    }
    core.builder.open(.return, .statement, range(node))
    let names =
      function.namedResults.map { list in
        go.parts(list).flatMap { part in go.children(part).filter { go[$0].field == fields.name && go.isPart($0) } }
      } ?? []
    let bytes = range(node)
    if names.count > 1 { core.builder.open(.collection, .value, bytes, detail: CollectionKind.tuple.rawValue) }
    for name in names {
      let role: Role = names.count > 1 ? .element : .value
      core.builder.leaf(.read, role, bytes, name: core.name(name), detail: PlaceKind.local.rawValue)
    }
    if names.count > 1 { core.builder.close() }
    core.builder.close()
  }

  // MARK: - Errors as values

  /// Whether an expression is the failure that the code at hand deals with.
  mutating func isErrorInHand(_ node: Int32) -> Bool {
    let node = go.unwrap(node)
    guard go.isDotted(node), !function.caught.isEmpty else { return false }
    return function.caught.contains(core.symbol(node))
  }

  /// Whether a returned error is made here: by a call that makes errors by its name, or of the failure at hand; a
  /// value of an error type; a constant that names one.
  private mutating func isNewError(_ node: Int32, beside others: ArraySlice<Int32>) -> Bool {
    switch kind(node) {
    case .composite: return true
    case .unary: return child(node, fields.operand).map { kind(go.unwrap($0)) == .composite } ?? false
    case .identifier, .selector:
      guard go.isDotted(node) else { return false }
      let root = core.symbol(go.root(node))
      guard core.scope.binding(of: root).map({ $0.kind == .static }) ?? true else { return false }
      let place = core.scope.place(of: root)
      let name = go.text(go.last(node))
      return kind(node) == .selector && place == .static || name.hasPrefix("Err") || name.hasPrefix("err")
    case .call:
      guard let callee = go.callee(node) else { return false }
      let name = go.text(go.last(callee)).lowercased()
      if name.contains("err") || name.contains("wrap") || name.contains("fail") { return true }
      if go.isDotted(callee), go.text(go.root(callee)).lowercased().contains("err") { return true }
      guard !function.caught.isEmpty else { return false }
      if go.arguments(node).contains(where: { isErrorInHand($0) }) { return true }
      return !others.isEmpty && others.allSatisfy(isZero)
    default: return false
    }
  }

  /// A value that stands for none.
  func isZero(_ node: Int32) -> Bool {
    switch kind(node) {
    case GoKind.nil?, .false: true
    case .integer, .float: go.isText(node, "0")
    case .string, .rawString: range(node).count == 2
    case .composite: child(node, fields.body).map { go.firstPart($0) == nil } ?? true
    default: false
    }
  }

  /// Writes a new error as the value of a `raise`, with the failure that it wraps as its cause.
  private mutating func newError(_ node: Int32) {
    guard kind(node) == .call, let callee = go.callee(node), go.isDotted(callee) else {
      expression(node, .value)
      return
    }
    let name = go.text(go.last(callee))
    let given = go.arguments(node)
    guard let held = given.first(where: { isErrorInHand($0) }) else {
      expression(node, .value)
      return
    }
    if name == "Join", let other = given.first(where: { $0 != held }) {
      // The new one, together with what led to it.
      expression(other, .value)
    } else {
      expression(node, .value)
    }
    let wraps =
      name.hasPrefix("Wrap") || name.hasPrefix("With") || name == "Join" || name == "Append"
      || name.hasSuffix("f") && given.contains { go.text($0).contains("%w") }
    if wraps { expression(held, .cause) }
  }
}
