import Behaviour
import Knowledge

/// What became of a safeguard in a change.
enum SafeguardFate {
  /// It stands, or the same does elsewhere in the unit.
  case kept(NodeIndex)
  /// Another construct does what it did.
  case replaced(NodeIndex, by: String)
  /// A function of the change that is called here sees to it.
  case inHelper(String, call: NodeIndex)
  /// What calls the unit sees to it; whether there are other callers is known where there can be none.
  case inCallers([String], areAll: Bool)
  /// It is handed in by whoever calls: the parameter; whether that must be given.
  case handedIn(String, isDemanded: Bool)
  /// What it held for is gone.
  case moot
  /// A construct that is not in reach may see to it.
  case perhaps(NodeIndex)
  /// The unit is not what it was.
  case rewritten
  /// It stands, and what it held for stands outside of it now.
  case narrowed(NodeIndex, to: NodeIndex)
  /// It holds for one part here and for another there.
  case split(NodeIndex, NodeIndex)
  /// It lets pass ten times as much.
  case raised(NodeIndex, from: String, to: String)
  /// What it was given says now that there is no end.
  case lifted(NodeIndex)
  case gone(before: NodeIndex)
}

extension ProtectionComparison {
  func fate(of safeguard: Safeguard) -> SafeguardFate {
    if safeguard.kind == .step { return fate(ofStep: safeguard) }
    if let subject = safeguard.subject { return fate(of: safeguard, givenTo: subject) }
    return fate(ofScope: safeguard)
  }

  /// The safeguards of the new unit that do what one of the old unit did.
  func peers(of safeguard: Safeguard) -> [Safeguard] { new.safeguards.filter { safeguard.kind.isMet(by: $0.kind) } }

  // MARK: - Around code

  private func fate(ofScope safeguard: Safeguard) -> SafeguardFate {
    let peers = self.peers(of: safeguard).filter { !stoodBeside(safeguard, $0) }
    let survivors = self.survivors(in: safeguard.region).filter {
      isWorth($0.old, of: safeguard) && !runsLater($0.old.node, than: safeguard, in: old)
    }
    guard let anchor = best(survivors) else {
      if old.deeds(in: safeguard.region, naming: naming).isEmpty, helpers.isEmpty, callers(with: safeguard) == nil,
        let open = openRead(safeguard, peers)
      {
        return .gone(before: open)
      }
      if safeguard.kind.keepsApart, let other = otherClient(of: safeguard, peers) { return other }
      return fateInHelpers(of: safeguard, peers)
    }
    let name = FormWriter.name(safeguard.name, in: old, naming: naming)
    let namesakes = peers.filter {
      $0.kind == safeguard.kind && FormWriter.name($0.name, in: new, naming: naming) == name
    }
    func cover(_ node: NodeIndex) -> Safeguard? {
      // Another one around it says nothing of this one.
      (namesakes + peers).first { $0.region.contains(node) && !runsLater(node, than: $0, in: new) }
    }
    var covers: [Safeguard] = []
    var open: [Survivor] = []
    var called: (name: String, call: NodeIndex)?
    let were = old.safeguards.filter { safeguard.kind.isMet(by: $0.kind) }
    for survivor in survivors {
      let bare = survivor.new.filter { cover($0.node) == nil }
      // Done in several places, of which one less is covered.
      let held = oldDeeds[survivor.old.key]?.count { node in
        were.contains { $0.region.contains(node) && !runsLater(node, than: $0, in: old) }
      }
      let free = count(of: survivor.old.key) - (held ?? 0)
      if !bare.isEmpty, survivor.new.count - bare.count < held ?? 0, bare.count > free,
        bare.allSatisfy({ helper(at: $0.node, with: safeguard) == nil })
      {
        open.append(Survivor(old: survivor.old, new: bare))
        continue
      }
      if let cover = survivor.new.lazy.compactMap({ cover($0.node) }).first {
        covers.append(cover)
      } else if let helper = survivor.new.lazy.compactMap({ self.helper(at: $0.node, with: safeguard) }).first {
        called = (helper.name, helper.call)
      } else {
        open.append(survivor)
      }
    }
    if open.isEmpty {
      if let called, covers.isEmpty { return .inHelper(called.name, call: called.call) }
      return standing(safeguard, covers)
    }
    if let cover = covers.first {
      // Narrower, and still over all that others can see.
      guard let outside = open.first(where: { mustBeCovered($0.old, by: safeguard) }), let place = outside.new.first
      else {
        return standing(safeguard, covers)
      }
      return .narrowed(place.node, to: cover.node)
    }
    if let callers = callers(with: safeguard) { return callers }
    if safeguard.kind == .transaction, let handed = handedTransaction(open) { return handed }
    let ends: Set<String> = ["commit", "rollback", "Commit", "Rollback", "CommitAsync", "RollbackAsync"]
    let held = old.deeds(in: safeguard.region, naming: naming).filter {
      isWorth($0, of: safeguard) && !ends.contains(String(NameReading.last(old.tree.name($0.node))))
    }
    if safeguard.kind == .lock, held.contains(where: { isChange($0) }), !survivors.contains(where: { isChange($0.old) })
    {
      return .moot
    }
    if survivors.count * 2 < held.count, !survivors.contains(where: { isChange($0.old) }) { return .rewritten }
    if safeguard.kind == .limit || safeguard.kind == .key, let moved = moved(safeguard, peers) { return moved }
    if let peer = peers.first(where: { $0.subject == nil && $0.region.lowerBound > anchor }) {
      return .narrowed(anchor, to: peer.node)
    }
    if let wrapper = possibleWrapper(of: safeguard, around: anchor) { return .perhaps(wrapper) }
    if safeguard.kind == .limit || safeguard.kind == .token, let other = otherLimit(on: anchor, in: safeguard) {
      return other
    }
    return .gone(before: waiting(safeguard) ?? anchor)
  }

  /// `db.Exec(…)` where `tx.Exec(…)` stood.
  private func otherClient(of safeguard: Safeguard, _ peers: [Safeguard]) -> SafeguardFate? {
    for call in old.calls(in: safeguard.region) where safeguard.kind != .lock || !isOfLock(call.node) {
      switch old.role(of: call) {
      case .effect, .unresolved, .ambiguous: break
      default: continue
      }
      guard let now = counterpart(of: call.node) else { continue }
      if let cover = peers.first(where: { $0.region.contains(now) }) { return .kept(cover.node) }
      return .gone(before: now)
    }
    return nil
  }

  /// The call that waits without an end now, and did not.
  private func waiting(_ safeguard: Safeguard) -> NodeIndex? {
    guard safeguard.kind == .limit else { return nil }
    return new.calls.first { call in
      guard case .none = new.waitLimit(of: call),
        let was = old.calls.first(where: { $0.path == call.path && !call.path.isEmpty })
      else { return false }
      if case .none = old.waitLimit(of: was) { return false }
      return true
    }?.node
  }

  /// All of it is covered: by the same as before, by something else, by several.
  private func standing(_ safeguard: Safeguard, _ covers: [Safeguard]) -> SafeguardFate {
    guard let first = covers.first else { return .moot }
    let name = FormWriter.name(safeguard.name, in: old, naming: naming)
    let namesake = covers.first {
      $0.kind == safeguard.kind && FormWriter.name($0.name, in: new, naming: naming) == name
    }
    // Another lock that stood around before is no replacement.
    if namesake == nil, safeguard.kind == .lock, covers.allSatisfy({ stoodAround(safeguard, $0) }) {
      return .gone(before: covers.last.flatMap { anchor(of: safeguard, in: $0) } ?? first.node)
    }
    let same = namesake ?? covers.first { $0.kind == safeguard.kind }
    if safeguard.kind == .lock,
      let second = covers.first(where: { $0.node != first.node && !$0.region.overlaps(first.region) }),
      first.name == second.name, sharesState(first.region, second.region)
    {
      return .split(first.node, second.node)
    }
    if let same {
      if let raised = raised(safeguard, same) { return raised }
      return .kept(same.node)
    }
    // What stood beside it before is no replacement.
    if old.safeguards.contains(where: { $0.kind == first.kind && $0.name == first.name }) {
      return .gone(before: first.node)
    }
    return .replaced(first.node, by: first.name)
  }

  /// Whether code that stands under a safeguard is in a function that is kept there, and runs when it is over.
  private func runsLater(_ node: NodeIndex, than safeguard: Safeguard, in context: UnitContext) -> Bool {
    let tree = context.tree
    for above in tree.ancestors(node) {
      guard safeguard.region.contains(above) else { return false }
      if tree.kind(above) == .closure, tree[above].role == .value,
        tree.kind(tree.parent(above)) == .assign || tree.kind(tree.parent(above)) == .return
      {
        return true
      }
    }
    return false
  }

  /// Whether a lock of the new unit is another one that the old unit took as often: it stands for itself.
  private func stoodBeside(_ safeguard: Safeguard, _ peer: Safeguard) -> Bool {
    guard safeguard.kind == .lock, peer.kind == .lock else { return false }
    let name = FormWriter.name(peer.name, in: new, naming: naming)
    guard FormWriter.name(safeguard.name, in: old, naming: naming) != name else { return false }
    func count(_ context: UnitContext) -> Int {
      context.safeguards.count {
        $0.kind == .lock && FormWriter.name($0.name, in: context, naming: naming) == name
      }
    }
    return count(old) >= count(new)
  }

  /// Whether what covers it now covered it before, besides it.
  private func stoodAround(_ safeguard: Safeguard, _ cover: Safeguard) -> Bool {
    let name = FormWriter.name(cover.name, in: new, naming: naming)
    return old.safeguards.contains {
      $0.kind == cover.kind && $0.node != safeguard.node && $0.region.contains(safeguard.region.lowerBound)
        && FormWriter.name($0.name, in: old, naming: naming) == name
    }
  }

  private func anchor(of safeguard: Safeguard, in cover: Safeguard) -> NodeIndex? {
    best(survivors(in: safeguard.region).filter { $0.new.contains { cover.region.contains($0.node) } })
  }

  /// Where something that others may change is looked at with the lock gone: a read that is no deed of its own.
  private func openRead(_ safeguard: Safeguard, _ peers: [Safeguard]) -> NodeIndex? {
    guard safeguard.kind == .lock else { return nil }
    func isShared(_ node: NodeIndex, in context: UnitContext) -> Bool {
      guard context.tree.kind(node) == .read, !context.tree.name(node).isEmpty else { return false }
      switch context.tree[node].placeKind {
      case .static, .field: return true
      case .element: return !context.localNames.contains(String(NameReading.root(context.tree.name(node))))
      default: return false
      }
    }
    let names = Set(safeguard.region.filter { isShared($0, in: old) }.map { old.tree.name($0) })
    guard !names.isEmpty else { return nil }
    return new.tree.nodes.indices.lazy.map { NodeIndex($0) }.first { index in
      isShared(index, in: new) && names.contains(new.tree.name(index))
        && !peers.contains { $0.region.contains(index) && !runsLater(index, than: $0, in: new) }
    }
  }

  /// The same place is read in one part and written in another: what was read may be stale by then.
  private func sharesState(_ first: Range<NodeIndex>, _ second: Range<NodeIndex>) -> Bool {
    func places(_ region: Range<NodeIndex>, _ isWritten: Bool) -> Set<String> {
      Set(
        region.filter {
          new.tree.kind($0) == .read && (new.tree[$0].role == .target) == isWritten && !new.flow.isWholeName($0)
            && !new.tree.name($0).isEmpty
        }.map { new.tree.name($0) }
      )
    }
    return !places(first, false).isDisjoint(with: places(second, true))
  }

  /// Whether a deed says something about what a safeguard is for.
  private func isWorth(_ deed: Deed, of safeguard: Safeguard) -> Bool {
    switch safeguard.kind {
    case .lock: return !isOfLock(deed.node)
    case .step: return true
    case .transaction, .rows, .version, .claim:
      return deed.weight > .slight || old.call(deed.node).map { old.likelyEffect(of: $0) != .none } ?? false
        || old.tree[deed.node].has(.discarded) && isWrite(NameReading.last(old.tree.name(deed.node)))
    default:
      guard deed.weight >= .call, let call = old.call(deed.node) else { return false }
      switch old.role(of: call) {
      case .effect, .unresolved: return true
      case .ambiguous: return old.tree[deed.node].has(.awaited) || old.likelyEffect(of: call) != .none
      default: return false
      }
    }
  }

  /// `other.Unlock()`: what takes a lock or gives one back needs none itself.
  private func isOfLock(_ node: NodeIndex) -> Bool {
    guard old.tree.kind(node) == .call, old.tree.child(node, .argument) == nil else { return false }
    return SafeguardNames.turnsKey(NameReading.last(old.tree.name(node)))
  }

  private func isChange(_ deed: Deed) -> Bool { deed.weight == .write || deed.weight == .effect }

  /// One of the same kind that the old unit did not have: said in another place now.
  private func moved(_ safeguard: Safeguard, _ peers: [Safeguard]) -> SafeguardFate? {
    let same = peers.filter { $0.kind == safeguard.kind }
    guard same.count >= old.safeguards.count(where: { $0.kind == safeguard.kind }), let other = same.last else {
      return nil
    }
    return raised(safeguard, other) ?? .kept(other.node)
  }

  /// Whether others see what a deed does, so that leaving it out makes the safeguard weaker.
  private func mustBeCovered(_ deed: Deed, by safeguard: Safeguard) -> Bool {
    if deed.weight == .write { return safeguard.kind == .lock }
    guard let call = old.call(deed.node) else { return false }
    switch safeguard.kind {
    case .transaction:
      let effect = old.likelyEffect(of: call)
      return effect == .databaseWrite || effect == .payment
        || old.tree[deed.node].has(.discarded) && isWrite(NameReading.last(old.tree.name(deed.node)))
    case .lock:
      // What is done to the state that the lock stands for.
      let base = NameReading.base(old.tree.name(deed.node))
      let isOwn = base.hasPrefix("self.") || base.hasPrefix("this.")
      return deed.weight == .effect && old.likelyEffect(of: call) != .none
        || isOwn
          && ["add", "append", "insert", "remove", "delete", "set", "put", "push", "pop", "removeValue", "update"]
            .contains(NameReading.habitual(NameReading.last(old.tree.name(deed.node))))
    default: return deed.weight == .effect
    }
  }

  /// By its name it changes what is kept.
  private func isWrite(_ name: Substring) -> Bool {
    let words = NameReading.words(name)
    return words.contains {
      [
        "save", "create", "update", "insert", "delete", "destroy", "remove", "add", "store", "persist", "attach",
        "detach", "put", "upsert", "write", "increment", "decrement",
      ].contains($0)
    }
  }

  private func raised(_ was: Safeguard, _ now: Safeguard) -> SafeguardFate? {
    guard was.kind == now.kind, let before = was.amount, let after = now.amount, after.isFarAbove(before) else {
      return nil
    }
    if was.kind == .key || was.kind == .cache || was.kind == .rate && was.name != now.name { return nil }
    // The same time in another unit.
    if !before.isTime, was.name != now.name, after.value == before.value * 1000 { return nil }
    return .raised(now.node, from: words(before, was.node, in: old), to: words(after, now.node, in: new))
  }

  private func words(_ amount: SafeguardAmount, _ node: NodeIndex, in context: UnitContext) -> String {
    let value = context.tree.kind(node) == .argument ? context.tree.child(node, .value) ?? node : node
    let text = context.wording(of: value)
    if context.tree.kind(node) == .argument, text.count <= 24 { return text }
    let number =
      amount.value == amount.value.rounded() ? String(Int(clamping: Int64(amount.value))) : String(amount.value)
    return amount.isTime ? number + " s" : number
  }

  // MARK: - Given to a call

  private func fate(of safeguard: Safeguard, givenTo subject: NodeIndex) -> SafeguardFate {
    let peers = self.peers(of: safeguard)
    guard let call = counterpart(of: subject) ?? takerOfOptions(subject) else {
      return fateInHelpers(of: safeguard, peers)
    }
    let given = peers.filter {
      $0.subject == call || $0.region.contains(call)
        || $0.subject.map { new.tree.contains(call, $0) || new.tree.contains($0, call) } ?? false
    }
    if let same = given.first(where: { $0.kind == safeguard.kind && $0.name == safeguard.name })
      ?? given.first(where: { $0.kind == safeguard.kind }) ?? given.first
    {
      if let raised = raised(safeguard, same) { return raised }
      return same.kind == safeguard.kind ? .kept(same.node) : .replaced(same.node, by: same.name)
    }
    // In an object with options that is given to it.
    if let held = peers.first(where: { $0.subject == nil && $0.node < call && $0.name == safeguard.name }) {
      return raised(safeguard, held) ?? .kept(held.node)
    }
    if let callers = callers(with: safeguard) { return callers }
    if let lifted = liftedArgument(safeguard, call) { return .lifted(lifted) }
    // The policy itself goes by another name.
    if subject == safeguard.node, new.tree.name(call) != old.tree.name(subject) { return .perhaps(call) }
    if let spread = newSpread(in: call, was: subject) { return .perhaps(spread) }
    if safeguard.kind.endsWaits, let other = otherLimit(on: call, in: safeguard) { return other }
    if safeguard.kind == .token {
      guard isDone(subject) else { return .moot }
      // What could end it is no part of the unit any more.
      let root = String(NameReading.root(safeguard.name))
      if old.localNames.contains(root), !new.localNames.contains(root) {
        return takesBackground(call) ? .gone(before: call) : .rewritten
      }
    }
    if safeguard.kind == .retry, peers.contains(where: { $0.region.contains(call) }) { return .moot }
    if let wrapper = possibleWrapper(of: safeguard, around: call) { return .perhaps(wrapper) }
    return .gone(before: waiting(safeguard) ?? call)
  }

  /// The call that was given what another one made, by a name: `charge(order, options)` of
  /// `options = Options(key: id)`.
  private func takerOfOptions(_ subject: NodeIndex) -> NodeIndex? {
    guard old.tree[subject].has(.constructs), old.tree.kind(old.tree.parent(subject)) == .assign,
      let target = old.tree.child(old.tree.parent(subject), .target), old.flow.isWholeName(target),
      let definition = old.flow.definition(at: target)
    else { return nil }
    for use in old.flow.uses(of: definition) {
      guard old.tree.kind(old.tree.parent(use)) == .argument, let call = old.owner(ofArgument: old.tree.parent(use)),
        let now = counterpart(of: call)
      else { continue }
      return now
    }
    return nil
  }

  /// Whether a call does something that can take long.
  private func isDone(_ node: NodeIndex) -> Bool {
    guard let call = old.call(node) else { return false }
    switch old.role(of: call) {
    case .effect, .unresolved: return !old.tree[node].has(.constructs)
    case .ambiguous: return true
    default:
      guard let known = call.known else { return false }
      if case .notApplicable = known.deadline.standard { return false }
      return true
    }
  }

  /// `context.Background()`, `CancellationToken.None`
  private func takesBackground(_ call: NodeIndex) -> Bool {
    new.tree.children(call, .argument).contains { argument in
      guard let value = new.tree.child(argument, .value) else { return false }
      let last = NameReading.last(new.tree.name(value))
      return ["Background", "TODO", "None", "none"].contains(last)
    }
  }

  /// The call of the new unit that a call of the old one became: by its name and place among those of that name.
  func counterpart(of call: NodeIndex) -> NodeIndex? {
    let key = old.calleeKey(call, naming)
    let were = old.calls.filter { old.calleeKey($0.node, naming) == key }.map(\.node)
    let are = new.calls.filter { new.calleeKey($0.node, naming) == key }.map(\.node)
    if let position = were.firstIndex(of: call), !are.isEmpty {
      // Some of several went: the ones whose arguments are alike stay.
      if are.count < were.count {
        let wanted = firstArgument(of: call, in: old)
        return are.first { firstArgument(of: $0, in: new) == wanted }
      }
      return are[min(position, are.count - 1)]
    }
    // The same question to another client.
    let last = NameReading.last(old.tree.name(call))
    guard last.utf8.count >= 3, let wanted = firstArgument(of: call, in: old) else {
      return counterpartOfChain(call, last: String(last))
    }
    return new.calls.first {
      NameReading.last(new.tree.name($0.node)) == last && firstArgument(of: $0.node, in: new) == wanted
    }?.node ?? counterpartOfChain(call, last: String(last))
  }

  /// A chain that lost or won links is still the chain.
  private func counterpartOfChain(_ call: NodeIndex, last: String) -> NodeIndex? {
    guard old.tree.child(call, .receiver) != nil else { return nil }
    let root = start(of: call, in: old)
    return new.calls.first {
      NameReading.last(new.tree.name($0.node)) == last && start(of: $0.node, in: new) == root
    }?.node ?? new.calls.first { start(of: $0.node, in: new) == root && new.tree[$0.node].role != .receiver }?.node
  }

  private func start(of call: NodeIndex, in context: UnitContext) -> String {
    var node = call
    while let next = context.tree.child(node, .receiver) { node = next }
    let name = FormWriter.name(context.tree.name(node), in: context, naming: naming)
    return String(NameReading.root(name))
  }

  private func firstArgument(of call: NodeIndex, in context: UnitContext) -> UInt64? {
    guard case .given(let value) = context.positional(0, of: call) else { return nil }
    return FormWriter.hash(value, in: context, naming: naming, expands: false)
  }

  /// `timeout=None` in place of `timeout=5`.
  private func liftedArgument(_ safeguard: Safeguard, _ call: NodeIndex) -> NodeIndex? {
    for index in new.tree.subtree(call) where new.tree.kind(index) == .argument && !safeguard.name.isEmpty {
      if new.tree.name(index) == safeguard.name { return index }
    }
    return nil
  }

  private func newSpread(in call: NodeIndex, was subject: NodeIndex) -> NodeIndex? {
    let had = old.tree.subtree(subject).contains { old.tree[$0].has(.spread) }
    return had ? nil : new.tree.subtree(call).first { new.tree[$0].has(.spread) }
  }

  /// What ends the wait of a call now that what ended it is gone.
  private func otherLimit(on call: NodeIndex, in place: Safeguard) -> SafeguardFate? {
    guard let fact = new.call(call) else { return nil }
    switch new.waitLimit(of: fact) {
    case .bounded(_, let node):
      return .replaced(node ?? call, by: node.map { new.wording(of: $0, limit: 40) } ?? "its client")
    case .byDefault(let seconds):
      let name = "its default of \(Int(clamping: Int64(seconds))) s"
      guard let amount = place.amount, place.kind == .limit else { return .replaced(call, by: name) }
      // Numbers without a unit: nobody waits a thousand seconds.
      let was = amount.isTime || amount.value < 1000 ? amount.value : amount.value / 1000
      if seconds >= was * 5, seconds > 10 { return .raised(call, from: words(amount, place.node, in: old), to: name) }
      return .replaced(call, by: name)
    default: return nil
    }
  }

  // MARK: - In one step

  /// A value that was changed in one step is read and written in two.
  private func fate(ofStep safeguard: Safeguard) -> SafeguardFate {
    let same = new.safeguards.first { $0.kind == .step && $0.name == safeguard.name }
    if let same { return .kept(same.node) }
    var names: Set<String> = [safeguard.name]
    let wanted = old.tree.kind(safeguard.node) == .literal ? safeguard.node..<safeguard.node + 1 : safeguard.region
    for index in wanted {
      switch old.tree.kind(index) {
      case .read: names.insert(String(NameReading.last(old.tree.name(index))))
      case .literal where old.tree[index].literalKind == .string: names.insert(old.tree.name(index))
      case .argument: names.insert(old.tree.name(index))
      case .call:
        names.insert(String(NameReading.last(String(NameReading.base(old.tree.name(index))))))
      default: continue
      }
    }
    names.remove("")
    for index in new.tree.nodes.indices where new.tree.nodes[index].kind == .assign {
      let assign = NodeIndex(index)
      guard let target = new.tree.child(assign, .target),
        !new.flow.isWholeName(target) || new.tree[target].placeKind == .static
      else { continue }
      let last = String(NameReading.last(new.tree.name(target)))
      guard names.contains(last), !hadWrite(last, compound: new.tree.name(assign)) else { continue }
      if new.safeguards.contains(where: { $0.kind.keepsApart && $0.kind != .transaction && $0.region.contains(assign) })
      {
        return .replaced(assign, by: "a lock")
      }
      return .gone(before: assign)
    }
    return .moot
  }

  private func hadWrite(_ last: String, compound: String) -> Bool {
    old.tree.nodes.indices.contains { index in
      guard old.tree.nodes[index].kind == .assign, let target = old.tree.child(NodeIndex(index), .target) else {
        return false
      }
      return NameReading.last(old.tree.name(target)) == last && !isStepValue(NodeIndex(index))
    }
  }

  private func isStepValue(_ assign: NodeIndex) -> Bool {
    old.safeguards.contains { $0.kind == .step && $0.region.contains(assign) }
  }
}
