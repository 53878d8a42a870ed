import Behaviour
import Knowledge

extension UnitContext {
  /// The retry region that a loop is; nil where it is none.
  ///
  /// A loop retries where a failure is followed by another round of the same work and success ends it. A loop over
  /// different items that goes on after a failed one does not.
  func retryLoop(_ loop: NodeIndex) -> RetryRegion? {
    guard let body = tree.child(loop, .body), tree[loop].loopKind != .comprehension else { return nil }
    let attempts = attempts(directlyIn: body)
    if tree[loop].loopKind == .forEach, attempts.isEmpty || !isRepeatedAlike(loop, body) { return nil }
    let counter = self.counter(of: loop)
    for attempt in attempts {
      guard let work = tree.child(attempt, .body) else { continue }
      let handlers = tree.children(attempt, .handler).filter { goesOn(after: $0, of: attempt) }
      guard !handlers.isEmpty, endsWithSuccess(loop, body: body, attempt: attempt),
        !advances(loop, body: body, by: attempt)
      else { continue }
      return RetryRegion(
        kind: .loop,
        node: loop,
        attempt: tree.subtree(body).lowerBound..<tree.subtree(work).upperBound,
        round: tree.subtree(body),
        handlers: handlers,
        counter: counter,
        bound: bound(of: loop)
      )
    }
    return statusLoop(loop, body, counter)
  }

  /// A call that runs its closure so many times, which success leaves for good: `repeat(3) { try { return f() } … }`.
  func retryRounds(_ call: CallFact) -> RetryRegion? {
    guard NameReading.last(tree.name(call.node)) == "repeat" || call.path == "repeat" else { return nil }
    let arguments = tree.children(call.node, .argument).compactMap { tree.child($0, .value) }
    guard arguments.count == 2, tree.kind(arguments[1]) == .closure, let body = tree.child(arguments[1], .body) else {
      return nil
    }
    for attempt in attempts(directlyIn: body) where tree.parent(attempt) == body {
      guard let work = tree.child(attempt, .body), leavesByItsOwnWord(work) else { continue }
      return RetryRegion(
        kind: .loop,
        node: call.node,
        attempt: tree.subtree(body).lowerBound..<tree.subtree(work).upperBound,
        round: tree.subtree(body),
        handlers: tree.children(attempt, .handler),
        counter: nil,
        bound: number(arguments[0]).map { .attempts($0) } ?? .limited
      )
    }
    return nil
  }

  /// The last value of a closure is its own; what is returned by the word for it is the function's.
  private func leavesByItsOwnWord(_ body: NodeIndex) -> Bool {
    tree.subtree(body).contains { node in
      guard tree.kind(node) == .return, let value = tree.child(node, .value) else { return false }
      return tree[node].start < tree[value].start
    }
  }

  /// The attempts whose failure decides about the next round: not those in a loop or a closure further in.
  func attempts(directlyIn body: NodeIndex) -> [NodeIndex] {
    var found: [NodeIndex] = []
    var node = body
    let end = tree.subtree(body).upperBound
    while node < end {
      switch tree.kind(node) {
      case .loop, .closure:
        node = tree[node].next
        continue
      case .attempt where !tree.children(node, .handler).isEmpty: found.append(node)
      default: break
      }
      node &+= 1
    }
    return found
  }

  /// Whether another round may follow once this handler has run.
  private func goesOn(after handler: NodeIndex, of attempt: NodeIndex) -> Bool {
    guard let body = tree.child(handler, .body) else { return false }
    let ways = self.ways(outOf: body)
    guard ways.contains(.continues) || ways.contains(.falls) else { return false }
    if ways.contains(.continues) { return true }
    // What stands behind the attempt runs after a failure too: where it leaves, there is no other round.
    var node = attempt
    while let parent = Optional(tree.parent(node)), parent >= 0, tree.kind(parent) != .loop {
      if tree.kind(parent) == .block {
        var isBehind = false
        for statement in tree.children(parent) {
          if isBehind {
            let ways = self.ways(outOf: statement)
            if ways.contains(.continues) { return true }
            if !ways.contains(.falls) { return false }
          }
          if statement == node { isBehind = true }
        }
      }
      node = parent
    }
    return true
  }

  /// Whether success leaves the loop: in the attempt, behind it, or by the loop's own condition.
  private func endsWithSuccess(_ loop: NodeIndex, body: NodeIndex, attempt: NodeIndex) -> Bool {
    let inside = waysOut(ofSuccess: attempt)
    if inside.contains(.breaks) || inside.contains(.returns) {
      return !inside.contains(.falls) || !endsWithTheLast(attempt)
    }
    if inside.contains(.falls), leavesBehind(attempt, in: loop) { return true }
    guard let condition = tree.child(loop, .condition) else { return false }
    return isSettled(condition, by: attempt)
  }

  /// `try: … except: continue` and then `break` or `return` behind it.
  private func leavesBehind(_ attempt: NodeIndex, in loop: NodeIndex) -> Bool {
    let block = tree.parent(attempt)
    guard tree.kind(block) == .block else { return false }
    var isBehind = false
    for statement in tree.children(block) {
      if isBehind {
        let ways = self.ways(outOf: statement)
        if ways.contains(.breaks) || ways.contains(.returns) { return isSuccess(statement, of: attempt) }
      }
      if statement == attempt { isBehind = true }
    }
    return false
  }

  /// Whether a statement behind an attempt leaves because that went well: always, or by what the attempt found out.
  private func isSuccess(_ statement: NodeIndex, of attempt: NodeIndex) -> Bool {
    guard tree.kind(statement) == .branch, let condition = tree.child(statement, .condition) else { return true }
    if isFailureCheck(statement) || saysNoMore(condition) { return false }
    var found: Set<String> = []
    for node in tree.subtree(attempt) where tree[node].role == .target && tree.kind(node) == .read {
      found.insert(tree.name(node))
    }
    return tree.subtree(condition).contains { node in
      switch tree.kind(node) {
      case .read, .call: found.contains(String(NameReading.root(tree.name(node))))
      default: false
      }
    }
  }

  /// Whether all that leaves an attempt leaves because nothing is left to do: `if (page.length < size) break`.
  private func endsWithTheLast(_ attempt: NodeIndex) -> Bool {
    guard let work = tree.child(attempt, .body) else { return false }
    var ends = false
    var succeeds = false
    visit(work) { node in
      guard tree.kind(node) == .branch, !tree[node].has(.expression), let condition = tree.child(node, .condition),
        !self.ways(outOf: node).isDisjoint(with: [.breaks, .returns])
      else { return }
      if isFailureCheck(node) || saysNoMore(condition) { ends = true } else { succeeds = true }
    }
    return ends && !succeeds
  }

  /// `if (!hasNext)`, `if batch is None`, `if len(rows) == 0`
  private func saysNoMore(_ condition: NodeIndex) -> Bool {
    guard tree.kind(condition) == .condition else {
      return tree.kind(condition) == .call
        && ["isEmpty", "empty?", "IsEmpty", "is_empty"].contains(
          NameReading.last(tree.name(condition))
        )
    }
    guard let operand = tree.children(condition, .operand).first, !NameReading.saysFailure(tree.name(operand)) else {
      return false
    }
    switch tree.name(condition) {
    case Operator.not, Operator.isNull: return true
    case Operator.equal:
      guard let other = tree.children(condition, .operand).last, tree.kind(other) == .literal else { return false }
      return tree.name(other) == "0"
    default: return false
    }
  }

  /// Whether each round works on something else: the next element, the folder above, the address that is left.
  private func advances(_ loop: NodeIndex, body: NodeIndex, by attempt: NodeIndex) -> Bool {
    guard tree[loop].loopKind == .while || tree[loop].loopKind == .endless,
      let work = tree.child(attempt, .body)
    else { return false }
    var used: Set<String> = []
    for call in calls(in: work) {
      if call.known != nil, !call.effect.leavesProcess { continue }
      for argument in tree.children(call.node, .argument) {
        for node in tree.subtree(argument) where tree.kind(node) == .read { used.insert(tree.name(node)) }
      }
      if tree.child(call.node, .receiver) == nil { used.insert(String(NameReading.root(tree.name(call.node)))) }
    }
    guard !used.isEmpty else { return false }
    for node in tree.subtree(body) where tree.kind(node) == .assign {
      guard let target = tree.child(node, .target), used.contains(tree.name(target)),
        let value = tree.child(node, .value)
      else { continue }
      let words = NameReading.words(tree.name(target))
      if words.contains(where: { RetryWords.pacing.contains($0) }) { continue }
      if tree[node].name != 0 { return true }
      for part in tree.subtree(value) {
        switch tree.kind(part) {
        case .read:
          // Made from what it was, or from something that changes with it.
          if tree.name(part) == tree.name(target) { return true }
          if !writes(of: tree.name(part), in: tree.subtree(body)).isEmpty, !tree.contains(attempt, part) { return true }
        case .call:
          if RetryWords.steps.contains(NameReading.habitual(NameReading.last(tree.name(part)))) { return true }
        default: continue
        }
      }
      // Something else is taken where this failed.
      if tree.ancestors(node).contains(where: { tree.kind($0) == .handler }) { return true }
    }
    return false
  }

  /// `if attempts > 3: break` leaves for want of success.
  private func isFailureCheck(_ statement: NodeIndex) -> Bool {
    guard tree.kind(statement) == .branch, let condition = tree.child(statement, .condition) else { return false }
    let name = tree.kind(condition) == .condition ? tree.name(condition) : ""
    return [Operator.greater, Operator.greaterOrEqual, Operator.less, Operator.lessOrEqual].contains(name)
  }

  /// Whether a place that the loop's condition asks for gets its last value in the attempt: `done = True`, or the
  /// result that was absent so far.
  private func isSettled(_ condition: NodeIndex, by attempt: NodeIndex) -> Bool {
    var asked: Set<String> = []
    for node in tree.subtree(condition) where tree.kind(node) == .read { asked.insert(tree.name(node)) }
    guard !asked.isEmpty else { return false }
    for child in tree.children(attempt) where tree[child].role == .body || tree[child].role == .otherwise {
      for node in tree.subtree(child) where tree.kind(node) == .assign && tree[node].name == 0 {
        guard let target = tree.child(node, .target), asked.contains(tree.name(target)),
          let value = tree.child(node, .value)
        else { continue }
        switch tree.kind(value) {
        case .literal:
          if [.true, .false].contains(tree[value].literalKind) { return true }
        case .call, .await:
          if asksForAbsence(condition, of: tree.name(target)) { return true }
        default: continue
        }
      }
    }
    return false
  }

  /// `while response is None`, `while (!response)`.
  private func asksForAbsence(_ condition: NodeIndex, of name: String) -> Bool {
    for node in tree.subtree(condition) where tree.kind(node) == .condition {
      guard tree.name(node) == Operator.isNull || tree.name(node) == Operator.not else { continue }
      if tree.children(node).contains(where: { tree.name($0) == name }) { return true }
    }
    return false
  }

  /// Whether every round of a for-each loop does the same: what it goes through is only counted, or waited for.
  private func isRepeatedAlike(_ loop: NodeIndex, _ body: NodeIndex) -> Bool {
    let targets = tree.children(loop, .target)
    if targets.isEmpty { return true }
    for target in targets {
      guard let definition = flow.definition(at: target) else { return false }
      for use in flow.uses(of: definition) where tree.contains(body, use) {
        guard isOnlyPacing(use) else { return false }
      }
    }
    return true
  }

  /// A use of the loop's variable that does not change what is done: waiting, logging, comparing.
  private func isOnlyPacing(_ use: NodeIndex) -> Bool {
    for node in tree.ancestors(use) {
      switch tree.kind(node) {
      case .call:
        switch call(node)?.known?.part {
        case .sleep, .log, .logTrace: return true
        default:
          let last = NameReading.last(tree.name(node)).lowercased()
          return last.contains("sleep") || last.contains("delay") || last.contains("wait") || last.contains("log")
            || last == "warn" || last == "warning" || last == "info" || last == "debug" || last == "error"
        }
      case .condition: return true
      case .handler: return true
      case .raise: return true
      case .block: return false
      default: continue
      }
    }
    return false
  }

  // MARK: - Status

  /// A counted loop that sends again where the answer says no, and leaves where it says yes.
  private func statusLoop(_ loop: NodeIndex, _ body: NodeIndex, _ counter: NodeIndex?) -> RetryRegion? {
    guard tree[loop].loopKind != .forEach else { return nil }
    for call in calls(in: body) {
      guard let known = call.known, known.failure.contains(.status), !known.checks.isEmpty,
        innermostLoop(around: call.node) == loop
      else { continue }
      for use in uses(of: call.node) {
        guard case .member(let name) = use.kind, known.checks.contains(name), tree.contains(body, use.node) else {
          continue
        }
        guard let branch = branch(decidedBy: use.node), tree.contains(body, branch) else { continue }
        let ways = self.ways(outOf: branch)
        guard ways.contains(.breaks) || ways.contains(.returns) else { continue }
        guard !tree.children(loop, .target).isEmpty || counter != nil else { continue }
        return RetryRegion(
          kind: .loop,
          node: loop,
          attempt: tree.subtree(body),
          round: tree.subtree(body),
          handlers: [],
          counter: counter,
          bound: bound(of: loop)
        )
      }
    }
    return nil
  }

  /// The branch whose condition a node is part of.
  func branch(decidedBy node: NodeIndex) -> NodeIndex? {
    var child = node
    for ancestor in tree.ancestors(node) {
      if tree.kind(ancestor) == .branch { return tree[child].role == .condition ? ancestor : nil }
      if tree.kind(ancestor) == .block { return nil }
      child = ancestor
    }
    return nil
  }

  func innermostLoop(around node: NodeIndex) -> NodeIndex? {
    for ancestor in tree.ancestors(node) {
      if tree.kind(ancestor) == .closure { return nil }
      if tree.kind(ancestor) == .loop { return ancestor }
    }
    return nil
  }
}

private enum RetryWords {
  static let pacing: Set<String> = [
    "timeout", "delay", "attempt", "attempts", "retry", "retries", "tries", "backoff", "wait", "interval", "sleep",
    "error", "err", "count", "token",
  ]
  static let steps: Set<String> = ["next", "pop", "shift", "poll", "dequeue", "popleft", "popFront", "recv", "take"]
}
