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
      log: weakest.deeds.contains(.logs) ? reader.log : nil,
      logsError: weakest.deeds.contains(.logsError),
      selects: weakest.selects,
      hasUnknown: weakest.deeds.contains(.unread),
      boundary: context.boundary(around: attempt.node),
      comment: handler.has(.commented) ? tree.path(node) : "",
      header: header(node, body: body, types: types, in: tree)
    )
  }

  private static func caught(_ node: NodeIndex, types: [NodeIndex], in context: UnitContext) -> Caught {
    let tree = context.tree
    if tree[node].has(.catchesAll) || types.isEmpty { return .root }
    return types.map { type in
      let path = tree.path(type)
      return Caught(type: path.isEmpty ? tree.name(type) : path)
    }.max() ?? .root
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
  }

  private static func judge(
    _ reader: PathReader,
    in context: UnitContext,
    attempt: NodeIndex,
    handler: NodeIndex
  ) -> Judgement {
    let judged = reader.paths.map { judge($0, reader, in: context, handler: handler) }
    guard var weakest = judged.first else {
      // No way leads out: it tries again for ever.
      return Judgement(verdict: .unknown, deeds: [], node: handler, fallback: .nothing)
    }
    let raises = judged.contains { $0.verdict == .propagates }
    for judgement in judged.dropFirst() where judgement.verdict < weakest.verdict { weakest = judgement }
    guard raises, weakest.verdict < .propagates else { return weakest }
    // Some failures go on. The others end here because somebody looked: at the error, at what the caller asked for, or
    // at the count of attempts.
    let weak = judged.filter { $0.verdict < .signals }
    guard !weak.isEmpty else { return weakest }
    if weak.allSatisfy({ !$0.deeds.isDisjoint(with: [.selected, .chosen]) }) {
      weakest.selects = reader.place(of: .selected) ?? reader.place(of: .chosen)
      weakest.verdict = .propagates
      weakest.node = judged.first { $0.verdict == .propagates }?.node ?? weakest.node
    } else if weak.allSatisfy({ $0.deeds.contains(.counted) || $0.deeds.contains(.repeats) }),
      context.loop(around: attempt) != nil
    {
      weakest.verdict = .compensates
      weakest.node = context.loop(around: attempt) ?? weakest.node
    }
    return weakest
  }

  private static func judge(
    _ path: Path,
    _ reader: PathReader,
    in context: UnitContext,
    handler: NodeIndex
  ) -> Judgement {
    var verdict = path.deeds.verdict
    var node = place(of: path.deeds, reader) ?? handler
    var fallback: ValueShape = .nothing
    var fallbackNode: NodeIndex?
    switch path.end {
    case .raises:
      return Judgement(verdict: .propagates, deeds: path.deeds, node: path.node, fallback: .nothing)
    case .exits(let fails):
      if fails { return Judgement(verdict: .propagates, deeds: path.deeds, node: path.node, fallback: .nothing) }
      verdict = max(verdict, .logs)
    case .returns(let value):
      fallback = context.shape(of: value, error: reader.error)
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
        if verdict < .signals, let value, tells(fallback, value, in: context, handler: handler) {
          (verdict, node) = (.signals, path.node)
        }
      case .nothing: break
      case .true, .number, .emptyText, .text, .emptyCollection, .populated, .blank, .constructed, .named:
        verdict = max(verdict, .defaults)
      }
      if verdict == .defaults || verdict == .empty { node = path.node }
    case .falls, .jumps:
      if path.deeds.contains(.defaults), let value = reader.defaultValue {
        fallback = context.shape(of: value)
        fallbackNode = value
      }
    }
    return Judgement(
      verdict: verdict,
      deeds: path.deeds,
      node: node,
      fallback: fallback,
      fallbackNode: fallbackNode
    )
  }

  private static func place(of deeds: Deeds, _ reader: PathReader) -> NodeIndex? {
    let order: [Deeds] = [.passes, .mends, .reports, .stores, .handsOver, .acts, .unread, .logs, .defaults]
    for deed in order where deeds.contains(deed) {
      if let place = reader.place(of: deed) { return place }
    }
    return nil
  }

  /// A call that logs, reports or does nothing: what it gives is no answer.
  private static func isSaid(_ value: NodeIndex, in context: UnitContext) -> Bool {
    let tree = context.tree
    let node = tree.kind(value) == .await ? tree.child(value, .value) ?? value : value
    guard let call = context.call(node) else { return false }
    switch context.role(of: call) {
    case .log, .report, .cleanup, .sleep: return true
    default: return ["noop", "noOp", "Function.prototype"].contains(NameReading.last(tree.name(node)))
    }
  }

  private static func isOwnDefault(_ name: String) -> Bool {
    NameReading.words(name).contains { ["default", "fallback", "defaults", "otherwise", "sentinel"].contains($0) }
  }

  /// Whether absence, or `false`, tells the caller that it failed: the declared type says that it may be absent and no
  /// other way gives nothing; or every other way gives `true`.
  private static func tells(
    _ shape: ValueShape,
    _ value: NodeIndex,
    in context: UnitContext,
    handler: NodeIndex
  ) -> Bool {
    let tree = context.tree
    let frame = context.frame(of: handler)
    var others = 0
    var isAlone = true
    context.visit(frame) { node in
      guard tree.kind(node) == .return, !tree.contains(handler, node) else { return }
      let other = context.shape(of: tree.child(node, .value))
      others += 1
      switch shape {
      case .null: if other == .null || other == .nothing { isAlone = false }
      default: if other != .true && other != .false { isAlone = false }
      }
    }
    guard others > 0, isAlone else { return false }
    if shape == .false { return true }
    return frame == tree.root && saysOptional(context.unit.returnType)
  }

  private static func saysOptional(_ type: String?) -> Bool {
    guard let type else { return false }
    return type.contains("Optional") || type.contains("None") || type.contains("null") || type.contains("undefined")
      || type.hasSuffix("?")
  }
}
