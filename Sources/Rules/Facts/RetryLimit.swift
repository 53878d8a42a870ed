import Behaviour
import Knowledge

/// What ends the rounds of a loop besides success.
struct RetryLimit: Hashable {
  enum Kind: Hashable {
    case count, time
    /// Somebody asks it to end.
    case stop
    /// Whether it is enough is decided by a function that is not seen here.
    case asked
  }

  let kind: Kind
  /// What is compared or asked.
  let node: NodeIndex
}

extension UnitContext {
  /// All that may end a loop for want of success, in reading order.
  func limits(of loop: NodeIndex) -> [RetryLimit] {
    guard let body = tree.child(loop, .body) else { return [] }
    var found: [RetryLimit] = []
    if let condition = tree.child(loop, .condition), let limit = limit(in: condition, of: loop) { found.append(limit) }
    let end = tree.subtree(body).upperBound
    var node = body
    while node < end {
      switch tree.kind(node) {
      case .loop, .closure:
        node = tree[node].next
        continue
      case .branch where !tree[node].has(.expression):
        if leaves(node) {
          if let condition = tree.child(node, .condition) {
            if let limit = limit(in: condition, of: loop) { found.append(limit) }
          } else if let limit = stopArm(of: node) {
            found.append(limit)
          }
        }
      // `Err(error) if attempts >= 5 => return Err(error)`
      case .handler:
        if let condition = tree.child(node, .condition), let inside = tree.child(node, .body),
          !ways(outOf: inside).isDisjoint(with: [.returns, .raises, .breaks, .exits]),
          let limit = limit(in: condition, of: loop)
        {
          found.append(limit)
        }
      case .call:
        if let limit = limitingCall(node, in: loop) { found.append(limit) }
      default: break
      }
      node &+= 1
    }
    return found
  }

  /// Whether an arm of a branch leaves the loop.
  private func leaves(_ branch: NodeIndex) -> Bool {
    var leaves = false
    for child in tree.children(branch) where tree[child].role == .arm || tree[child].role == .otherwise {
      let ways = self.ways(outOf: child)
      if !ways.isDisjoint(with: [.returns, .raises, .breaks, .exits]) { leaves = true }
      // Tried again in this arm alone: the other one goes on to what leaves.
      if ways == .continues { leaves = true }
    }
    return leaves
  }

  /// `case <-ctx.Done(): return`
  private func stopArm(of branch: NodeIndex) -> RetryLimit? {
    for arm in tree.children(branch, .arm) {
      guard !ways(outOf: arm).isDisjoint(with: [.returns, .raises, .breaks, .exits]) else { continue }
      var isFirst = true
      for node in tree.subtree(arm) where tree.kind(node) == .call || tree.kind(node) == .read {
        if LimitWords.isStop(tree.name(node)) { return RetryLimit(kind: .stop, node: node) }
        if LimitWords.isTime(tree.name(node)) { return RetryLimit(kind: .time, node: node) }
        if isFirst, tree.name(node).hasSuffix("time.After") { return RetryLimit(kind: .time, node: node) }
        isFirst = false
      }
    }
    return nil
  }

  private func limitingCall(_ node: NodeIndex, in loop: NodeIndex) -> RetryLimit? {
    let last = NameReading.habitual(NameReading.last(tree.name(node)))
    if last == "throwIfCancellationRequested" || last == "ensureActive" || last == "checkCancellation"
      || last == "throwIfAborted"
    {
      return RetryLimit(kind: .stop, node: node)
    }
    return nil
  }

  /// What a condition asks for that makes an end.
  private func limit(in condition: NodeIndex, of loop: NodeIndex) -> RetryLimit? {
    var stop: RetryLimit?
    var asked: RetryLimit?
    for node in tree.subtree(condition) {
      switch tree.kind(node) {
      case .assign where tree[node].name != 0: return RetryLimit(kind: .count, node: node)
      case .read:
        let name = tree.name(node)
        if isCounted(name, in: loop), isAskedForSize(node, within: condition) {
          return RetryLimit(kind: .count, node: node)
        }
        if LimitWords.isTime(name), !isFailureWord(name) { return RetryLimit(kind: .time, node: node) }
        if stop == nil, LimitWords.isStop(name), writes(of: name, in: tree.subtree(loop)).isEmpty {
          stop = RetryLimit(kind: .stop, node: node)
        }
      case .call:
        let name = tree.name(node)
        if let fact = call(node), fact.effect == .clock { return RetryLimit(kind: .time, node: node) }
        if LimitWords.isTime(name), !isFailureWord(name) { return RetryLimit(kind: .time, node: node) }
        if stop == nil, LimitWords.isStop(name) { stop = RetryLimit(kind: .stop, node: node) }
        if asked == nil, LimitWords.asks(name) || asksForCount(node, in: loop) {
          asked = RetryLimit(kind: .asked, node: node)
        }
      default: continue
      }
    }
    return stop ?? asked
  }

  /// `except TimeoutError`, `isTimeout(error)`: about the failure, not about the time that is left.
  private func isFailureWord(_ name: String) -> Bool {
    let words = NameReading.words(NameReading.last(name))
    return words.contains { ["is", "error", "err", "exception", "status", "code"].contains($0) }
  }

  /// A name that each round counts up or down, or that the loop itself gives.
  private func isCounted(_ name: String, in loop: NodeIndex) -> Bool {
    let words = NameReading.words(NameReading.last(name))
    if words.contains(where: { LimitWords.counts.contains($0) }) { return true }
    return tree.subtree(loop).contains { at in
      let node = tree[at]
      guard node.kind == .read, node.role == .target, tree.text(node.name) == name else { return false }
      let parent = tree.parent(at)
      if tree.kind(parent) == .loop { return parent == loop }
      guard tree.kind(parent) == .assign else { return false }
      if tree[parent].name != 0 { return true }
      guard let value = tree.child(parent, .value), tree.kind(value) == .operation else { return false }
      return tree.subtree(value).contains { tree.kind($0) == .read && tree.name($0) == name }
    }
  }

  /// Compared, or taken for a truth by itself.
  private func isAskedForSize(_ node: NodeIndex, within condition: NodeIndex) -> Bool {
    if node == condition { return true }
    for ancestor in tree.ancestors(node) {
      switch tree.kind(ancestor) {
      case .condition:
        switch tree.name(ancestor) {
        case Operator.isNull, Operator.isNotNull, Operator.isType, Operator.in, Operator.notIn: return false
        default: return true
        }
      case .operation, .assign: if ancestor == condition { return true }
      case .branch, .loop: return true
      default: return false
      }
    }
    return false
  }

  /// `policy.allows(attempt)`
  private func asksForCount(_ call: NodeIndex, in loop: NodeIndex) -> Bool {
    tree.children(call, .argument).contains { argument in
      guard let value = tree.child(argument, .value), tree.kind(value) == .read else { return false }
      return isCounted(tree.name(value), in: loop)
    }
  }
}

private enum LimitWords {
  static let counts: Set<String> = ["attempt", "attempts", "retries", "tries", "remaining", "retrycount", "attempted"]
  private static let times: Set<String> = [
    "deadline", "elapsed", "timeout", "expires", "expired", "expiry", "until", "budget", "stopwatch", "timer", "now",
    "since",
  ]
  private static let stops: Set<String> = [
    "running", "stopped", "stop", "shutdown", "alive", "active", "terminated", "stopping", "closed", "closing", "quit",
    "cancelled", "canceled", "cancel", "cancellation", "exit", "exiting", "run", "done", "aborted", "signal",
    "interrupted", "destroyed", "disposed", "unmounted", "terminate", "open", "terminating", "stopwhen", "shuttingdown",
  ]
  private static let askers: Set<String> = ["should", "can", "may", "allows", "allow", "permits", "exhausted", "give"]

  static func isTime(_ name: String) -> Bool { NameReading.words(name).contains { times.contains($0) } }

  static func isStop(_ name: String) -> Bool {
    let words = NameReading.words(name)
    if words.contains(where: { stops.contains($0) }) { return true }
    return (words.first == "ctx" || words.first == "context") && (words.last == "err" || words.last == "done")
  }

  /// `policy.shouldRetry(error)`, `retry.nextDelay()`
  static func asks(_ name: String) -> Bool {
    let words = NameReading.words(NameReading.last(name))
    guard let first = words.first, askers.contains(first) else { return false }
    return words.contains { ["retry", "again", "continue", "attempt", "up"].contains($0) }
      || NameReading.words(name).contains { ["policy", "retry", "retrier", "retryer", "backoff"].contains($0) }
  }
}
