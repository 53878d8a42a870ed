import Behaviour
import Knowledge

extension PathReader {
  /// What an expression, or a statement without control flow, does to the error.
  mutating func deeds(in node: NodeIndex) -> Deeds {
    var found: Deeds = []
    let end = tree.subtree(node).upperBound
    var at = node
    while at < end {
      switch tree.kind(at) {
      case .closure:
        at = tree[at].next
        continue
      case .call:
        let deeds = deeds(ofCall: at)
        found.formUnion(deeds)
      case .assign: found.formUnion(deeds(ofAssign: at))
      case .raise, .propagate:
        found.insert(.passes)
        note(.passes, at: at)
      case .unknown:
        found.insert(.unread)
        note(.unread, at: at)
      default: break
      }
      at &+= 1
    }
    return found
  }

  private func takesError(_ call: NodeIndex) -> Bool {
    tree.children(call, .argument).contains { argument in
      context.reads(anyOf: errors, in: argument)
        || tree.subtree(argument).contains {
          tree.kind($0) == .call && PathReader.takers.contains(String(NameReading.last(tree.name($0))))
        }
    }
  }

  /// Calls that give the error at hand without its name.
  private static let takers: Set<String> = ["exc_info", "format_exc", "last_exception"]

  private mutating func deeds(ofCall node: NodeIndex) -> Deeds {
    guard let call = context.call(node) else { return [] }
    let takesError = takesError(node)
    let role = context.role(of: call)
    var deeds: Deeds = []
    switch role {
    case .log(let log):
      deeds = log.traces || takesError ? [.logs, .logsError] : .logs
      if self.log.map({ ($0.traces ? 1 : 0, $0.level) < (log.traces ? 1 : 0, log.level) }) ?? true { self.log = log }
    case .report: deeds = .reports
    case .exit(let fails): if fails { deeds = .passes }
    case .rollback: deeds = .mends
    case .effect:
      // A look, or a part of a message, mends nothing.
      if call.known?.part != .exists, !isOperand(node) { deeds = .mends }
    case .sleep: return []
    case .cleanup:
      // `job.terminate(status: failed)` ends it by telling.
      guard takesError || context.tellsFailure(node) || namesFailure(node) else { return [] }
      deeds = self.deeds(ofUnresolved: node, takesError: takesError)
    case .harmless where call.known == nil && tree[node].has(.discarded):
      // By its name it computes something; then nobody would leave that lie.
      deeds = self.deeds(ofUnresolved: node, takesError: takesError)
    case .harmless where call.known?.part == .respond && context.tellsFailure(node): deeds = .stores
    case .harmless:
      guard takesError else { return [] }
      deeds = self.deeds(ofUnresolved: node, takesError: true)
      deeds.remove(.handsOver)
    case .ambiguous, .unresolved: deeds = self.deeds(ofUnresolved: node, takesError: takesError)
    }
    if isBehind { deeds.remove(.stores) }
    for deed in [Deeds.logs, .reports, .mends, .passes, .stores, .handsOver, .acts] where deeds.contains(deed) {
      note(deed, at: node)
    }
    return deeds
  }

  /// Functions that somebody handed in to be told of the outcome.
  private static let continuations: Set<String> = [
    "next", "reject", "callback", "cb", "done", "fail", "onError", "onerror", "errback", "onRejected", "rejectPromise",
    "onFailure", "error_callback", "on_error", "_reject",
  ]
  private static let settlers: Set<String> = ["set_exception", "setException", "reject", "throw", "athrow"]
  private static let collectors: Set<String> = [
    "append", "add", "push", "put", "put_nowait", "insert", "unshift", "appendleft", "extend", "set", "send",
  ]

  private mutating func deeds(ofUnresolved node: NodeIndex, takesError: Bool) -> Deeds {
    let name = tree.name(node)
    let last = String(NameReading.last(name))
    if last == "emit", let first = tree.child(node, .argument), let event = tree.child(first, .value),
      tree.kind(event) == .literal, tree.name(event) == "error"
    {
      return .passes
    }
    if let known = context.deeds(ofCallee: node, takesError: takesError) { return known }
    if takesError {
      let inside = deeds(inClosuresOf: node)
      if !inside.isEmpty { return inside }
      if PathReader.settlers.contains(last) { return .passes }
      if last == name, PathReader.continuations.contains(name), isGivenFunction(name) { return .passes }
      if PathReader.collectors.contains(last), outlives(String(NameReading.base(name)), from: node) { return .stores }
      if context.tellsFailure(node) { return .stores }
      // Making a text or a value of the error is nothing yet.
      return isOperand(node) ? [] : .handsOver
    }
    if context.tellsFailure(node) { return .stores }
    if PathReader.collectors.contains(last) {
      let base = String(NameReading.base(name))
      if NameReading.saysFailure(NameReading.last(base)), outlives(base, from: node) { return .stores }
      if last == "append" || last == "push", let argument = tree.child(node, .argument),
        let value = tree.child(argument, .value),
        context.shape(of: value).isConstant
      {
        if defaultValue == nil { defaultValue = value }
        return .defaults
      }
    }
    return isOperand(node) || context.shape(of: node) != .call ? [] : .acts
  }

  /// Whether a call is given a state that is called a failure: `terminate(status=Status.FAILED)`.
  private func namesFailure(_ call: NodeIndex) -> Bool {
    tree.children(call, .argument).contains { argument in
      guard let value = tree.child(argument, .value), tree.kind(value) == .read else { return false }
      return tree.name(value).contains(".")
        && NameReading.words(NameReading.last(tree.name(value))).contains {
          ["failed", "failure", "error", "errored", "aborted"].contains($0)
        }
    }
  }

  /// What functions given to a call do with the error: `requests.forEach((request) => request.reject(err))`.
  private mutating func deeds(inClosuresOf call: NodeIndex) -> Deeds {
    var found: Deeds = []
    for argument in tree.children(call, .argument) {
      guard let value = tree.child(argument, .value), tree.kind(value) == .closure else { continue }
      for at in tree.subtree(value) where tree.kind(at) == .call && takesError(at) {
        found.formUnion(deeds(ofCall: at))
      }
    }
    return found
  }

  /// Part of a larger expression that the way is judged by: an argument of a log, the value of an assignment.
  private func isOperand(_ node: NodeIndex) -> Bool {
    switch tree[node].role {
    case .argument, .operand, .element, .value, .receiver:
      let above = tree.kind(tree.parent(node))
      return above != .return && above != .await && above != .assign
    default: return false
    }
  }

  /// The name is that of a parameter of the unit or of a function around this place: its caller gave it.
  private func isGivenFunction(_ name: String) -> Bool {
    if context.unit.parameters.contains(where: { $0.name == name }) { return true }
    for above in tree.ancestors(handler) where tree.kind(above) == .closure {
      for parameter in tree.children(above, .parameter) where tree.name(parameter) == name { return true }
    }
    return false
  }
}
