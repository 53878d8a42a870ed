package import Behaviour
package import Knowledge

/// Something that a unit takes hold of, and how that ends.
package struct HoldFact: Sendable {
  package enum Fate: Sendable, Hashable {
    /// A construct of the language holds it for a body.
    case scoped(NodeIndex)
    /// Given back on every way out.
    case always(by: NodeIndex)
    /// Given back, but there is a way out before that.
    case onSuccess(by: NodeIndex, leaves: HoldFlow.Exit)
    /// Handed to somebody else, on every way or with a way out before that.
    case handed(Handover, at: NodeIndex, leaves: HoldFlow.Exit?)
    /// Given to a call that may keep it, and not given back here.
    case passed(NodeIndex)
    /// Not kept by any name: used where it is made, or dropped.
    case unnamed(Destination)
    /// Given back only when the function ends, once for each round of a loop.
    case late(by: NodeIndex, loop: NodeIndex)
    case never(leaves: HoldFlow.Exit?)
    /// Given back where something says so that is not followed: a flag, a call that hardly fails.
    case open
    case unread(NodeIndex)
  }

  package enum Handover: Sendable, Hashable { case returned, yielded, stored, captured, passed }

  /// The call that takes it.
  package let call: CallFact
  package let holding: Holding
  package let fate: Fate
  /// What it is called where it is held: a name, or the object that is locked; empty where it has none.
  package let name: String
  /// Calls made while it is held, in reading order.
  package let during: [NodeIndex]
}

extension UnitContext {
  static func holds(in context: UnitContext) -> [HoldFact] {
    var facts: [HoldFact] = []
    for call in context.calls where !call.path.isEmpty && context.tree[call.node].role != .decorator {
      guard let holding = context.knowledge.holding(call.path), !holding.isWrapper, context.takes(call.node, holding)
      else { continue }
      facts.append(context.hold(call, holding))
    }
    return facts
  }

  /// Whether a call takes hold at all: with the argument that it needs for that.
  private func takes(_ call: NodeIndex, _ holding: Holding) -> Bool {
    holding.when.isEmpty || holding.when.contains { hasArgument($0, call) }
  }

  /// Whether a call is given an argument: by its label, or as a word among the others (`"NX"`, `LOCK_EX`).
  package func hasArgument(_ word: String, _ call: NodeIndex) -> Bool {
    if !word.hasPrefix("#"),
      tree.children(call, .argument).contains(where: { argument in
        tree.subtree(argument).contains { at in
          switch tree.kind(at) {
          case .literal: tree.name(at) == word
          case .read: NameReading.last(tree.name(at)) == word
          default: false
          }
        }
      })
    {
      return true
    }
    guard case .given(let value) = argument(word, of: call) else { return false }
    return !(tree.kind(value) == .literal && [.false, .null].contains(tree[value].literalKind))
  }

  /// How a call's hold ends.
  package func hold(_ call: CallFact, _ holding: Holding) -> HoldFact {
    func fact(_ fate: HoldFact.Fate, _ name: String = "", _ during: [NodeIndex] = []) -> HoldFact {
      HoldFact(call: call, holding: holding, fate: fate, name: name, during: during)
    }
    let node = call.node
    var search = HandleSearch(of: node, holding, in: self)
    var isNamed = false
    if let scope = scope(over: node) {
      if holding.isScoped || tree[scope].scopeKind == .lock {
        return fact(.scoped(scope), search.object ?? "", calls(in: tree.child(scope, .body) ?? scope).map(\.node))
      }
      if let target = tree.child(scope, .target) {
        search.follow(target: target)
        isNamed = true
      }
    }
    switch holding.subject {
    case .value, .second:
      let destination = tree.destination(of: node)
      guard isNamed || search.start(at: destination) else {
        return fact(search.fate(of: destination) ?? .unnamed(destination))
      }
    case .receiver, .argument:
      guard let object = search.object, !object.isEmpty else { return fact(.unnamed(tree.destination(of: node))) }
      search.findReleases(of: object)
    case .key, .type: return fact(.unnamed(tree.destination(of: node)))
    }
    // A timer that is given what stops it.
    if let inner = search.handovers.keys.filter({ tree.contains(node, $0) }).min() {
      return fact(.handed(.captured, at: inner, leaves: nil))
    }
    var flow = HoldFlow(
      from: node,
      releases: search.releases,
      handovers: Set(search.handovers.keys),
      names: search.names,
      failures: search.failures,
      lastUse: search.lastUse,
      in: self
    )
    let result = flow.run()
    return fact(fate(of: result, search), search.shownName, result.during)
  }

  private func fate(of result: HoldFlow.Result, _ search: HandleSearch) -> HoldFact.Fate {
    if let unread = result.unread { return .unread(unread) }
    // What leaves for sure is told first.
    let leaving = result.exits.first { $0.isSure } ?? result.exits.first { !$0.isFaint }
    if leaving == nil, !result.exits.isEmpty || result.condition != nil,
      !result.releases.isEmpty || !result.handovers.isEmpty
    {
      return .open
    }
    if let release = result.releases.first {
      if file.context.facts.has(.finalizersSetResults), let loop = lateLoop(of: release, taking: search.taking) {
        return .late(by: release, loop: loop)
      }
      guard let leaving else { return .always(by: release) }
      // Given back only where something failed: what went well keeps it, for others to give back.
      if leaving.kind == .returns || leaving.kind == .ends, isKeptWhereAllWentWell(result.releases) {
        if search.holding.isLock { return .never(leaves: leaving) }
        if let passed = search.passes.last(where: { isOutsideHandlers($0) }) { return .passed(passed) }
        if let captured = search.captures.first(where: { isOutsideHandlers($0) }) {
          return .handed(.captured, at: captured, leaves: nil)
        }
      }
      return .onSuccess(by: release, leaves: leaving)
    }
    if let handover = result.handovers.first {
      return .handed(search.handovers[handover] ?? .passed, at: handover, leaves: leaving)
    }
    if let captured = search.captures.first { return .handed(.captured, at: captured, leaves: nil) }
    if let passed = search.passes.first { return .passed(passed) }
    // Something gives it back, on a way that is not followed: a callback, code that comes before.
    return search.releases.isEmpty && search.handovers.isEmpty ? .never(leaves: leaving) : .open
  }

  private func isKeptWhereAllWentWell(_ releases: [NodeIndex]) -> Bool {
    releases.allSatisfy { !isOutsideHandlers($0) }
  }

  private func isOutsideHandlers(_ node: NodeIndex) -> Bool {
    !tree.ancestors(node).contains { tree.kind($0) == .handler }
  }

  /// The loop of which each round takes one more, where all of them wait for the end of the function.
  private func lateLoop(of release: NodeIndex, taking: NodeIndex) -> NodeIndex? {
    var isDeferred = false
    for above in tree.ancestors(release) {
      switch tree.kind(above) {
      case .closure: return nil
      case .loop: return isDeferred && tree.contains(above, taking) ? above : nil
      default: if tree[above].role == .finalizer { isDeferred = true }
      }
    }
    return nil
  }

  /// The scope whose resource a call is, or makes (`closing(open())`).
  private func scope(over call: NodeIndex) -> NodeIndex? {
    var child = call
    for above in tree.ancestors(call) {
      switch tree.kind(above) {
      case .scoped: return tree[child].role == .resource ? above : nil
      case .await, .argument, .operation: break
      case .call where tree[child].role == .argument: break
      default: return nil
      }
      child = above
    }
    return nil
  }
}
