import Behaviour

/// Reads one handler: follows its ways, and those behind it that only a failure takes, and judges the weakest.
enum HandlerReader {
  static func read(_ node: NodeIndex, of attempt: AttemptFact, in context: UnitContext) -> HandlerFact {
    let tree = context.tree
    let handler = tree[node]
    let error = handler.name == 0 ? "" : tree.text(handler.name)
    let body = tree.child(node, .body)
    var reader = PathReader(node, error: error, in: context)
    let falling = body.map { reader.follow($0, [[]]) } ?? [[]]
    var continuation = Continuation(attempt: attempt.node, handler: node, in: context)
    continuation.follow(falling, with: &reader)
    let types = tree.children(node, .type)
    let weakest = judge(reader, in: context, attempt: attempt.node, handler: node)
    return HandlerFact(
      node: node,
      attempt: attempt,
      body: body,
      error: error,
      caught: caught(node, types: types, in: context),
      types: types,
      verdict: weakest.verdict,
      decisive: weakest.node,
      fallback: weakest.fallback,
      fallbackNode: weakest.fallbackNode,
      afterwards: weakest.falls ? afterwards(attempt.node, in: context) : nil,
      log: weakest.deeds.contains(.logs) ? reader.log : nil,
      logsError: weakest.deeds.contains(.logsError),
      selects: weakest.selects,
      isRetried: context.retries.contains { $0.handlers.contains(node) },
      hasUnknown: weakest.deeds.contains(.unread),
      boundary: context.boundary(around: attempt.node),
      comment: handler.has(.commented) ? tree.path(node) : "",
      header: header(node, body: body, types: types, in: tree)
    )
  }

  private static func caught(_ node: NodeIndex, types: [NodeIndex], in context: UnitContext) -> Caught {
    let tree = context.tree
    let filtered = tree.child(node, .condition).flatMap { caught(byFilter: $0, in: context) }
    if tree[node].has(.catchesAll) || types.isEmpty { return filtered ?? .root }
    let named =
      types.map { type in
        let path = tree.path(type)
        let written = Caught(type: tree.name(type))
        // Where a narrow name was given to something wider, for a version that has no such type, the name counts.
        return path.isEmpty || written < .specific ? written : Caught(type: path)
      }.max() ?? .root
    return filtered.map { min($0, named) } ?? named
  }

  /// What the condition of a handler lets it take (`when (error.StatusCode == NotFound)`): the types that it asks for,
  /// else some that it picks out. Nil where it says what the handler does not take, and so takes all the rest.
  private static func caught(byFilter condition: NodeIndex, in context: UnitContext) -> Caught? {
    let tree = context.tree
    var types: [Caught] = []
    var isAbsence = false
    // Whether, whatever else it asks, somebody must have called for the end.
    var isEnd = false
    for node in tree.subtree(condition) {
      let name = tree.name(node)
      switch tree.kind(node) {
      case .condition:
        if [Operator.not, Operator.notEqual, Operator.notIn].contains(name) { return nil }
        guard name == Operator.isType else { continue }
        let operands = tree.children(node, .operand)
        if operands.count > 1 { types.append(Caught(type: tree.name(operands[1]))) }
      case .read, .literal:
        if name == "404" || Caught(type: name) == .absence { isAbsence = true }
        isEnd = isEnd || saysEnd(name) && isDemanded(node, by: condition, in: tree)
      case .call: isEnd = isEnd || saysEnd(name) && isDemanded(node, by: condition, in: tree)
      default: continue
      }
    }
    if isEnd { return .leaving }
    return types.max() ?? (isAbsence ? .absence : .specific)
  }

  /// `token.IsCancellationRequested`, `Task.isCancelled`
  private static func saysEnd(_ name: String) -> Bool {
    let words = NameReading.words(NameReading.last(name))
    return words.contains("cancelled") || words.contains("canceled")
      || words.contains("cancellation") && words.contains("requested")
  }

  /// Whether a condition cannot hold where a part of it does not.
  private static func isDemanded(_ part: NodeIndex, by condition: NodeIndex, in tree: BehaviourTree) -> Bool {
    for above in tree.ancestors(part) {
      if part == condition || above < condition { return true }
      guard tree.kind(above) == .condition, tree.name(above) == Operator.and else { return false }
    }
    return true
  }

  /// Up to where the statements start, or to the end of the last type where that stands on the first line anyway.
  private static func header(
    _ node: NodeIndex,
    body: NodeIndex?,
    types: [NodeIndex],
    in tree: BehaviourTree
  ) -> Range<Int> {
    let whole = tree[node].bytes
    guard let body, tree[body].bytes.lowerBound > whole.lowerBound else { return whole }
    // A function given to a call, or the call that swallows: short enough to be shown as it is.
    if tree[tree.parent(node)].has(.byCall), whole.count <= 80 { return whole }
    let end = types.map { tree[$0].bytes.upperBound }.max() ?? tree[body].bytes.lowerBound
    return whole.lowerBound..<min(max(end, whole.lowerBound + 1), whole.upperBound)
  }

  // MARK: Judging

  private struct Judgement {
    var verdict: Verdict
    var deeds: Deeds
    var node: NodeIndex
    var fallback: ValueShape
    var fallbackNode: NodeIndex?
    var selects: NodeIndex?
    /// It goes on behind the attempt, together with success.
    var falls = false
    /// It stays in the loop around it.
    var comesRound = false
  }

  private static func judge(
    _ reader: PathReader,
    in context: UnitContext,
    attempt: NodeIndex,
    handler: NodeIndex
  ) -> Judgement {
    let judged = reader.paths.map { judge($0, reader, in: context, attempt: attempt, handler: handler) }
    guard var weakest = judged.first else {
      // No way leads out: it tries again for ever.
      return Judgement(verdict: .unknown, deeds: [], node: handler, fallback: .nothing)
    }
    // The few that a look at the error picks out may end here; the rest decides.
    var rest = judged.filter { !$0.deeds.contains(.selected) }
    if rest.isEmpty { rest = judged }
    // So may those that the caller asked to have ignored, where the others go on.
    let unasked = rest.filter { !$0.deeds.contains(.chosen) || $0.verdict == .propagates }
    if unasked.contains(where: { $0.verdict == .propagates }) { rest = unasked }
    weakest = rest.dropFirst().reduce(rest[0]) { $1.verdict < $0.verdict ? $1 : $0 }
    if judged.contains(where: { $0.verdict < weakest.verdict }) {
      weakest.selects = reader.place(of: .selected) ?? reader.place(of: .chosen)
    }
    // Tried again until the count is up.
    let weak = rest.filter { $0.verdict < .signals }
    if !weak.isEmpty, rest.contains(where: { $0.verdict == .propagates }), let loop = context.loop(around: attempt),
      weak.allSatisfy({ $0.deeds.contains(.repeats) || $0.deeds.contains(.counted) && $0.comesRound })
    {
      weakest.verdict = .compensates
      weakest.node = loop
    }
    return weakest
  }

  private static func judge(
    _ path: Path,
    _ reader: PathReader,
    in context: UnitContext,
    attempt: NodeIndex,
    handler: NodeIndex
  ) -> Judgement {
    var verdict = path.deeds.verdict
    var node = place(of: path.deeds, reader) ?? handler
    var fallback: ValueShape = .nothing
    var fallbackNode: NodeIndex?
    var falls = false
    var comesRound = false
    switch path.end {
    case .raises:
      return Judgement(verdict: .propagates, deeds: path.deeds, node: path.node, fallback: .nothing)
    case .exits(let fails):
      if fails { return Judgement(verdict: .propagates, deeds: path.deeds, node: path.node, fallback: .nothing) }
      verdict = max(verdict, .logs)
    case .returns(let value):
      fallback = context.shape(of: value, errors: reader.errors)
      fallbackNode = value ?? path.node
      switch fallback {
      case .failure:
        if verdict < .signals { (verdict, node) = (.signals, path.node) }
      case .call where value.map({ isSaid($0, in: context) }) ?? false:
        // `return logger.error(e)`, `.catch(noop)`: it gives nothing back.
        (fallback, fallbackNode) = (.nothing, nil)
      case .errorText, .call:
        if verdict < .unknown { (verdict, node) = (.unknown, value ?? path.node) }
      case .parameter:
        // A fallback that the caller named is the caller's own answer.
        if let value, isOwnDefault(context.tree.name(value)), verdict < .compensates {
          (verdict, node) = (.compensates, value)
        } else {
          verdict = max(verdict, .defaults)
        }
      case .other, .stale:
        // Derived from something at hand: it may be right.
        if path.deeds.isDisjoint(with: [.logs]), verdict < .unknown, fallback == .other {
          (verdict, node) = (.unknown, value ?? path.node)
        } else {
          verdict = max(verdict, .defaults)
        }
      case .null, .false:
        verdict = max(verdict, .defaults)
        if verdict < .signals, tells(fallback, in: context, handler: handler) {
          (verdict, node) = (.signals, path.node)
        }
      case .nothing:
        if givesValues(in: context, beside: handler) {
          fallback = .null
          verdict = max(verdict, .defaults)
        }
      case .number where value.map({ isExitCode($0, in: context, handler: handler) }) ?? false:
        if verdict < .signals { (verdict, node) = (.signals, path.node) }
      case .blank where value.map({ isMarkedTuple($0, in: context, handler: handler) }) ?? false:
        if verdict < .signals { (verdict, node) = (.signals, path.node) }
      case .true, .number, .emptyText, .text, .emptyCollection, .populated, .blank, .constructed, .named:
        verdict = max(verdict, .defaults)
      }
      if verdict == .defaults || verdict == .empty { node = path.node }
    case .falls, .jumps:
      if case .falls = path.end { falls = true }
      comesRound = falls || context.tree[path.node].jumpKind == .continue
      if path.deeds.contains(.defaults), let value = reader.defaultValue {
        fallback = context.shape(of: value)
        fallbackNode = value
      } else if case .falls = path.end, verdict <= .logs,
        let stale = stale(in: context, attempt: attempt, handler: handler)
      {
        (fallback, fallbackNode) = stale
        if fallback.isConstant, verdict == .empty { verdict = .defaults }
      }
    }
    return Judgement(
      verdict: verdict,
      deeds: path.deeds,
      node: node,
      fallback: fallback,
      fallbackNode: fallbackNode,
      falls: falls,
      comesRound: comesRound
    )
  }

  private static func place(of deeds: Deeds, _ reader: PathReader) -> NodeIndex? {
    let order: [Deeds] = [.passes, .mends, .reports, .stores, .handsOver, .acts, .unread, .logs, .defaults]
    for deed in order where deeds.contains(deed) {
      if let place = reader.place(of: deed) { return place }
    }
    return nil
  }
}
