import Behaviour
import Knowledge

/// What lies between two attempts.
enum RetryPause: Hashable {
  /// Nothing: the next attempt follows at once.
  case none
  /// As long each time; so many seconds where that is constant.
  case fixed(NodeIndex, seconds: Double?)
  /// Longer from time to time, or of a length that chance decides.
  case growing(NodeIndex)
  /// Decided in a place that is not seen.
  case unknown(NodeIndex)

  var node: NodeIndex? {
    switch self {
    case .none: nil
    case .fixed(let node, _), .growing(let node), .unknown(let node): node
    }
  }
}

extension UnitContext {
  /// What a region waits for between its attempts.
  func pause(in region: RetryRegion) -> RetryPause {
    switch region.kind {
    case .loop: return pause(among: region.round, region)
    case .recursion:
      guard let handler = region.handlers.first else { return .none }
      let inHandler = pause(among: tree.subtree(handler), region)
      return inHandler
    case .decorator, .policy: return policyPause(of: region)
    }
  }

  // MARK: - Waits in the code

  private func pause(among nodes: Range<NodeIndex>, _ region: RetryRegion) -> RetryPause {
    var found = RetryPause.none
    for call in calls(in: nodes) {
      guard let wait = wait(call) else { continue }
      let pause = length(of: wait, call.node, region)
      switch (found, pause) {
      case (_, .growing): return pause
      case (.none, _): found = pause
      case (.unknown, .fixed): found = pause
      default: continue
      }
    }
    if found == .none, let tick = nodes.first(where: { isTick($0) }) { return .fixed(tick, seconds: nil) }
    return found
  }

  private enum Wait {
    case amount(NodeIndex)
    /// How long is decided elsewhere.
    case hidden
  }

  /// Whether a call waits, and for how long.
  private func wait(_ call: CallFact) -> Wait? {
    let name = tree.name(call.node)
    let last = NameReading.habitual(NameReading.last(name))
    if call.known?.part == .sleep || last == "sleep" || last == "usleep" {
      guard case .given(let value) = positional(0, of: call.node) else {
        let labelled = tree.children(call.node, .argument).lazy.compactMap { self.tree.child($0, .value) }.first
        return labelled.map { .amount($0) } ?? .hidden
      }
      return .amount(value)
    }
    switch last {
    // A timer that goes on with the work.
    case "setTimeout", "asyncAfter", "call_later", "postDelayed", "schedule":
      let position = last == "setTimeout" ? 1 : 0
      if last == "schedule", tree.children(call.node, .argument).count < 2 { return nil }
      guard case .given(let value) = positional(position, of: call.node) else { return .hidden }
      return .amount(value)
    case "after", "newTimer":
      guard name.hasSuffix("time.After") || name.hasSuffix("time.NewTimer") || name.hasSuffix("clock.After"),
        case .given(let value) = positional(0, of: call.node)
      else { return nil }
      return .amount(value)
    default: break
    }
    if let inside = waitInside(call) { return inside }
    let words = NameReading.words(last)
    if words.contains(where: { PauseWords.waits.contains($0) }), !words.contains("no") {
      if words.count <= 2, PauseWords.amounts.contains(last), case .given(let value) = positional(0, of: call.node) {
        return .amount(value)
      }
      return isAwaitedTask(call) ? nil : .hidden
    }
    return nil
  }

  /// `const pause = () => new Promise((done) => setTimeout(done, 500))`
  private func waitInside(_ call: CallFact) -> Wait? {
    let name = tree.name(call.node)
    guard !name.utf8.contains(UInt8(ascii: ".")), let function = functionOfUnit(named: call.node),
      !tree.contains(function, call.node)
    else { return nil }
    for inner in calls(in: function) {
      if let wait = wait(inner) {
        if case .amount(let value) = wait, tree.kind(value) == .read,
          tree.children(function, .parameter).contains(where: { tree.name($0) == tree.name(value) })
        {
          guard case .given(let given) = positional(0, of: call.node) else { return .hidden }
          return .amount(given)
        }
        return wait
      }
    }
    return nil
  }

  /// `task.wait()`, `process.wait()` wait for the work, not for the next attempt.
  private func isAwaitedTask(_ call: CallFact) -> Bool {
    let name = tree.name(call.node)
    guard NameReading.habitual(NameReading.last(name)) == "wait" else { return false }
    let words = NameReading.words(NameReading.last(String(NameReading.base(name))))
    let isPacer = words.contains { PauseWords.pacers.contains($0) }
    return !isPacer && tree.child(call.node, .argument) == nil
  }

  /// `<-ticker.C`
  private func isTick(_ node: NodeIndex) -> Bool {
    tree.kind(node) == .read && tree.name(node).hasSuffix(".C")
      && NameReading.words(tree.name(node)).contains { $0 == "ticker" || $0 == "tick" || $0 == "timer" }
  }

  private func length(of wait: Wait, _ call: NodeIndex, _ region: RetryRegion) -> RetryPause {
    switch wait {
    case .hidden:
      let words = NameReading.words(tree.name(call))
      return words.contains { PauseWords.growing.contains($0) } ? .growing(call) : .unknown(call)
    case .amount(let value):
      var visited: Set<NodeIndex> = []
      if grows(value, region, &visited) { return .growing(call) }
      if let seconds = seconds(value) { return seconds > 0 ? .fixed(call, seconds: seconds) : .none }
      return isPlainAmount(value) ? .fixed(call, seconds: nil) : .unknown(call)
    }
  }

  /// Whether an amount differs from attempt to attempt: by the count of them, by a value that changes in each, or by
  /// chance.
  private func grows(_ value: NodeIndex, _ region: RetryRegion, _ visited: inout Set<NodeIndex>) -> Bool {
    guard visited.count < 24, visited.insert(value).inserted else { return false }
    for node in tree.subtree(value) {
      switch tree.kind(node) {
      case .call:
        guard let fact = call(node) else { continue }
        if fact.effect == .random || fact.known?.part == .randomID { return true }
        if NameReading.words(tree.name(node)).contains(where: { PauseWords.growing.contains($0) }) { return true }
      case .read:
        let words = NameReading.words(tree.name(node))
        if words.contains(where: { PauseWords.counts.contains($0) || PauseWords.growing.contains($0) }) {
          // A constant may be called so, too: `MAX_BACKOFF`, `backoff_seconds`.
          if isChanged(node, in: region) || tree.kind(tree.parent(node)) == .operation { return true }
        }
        if isChanged(node, in: region) { return true }
        guard flow.isWholeName(node), let origin = flow.origin(of: node), origin != node else { continue }
        if grows(origin, region, &visited) { return true }
      default: continue
      }
    }
    return false
  }

  /// Whether what a read gives is written in the round: another value in each attempt.
  private func isChanged(_ read: NodeIndex, in region: RetryRegion) -> Bool {
    let name = tree.name(read)
    if let counter = region.counter, tree.name(counter) == name { return true }
    guard region.kind == .loop else {
      return tree[read].placeKind == .parameter && tree.kind(tree.parent(read)) == .operation
    }
    return region.round.contains { at in
      let node = tree[at]
      guard node.kind == .read, node.role == .target, tree.text(node.name) == name else { return false }
      let assignment = tree.parent(at)
      if tree.kind(assignment) == .loop { return true }
      guard tree.kind(assignment) == .assign else { return false }
      if tree[assignment].name != 0 { return true }
      guard let value = tree.child(assignment, .value) else { return false }
      return [.operation, .call, .branch].contains(tree.kind(value)) && value != read
    }
  }

  private func isPlainAmount(_ value: NodeIndex) -> Bool {
    switch tree.kind(value) {
    case .literal, .operation: return true
    case .read: return true
    case .call: return tree.children(value, .argument).count == 1
    default: return false
    }
  }

  /// A constant wait in seconds, as far as its unit can be told.
  private func seconds(_ value: NodeIndex) -> Double? {
    guard let origin = flow.origin(of: value) else { return nil }
    switch tree.kind(origin) {
    case .literal:
      guard let number = Double(tree.name(origin).filter { $0 != "_" && $0 != "L" }) else { return nil }
      return number >= 50 ? number / 1000 : number
    case .read:
      switch NameReading.last(tree.name(origin)) {
      case "Second", "SECONDS", "Minute": return 1
      case "Millisecond": return 0.001
      default: return nil
      }
    case .operation where tree.name(origin) == "*":
      var product = 1.0
      for operand in tree.children(origin, .operand) {
        if tree.kind(operand) == .literal {
          guard let number = Double(tree.name(operand)) else { return nil }
          product *= number
        } else if let unit = seconds(operand) {
          product *= unit
        } else {
          return nil
        }
      }
      return product
    case .call:
      guard case .given(let first) = firstValue(of: origin), tree.kind(first) == .literal,
        let number = Double(tree.name(first).filter { $0 != "_" && $0 != "L" })
      else { return nil }
      let words = NameReading.words(NameReading.last(tree.name(origin)))
      if words.contains(where: { $0.hasPrefix("milli") || $0 == "ms" }) { return number / 1000 }
      if words.contains(where: { $0.hasPrefix("nano") }) { return number / 1_000_000_000 }
      if words.contains(where: { $0.hasPrefix("minute") }) { return number * 60 }
      return words.contains { $0.hasPrefix("second") || $0 == "secs" || $0 == "duration" } ? number : nil
    default: return nil
    }
  }

  private func firstValue(of call: NodeIndex) -> ArgumentValue {
    for argument in tree.children(call, .argument) {
      if let value = tree.child(argument, .value) { return .given(value) }
    }
    return .absent
  }

  // MARK: - Waits of policies

  private func policyPause(of region: RetryRegion) -> RetryPause {
    guard let retry = call(region.node)?.known?.retry else { return .unknown(region.node) }
    return pause(of: retry, region.node)
  }

  /// What a call that repeats waits for, by the arguments that say so and by what it does without them.
  func pause(of retry: Retry, _ call: NodeIndex) -> RetryPause {
    var hidden: NodeIndex?
    for label in retry.pausedBy {
      switch argument(label, of: call) {
      case .given(let value):
        let pause = policyPause(value, label)
        if pause == .none { continue }
        if case .fixed = pause, retry.pause == .growing { return .growing(value) }
        return pause
      case .hidden(let node): hidden = node
      case .absent: continue
      }
    }
    if let hidden { return .unknown(hidden) }
    switch retry.pause {
    case .none: return .none
    case .fixed: return .fixed(call, seconds: nil)
    case .growing: return .growing(call)
    case .unknown: return .unknown(call)
    }
  }

  private func policyPause(_ value: NodeIndex, _ label: String) -> RetryPause {
    let origin = flow.origin(of: value) ?? value
    for node in tree.subtree(origin) {
      switch tree.kind(node) {
      case .read, .call, .argument: break
      default: continue
      }
      let words = NameReading.words(tree.name(node))
      if words.contains(where: { $0 != "backoff" && PauseWords.growing.contains($0) }) { return .growing(value) }
      if let effect = call(node)?.effect, effect == .random { return .growing(value) }
    }
    switch tree.kind(origin) {
    case .literal:
      switch tree[origin].literalKind {
      case .null, .false: return .none
      case .true: return .growing(value)
      default:
        if NameReading.words(label).contains(where: { PauseWords.growing.contains($0) }) { return .growing(value) }
        if tree.name(origin) == "0" { return .none }
        return .fixed(value, seconds: seconds(origin))
      }
    case .closure:
      guard let parameter = tree.child(origin, .parameter), let body = tree.child(origin, .body) else {
        return .fixed(value, seconds: nil)
      }
      return reads(tree.name(parameter), in: body) ? .growing(value) : .fixed(value, seconds: nil)
    case .collection: return .growing(value)
    case .call:
      if let seconds = seconds(origin) { return seconds > 0 ? .fixed(value, seconds: seconds) : .none }
      let words = NameReading.words(tree.name(origin))
      return words.contains { ["fixed", "constant", "interval", "backoff", "none"].contains($0) }
        ? .fixed(value, seconds: nil) : .unknown(value)
    default: return .unknown(value)
    }
  }
}

private enum PauseWords {
  static let waits: Set<String> = [
    "sleep", "delay", "wait", "backoff", "pause", "snooze", "throttle", "nap", "cooldown", "acquire",
  ]
  /// Calls that take the time to wait as what they are given first.
  static let amounts: Set<String> = ["delay", "wait", "pause", "snooze", "nap", "sleepFor", "delayFor", "waitFor"]
  static let pacers: Set<String> = ["limiter", "limit", "backoff", "throttle", "bucket", "rate", "pacer", "ticker"]
  static let growing: Set<String> = [
    "backoff", "exponential", "expo", "jitter", "random", "rand", "fibonacci", "fibo", "exp", "incrementing", "pow",
    "incremental", "uniform", "multiplier",
  ]
  static let counts: Set<String> = ["attempt", "attempts", "retry", "retries", "tries", "try", "i", "n", "failures"]
}
