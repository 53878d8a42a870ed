import Behaviour
import Knowledge

/// A lock that many programs share under a key: a time must end it, and only its owner may.
enum SharedLock {
  static func resolve(_ hold: HoldFact, in context: UnitContext) -> PendingEntry? {
    let tree = context.tree
    let node = hold.call.node
    guard let key = tree.child(node, .argument).flatMap({ tree.child($0, .value) }), isLock(node, key, in: context)
    else { return nil }
    let name = context.wording(of: key)
    switch expiry(hold, in: context) {
    case .some(.hidden): return nil
    case .some(.given(let time)):
      if let release = blindRelease(of: name, behind: node, hold, in: context) {
        return LockLeak.entry(
          .flagged,
          node,
          in: context,
          "The lock `\(name)` is deleted without a look at whose it is.",
          [("deleted here", release), ("ends after this time", time)],
          question:
            "When the time is over before this code is done, whose lock does `\(context.display(release))` delete?",
          confidence: .medium
        )
      }
      return LockLeak.entry(
        .checked,
        node,
        in: context,
        "The lock `\(name)` ends by itself after a time.",
        [("after this time", time)]
      )
    case .some(.absent), nil:
      return LockLeak.entry(
        .flagged,
        node,
        in: context,
        "The lock `\(name)` has no time after which it ends.",
        [],
        question: "When the process that took `\(name)` dies, who takes the lock away?",
        confidence: context.isScript() ? .medium : .high
      )
    }
  }

  /// By the words of its key, of the unit or of what is given its answer: the same calls also mark what was seen once.
  private static func isLock(_ call: NodeIndex, _ key: NodeIndex, in context: UnitContext) -> Bool {
    let tree = context.tree
    let last = NameReading.words(NameReading.last(tree.name(call)))
    if says(last) { return true }
    if tree.subtree(key).contains(where: { at in
      [.read, .literal, .call].contains(tree.kind(at)) && says(NameReading.words(tree.name(at).prefix(200)))
    }) {
      return true
    }
    if case .given = context.argument("#0", of: call), let origin = context.flow.origin(of: key), origin != key,
      tree.subtree(origin).contains(where: {
        tree.kind($0) == .literal && says(NameReading.words(tree.name($0).prefix(200)))
      })
    {
      return true
    }
    let destination = tree.destination(of: call)
    if destination.kind == .assigned, let target = tree.child(destination.node, .target),
      says(NameReading.words(tree.name(target)))
    {
      return true
    }
    return says(NameReading.words(context.unit.name))
  }

  private static func says(_ words: [String]) -> Bool {
    words.contains { ["lock", "locks", "locked", "mutex", "lease", "acquire", "acquired", "semaphore"].contains($0) }
  }

  /// The argument after whose time the lock ends.
  private static func expiry(_ hold: HoldFact, in context: UnitContext) -> ArgumentValue? {
    let tree = context.tree
    for word in hold.holding.expires where !word.hasPrefix("#") && context.hasArgument(word, hold.call.node) {
      // A word among the others: `set(key, token, "PX", 30000, "NX")`.
      if case .absent = context.argument(word, of: hold.call.node) { return .given(hold.call.node) }
      if case .hidden = context.argument(word, of: hold.call.node) { return .given(hold.call.node) }
    }
    for word in hold.holding.expires {
      switch context.argument(word, of: hold.call.node) {
      case .given(let value):
        let isNone = tree.kind(value) == .literal && (tree[value].literalKind == .null || tree.name(value) == "0")
        return isNone ? .absent : .given(value)
      case .hidden(let value): return .hidden(value)
      case .absent: continue
      }
    }
    // Given a time afterwards.
    let later = context.calls.first { call in
      call.node > hold.call.node
        && ["expire", "pexpire", "Expire", "expireAt", "KeyExpire", "KeyExpireAsync"].contains(
          String(NameReading.last(tree.name(call.node)))
        )
    }
    return later.map { .given($0.node) }
  }

  /// Where the key is deleted under no condition on what stands under it.
  private static func blindRelease(
    of key: String,
    behind node: NodeIndex,
    _ hold: HoldFact,
    in context: UnitContext
  ) -> NodeIndex? {
    let tree = context.tree
    let deletes = ["delete", "del", "unlink", "Del", "KeyDelete", "KeyDeleteAsync"]
    return context.calls.first { call in
      guard call.node > node, deletes.contains(String(NameReading.last(tree.name(call.node)))),
        let first = tree.child(call.node, .argument).flatMap({ tree.child($0, .value) }),
        context.wording(of: first) == key
      else { return false }
      return !tree.ancestors(call.node).contains { above in
        tree.kind(above) == .branch
          && tree.children(above, .condition).contains { condition in
            tree.subtree(condition).contains { at in
              tree.kind(at) == .condition && [Operator.equal, Operator.notEqual].contains(tree.name(at))
            }
          }
      }
    }?.node
  }
}
