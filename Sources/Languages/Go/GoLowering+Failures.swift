import Behaviour
import TreeSitter

extension GoLowering {
  private static let reach = 3

  /// The look at a failure that belongs to a pending statement; nil where there is none that is understood.
  mutating func failureCheck(_ at: Int, _ end: Int) -> GoFailureCheck? {
    let node = pending[at]
    guard !go[node].hasError, !core.isTooDeep else { return nil }
    if kind(node) == .if {
      guard let call = child(node, fields.initializer), let error = errorTarget(of: call) else { return nil }
      var check = GoFailureCheck(call: call, error: error, between: at..<at, end: at, last: node)
      guard take(node, into: &check, isFirst: true) else { return nil }
      check.end = at + 1
      extend(&check, end)
      return finished(check, end)
    }
    guard let error = errorTarget(of: node) else { return nil }
    var next = at + 1
    while next < end, next - at <= GoLowering.reach, isPlain(pending[next]), !go.mentions(error, in: pending[next]) {
      next += 1
    }
    guard next < end, looksAt(error, pending[next]) else { return nil }
    var check = GoFailureCheck(call: node, error: error, between: at + 1..<next, end: next, last: node)
    extend(&check, end)
    return check.handlers.isEmpty ? nil : finished(check, end)
  }

  /// A statement without ways of its own.
  private func isPlain(_ node: Int32) -> Bool {
    switch kind(node) {
    case .expressionStatement, .assignment, .shortVar, .increment, .decrement: !go[node].hasError
    default: false
    }
  }

  private mutating func looksAt(_ error: Int32, _ node: Int32) -> Bool {
    guard !go[node].hasError else { return false }
    switch kind(node) {
    case .if:
      guard child(node, fields.initializer) == nil, let condition = child(node, fields.condition) else { return false }
      return go.mentions(error, in: condition)
    case .switch: return child(node, fields.initializer) == nil && go.mentions(error, in: node)
    default: return false
    }
  }

  /// Takes in the looks that follow, until one takes every failure.
  private mutating func extend(_ check: inout GoFailureCheck, _ end: Int) {
    while !isComplete(check), check.end < end, looksAt(check.error, pending[check.end]) {
      let node = pending[check.end]
      var longer = check
      let isTaken = kind(node) == .if ? take(node, into: &longer, isFirst: false) : take(switch: node, into: &longer)
      guard isTaken else { return }
      longer.end += 1
      longer.last = node
      check = longer
    }
  }

  private func isComplete(_ check: GoFailureCheck) -> Bool {
    guard let last = check.handlers.last, last.takesAll else { return check.success != nil }
    // What holds only if something else does too may be followed by what holds always.
    return check.success != nil || last.pieces.last.map { $0.conditions.isEmpty || $0.otherwise != nil } ?? true
  }

  /// Takes in one `if` with its alternatives.
  private mutating func take(_ node: Int32, into check: inout GoFailureCheck, isFirst: Bool, depth: Int = 0) -> Bool {
    guard depth < 16, let condition = child(node, fields.condition), let body = child(node, fields.consequence),
      let test = test(of: check.error, in: condition)
    else { return false }
    let alternative = child(node, fields.alternative)
    switch test {
    case .fails(let and, let or):
      if let or {
        check.alsoFails = or
      } else if !and.isEmpty, let alternative {
        // Failure and success share what stands there, unless it asks again.
        guard kind(alternative) == .if, child(alternative, fields.initializer) == nil,
          let next = child(alternative, fields.condition),
          case .fails(let more, nil)? = self.test(of: check.error, in: next),
          more.isEmpty, let otherwise = child(alternative, fields.consequence)
        else { return false }
        add(GoFailureCheck.Piece(conditions: and, body: body, otherwise: otherwise), to: &check, node)
        check.success = child(alternative, fields.alternative)
        return true
      }
      add(GoFailureCheck.Piece(conditions: and, body: body), to: &check, node)
      check.success = alternative
    case .succeeds(let and):
      check.success = body
      check.successOnly = and
      var handler = GoFailureCheck.Handler(node: node)
      if let alternative {
        if and.isEmpty, kind(alternative) == .if, child(alternative, fields.initializer) == nil,
          looksAt(check.error, alternative)
        {
          return take(alternative, into: &check, isFirst: false, depth: depth + 1)
        }
        handler.pieces.append(GoFailureCheck.Piece(body: alternative))
        check.failsOtherwise = !and.isEmpty
      }
      check.handlers.append(handler)
    case .isOne(let types):
      guard alternative != nil || leaves(body) || resets(check.error, in: body) || !isFirst || check.handlers.isEmpty
      else { return false }
      check.handlers.append(
        GoFailureCheck.Handler(types: types, pieces: [GoFailureCheck.Piece(body: body)], node: node)
      )
      guard let alternative else { return true }
      guard kind(alternative) == .if, child(alternative, fields.initializer) == nil else { return false }
      return take(alternative, into: &check, isFirst: false, depth: depth + 1)
    case .failsBut(let types):
      check.handlers.append(GoFailureCheck.Handler(types: types, node: node))
      add(GoFailureCheck.Piece(body: body), to: &check, node)
      check.success = alternative
    }
    return true
  }

  private mutating func add(_ piece: GoFailureCheck.Piece, to check: inout GoFailureCheck, _ node: Int32) {
    if let last = check.handlers.last, last.takesAll {
      check.handlers[check.handlers.count - 1].pieces.append(piece)
    } else {
      check.handlers.append(GoFailureCheck.Handler(pieces: [piece], node: node))
    }
  }

  /// `switch { case err == nil: … case errors.Is(err, X): … default: … }`, `switch err { case nil: … }`.
  private mutating func take(switch node: Int32, into check: inout GoFailureCheck) -> Bool {
    let subject = child(node, fields.value)
    if let subject, !isSame(go.unwrap(subject), check.error) { return false }
    var hasSuccess = false
    for arm in go.children(node) {
      switch kind(arm) {
      case .expressionCase:
        guard let list = child(arm, fields.value) else { return false }
        let values = go.parts(list)
        if subject != nil {
          if values.contains(where: { kind($0) == GoKind.nil }) {
            guard values.count == 1 else { return false }
            hasSuccess = true
            check.success = arm
          } else {
            check.handlers.append(
              GoFailureCheck.Handler(types: values, pieces: [GoFailureCheck.Piece(body: arm)], node: arm)
            )
          }
          continue
        }
        guard values.count == 1, let test = test(of: check.error, in: values[0]) else { return false }
        switch test {
        case .succeeds(let and):
          guard and.isEmpty else { return false }
          hasSuccess = true
          check.success = arm
        case .isOne(let types):
          check.handlers.append(
            GoFailureCheck.Handler(types: types, pieces: [GoFailureCheck.Piece(body: arm)], node: arm)
          )
        case .fails(let and, nil) where and.isEmpty:
          check.handlers.append(GoFailureCheck.Handler(pieces: [GoFailureCheck.Piece(body: arm)], node: arm))
        default: return false
        }
      case .defaultCase:
        if hasSuccess {
          check.handlers.append(GoFailureCheck.Handler(pieces: [GoFailureCheck.Piece(body: arm)], node: arm))
        } else if check.handlers.contains(where: \.takesAll) {
          check.success = arm
        } else {
          return false
        }
      default: continue
      }
    }
    return !check.handlers.isEmpty
  }

  /// Whether the last statement of a block leaves, as far as a short look tells.
  func leaves(_ block: Int32, depth: Int = 0) -> Bool {
    var last = go.lastPart(block)
    while let found = last, kind(found) == .statementList { last = go.lastPart(found) }
    guard let last, depth < 6 else { return false }
    switch kind(last) {
    case .return, .break, .continue, .goto: return true
    case .expressionStatement:
      guard let call = go.firstPart(last), kind(call) == .call, let callee = go.callee(call) else { return false }
      if go.isText(callee, "panic") || go.isText(callee, "os.Exit") { return true }
      let name = go.text(go.last(callee))
      return name.hasPrefix("Fatal") || name.hasPrefix("Panic") || name == "FailNow" || name == "Skip" || name == "Exit"
    case .if:
      guard let body = child(last, fields.consequence), let other = child(last, fields.alternative),
        leaves(body, depth: depth + 1)
      else { return false }
      return kind(other) == .block && leaves(other, depth: depth + 1)
    case .block: return leaves(last, depth: depth + 1)
    default: return false
    }
  }

  /// `err = nil`.
  private func resets(_ error: Int32, in block: Int32) -> Bool {
    let end = go.next(block)
    var at = block &+ 1
    while at < end {
      if kind(at) == .assignment, let left = child(at, fields.left), let target = go.lastPart(left),
        isSame(target, error)
      {
        return true
      }
      at &+= 1
    }
    return false
  }

  /// Adds the `return` of what the call gave, where every handler leaves before it.
  private mutating func finished(_ check: GoFailureCheck, _ end: Int) -> GoFailureCheck? {
    guard !check.handlers.isEmpty else { return nil }
    // What is looked at again behind a look that took a part of the failures is not dealt with yet.
    let isPartial = check.handlers.contains { handler in
      handler.pieces.isEmpty && handler.takesAll || handler.pieces.contains { !$0.conditions.isEmpty }
    }
    if isPartial, (check.end..<max(check.end, end)).contains(where: { go.mentions(check.error, in: pending[$0]) }) {
      return nil
    }
    var check = check
    guard check.success == nil, check.alsoFails == nil, check.between.isEmpty, check.end < end,
      kind(check.call) == .shortVar, check.handlers.contains(where: \.takesAll),
      check.handlers.allSatisfy({ $0.pieces.last.map { $0.conditions.isEmpty && leaves($0.body) } ?? false }),
      kind(pending[check.end]) == .return, let list = go.firstPart(pending[check.end]),
      let left = child(check.call, fields.left)
    else { return check }
    var values = go.parts(list)
    if function.returnsError {
      guard let last = values.last, kind(last) == GoKind.nil || isSame(last, check.error) else { return check }
      values.removeLast()
    }
    let targets = go.parts(left).dropLast()
    guard values.count == targets.count, !values.isEmpty, zip(values, targets).allSatisfy({ isSame($0, $1) }),
      targets.allSatisfy({ !go.isText($0, "_") })
    else { return check }
    check.returned = pending[check.end]
    check.end += 1
    return check
  }

  // MARK: - Failures that go on

  /// `x, err := f()` right before `return x, err`: the failure goes on with the value.
  ///
  /// - Returns: nil where it is something else.
  mutating func passedOn(_ at: inout Int, _ end: Int) -> Bool? {
    guard function.returnsError, at + 1 < end, kind(pending[at + 1]) == .return, !go[pending[at + 1]].hasError,
      let error = errorTarget(of: pending[at]), let list = go.firstPart(pending[at + 1]),
      let last = go.lastPart(list), isSame(last, error)
    else { return nil }
    let call = pending[at]
    let values = go.parts(list)
    at += 2
    assignment(call, .statement, [.propagated], leavingOut: error)
    core.builder.open(.return, .statement, range(pending[at - 1]))
    if values.count > 2 {
      core.builder.open(.collection, .value, range(list), detail: CollectionKind.tuple.rawValue)
      for value in values.dropLast() { expression(value, .element, [.returned]) }
      core.builder.close()
    } else if values.count == 2 {
      expression(values[0], .value, [.returned])
    }
    core.builder.close()
    return true
  }

  /// Whether the failure that a pending statement takes is written over before anybody reads it.
  mutating func losesFailure(_ at: Int, _ end: Int) -> Bool {
    guard let error = errorTarget(of: pending[at]), kind(error) == .identifier else { return false }
    for next in at + 1..<max(at + 1, min(end, at + 5)) {
      let node = pending[next]
      guard go.mentions(error, in: node) else { continue }
      guard let other = errorTarget(of: node), isSame(other, error), let right = child(node, fields.right) else {
        return false
      }
      return !go.mentions(error, in: right)
    }
    return false
  }
}
