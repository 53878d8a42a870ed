import Behaviour
import Knowledge

/// Errors that are demanded only where they come, and assertions that a failure steps over.
extension SwallowedAssertionFinder {
  /// The demands stand in the handler alone: where nothing is raised, nothing is demanded.
  mutating func findWithoutFailure(_ attempt: NodeIndex, _ handlers: [HandlerFact], _ body: NodeIndex) {
    guard
      let handler = handlers.first(where: { handler in
        guard let inner = handler.body else { return false }
        let demands = context.demands(in: inner)
        if !demands.isEmpty { return !demands.allSatisfy { $0.means == .fails } }
        let words = Set(NameReading.words(handler.error) + NameReading.words(handler.comment))
        return handler.verdict == .empty && words.contains("expected")
      }), handler.caught != .leaving, context.loop(around: attempt) == nil, !context.calls(in: body).isEmpty,
      context.frame(of: attempt) == tree.root, !told.contains(attempt)
    else { return }
    // What is raised again, somebody around demands.
    guard let inner = handler.body, !skips(in: inner),
      !context.ways(outOf: inner).isDisjoint(with: [.falls, .returns])
    else { return }
    let demand = context.demands(in: inner).first
    // A failure that is demanded of everything else, or of nothing: no test of the error.
    if let demand, demand.means == .fails { return }
    for demand in context.demands(in: inner) { told.insert(demand.node) }
    let callee = lastCall(in: body).map { "`\(context.display($0))`" } ?? "the code above"
    let question = "If \(callee) raises nothing, what makes `\(test)` red?"
    let evidence = demand.map { [("reached only after a failure", $0.node)] } ?? []
    func cleared(_ message: String, _ node: NodeIndex, _ clause: String) {
      clear(handler.node, at: handler.header, key: "missing failure", message, evidence: evidence + [(clause, node)])
    }
    if let fails = sure(failureIn: body) ?? tree.child(attempt, .otherwise).flatMap({ sure(failureIn: $0) }) {
      return cleared("The test fails where \(callee) raises nothing.", fails, "fails where nothing was raised")
    }
    if let count = guardsCount {
      return cleared("The test counts its assertions.", count, "fails where one is not reached")
    }
    if let otherwise = tree.child(attempt, .otherwise), !context.demands(in: otherwise).isEmpty { return }
    if context.ways(outOf: body) == .raises { return }
    if let done = context.unit.parameters.first?.name, context.file.context.facts.has(.takesCallbacks),
      ["done", "next", "cb", "callback"].contains(done), context.reads(done, in: inner), !context.reads(done, in: body)
    {
      return cleared("The test ends only when its callback is called, after a failure.", inner, "ends the test")
    }
    let end = tree.subtree(tree.root).upperBound
    let later = context.demands.first { $0.node >= tree.subtree(attempt).upperBound && $0.node < end }
    if let later {
      if later.means == .fails {
        return cleared("The test fails where \(callee) raises nothing.", later.node, "fails where nothing was raised")
      }
      if context.file.context.facts.failedAssertions.isEmpty { return }
      let kept = tree.subtree(attempt).contains { at in
        tree.kind(at) == .read && tree[at].role == .target
          && context.reads(String(NameReading.root(tree.name(at))), in: later.node)
      }
      if kept {
        return cleared("What the attempt came to is asked for behind it.", later.node, "asks for it")
      }
      return doubt(
        handler.node,
        at: handler.header,
        key: "missing failure",
        "What is demanded of the error is demanded only if \(callee) raises one.",
        because: "whether the assertions behind it notice that nothing was raised cannot be told",
        ask: question,
        evidence: evidence + [("asserts in either case", later.node)]
      )
    }
    // A failure that is a value is looked at by a branch: a table of cases may have both.
    let isValue = context.file.context.facts.failedAssertions.isEmpty
    flag(
      handler.node,
      at: handler.header,
      key: "missing failure",
      "If \(callee) raises nothing, this is never reached and the test passes.",
      ask: question,
      confidence: isValue ? .medium : .high,
      evidence: evidence
    )
  }

  private func lastCall(in body: NodeIndex) -> NodeIndex? {
    var found: NodeIndex?
    for statement in tree.children(body) {
      var node = statement
      while tree.kind(node) == .await || tree.kind(node) == .assign || tree.kind(node) == .return,
        let value = tree.child(node, .value)
      {
        node = value
      }
      if tree.kind(node) == .call { found = node }
    }
    return found
  }

  // MARK: - An assertion that a failure steps over

  /// All demands stand where nothing failed, and the failure is caught and forgotten.
  mutating func findOnSuccess(_ attempt: NodeIndex, _ handlers: [HandlerFact], _ body: NodeIndex) {
    let otherwise = tree.child(attempt, .otherwise)
    let inside = context.demands.filter { demand in
      tree.contains(body, demand.node) || otherwise.map { tree.contains($0, demand.node) } == true
    }
    guard let first = inside.first, !inside.allSatisfy({ told.contains($0.node) }),
      // To be reached is to fail: the failure is what the test wants.
      !inside.allSatisfy({ $0.means == .fails }),
      inside.count == context.demands.count, guardsCount == nil, context.loop(around: attempt) == nil,
      context.frame(of: attempt) == tree.root
    else { return }
    guard
      let handler = handlers.first(where: { handler in
        guard handler.caught != .leaving, handler.caught != .absence, !catchesAssertions(handler) else { return false }
        guard let block = handler.body else { return true }
        let ways = context.ways(outOf: block)
        return !ways.isDisjoint(with: [.falls, .returns]) && !ways.contains(.raises) && sure(failureIn: block) == nil
          && !skips(in: block)
      }), handler.verdict <= .logs || handler.verdict == .unknown || handler.verdict == .signals
    else { return }
    guard let call = fallible(in: body, before: first.node) else { return }
    for demand in inside { told.insert(demand.node) }
    let message = "If `\(context.display(call))` fails, the test passes without having asserted anything."
    let question = "If `\(context.display(call))` fails, what makes `\(test)` red?"
    let evidence = [("may fail", call), ("is then not reached", first.node)]
    if !handler.comment.isEmpty {
      return doubt(
        handler.node,
        at: handler.header,
        key: "on success",
        message,
        because: "the comment of the handler says: “\(comment(handler))”",
        ask: question,
        evidence: evidence
      )
    }
    if let block = handler.body, let taker = takesError(handler, block) {
      return doubt(
        handler.node,
        at: handler.header,
        key: "on success",
        message,
        because: "what `\(context.display(taker))` does with the failure is not in this file",
        ask: question,
        evidence: evidence
      )
    }
    flag(
      handler.node,
      at: handler.header,
      key: "on success",
      message,
      ask: question,
      confidence: .medium,
      evidence: evidence
    )
  }

  /// The call of the body that may fail before a demand is reached, or in it.
  private func fallible(in body: NodeIndex, before demand: NodeIndex) -> NodeIndex? {
    let calls = context.calls(in: body)
    return calls.first { $0.node < demand && $0.known?.part != .log && $0.known?.part != .mock }?.node
      ?? calls.first { tree.contains(demand, $0.node) }?.node
  }
}
