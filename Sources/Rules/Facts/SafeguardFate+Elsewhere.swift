import Behaviour
import Knowledge

/// Safeguards that moved out of the unit.
extension ProtectionComparison {
  /// What a safeguard held for is not in the unit: it may be in a function that is new.
  func fateInHelpers(of safeguard: Safeguard, _ peers: [Safeguard]) -> SafeguardFate {
    guard let helper = survivorsInHelpers(of: safeguard.region) else {
      if let opaque = successorOfWrapper(safeguard) { return bounds(opaque) ? .perhaps(opaque) : .gone(before: opaque) }
      return .moot
    }
    if let cover = peers.first(where: { $0.region.contains(helper.call) }) { return .kept(cover.node) }
    if helper.context.safeguards.contains(where: { safeguard.kind.isMet(by: $0.kind) }) {
      return .inHelper(helper.name, call: helper.call)
    }
    return .gone(before: helper.call)
  }

  /// The function of the change that a call names, where it has a safeguard that does what one of the old unit did.
  func helper(at call: NodeIndex, with safeguard: Safeguard) -> Helper? {
    helpers.first { helper in
      helper.call == call && helper.context.safeguards.contains { safeguard.kind.isMet(by: $0.kind) }
        && !stoodAlready(helper)
    }
  }

  /// Where every caller has a safeguard of the kind around its call.
  func callers(with safeguard: Safeguard) -> SafeguardFate? {
    var names: [String] = []
    var isNew = false
    for caller in callers() {
      guard
        caller.calls.allSatisfy({ call in
          caller.context.safeguards.contains { safeguard.kind.isMet(by: $0.kind) && $0.region.contains(call) }
        })
      else { return nil }
      let unit = caller.context.unit
      names.append(unit.qualifiedName)
      isNew = isNew || !baseline.oldUnits().contains { $0.qualifiedName == unit.qualifiedName && $0.tree == unit.tree }
    }
    // Callers that are what they were had theirs before, besides the one that is gone.
    return names.isEmpty || !isNew ? nil : .inCallers(names, areAll: !new.unit.traits.contains(.exported))
  }

  /// A transaction that all that writes is given, and that is a parameter now.
  func handedTransaction(_ survivors: [Survivor]) -> SafeguardFate? {
    let writes = survivors.filter { $0.old.weight >= .call }
    guard !writes.isEmpty else { return nil }
    var given: Parameter?
    for write in writes {
      let parameter = write.new.lazy.compactMap { self.transactionGiven(to: $0.node) }.first
      guard let parameter, given == nil || given == parameter else { return nil }
      given = parameter
    }
    return given.map {
      let mayLack =
        $0.hasDefault || $0.type.map { $0.hasSuffix("?") || $0.contains("null") || $0.contains("None") } ?? true
      return .handedIn($0.name, isDemanded: !mayLack)
    }
  }

  private func transactionGiven(to call: NodeIndex) -> Parameter? {
    for index in new.tree.subtree(call) where new.tree.kind(index) == .read && new.tree[index].placeKind == .parameter {
      let name = new.tree.name(index)
      guard new.flow.isWholeName(index),
        NameReading.words(name).contains(where: { ["transaction", "tx", "txn", "trx"].contains($0) })
      else { continue }
      return new.unit.parameters.first { $0.name == name } ?? Parameter(name: name, hasDefault: true)
    }
    return nil
  }

  /// What now runs the code, is new, and is not in reach: a decorator, a call that is given the code as a function.
  func possibleWrapper(of safeguard: Safeguard, around node: NodeIndex) -> NodeIndex? {
    let were = Set(old.calls.map { NameReading.last(old.tree.name($0.node)) })
    func isNew(_ call: NodeIndex) -> Bool { !were.contains(NameReading.last(new.tree.name(call))) }
    for above in new.tree.ancestors(node) {
      switch new.tree.kind(above) {
      case .call where isNew(above) && new.call(above)?.known == nil:
        let takesWork = new.tree.children(above, .argument).contains { new.tree.contains($0, node) }
        if takesWork { return above }
      case .scoped:
        guard let resource = new.tree.child(above, .resource) else { continue }
        let value = new.tree.kind(resource) == .await ? new.tree.child(resource, .value) ?? resource : resource
        if new.tree.kind(value) == .call, isNew(value), new.call(value)?.known == nil { return value }
      default: continue
      }
    }
    let other = new.calls.first { new.tree[$0.node].role == .decorator && isNew($0.node) && $0.known == nil }
    if let other { return other.node }
    guard safeguard.kind == .bulkhead || safeguard.kind == .rate else { return nil }
    // `limitedScheduler.enqueue(work)`: by its name it bounds, too.
    return new.calls.first { isNew($0.node) && bounds($0.node) }?.node
  }

  /// Whether a call says by its name that it lets only so much through.
  private func bounds(_ call: NodeIndex) -> Bool {
    NameReading.words(new.tree.name(call)).contains {
      ["limited", "limit", "limiter", "concurrency", "throttled", "throttle", "pool"].contains($0)
    }
  }

  /// `charge(order)` where `breaker.fire(order)` stood: what is given the same is what was run.
  private func successorOfWrapper(_ safeguard: Safeguard) -> NodeIndex? {
    guard safeguard.kind == .breaker || safeguard.kind == .bulkhead || safeguard.kind == .rate,
      let subject = safeguard.subject
    else { return nil }
    let were = Set(old.calls.map { NameReading.last(old.tree.name($0.node)) })
    let wanted = old.names(in: old.tree.children(subject, .argument), naming: naming, ownOnly: false)
    guard !wanted.isEmpty else { return nil }
    return new.calls.first { call in
      !were.contains(NameReading.last(new.tree.name(call.node)))
        && !new.names(in: new.tree.children(call.node, .argument), naming: naming, ownOnly: false)
          .isDisjoint(with: wanted)
    }?.node
  }
}
