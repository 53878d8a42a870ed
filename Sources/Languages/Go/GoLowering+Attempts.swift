import Behaviour
import TreeSitter

extension GoLowering {
  /// Writes a call and the look at its failure.
  ///
  /// - Parameter finalizer: what runs behind it in any case.
  /// - Returns: whether every way through it leaves.
  mutating func write(_ check: GoFailureCheck, finalizer: Int32? = nil) -> Bool {
    if finalizer == nil {
      if isLetThrough(check) { return writePlain(check) }
      if let leaves = writeAsDemand(check) { return leaves }
    }
    let start = range(check.call).lowerBound
    let end = max(start, range(check.returned ?? check.last).upperBound)
    core.builder.open(.attempt, .statement, start..<end)
    core.builder.open(.block, .body, range(check.call))
    body(of: check)
    core.builder.close()
    var allLeave = true
    for handler in check.handlers {
      if !write(handler, of: check) { allLeave = false }
    }
    var succeeds = check.returned != nil
    if let success = check.success {
      succeeds = write(success: success, of: check)
    }
    if let finalizer { finalizerBlock(finalizer) }
    core.builder.close()
    return allLeave && succeeds
  }

  private mutating func body(of check: GoFailureCheck) {
    if let returned = check.returned {
      core.builder.open(.return, .statement, range(returned))
      if let right = child(check.call, fields.right), let value = go.firstPart(right) {
        expression(value, .value, [.returned])
      }
      core.builder.close()
    } else {
      assignment(check.call, .statement, leavingOut: check.error)
      run(check.between.lowerBound, check.between.upperBound)
    }
    if let other = check.alsoFails {
      core.builder.open(.branch, .statement, range(other), flags: [.guard])
      expression(other, .condition)
      raise(range(other))
      core.builder.close()
    } else if check.failsOtherwise {
      let bytes = all(check.successOnly)
      core.builder.open(.branch, .statement, bytes, flags: [.guard])
      core.builder.open(.condition, .condition, bytes, name: core.builder.name(Operator.not))
      conditions(check.successOnly, .operand)
      core.builder.close()
      raise(bytes)
      core.builder.close()
    }
  }

  /// What counts as a failure goes where failures go.
  private mutating func raise(_ bytes: Range<Int>) {
    core.builder.open(.block, .arm, bytes)
    core.builder.leaf(.raise, .statement, bytes)
    core.builder.close()
  }

  private func all(_ nodes: [Int32]) -> Range<Int> {
    guard let first = nodes.first, let last = nodes.last else { return 0..<0 }
    return range(first).lowerBound..<max(range(first).lowerBound, range(last).upperBound)
  }

  /// Conditions that must all hold.
  mutating func conditions(_ nodes: [Int32], _ role: Role) {
    guard nodes.count != 1 else { return void(expression(nodes[0], role)) }
    core.builder.open(.condition, role, all(nodes), name: core.builder.name(Operator.and))
    for node in nodes { expression(node, .operand) }
    core.builder.close()
  }

  private func void(_ known: Known) {}

  private mutating func write(_ handler: GoFailureCheck.Handler, of check: GoFailureCheck) -> Bool {
    let isRead = handler.pieces.contains { piece in
      go.mentions(check.error, in: piece.body) || piece.otherwise.map { go.mentions(check.error, in: $0) } ?? false
        || piece.conditions.contains { go.mentions(check.error, in: $0) }
    }
    // The error stays where it is for a later look.
    let stays = kind(check.call) == .assignment && !handler.pieces.contains { self.leaves($0.body) }
    let bytes = handler.node == check.call ? range(check.call) : range(handler.node)
    let index = core.builder.open(
      .handler,
      .handler,
      bytes,
      name: isRead || stays ? name(ofError: check.error) : 0,
      flags: handler.takesAll ? [.catchesAll] : []
    )
    for type in handler.types { failureType(type) }
    let symbol = core.symbol(check.error)
    if kind(check.error) == .identifier, kind(check.call) == .shortVar {
      core.scope.declare(symbol, NameScope.Binding(kind: .local, type: errorType, certainty: .declaredType))
    }
    function.caught.append(symbol)
    var leaves = false
    if let first = handler.pieces.first, handler.pieces.count == 1, first.conditions.isEmpty, !stays {
      leaves = arm(first.body, .body)
      note(commentsIn: first.body, at: index)
    } else {
      core.builder.open(.block, .body, bytes)
      if stays { keep(check.error) }
      for piece in handler.pieces { leaves = write(piece) }
      core.builder.close()
      for piece in handler.pieces.prefix(1) { note(commentsIn: piece.body, at: index) }
    }
    function.caught.removeLast()
    core.builder.close()
    return leaves
  }

  /// Writes what a branch leads to as a block: a block, the statements of a case, an `if` behind `else`.
  mutating func arm(_ node: Int32, _ role: Role) -> Bool {
    guard kind(node) == .if else {
      let isCase = kind(node) != .block
      let outside = function.breaksSwitch
      if isCase { function.breaksSwitch = true }
      defer { function.breaksSwitch = outside }
      return block(node, role)
    }
    core.builder.open(.block, role, range(node))
    let leaves = alone(node)
    core.builder.close()
    return leaves
  }

  /// Writes one statement as the only one of its block.
  mutating func alone(_ node: Int32) -> Bool {
    guard enter(node, .statement) else { return false }
    defer { nesting -= 1 }
    let start = pending.count
    pending.append(node)
    defer { pending.removeLast(pending.count - start) }
    return run(start, start + 1)
  }

  private mutating func write(_ piece: GoFailureCheck.Piece) -> Bool {
    guard !piece.conditions.isEmpty else { return statements(of: piece.body) }
    let index = core.builder.open(.branch, .statement, range(piece.body))
    conditions(piece.conditions, .condition)
    let leaves = arm(piece.body, .arm)
    let other = piece.otherwise.map { arm($0, .otherwise) }
    if leaves != (other ?? false) { core.builder.insert(.guard, at: index) }
    core.builder.close()
    return leaves && other ?? false
  }

  private mutating func keep(_ error: Int32) {
    core.builder.open(.assign, .statement, range(error))
    expression(error, .target)
    expression(error, .value)
    core.builder.close()
  }

  private mutating func write(success: Int32, of check: GoFailureCheck) -> Bool {
    guard !check.successOnly.isEmpty, !check.failsOtherwise else { return arm(success, .otherwise) }
    core.builder.open(.block, .otherwise, range(success))
    core.builder.open(.branch, .statement, range(success))
    conditions(check.successOnly, .condition)
    _ = arm(success, .arm)
    core.builder.close()
    core.builder.close()
    return false
  }

  private mutating func name(ofError node: Int32) -> NameID {
    go.isDotted(node) ? place(node).name : core.name(node)
  }

  /// What names the failures that a handler takes: a value they are compared with, a function that asks, the place for
  /// one of a type.
  private mutating func failureType(_ node: Int32) {
    var node = go.unwrap(node)
    if kind(node) == .unary, let operand = child(node, fields.operand).map(go.unwrap) {
      node = operand
      if kind(node) == .identifier {
        let symbol = core.symbol(node)
        if let type = declared[symbol].flatMap(go.named) {
          let path = declaredPath(type)
          core.builder.leaf(.read, .type, range(node), name: core.name(type), path: path)
          return
        }
        if let known = core.scope.valueType(of: symbol) {
          let name = core.builder.name(core.scope.text(known.type))
          core.builder.leaf(.read, .type, range(node), name: name, path: name)
          return
        }
      }
    }
    expression(node, .type)
  }

  // MARK: - Without an attempt

  /// Whether the failure goes to the caller as it is: `if err != nil { return err }`.
  private mutating func isLetThrough(_ check: GoFailureCheck) -> Bool {
    guard function.returnsError, check.handlers.count == 1, let handler = check.handlers.first, handler.takesAll,
      check.alsoFails == nil, check.successOnly.isEmpty, handler.pieces.count == 1, let piece = handler.pieces.first,
      piece.conditions.isEmpty, kind(piece.body) == .block, let list = go.onlyPart(piece.body),
      kind(list) == .statementList, let only = go.onlyPart(list), kind(only) == .return
    else { return false }
    guard let values = go.firstPart(only) else {
      return function.namedError != 0 && function.namedError == core.symbol(check.error)
    }
    guard let last = go.lastPart(values), isSame(last, check.error) else { return false }
    return !go.holds(.call, in: values)
  }

  private mutating func writePlain(_ check: GoFailureCheck) -> Bool {
    if let returned = check.returned {
      core.builder.open(.return, .statement, range(returned))
      if let right = child(check.call, fields.right), let value = go.firstPart(right) {
        expression(value, .value, [.returned, .propagated])
      }
      core.builder.close()
      return true
    }
    let later: NodeFlags = check.between.isEmpty ? [] : .leavesLater
    assignment(check.call, .statement, later.union(.propagated), leavingOut: check.error)
    var leaves = run(check.between.lowerBound, check.between.upperBound)
    if let success = check.success {
      leaves = kind(success) == .if ? alone(success) : statements(of: success)
    }
    return leaves
  }
}
