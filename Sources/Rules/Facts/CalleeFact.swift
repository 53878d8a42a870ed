import Behaviour

extension UnitContext {
  /// The asynchronous function of another file that a call surely runs, as work that is not done yet.
  func taskElsewhere(_ call: CallFact) -> TaskFact? {
    guard workspace != nil, call.known == nil, !tree[call.node].has(.awaited),
      let callee = callee(of: call.node)?.summary
    else { return nil }
    guard callee.traits.contains(.async), callee.kind == .function || callee.kind == .method,
      callee.traits.isDisjoint(with: [.generator, .accessor, .abstract]), !callee.conduct.contains(.isWrapped),
      callee.conduct.contains(.waits) || file.context.facts.has(.tasksAreLazy)
    else { return nil }
    return TaskFact(origin: .declared, containsFailures: callee.conduct.contains(.containsFailures))
  }

  /// Whether a call runs a function of another file that fails a test where what it asks for does not hold.
  func assertsElsewhere(_ call: NodeIndex) -> Bool {
    guard let workspace, let callee = callee(of: call), callee.isOfTests else { return false }
    return workspace.reach(of: callee).conduct.contains(.asserts)
  }

  /// What a function of the workspace does to a failure, where all that it does is known.
  func deeds(ofCallee call: NodeIndex, takesError: Bool) -> Deeds? {
    guard let workspace, let callee = callee(of: call), !callee.summary.conduct.contains(.hasUnknown) else {
      return nil
    }
    let conduct = callee.summary.conduct
    if conduct.contains(.endsByRaising) || conduct.contains(.exits) { return .passes }
    if conduct.contains(.reports) { return .reports }
    guard conduct.contains(.logs), takesError else { return nil }
    let reach = workspace.reach(of: callee)
    return reach.isWhole && !reach.effects.writes ? [.logs, .logsError] : nil
  }
}
