import Behaviour
import Knowledge

/// State that two executions can reach is written only under its guard.
package enum UnguardedSharedWrite: Rule {
  package static let card = RuleCard(
    id: .unguardedSharedWrite,
    family: .concurrency,
    summary: "State that two executions can reach is written only under its guard.",
    rationale: """
      A lock protects a field only where everybody takes it. One method that writes without it undoes the care of all \
      others: it may write between another's read and write, and on some processors others never see what it wrote. \
      The class itself says which fields are shared: those that it guards somewhere.

      The obligation is met where the write holds the lock that the other accesses hold, where every caller holds it, \
      and where the operation is atomic. Objects that nobody else has yet need no guard. A class that never takes a \
      lock, and code that no second thread reaches, are left alone.
      """,
    sources: ["CWE-362", "CWE-366", "CWE-820"],
    examples: examples + readExamples + bareExamples
  )

  package static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    guard !context.isExempt, !context.file.context.traits.contains(.oneOff) else { return }
    if !context.file.context.facts.has(.runsOnLoop) { inBodiesRunAtOnce(context, &ledger) }
    againstLocksOfType(context, &ledger)
    bare(context, &ledger)
    lazily(context, &ledger)
  }

  // MARK: - Guarded in one place, and not in another

  private static func againstLocksOfType(_ context: UnitContext, _ ledger: inout LedgerBuilder) {
    guard let owner = context.unit.owner, context.unit.kind != .initializer,
      !context.file.context.facts.has(.writesAreExclusive),
      let type = context.file.accesses[owner.name], !isForTests(context)
    else { return }
    let locks = LockRegions(context.tree, owner: owner)
    let all = FieldAccess.all(in: context.unit, locks, guardingThemselves: type.guardingThemselves)
    let sites = all.sites.filter(\.access.isWrite)
    var done: Set<String> = []
    outliers(context, type, all.sites, &ledger)
    for site in sites {
      let access = site.access
      guard
        let lock = lock(
          of: access.field,
          in: type.accesses,
          owner: owner.name,
          besides: context.unit.qualifiedName
        )
      else {
        continue
      }
      guard done.insert(access.field + (access.held.isEmpty ? "" : "|")).inserted else { continue }
      judge(site, lock, type, in: context, &ledger)
    }
  }

  /// The lock under which the others of a type touch a field: written once, or touched twice, with it.
  static func lock(
    of field: String,
    in accesses: [FieldAccess],
    owner: String,
    besides unit: String
  ) -> String? {
    var touched: [String: Set<String>] = [:]
    // Taken for a write of the field, or to touch nothing else.
    var telling: Set<String> = []
    for access in accesses where access.field == field && !(access.held.isEmpty && access.sharedHeld.isEmpty) {
      // Who takes it to touch nothing else takes it for this field.
      let isAlone =
        access.unit != unit
        && !accesses.contains {
          $0.unit == access.unit && $0.field != field && !LockRegions.saysLock($0.field)
        }
      for lock in access.sharedHeld where isAlone {
        touched[lock, default: []].insert(access.unit)
        telling.insert(lock)
      }
      for lock in access.held {
        if access.isWrite || isAlone { telling.insert(lock) }
        // What only reads it under a lock that it takes to write something else says nothing about this one.
        let isAside =
          !access.isWrite
          && accesses.contains {
            $0.unit == access.unit && $0.isWrite && $0.field != field && $0.held.contains(lock)
          }
        if !isAside { touched[lock, default: []].insert(access.unit) }
      }
    }
    // The lock itself, and what is always touched in different ways, is guarded by none.
    let best = touched.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }
    guard let best, !best.key.hasSuffix("." + field) || !LockRegions.saysLock(field) else { return nil }
    return telling.contains(best.key) || best.value.count >= 2 ? best.key : nil
  }

  private static func judge(
    _ site: FieldAccess.Site,
    _ lock: String,
    _ type: TypeAccesses,
    in context: UnitContext,
    _ ledger: inout LedgerBuilder
  ) {
    let access = site.access
    let field = context.shown(context.unit.written("self." + access.field))
    let shownLock = context.shown(
      lock == "this" || lock == "self" ? "this" : context.unit.written(lock)
    )
    let others = Set(
      type.accesses.filter {
        $0.field == access.field && $0.unit != access.unit
          && ($0.held.contains(lock) || $0.sharedHeld.contains(lock))
      }.map(\.unit)
    )
    .sorted().map { String(NameReading.last($0)) }
    func add(
      _ outcome: Outcome,
      _ message: String,
      reason: String? = nil,
      confidence: Confidence? = nil
    ) {
      ledger.add(
        .unguardedSharedWrite,
        outcome,
        site.node,
        at: context.headline(site.node),
        message: message,
        question: outcome == .checked
          ? nil
          : "Two executions of `\(context.shown(context.unit.name))` at once both change `\(field)`: "
            + "which guard makes the second see the first's value?",
        reason: reason,
        confidence: confidence,
        stake: .correctness
      )
    }
    if !access.held.contains(lock), makesLock(lock, field: access.field, in: context) { return }
    if access.held.contains(lock) {
      guard !others.isEmpty else { return }
      add(
        .checked,
        "`\(field)` is written under `\(shownLock)`, as in `\(context.shown(others[0]))`."
      )
      return
    }
    guard !others.isEmpty else {
      // Guarded elsewhere in this very unit: the lock was given back, or not yet taken.
      if !access.held.isEmpty || isBeforeHandedBody(site, lock, type, in: context) { return }
      add(
        .flagged,
        "`\(field)` is written here without `\(shownLock)`, under which it is touched elsewhere in `\(context.shown(context.unit.name))`.",
        confidence: .medium
      )
      return
    }
    let elsewhere =
      "`\(context.shown(others[0]))`" + (others.count > 1 ? " and \(others.count - 1) more" : "")
    if !access.held.isEmpty {
      add(
        .unverified,
        "`\(field)` is written under another lock than in \(elsewhere).",
        reason:
          "whether `\(context.shown(access.held[0]))` and `\(shownLock)` exclude each other is not in the code"
      )
      return
    }
    let name = context.unit.name
    let callers = type.calls.filter { $0.member == name && !$0.isWhileMaking }
    if isOwnHelper(context) || saysLocked(name) {
      if isCalledUnder(lock, name, type) {
        // By the name of a local several locks may be meant: one for each key.
        guard lock == "this" || lock == "self" || lock.utf8.contains(UInt8(ascii: ".")) else { return }
        add(
          .checked,
          "`\(field)` is written under `\(shownLock)`: every caller of `\(context.shown(name))` here holds it."
        )
        return
      }
      if callers.isEmpty {
        // Called while the object is made, or by nobody who is seen.
        if type.calls.contains(where: { $0.member == name }), !saysLocked(name) { return }
        add(
          .unverified,
          "`\(field)` is written here, and under `\(shownLock)` in \(elsewhere).",
          reason:
            "whether the callers of `\(context.shown(name))` hold `\(shownLock)` is not in reach"
        )
        return
      }
      if saysLocked(name) {
        add(
          .unverified,
          "`\(field)` is written here, and under `\(shownLock)` in \(elsewhere).",
          reason:
            "whether every caller of `\(context.shown(name))` holds `\(shownLock)` is not in reach"
        )
        return
      }
    }
    // A body that goes to another member of the same object may run under the lock that one takes.
    if isGivenToOwnMember(site.node, type, in: context) { return }
    if callers.isEmpty, type.calls.contains(where: { $0.member == FieldAccess.handedOn && $0.held.contains(lock) }) {
      add(
        .unverified,
        "`\(field)` is written here, and under `\(shownLock)` in \(elsewhere).",
        reason:
          "whether `\(context.shown(name))` is called by what is given the object while `\(shownLock)` is held is not "
          + "in reach"
      )
      return
    }
    if isDisposal(name) {
      add(
        .unverified,
        "`\(field)` is written without `\(shownLock)`, under which \(elsewhere) touches it.",
        reason: "whether others still use the object when `\(context.shown(name))` runs is not in the code"
      )
      return
    }
    if isStart(name) {
      add(
        .unverified,
        "`\(field)` is written without `\(shownLock)`, under which \(elsewhere) touches it.",
        reason: "whether `\(context.shown(name))` runs before others can is not in the code"
      )
      return
    }
    if isCalledUnder(lock, name, type) {
      add(
        .unverified,
        "`\(field)` is written here, and under `\(shownLock)` in \(elsewhere).",
        reason:
          "every caller of `\(context.shown(name))` here holds `\(shownLock)`; whether those of other files do is "
          + "not in reach"
      )
      return
    }
    let bare = touchingBare(access.field, lock, type)
    if bare > others.count {
      add(
        .unverified,
        "`\(field)` is written without `\(shownLock)`, under which \(elsewhere) touches it.",
        reason:
          "\(bare) members touch it without `\(shownLock)`: whether several executions reach it is not in the code"
      )
      return
    }
    add(
      .flagged,
      "`\(field)` is written without `\(shownLock)`, under which \(elsewhere) touches it.",
      confidence: isFlag(site.node, in: context) || isEnd(name) ? .medium : .high
    )
  }

  /// Whether a unit makes the lock that is to guard a field: nobody else has the object yet, or nobody else may.
  static func makesLock(_ lock: String, field: String, in context: UnitContext) -> Bool {
    let tree = context.tree
    if lock.hasPrefix("self.\(field).") || lock.hasPrefix("this.\(field).") { return true }
    return tree.nodes.indices.contains { index in
      guard tree.nodes[index].kind == .assign, let target = tree.child(NodeIndex(index), .target) else { return false }
      return tree.name(target) == lock
    }
  }

  /// Whether a write stands before the closure in which the lock is taken: what runs that has not been given it yet.
  private static func isBeforeHandedBody(
    _ site: FieldAccess.Site,
    _ lock: String,
    _ type: TypeAccesses,
    in context: UnitContext
  ) -> Bool {
    let tree = context.tree
    guard tree.closure(around: site.node) == nil, let owner = context.unit.owner else { return false }
    let locks = LockRegions(tree, owner: owner)
    let guarded = FieldAccess.all(in: context.unit, locks, guardingThemselves: type.guardingThemselves).sites.filter {
      $0.access.field == site.access.field && $0.access.held.contains(lock)
    }
    return guarded.allSatisfy { tree.closure(around: $0.node) != nil && $0.node > site.node }
  }

  /// How many members touch a field without its lock, but for those that make the object or end it.
  private static func touchingBare(_ field: String, _ lock: String, _ type: TypeAccesses) -> Int {
    Set(
      type.accesses.filter { access in
        let name = String(NameReading.last(access.unit))
        return access.field == field && !access.held.contains(lock) && !access.sharedHeld.contains(lock)
          && !isStart(name) && !isDisposal(name) && !isCalledUnder(lock, name, type)
      }
      .map(\.unit)
    ).count
  }

  /// Whether all who call a member of the type itself hold a lock there, or are called so themselves.
  static func isCalledUnder(_ lock: String, _ member: String, _ type: TypeAccesses) -> Bool {
    var asked: Set<String> = [member]
    var waiting = [member]
    var isHeld = false
    while let name = waiting.popLast() {
      let callers = type.calls.filter { $0.member == name && !$0.isWhileMaking && !$0.held.contains(lock) }
      let holds = type.calls.contains { $0.member == name && !$0.isWhileMaking && $0.held.contains(lock) }
      // Who is called by nobody here is a way in without the lock.
      guard holds || !callers.isEmpty else { return false }
      isHeld = isHeld || holds
      // One that calls itself, or another of its name, is asked about once.
      for caller in callers where asked.insert(String(NameReading.last(caller.caller))).inserted {
        waiting.append(String(NameReading.last(caller.caller)))
      }
    }
    return isHeld
  }

  /// Nobody calls it but the type itself.
  static func isOwnHelper(_ context: UnitContext) -> Bool {
    context.unit.name.hasPrefix("_") || !context.unit.traits.contains(.exported)
  }

  static func saysLocked(_ name: String) -> Bool {
    NameReading.words(name).contains {
      ["locked", "unlocked", "nolock", "unsafe", "unsynchronized"].contains($0)
    }
      || name.hasSuffix("WithLock") || name.hasSuffix("NoLock") || name.hasSuffix("_no_lock")
  }

  static func isStart(_ name: String) -> Bool {
    guard let first = NameReading.words(name).first else { return false }
    return [
      "init", "initialize", "initialise", "setup", "configure", "start", "open", "build", "boot", "enter", "provision",
      "connect", "prepare", "after", "post",
    ]
    .contains(first)
      || name == "__enter__" || name == "__setstate__"
  }

  /// What ends the object itself: nobody should have it any more.
  static func isDisposal(_ name: String) -> Bool {
    ["dispose", "disposeAsync", "deinit", "finalize", "destroy", "__del__", "drop"].contains(
      NameReading.habitual(name[...])
    )
      || ["Dispose", "DisposeAsync", "Finalize"].contains(name)
  }

  /// A member that is there for tests says so by its mark.
  static func isForTests(_ context: UnitContext) -> Bool {
    let tree = context.tree
    return tree.children(tree.root).contains { node in
      tree[node].role == .decorator
        && NameReading.words(NameReading.last(tree.name(node))).contains { $0 == "test" || $0 == "testing" }
    }
  }

  static func isGivenToOwnMember(_ node: NodeIndex, _ type: TypeAccesses, in context: UnitContext) -> Bool {
    let tree = context.tree
    return tree.ancestors(node).contains { above in
      guard tree.kind(above) == .closure else { return false }
      let parent = tree.parent(above)
      let call = tree.kind(parent) == .argument ? tree.parent(parent) : parent
      guard tree.kind(call) == .call else { return false }
      let callee = tree.name(call)
      let member = callee.hasPrefix("self.") || callee.hasPrefix("this.") ? String(callee.dropFirst(5)) : callee
      guard !member.contains("."), let owner = context.unit.owner else { return false }
      return type.accesses.contains { NameReading.last($0.unit) == member && !$0.held.isEmpty }
        || context.file.declarations["\(owner.name).\(member)"] != nil
    }
  }

  private static func isEnd(_ name: String) -> Bool {
    guard let first = NameReading.words(name).first else { return false }
    return ["close", "dispose", "stop", "shutdown", "destroy", "finalize", "exit", "deinit"]
      .contains(first)
  }

  /// A stop flag, and other constants: nothing of the old value is lost.
  private static func isFlag(_ target: NodeIndex, in context: UnitContext) -> Bool {
    let tree = context.tree
    let assign = tree.parent(target)
    guard tree.kind(assign) == .assign, tree.name(assign).isEmpty,
      let value = tree.child(assign, .value),
      tree.kind(value) == .literal
    else { return false }
    return [.true, .false].contains(tree[value].literalKind)
  }

  // MARK: - Bodies of which several run at once

  private static func inBodiesRunAtOnce(_ context: UnitContext, _ ledger: inout LedgerBuilder) {
    let tree = context.tree
    let statics = context.file.context.facts.has(.writesAreExclusive)
    guard statics || context.isServing || tree.nodes.contains(where: { $0.kind == .closure }) else {
      return
    }
    lazy var locks = LockRegions(tree, owner: context.unit.owner)
    var done: Set<String> = []
    for index in tree.nodes.indices where tree.nodes[index].kind == .assign {
      let assign = NodeIndex(index)
      guard let target = tree.child(assign, .target), tree.kind(target) == .read,
        tree[target].name != 0,
        changesByOldValue(assign, target, in: context)
      else { continue }
      let name = tree.name(target)
      let reach: (clause: String, node: NodeIndex)
      if statics, tree[target].placeKind == .static {
        guard context.unit.name != "main" else { continue }
        reach = ("every thread of the program reaches it", target)
      } else if let body = bodyRunAtOnce(around: assign, sharing: target, in: context) {
        reach = ("several of these run at once", body)
      } else if tree[target].placeKind == .static, context.isServing,
        tree.closure(around: assign) == nil
      {
        reach = ("`\(context.shown(context.unit.name))` serves several requests at once", target)
      } else {
        continue
      }
      guard done.insert(name).inserted else { continue }
      report(target, name, reach, locks, in: context, &ledger)
    }
    for call in context.calls where isAtomic(call) {
      guard let body = bodyRunAtOnce(around: call.node, sharing: nil, in: context) else { continue }
      ledger.add(
        .unguardedSharedWrite,
        .checked,
        call.node,
        at: context.headline(call.node),
        message: "`\(context.display(call.node))` changes the value in one step.",
        stake: .correctness,
        evidence: [("several of these run at once", body)]
      )
    }
  }

  private static func report(
    _ target: NodeIndex,
    _ name: String,
    _ reach: (clause: String, node: NodeIndex),
    _ locks: LockRegions,
    in context: UnitContext,
    _ ledger: inout LedgerBuilder
  ) {
    let shown = context.shown(context.unit.written(name))
    let evidence: [(note: String, node: NodeIndex)] =
      reach.node == target ? [] : [(reach.clause, reach.node)]
    if let held = locks.held(at: target).first(where: { !$0.isShared }) {
      ledger.add(
        .unguardedSharedWrite,
        .checked,
        target,
        message: "`\(shown)` is changed under `\(context.shown(context.unit.written(held.lock)))`.",
        stake: .correctness,
        evidence: evidence + [("held here", held.taken)]
      )
      return
    }
    ledger.add(
      .unguardedSharedWrite,
      .flagged,
      target,
      message: "`\(shown)` is read and written again without a guard, and \(reach.clause).",
      question:
        "Two executions at once both change `\(shown)`: which guard makes the second see the first's value?",
      confidence: .medium,
      stake: .correctness,
      evidence: evidence
    )
  }

  /// `total += n`, `total = total + n`, `items = append(items, item)`, `counts[key] = counts[key] + 1`
  private static func changesByOldValue(
    _ assign: NodeIndex,
    _ target: NodeIndex,
    in context: UnitContext
  ) -> Bool {
    let tree = context.tree
    let compound = tree.name(assign)
    if !compound.isEmpty { return compound != "??=" && compound != "||=" }
    guard !tree[assign].has(.declares), let value = tree.child(assign, .value) else { return false }
    let name = tree.name(target)
    switch tree.kind(value) {
    case .operation, .call:
      return tree.subtree(value).dropFirst().contains {
        tree.kind($0) == .read && tree.name($0) == name
          && (tree[target].placeKind == .element) == (tree[$0].placeKind == .element)
      }
    default: return false
    }
  }

  /// The closure around a node of which several run at once, where the place stands outside of it.
  private static func bodyRunAtOnce(
    around node: NodeIndex,
    sharing target: NodeIndex?,
    in context: UnitContext
  ) -> NodeIndex? {
    let tree = context.tree
    if let target {
      switch tree[target].placeKind {
      case .captured, .field, .static: break
      case .element where tree.child(target, .receiver) == nil: break
      default: return nil
      }
    }
    for above in tree.ancestors(node) where tree.kind(above) == .closure {
      guard let starter = starter(of: above, in: context) else { continue }
      guard runsSeveral(starter, in: context) else { return nil }
      guard let target else { return starter }
      return isOutside(target, of: above, starter, in: context) ? starter : nil
    }
    return nil
  }

  /// What runs a closure beside the code around it.
  private static func starter(of closure: NodeIndex, in context: UnitContext) -> NodeIndex? {
    let tree = context.tree
    let parent = tree.parent(closure)
    if tree[closure].role == .receiver, tree.kind(parent) == .call,
      tree.kind(tree.parent(parent)) == .spawn
    {
      return tree.parent(parent)
    }
    guard tree.kind(parent) == .argument, tree.kind(tree.parent(parent)) == .call else {
      return nil
    }
    let call = tree.parent(parent)
    if let known = context.call(call)?.known {
      if known.runs == .inThreads { return call }
      if known.part == .spawn, known.runs == nil { return call }
      // `launch(Dispatchers.Default) { … }`
      if known.part == .spawn, context.file.context.facts.has(.waitsByItself) {
        let names = tree.children(call, .argument).compactMap { tree.child($0, .value) }.filter {
          tree.kind($0) == .read
        }
        if names.contains(where: { ["Default", "IO"].contains(NameReading.last(tree.name($0))) }) {
          return call
        }
      }
    }
    // `items.parallelStream().forEach(…)`
    if let receiver = tree.child(call, .receiver), tree.kind(receiver) == .call,
      ["parallelStream", "parallel", "par_iter"].contains(NameReading.last(tree.name(receiver)))
    {
      return call
    }
    // `new Thread(() -> …)`
    return tree.name(call) == "Thread" ? call : nil
  }

  /// Whether more than one of what a call starts runs at a time.
  private static func runsSeveral(_ starter: NodeIndex, in context: UnitContext) -> Bool {
    let tree = context.tree
    if context.call(starter)?.known?.part == .iterate
      || tree.child(starter, .receiver).map({ tree.kind($0) == .call }) == true
        && ["forEach", "map"].contains(NameReading.last(tree.name(starter)))
    {
      return true
    }
    for above in tree.ancestors(starter) {
      if tree.kind(above) == .loop { return true }
      if tree.kind(above) == .closure {
        let taker = tree.parent(tree.parent(above))
        guard tree.kind(taker) == .call else { return false }
        if ["repeat", "times", "map", "forEach", "each", "upto"].contains(
          NameReading.last(tree.name(taker))
        ) {
          return true
        }
      }
    }
    return false
  }

  /// Whether a place outlives one round: it is not made anew for each of those that run.
  private static func isOutside(
    _ target: NodeIndex,
    of closure: NodeIndex,
    _ starter: NodeIndex,
    in context: UnitContext
  ) -> Bool {
    let tree = context.tree
    let definitions = context.flow.definitions(ofNameAt: target)
    guard !definitions.isEmpty else {
      return tree[target].placeKind != .element || tree.name(target).contains(".")
    }
    if definitions.contains(where: {
      tree.contains(closure, $0.target) && $0.giver == tree.parent($0.target)
        && tree[$0.giver].has(.declares)
    }) {
      return false
    }
    // A slot of its own for each round needs no guard.
    guard tree[target].placeKind != .element || tree.name(tree.parent(target)) != "" else {
      return false
    }
    for above in tree.ancestors(starter)
    where tree.kind(above) == .loop || tree.kind(above) == .closure {
      let made = definitions.filter {
        tree[$0.giver].has(.declares) || tree[$0.target].role == .parameter
      }
      return !made.contains { tree.contains(above, $0.target) }
    }
    return true
  }

  private static func isAtomic(_ call: CallFact) -> Bool {
    guard
      call.path.holds("tomic") || call.path.holds("ATOMIC") || call.path.holds("Interlocked")
        || call.path.holds("LongAdder")
    else { return false }
    let words = NameReading.words(NameReading.last(call.path))
    return words.contains {
      ["add", "increment", "decrement", "exchange", "inc", "dec", "update", "fetch", "and"]
        .contains($0)
    }
  }
}
