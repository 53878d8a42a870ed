import Behaviour

/// What the old unit gave back on every way out, and the new one no longer gives back.
struct LostRelease {
  /// The release as it was: `resp.Body.Close`.
  let release: String
  /// What was given back: `resp.Body`, `lock`.
  let name: String
  /// It kept others out, rather than something open.
  let isLock: Bool
  /// What takes it in the new unit, or where it is used first.
  let node: NodeIndex
}

extension ProtectionComparison {
  /// The releases that stood in finalizers of the old unit and are nowhere in the new one, where what they gave back is
  /// still taken, or used.
  func lostReleases() -> [LostRelease] {
    var found: [LostRelease] = []
    for call in old.calls where isInFinalizer(call.node) {
      let written = old.tree.name(call.node)
      let last = String(NameReading.last(written))
      let base = String(NameReading.base(written))
      guard !base.isEmpty, LostReleaseWords.isRelease(last), !found.contains(where: { $0.name == base }),
        !releases(base, by: last), !isHeldByScope(base), !isGivenAway(base), let node = use(of: base)
      else { continue }
      let isLock = LostReleaseWords.isOfLock(last) && LockRegions.saysLock(NameReading.last(base))
      found.append(
        LostRelease(release: written, name: base, isLock: isLock || last.lowercased() == "unlock", node: node)
      )
    }
    return found
  }

  private func isInFinalizer(_ node: NodeIndex) -> Bool {
    for above in old.tree.ancestors(node) {
      if old.tree[above].role == .finalizer { return true }
      if old.tree.kind(above) == .closure, old.tree[above].role != .receiver { return false }
    }
    return false
  }

  /// Whether the new unit gives it back in any way, as often as the old one for each time that it is taken.
  private func releases(_ base: String, by last: String) -> Bool {
    let are = releases(of: base, in: new)
    guard are > 0 else { return false }
    return are >= releases(of: base, in: old) || definitions(of: base, in: new) < definitions(of: base, in: old)
  }

  private func releases(of base: String, in context: UnitContext) -> Int {
    context.calls.count { call in
      let name = context.tree.name(call.node)
      return NameReading.base(name) == base && LostReleaseWords.isRelease(String(NameReading.last(name)))
    }
  }

  private func definitions(of base: String, in context: UnitContext) -> Int {
    let root = String(NameReading.root(base))
    return context.tree.nodes.indices.count { index in
      context.tree.nodes[index].kind == .read && context.tree.nodes[index].role == .target
        && context.tree.name(NodeIndex(index)) == root
    }
  }

  /// `with file:`, `using (file)`, `file.use { … }`
  private func isHeldByScope(_ base: String) -> Bool {
    let root = String(NameReading.root(base))
    return new.tree.nodes.indices.contains { index in
      let node = NodeIndex(index)
      switch new.tree.nodes[index].kind {
      case .scoped:
        if let target = new.tree.child(node, .target), new.tree.name(target) == root { return true }
        guard let resource = new.tree.child(node, .resource) else { return false }
        return new.reads(root, in: resource)
      case .call:
        let name = new.tree.name(node)
        return NameReading.base(name) == base
          && ["use", "useLines", "withLock", "synchronize"].contains(NameReading.last(name))
      default: return false
      }
    }
  }

  /// Whether somebody who did not get it before gets it now, and may give it back.
  private func isGivenAway(_ base: String) -> Bool {
    let were = Set(old.calls.map { NameReading.last(old.tree.name($0.node)) })
    let root = String(NameReading.root(base))
    for call in new.calls where !were.contains(NameReading.last(new.tree.name(call.node))) {
      if new.tree.children(call.node, .argument).contains(where: { new.reads(root, in: $0) }) { return true }
    }
    let returned = { (context: UnitContext) in
      context.tree.nodes.indices.contains { index in
        context.tree.nodes[index].kind == .return
          && context.tree.child(NodeIndex(index), .value).map {
            context.tree.kind($0) == .read && context.tree.name($0) == root
          } == true
      }
    }
    return returned(new) && !returned(old)
  }

  /// Where the new unit takes what was given back, makes it, or names it first.
  private func use(of base: String) -> NodeIndex? {
    let root = NameReading.root(base)
    var made: NodeIndex?
    var named: NodeIndex?
    for index in new.tree.nodes.indices where new.tree.nodes[index].name != 0 {
      let node = NodeIndex(index)
      let written = new.tree.name(node)
      switch new.tree.nodes[index].kind {
      case .call:
        if NameReading.base(written) == base, LostReleaseWords.isTaking(String(NameReading.last(written))) {
          return node
        }
        if named == nil, NameReading.isRooted(written, in: base) { named = node }
      case .read where new.tree.nodes[index].role == .target && written == root[...]:
        let assign = new.tree.parent(node)
        guard new.tree.kind(assign) == .assign, let value = new.tree.child(assign, .value) else { continue }
        made = new.tree.kind(value) == .await ? new.tree.child(value, .value) ?? value : value
      case .read where new.tree.nodes[index].role != .parameter:
        if named == nil, NameReading.isRooted(written, in: base) { named = node }
      default: continue
      }
    }
    return made ?? named
  }
}

private enum LostReleaseWords {
  static func isRelease(_ name: String) -> Bool { releases.contains(NameReading.habitual(name[...])) }
  static func isOfLock(_ name: String) -> Bool {
    ["unlock", "release", "exit", "signal", "runlock"].contains(name.lowercased())
  }
  static func isTaking(_ name: String) -> Bool { takings.contains(name.lowercased()) }

  private static let releases: Set<String> = [
    "close", "release", "dispose", "unlock", "shutdown", "shutdownNow", "closeAsync", "disposeAsync", "disconnect",
    "free",
    "runlock", "rUnlock", "quit", "terminate", "aclose", "end", "destroy", "exit", "deallocate", "closeQuietly",
    "recycle",
    "exitWriteLock", "exitReadLock", "cleanup", "unref",
  ]
  private static let takings: Set<String> = [
    "lock", "acquire", "rlock", "wait", "waitasync", "enter", "trylock", "enterwritelock", "enterreadlock",
  ]
}

extension LostRelease {
  /// Adds what the rules of leaks say of them; it stands for what is not told of the same place.
  static func add(to pending: inout [PendingEntry], in context: UnitContext, ofLocks: Bool) {
    guard let comparison = context.comparison else { return }
    for lost in comparison.lostReleases() where lost.isLock == ofLocks {
      if pending.contains(where: { $0.node == lost.node && $0.outcome == .flagged }) { continue }
      pending.removeAll { $0.node == lost.node }
      let release = context.shown(context.unit.written(lost.release))
      let name = context.shown(context.unit.written(lost.name))
      pending.append(
        PendingEntry(
          .flagged,
          lost.node,
          at: context.headline(lost.node),
          key: "lost \(lost.release)",
          message: "`\(release)` ran on every way out before this change, and does not run now.",
          question: "Who sees to it now that `\(name)` is given back, also when what follows fails?",
          confidence: .medium,
          stake: .availability
        )
      )
    }
  }
}
