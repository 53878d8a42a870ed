import Behaviour

/// Places that others touch under a lock, or that a lock is there for, where a unit touches them and holds none.
///
/// What is told here is a question, once for each lock: that others take care of a place is evidence that it is
/// shared, and how it is reached here is not in the code.
extension UnguardedSharedWrite {
  /// What the rest of a file shows of one place.
  private struct Care {
    /// The lock that most of the others hold.
    var lock: String
    /// Others that hold it where they touch the place.
    var holders: [String] = []
    /// The lock is there for the place by its name, and nobody was seen to hold it.
    var isNamed = false
    /// No place in the file takes the lock.
    var isIdle = false
    /// The place is its own lock.
    var isItself = false
  }

  /// - Parameter reported: nodes of which this rule has told something.
  static func bare(_ context: UnitContext, _ ledger: inout LedgerBuilder) {
    guard !context.file.accesses.isEmpty, context.unit.kind != .initializer, context.unit.kind != .module,
      !context.file.context.facts.has(.writesAreExclusive)
    else { return }
    let name = context.unit.name
    guard !isStart(name), !isDisposal(name), !saysLocked(name), !isForTests(context), name != "main" else { return }
    let locks = LockRegions(context.tree, owner: context.unit.owner)
    // What is looked at, then locked and looked at again, is taken care of.
    var done = Set(locks.regions.map(\.lock))
    if let owner = context.unit.owner, let type = context.file.accesses[owner.name] {
      let found = FieldAccess.all(in: context.unit, locks, guardingThemselves: type.guardingThemselves)
      let names = LockNames(type, owner.fields.lazy.filter { LockRegions.isLock($0) }.map { "self." + $0.name })
      ask(found.sites, type, names, isFile: false, &done, in: context, &ledger)
    }
    guard let shared = context.file.accesses[FieldAccess.ofFile] else { return }
    if !shared.accesses.isEmpty {
      let found = FieldAccess.statics(
        in: context.unit,
        locks,
        locals: context.localNames,
        functions: { member in shared.calls.contains { $0.member == member } }
      )
      let names = LockNames(shared, [])
      ask(found.sites, shared, names, isFile: true, &done, in: context, &ledger)
    }
    askOfObjects(shared, locks, in: context, &ledger)
  }

  /// What the locks of a type or a file are called.
  private struct LockNames {
    /// By the words that are left without those that say it is a lock.
    var byWords: [[String]: String] = [:]

    init(_ type: TypeAccesses, _ declared: some Sequence<String>) {
      var all = Set(declared)
      for access in type.accesses { all.formUnion(access.held + access.sharedHeld) }
      for lock in all.sorted() {
        let words = NameReading.words(NameReading.last(lock)).filter { !LockRegions.isWord($0) }
        if !words.isEmpty { byWords[words] = lock }
      }
    }

    func lock(for place: String) -> String? {
      byWords.isEmpty ? nil : byWords[NameReading.words(place)]
    }
  }

  private static func ask(
    _ sites: [FieldAccess.Site],
    _ type: TypeAccesses,
    _ names: LockNames,
    isFile: Bool,
    _ done: inout Set<String>,
    in context: UnitContext,
    _ ledger: inout LedgerBuilder
  ) {
    var cares: [String: Care?] = [:]
    func care(for field: String) -> Care? {
      if let known = cares[field] { return known }
      let found = self.care(for: field, type, names, in: context)
      cares[field] = .some(found)
      return found
    }
    // A write says more than a look.
    for wantsWrite in [true, false] {
      for site in sites where site.access.isWrite == wantsWrite {
        let access = site.access
        guard access.held.isEmpty, access.sharedHeld.isEmpty, context.tree[site.node].role != .resource,
          !LockRegions.saysLock(access.field), let care = care(for: access.field), !done.contains(care.lock),
          wantsWrite || !care.isIdle, !isGivenToOwnMember(site.node, type, in: context),
          !makesLock(care.lock, field: access.field, in: context)
        else { continue }
        // What guards itself needs no lock, but where others lock it for more than one step.
        if type.guardingThemselves.contains(access.field), !care.isItself { continue }
        done.insert(care.lock)
        // Told already of this very place, more surely.
        let bytes = context.headline(site.node) ?? context.tree[site.node].bytes
        if ledger.entries.contains(where: { $0.rule == .unguardedSharedWrite && $0.range.overlaps(bytes) }) { continue }
        add(care, site, isFile: isFile, in: context, &ledger)
      }
    }
  }

  private static func care(
    for field: String,
    _ type: TypeAccesses,
    _ names: LockNames,
    in context: UnitContext
  ) -> Care? {
    let unit = context.unit.qualifiedName
    let own = context.file.accesses[FieldAccess.ofFile]
    var holders: [String: Set<String>] = [:]
    var bare: Set<String> = []
    var isChanged = false
    for access in type.accesses where access.field == field {
      if access.isWrite, !isStart(String(NameReading.last(access.unit))) { isChanged = true }
      guard access.unit != unit, !isAside(access, in: type) else { continue }
      if access.held.isEmpty, access.sharedHeld.isEmpty {
        bare.insert(access.unit)
      } else {
        // A lock that is a unit's own, or of something that it was given, guards nothing of the object.
        for lock in access.held + access.sharedHeld
        where own?.lockedNames[String(NameReading.root(lock))] == nil {
          holders[lock, default: []].insert(access.unit)
        }
      }
    }
    let best = holders.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }
    if let best {
      let isItself = best.key == field || best.key.hasSuffix("." + field)
      let others = bare.subtracting(best.value).filter { other in
        let name = String(NameReading.last(other))
        return !isStart(name) && !isDisposal(name) && !isCalledUnder(best.key, name, type)
      }
      // What nothing is seen to change may change itself: where the lock is taken for it alone, it is there for that.
      let isTold =
        isChanged || isItself
        || others.isEmpty && !NameReading.isCapitalized(field) && isTakenFor(field, best.key, type)
      guard isTold, others.count * 2 <= best.value.count,
        !isCalledUnder(best.key, context.unit.name, type),
        !isOnlyCalledFrom(elsewhere: type, in: context)
      else { return nil }
      let names = best.value.sorted().map { String(NameReading.last($0)) }
      return Care(lock: best.key, holders: names, isItself: isItself)
    }
    if let owner = context.unit.owner, context.file.declarations["\(owner.name).\(field)"] != nil { return nil }
    if let lock = names.lock(for: field), isChanged || bare.count <= 1, bare.count <= 3,
      !isCalledUnder(lock, context.unit.name, type)
    {
      return Care(lock: lock, isNamed: true)
    }
    if let lock = type.idleLocks.first, isChanged, !isCalledUnder(lock, context.unit.name, type) {
      return Care(lock: "self." + lock, isIdle: true)
    }
    return nil
  }

  /// Whether somebody takes a lock to touch a place, and nothing else.
  private static func isTakenFor(_ field: String, _ lock: String, _ type: TypeAccesses) -> Bool {
    var alone: Set<String> = []
    for access in type.accesses where access.field == field && (access.held + access.sharedHeld).contains(lock) {
      alone.insert(access.unit)
    }
    for access in type.accesses
    where access.field != field && !LockRegions.saysLock(access.field)
      && (access.held + access.sharedHeld).contains(lock)
    {
      alone.remove(access.unit)
    }
    return !alone.isEmpty
  }

  /// Whether a place is only looked at, under a lock that is taken to write something else: that says nothing of it.
  private static func isAside(_ access: FieldAccess, in type: TypeAccesses) -> Bool {
    guard !access.isWrite, !access.held.isEmpty else { return false }
    var writesOther = false
    for other in type.accesses where other.unit == access.unit && other.isWrite && !other.held.isEmpty {
      if other.field == access.field { return false }
      if other.held.contains(where: { access.held.contains($0) }) { writesOther = true }
    }
    return writesOther
  }

  /// A helper of the type itself that nobody in sight calls: whoever does may hold the lock.
  private static func isOnlyCalledFrom(elsewhere type: TypeAccesses, in context: UnitContext) -> Bool {
    let name = context.unit.name
    return isOwnHelper(context) && !type.calls.isEmpty && !type.calls.contains { $0.member == name }
      && type.calls.contains { $0.member == FieldAccess.handedOn }
  }

  private static func add(
    _ care: Care,
    _ site: FieldAccess.Site,
    isFile: Bool,
    in context: UnitContext,
    _ ledger: inout LedgerBuilder
  ) {
    let written = isFile ? site.access.field : context.unit.written("self." + site.access.field)
    let field = context.shown(written)
    let lock = context.shown(
      care.lock == "this" || care.lock == "self" || care.lock == "class" ? "this" : context.unit.written(care.lock)
    )
    let deed = site.access.isWrite ? "written" : "looked at"
    let message: String
    let reason: String
    if care.isIdle {
      message = "`\(field)` is \(deed) here, and nothing in this file takes `\(lock)`."
      reason = "what `\(lock)` is there for, and whether several executions come here, is not in the code"
    } else if care.isNamed {
      message = "`\(field)` is \(deed) here without `\(lock)`, which is there for it by its name."
      reason = "whether several executions come here is not in the code"
    } else {
      let more = care.holders.count > 1 ? " and \(care.holders.count - 1) more" : ""
      message =
        "`\(field)` is \(deed) here without `\(lock)`, under which `\(context.shown(care.holders[0]))`\(more) "
        + "touches it."
      reason = "whether `\(context.shown(context.unit.name))` runs while others change it is not in the code"
    }
    ledger.add(
      .unguardedSharedWrite,
      .unverified,
      site.node,
      at: context.headline(site.node),
      message: message,
      question: "What does `\(context.shown(context.unit.name))` do to a `\(field)` that another execution is just "
        + "changing, or what it makes of one?",
      reason: reason,
      stake: .correctness
    )
  }

  /// `lock (group)` in other units, and a `group` here whose members are used and which is locked nowhere.
  private static func askOfObjects(
    _ shared: TypeAccesses,
    _ locks: LockRegions,
    in context: UnitContext,
    _ ledger: inout LedgerBuilder
  ) {
    guard !shared.lockedNames.isEmpty else { return }
    let tree = context.tree
    let held = Set(locks.regions.map { String(NameReading.root($0.lock)) })
    var done: Set<Substring> = []
    for index in tree.nodes.indices where tree.nodes[index].kind == .call && tree.nodes[index].name != 0 {
      let node = NodeIndex(index)
      let root = NameReading.root(tree.name(node))
      guard root.utf8.count < tree.name(node).utf8.count, context.localNames.contains(String(root)),
        !held.contains(String(root)), !done.contains(root), !context.isOwned(root),
        let others = shared.lockedNames[String(root)]?.filter({ $0 != context.unit.qualifiedName }), !others.isEmpty
      else { continue }
      done.insert(root)
      let other = context.shown(String(NameReading.last(others.min() ?? "")))
      let shown = context.shown(context.unit.written(String(root)))
      ledger.add(
        .unguardedSharedWrite,
        .unverified,
        node,
        at: context.headline(node),
        message: "`\(shown)` is used here, and locked first in `\(other)`.",
        question: "What does `\(context.shown(context.unit.name))` do with a `\(shown)` that another execution is just "
          + "changing?",
        reason: "whether it is the same kind of object, and whether others have it now, is not in the code",
        stake: .correctness
      )
    }
  }
}

extension UnitContext {
  /// Whether a name holds nothing but what this unit makes itself.
  fileprivate func isOwned(_ name: Substring) -> Bool {
    var isMade = false
    for index in tree.nodes.indices
    where tree.nodes[index].kind == .read && tree.nodes[index].role == .target
      && tree.text(tree.nodes[index].name) == name
    {
      let assign = tree.parent(NodeIndex(index))
      guard tree.kind(assign) == .assign, let value = tree.child(assign, .value), tree.kind(value) == .call,
        tree[value].has(.constructs)
      else { return false }
      isMade = true
    }
    return isMade
  }
}
