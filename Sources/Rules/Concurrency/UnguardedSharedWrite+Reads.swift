import Behaviour

extension UnguardedSharedWrite {
  /// A member that looks at a field without the lock which every other member holds when it touches it: the one that was
  /// forgotten, or one that does not mind an old value.
  static func outliers(
    _ context: UnitContext,
    _ type: TypeAccesses,
    _ sites: [FieldAccess.Site],
    _ ledger: inout LedgerBuilder
  ) {
    guard let owner = context.unit.owner, !isStart(context.unit.name), !saysLocked(context.unit.name) else { return }
    let unit = context.unit.qualifiedName
    let written = Set(sites.lazy.filter(\.access.isWrite).map(\.access.field))
    var locks: [String: String?] = [:]
    func known(_ field: String) -> String? {
      if let found = locks[field] { return found }
      let found = lock(of: field, in: type.accesses, owner: owner.name, besides: unit)
      locks[field] = .some(found)
      return found
    }
    for site in sites {
      let access = site.access
      guard !access.isWrite, access.held.isEmpty, access.sharedHeld.isEmpty, !written.contains(access.field),
        !type.guardingThemselves.contains(access.field), !LockRegions.saysLock(access.field),
        !isGivenToOwnMember(site.node, type, in: context),
        let lock = known(access.field)
      else { continue }
      let others = type.accesses.filter { $0.field == access.field && $0.unit != unit }
      // Somebody changes it, and nobody else does without the lock.
      guard others.contains(where: { $0.isWrite && $0.held.contains(lock) }),
        others.allSatisfy({ $0.held.contains(lock) || $0.sharedHeld.contains(lock) })
      else { continue }
      let callers = type.calls.filter { $0.member == context.unit.name && !$0.isWhileMaking }
      if isCalledUnder(lock, context.unit.name, type) { continue }
      if callers.isEmpty, isOwnHelper(context) { continue }
      let field = context.shown(context.unit.written("self." + access.field))
      let shownLock = context.shown(lock == "this" || lock == "self" ? "this" : context.unit.written(lock))
      let writer = others.first { $0.isWrite }.map { String(NameReading.last($0.unit)) } ?? ""
      ledger.add(
        .unguardedSharedWrite,
        .unverified,
        site.node,
        at: context.headline(site.node),
        message: "`\(field)` is looked at without `\(shownLock)`, which everybody else who touches it holds.",
        question: "What does `\(context.shown(context.unit.name))` do with a `\(field)` that "
          + "`\(context.shown(writer))` is just changing?",
        reason: "whether an old or a half-changed value does harm here is not in the code",
        stake: .correctness
      )
      return
    }
  }
}
