package import Behaviour
import Knowledge

/// Who waits for a task, or learns of its failure.
package enum TaskFate: Sendable, Hashable {
  /// Awaited, here or through a name.
  case awaited(at: NodeIndex)
  /// The caller gets it.
  case returned
  /// A handler, a callback or a supervisor receives its outcome.
  case supervised(at: NodeIndex, clause: String)
  /// It is given to other code, or kept where other code may wait for it.
  case handedOn(at: NodeIndex, clause: String)
  /// Thrown away on purpose, by the language's word for it.
  case voided
  /// It decides a branch without having been awaited.
  case tested(at: NodeIndex)
  /// Nobody takes it.
  case dropped
  /// Bound to a name that nobody reads.
  case unread(at: NodeIndex)
  /// Used in a way that says nothing about who waits.
  case other
}

extension UnitContext {
  /// What becomes of the task that a call stands for.
  package func fate(of call: NodeIndex) -> TaskFate {
    let end = chainEnd(of: call)
    let destination = tree.destination(of: end)
    if destination.isAwaited { return .awaited(at: destination.node) }
    switch destination.kind {
    case .dropped:
      guard destination.isCaught else { return .dropped }
      return .supervised(at: destination.child, clause: "a handler receives its failure")
    case .voided: return destination.isCaught ? .supervised(at: end, clause: "a handler receives its failure") : .voided
    case .closureResult where isThrownAway(resultOf: destination.node): return .dropped
    case .returned, .closureResult, .yielded: return .returned
    case .tested: return .tested(at: destination.node)
    case .held, .iterated, .asserted, .raised: return .awaited(at: destination.node)
    default: break
    }
    let uses = self.uses(of: end)
    if uses.isEmpty, destination.kind == .assigned { return .unread(at: destination.node) }
    return fate(by: uses)
  }

  /// Whether what a closure gives is thrown away by the call that runs it for each element.
  private func isThrownAway(resultOf closure: NodeIndex) -> Bool {
    let argument = tree.parent(closure)
    guard tree.kind(closure) == .closure, tree.kind(argument) == .argument, tree.kind(tree.parent(argument)) == .call
    else { return false }
    return TaskWords.goingThrough.contains(String(NameReading.last(tree.name(tree.parent(argument)))))
  }

  private func fate(by uses: [ValueUse]) -> TaskFate {
    if let use = uses.first(where: { $0.isAwaited }) { return .awaited(at: use.node) }
    var handed: TaskFate?
    for use in uses {
      switch use.kind {
      case .returned, .closureResult, .yielded: return .returned
      case .held, .iterated, .asserted, .raised: return .awaited(at: use.node)
      case .member("then"), .member("finally"):
        let next = fate(of: use.node)
        if next != .other { return next }
      case .member(let name):
        if let clause = TaskWords.endings[name] { return .supervised(at: use.node, clause: clause) }
      case .passed(let taker):
        let fate = fateByTaker(taker, given: use.node)
        if case .awaited = fate { return fate }
        handed = handed ?? fate
      case .stored:
        handed = handed ?? .handedOn(at: use.node, clause: "it is kept where other code may wait for it")
      default: continue
      }
    }
    return handed ?? .other
  }

  /// The end of a chain that only adds steps to a promise: `work().then(f).finally(g)`.
  private func chainEnd(of call: NodeIndex) -> NodeIndex {
    var end = call
    for _ in 0..<20 {
      let destination = tree.destination(of: end)
      guard destination.kind == .receiver, tree.kind(destination.node) == .call, !destination.isAwaited,
        !destination.isCaught
      else { return end }
      switch NameReading.last(tree.name(destination.node)) {
      case "then", "finally": end = destination.node
      default: return end
      }
    }
    return end
  }

  /// A call takes the task: a collection, something that waits, or code that is not in reach.
  private func fateByTaker(_ taker: NodeIndex, given task: NodeIndex) -> TaskFate {
    let name = tree.name(taker)
    let last = NameReading.last(name)
    guard TaskWords.collecting.contains(String(last)), self.call(taker)?.known == nil else {
      return .handedOn(at: taker, clause: "`\(display(taker))` takes it")
    }
    let base = NameReading.base(name)
    guard !base.utf8.contains(UInt8(ascii: ".")), !flow.definitions(ofNameAt: taker).isEmpty else {
      return .handedOn(at: taker, clause: "`\(base)` keeps it")
    }
    for use in flow.uses(ofNameAt: taker) where use != taker && flow.isWholeName(use) {
      for end in uses(of: use) {
        if end.isAwaited { return .awaited(at: use) }
        switch end.kind {
        case .returned, .closureResult: return .returned
        case .iterated: return .awaited(at: use)
        case .passed(let waiter): return .handedOn(at: waiter, clause: "`\(display(waiter))` takes it")
        default: continue
        }
      }
    }
    return .handedOn(at: taker, clause: "`\(base)` keeps it")
  }
}

private enum TaskWords {
  static let goingThrough: Set<String> = ["forEach", "forEachOrdered", "for_each", "ForEach", "each"]
  static let collecting: Set<String> = ["append", "add", "push", "put", "put_nowait", "set", "appendleft", "insert"]
  /// What is called on a task by somebody who minds how it ends.
  static let endings: [String: String] = [
    "add_done_callback": "a callback receives its outcome",
    "result": "its result is asked for",
    "exception": "its failure is asked for",
    "value": "its value is waited for",
    "cancel": "it is cancelled in the end",
    "join": "it is joined",
    "wait": "it is waited for",
    "close": "it is closed",
    "send": "it is driven by hand",
    "abort": "it is cancelled in the end",
  ]
}
