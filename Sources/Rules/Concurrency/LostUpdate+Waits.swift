import Behaviour
import Knowledge

/// A field that is read before a wait, and written after it from what was read.
extension LostUpdate {
  /// `const old = this.total; await …; this.total = old + n`, `this.total += await …`
  static func acrossWaits(in context: UnitContext, _ ledger: inout LedgerBuilder) {
    let tree = context.tree
    guard context.unit.traits.contains(.async), context.unit.kind != .initializer,
      tree.nodes.contains(where: { $0.kind == .await })
    else { return }
    for index in tree.nodes.indices where tree.nodes[index].kind == .assign {
      let assign = NodeIndex(index)
      guard let target = tree.child(assign, .target), isShared(target, in: context),
        let value = tree.child(assign, .value),
        let stale = staleRead(of: tree.name(target), in: value, of: assign, context)
      else { continue }
      let name = context.shown(context.unit.written(tree.name(target)))
      let evidence: [(note: String, node: NodeIndex)] = [
        ("the old value is read here", stale.read), ("others run while this waits", stale.wait),
      ]
      if let lock = lock(over: assign, and: stale.read, in: context) {
        ledger.add(
          .lostUpdate,
          .checked,
          target,
          message:
            "`\(name)` loses no update while this waits: a lock stands over the read and the write.",
          stake: .correctness,
          evidence: evidence + [("held from the read to the write", lock)]
        )
        continue
      }
      ledger.add(
        .lostUpdate,
        .flagged,
        target,
        message:
          "While this waits another run may change `\(name)`, and that change is overwritten by what was read before.",
        question:
          "Between the read and the write of `\(name)` this waits, and another run changes it: whose value wins?",
        confidence: .medium,
        stake: .correctness,
        evidence: evidence
      )
    }
  }

  /// What outlives this run: a field of the object, a name at the top of the file.
  private static func isShared(_ target: NodeIndex, in context: UnitContext) -> Bool {
    let tree = context.tree
    guard tree.kind(target) == .read, tree.child(target, .receiver) == nil else { return false }
    switch tree[target].placeKind {
    case .field: return true
    case .static:
      return !NameReading.isCapitalized(tree.name(target)) && !tree.name(target).contains(".")
    default: return false
    }
  }

  private static func staleRead(
    of name: String,
    in value: NodeIndex,
    of assign: NodeIndex,
    _ context: UnitContext
  ) -> (read: NodeIndex, wait: NodeIndex)? {
    let tree = context.tree
    let target = tree.child(assign, .target) ?? assign
    if !tree.name(assign).isEmpty {
      guard isArithmetic(String(tree.name(assign).dropLast())),
        let wait = wait(in: tree.subtree(value), of: context.frame(of: assign), context)
      else { return nil }
      return (target, wait)
    }
    for at in tree.subtree(value) where tree.kind(at) == .read && tree[at].name != 0 {
      // `total = total + await …`: read first, written last.
      if tree.name(at) == name, arithmetic(around: at, below: assign, tree) != nil {
        if let wait = wait(
          in: at..<tree.subtree(value).upperBound,
          of: context.frame(of: assign),
          context
        ) {
          return (at, wait)
        }
        continue
      }
      guard context.flow.isWholeName(at), arithmetic(around: at, below: assign, tree) != nil else {
        continue
      }
      let reaching = context.flow.definitions(reaching: at)
      guard reaching.count == 1, let old = reaching[0].value, tree.kind(old) == .read,
        tree.name(old) == name,
        context.frame(of: old) == context.frame(of: assign), old < assign,
        let wait = wait(in: old..<assign, of: context.frame(of: assign), context)
          ?? wait(in: tree.subtree(value), of: context.frame(of: assign), context)
      else { continue }
      return (old, wait)
    }
    return nil
  }

  static func wait(
    in range: Range<NodeIndex>,
    of frame: NodeIndex,
    _ context: UnitContext
  )
    -> NodeIndex?
  {
    range.first { context.tree.kind($0) == .await && context.frame(of: $0) == frame }
  }

  static func lock(
    over assign: NodeIndex,
    and read: NodeIndex,
    in context: UnitContext
  )
    -> NodeIndex?
  {
    let tree = context.tree
    for above in tree.ancestors(assign) where tree.contains(above, read) {
      switch tree.kind(above) {
      case .scoped:
        guard let resource = tree.child(above, .resource) else { continue }
        if tree[above].scopeKind == .lock || isLock(resource, in: context) { return resource }
      case .closure:
        let taker = tree.parent(tree.parent(above))
        guard tree.kind(taker) == .call else { continue }
        if context.call(taker)?.known?.part == .lock { return taker }
        if ["runExclusive", "withLock", "acquire", "synchronize"].contains(
          NameReading.last(tree.name(taker))
        ) {
          return taker
        }
      default: continue
      }
    }
    for call in context.calls
    where call.node < read && call.known?.part == .lock && context.dominates(call.node, read) {
      return call.node
    }
    return nil
  }
}
