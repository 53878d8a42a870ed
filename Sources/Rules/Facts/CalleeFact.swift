import Behaviour

extension UnitContext {
  /// The asynchronous function of another file that a call surely runs, as work that is not done yet.
  func taskElsewhere(_ call: CallFact) -> TaskFact? {
    guard workspace != nil, call.known == nil, !tree[call.node].has(.awaited), let callees = callees(of: call.node),
      callees.certainty > .name, callees.units.allSatisfy({ givesTask($0.summary) })
    else { return nil }
    return TaskFact(
      origin: .declared,
      containsFailures: callees.units.allSatisfy { $0.summary.conduct.contains(.containsFailures) }
    )
  }

  /// Whether every function of the workspace that has no more than the name of a call in common with it is
  /// asynchronous.
  func namesakesAreTasks(_ call: CallFact) -> Bool {
    guard workspace != nil, let callees = callees(of: call.node), callees.certainty == .name else { return false }
    return callees.units.allSatisfy { givesTask($0.summary) }
  }

  private func givesTask(_ callee: UnitSummary) -> Bool {
    guard callee.traits.contains(.async), callee.kind == .function || callee.kind == .method,
      callee.traits.isDisjoint(with: [.generator, .accessor]), !callee.conduct.contains(.isWrapped),
      // Asynchronous, and with nothing to wait for.
      callee.returnType != "void"
    else { return false }
    return callee.conduct.contains(.waits) || file.context.facts.has(.tasksAreLazy)
      || callee.traits.contains(.abstract)
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
