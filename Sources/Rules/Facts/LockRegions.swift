package import Behaviour

/// Which locks are held where in a unit, by the names of the places that hold them.
package struct LockRegions: Sendable {
  package struct Region: Sendable, Hashable {
    /// `self.lock`, or `self` where the object itself is the lock.
    package let lock: String
    package let nodes: Range<NodeIndex>
    /// Others may hold it too, to read.
    package let isShared: Bool
    /// Where it is taken.
    package let taken: NodeIndex
  }

  package private(set) var regions: [Region] = []
  private let tree: BehaviourTree
  private let fields: [String: String]

  package init(_ tree: BehaviourTree, owner: Owner?) {
    self.tree = tree
    var fields: [String: String] = [:]
    for field in owner?.fields ?? [] { fields[field.name] = field.type ?? "" }
    self.fields = fields
    for index in tree.nodes.indices {
      let node = NodeIndex(index)
      switch tree.nodes[index].kind {
      case .scoped: takeScope(node)
      case .call:
        if tree[node].role == .decorator { takeDecorator(node) } else { takeCall(node) }
      default: continue
      }
    }
  }

  /// No locks at all.
  package init(noneIn tree: BehaviourTree) {
    self.tree = tree
    fields = [:]
  }

  /// The locks held at a node.
  package func held(at node: NodeIndex) -> [Region] {
    regions.filter { $0.nodes.contains(node) && !runsLater(node, than: $0) }
  }

  /// Those that are held at a node for it alone, by their names.
  package func heldAlone(at node: NodeIndex) -> [String] { held(at: node).filter { !$0.isShared }.map(\.lock) }

  /// Whether a node stands in a function that is kept or started while the lock is held, and runs when it is not: one
  /// that a name takes, that is handed back, or that another thread runs. One that is given to a call may run at once.
  private func runsLater(_ node: NodeIndex, than region: Region) -> Bool {
    for above in tree.ancestors(node) {
      guard region.nodes.contains(above) else { return false }
      guard tree.kind(above) == .closure else { continue }
      let parent = tree.parent(above)
      switch tree.kind(parent) {
      case .assign, .return, .spawn: if region.nodes.contains(parent) { return true }
      // `go func() { … }()`
      case .call where tree[above].role == .receiver && tree.kind(tree.parent(parent)) == .spawn: return true
      default: continue
      }
    }
    return false
  }

  // MARK: - Taking

  private mutating func takeScope(_ scope: NodeIndex) {
    guard let resource = tree.child(scope, .resource), let body = tree.child(scope, .body) else {
      return
    }
    let name = tree.name(resource)
    let isCall = tree.kind(resource) == .call
    let place = isCall && !tree[resource].has(.constructs) ? String(NameReading.base(name)) : name
    guard !place.isEmpty, tree[scope].scopeKind == .lock || looksLikeLock(place) else { return }
    let isShared = isCall && LockRegions.sharing.contains(String(NameReading.last(name)))
    regions.append(
      Region(lock: place, nodes: tree.subtree(body), isShared: isShared, taken: resource)
    )
  }

  /// `@Synchronized`
  private mutating func takeDecorator(_ node: NodeIndex) {
    guard NameReading.last(tree.name(node)) == "Synchronized" else { return }
    regions.append(
      Region(lock: "this", nodes: tree.subtree(tree.root), isShared: false, taken: node)
    )
  }

  private mutating func takeCall(_ call: NodeIndex) {
    let name = tree.name(call)
    let last = String(NameReading.last(name))
    let place = String(NameReading.base(name))
    guard !place.isEmpty else { return }
    if LockRegions.running.contains(last), looksLikeLock(place) || looksLikeQueue(place) {
      for argument in tree.children(call, .argument) {
        guard let value = tree.child(argument, .value), tree.kind(value) == .closure else {
          continue
        }
        regions.append(
          Region(lock: place, nodes: tree.subtree(value), isShared: false, taken: call)
        )
      }
      return
    }
    if ["tryLock", "TryLock", "tryAcquire"].contains(last), looksLikeLock(place) {
      // Held where the answer was yes.
      let branch = tree.parent(call)
      guard tree[call].role == .condition, tree.kind(branch) == .branch, let arm = tree.child(branch, .arm) else {
        return
      }
      regions.append(Region(lock: place, nodes: tree.subtree(arm), isShared: false, taken: call))
      return
    }
    guard LockRegions.taking.contains(last), looksLikeLock(place) || isLockedItself(call, last) else { return }
    let isShared = LockRegions.sharing.contains(last)
    let end = release(of: place, after: call) ?? tree.subtree(tree.root).upperBound
    regions.append(
      Region(
        lock: place,
        nodes: tree[call].next..<max(tree[call].next, end),
        isShared: isShared,
        taken: call
      )
    )
  }

  /// The call that gives a lock back on the way on; those in arms that leave do not end it.
  private func release(of place: String, after call: NodeIndex) -> NodeIndex? {
    let home = block(around: call)
    var at = tree[call].next
    while at < tree.subtree(tree.root).upperBound {
      defer { at += 1 }
      guard tree.kind(at) == .call else { continue }
      let name = tree.name(at)
      guard NameReading.base(name) == place,
        LockRegions.giving.contains(String(NameReading.last(name)))
      else { continue }
      var isOnTheWay = true
      for above in tree.ancestors(at) {
        if above == home { break }
        if tree.kind(above) == .branch || tree.kind(above) == .closure
          || tree.kind(above) == .handler
        {
          isOnTheWay = false
        }
      }
      if isOnTheWay { return at }
    }
    return nil
  }

  private func block(around node: NodeIndex) -> NodeIndex {
    for above in tree.ancestors(node) where tree.kind(above) == .block { return above }
    return tree.root
  }

  // MARK: - What is a lock

  private func looksLikeLock(_ place: String) -> Bool {
    let last = NameReading.last(place)
    if let type = fields[String(last)], !type.isEmpty { return LockRegions.saysLock(type) }
    return LockRegions.saysLock(last)
  }

  /// `pool.RLock()`: an object that holds its lock in itself, where that is how the language has it.
  private func isLockedItself(_ call: NodeIndex, _ last: String) -> Bool {
    (last == "Lock" || last == "RLock") && tree.child(call, .argument) == nil
      && (tree[call].has(.discarded) || tree[call].role == .resource)
  }

  private func looksLikeQueue(_ place: String) -> Bool {
    let last = NameReading.last(place)
    if let type = fields[String(last)], !type.isEmpty { return type.contains("DispatchQueue") }
    return NameReading.words(last).last == "queue"
  }

  /// Whether a field holds a lock and nothing else, by its type; by its name where that is of no kind.
  package static func isLock(_ field: Owner.Field) -> Bool {
    let type = String((field.type ?? field.written).prefix { $0 != "<" && $0 != "[" && $0 != "(" })
    let last = NameReading.last(type)
    let saysItself = { (name: Substring) in NameReading.words(name).last.map { kinds.contains($0) } == true }
    guard !last.isEmpty else { return false }
    if last.lowercased() == "object" { return saysItself(field.name[...]) }
    // A lock that holds what it guards is no lock beside it.
    return saysItself(last) && !(field.type ?? field.written).contains("<")
  }

  private static let kinds: Set<String> = ["lock", "mutex", "rwlock", "rlock", "slim"]

  /// Whether a word of a name says that it is a lock.
  package static func isWord(_ word: String) -> Bool {
    words.contains(word) || ["sync", "gate", "obj", "object", "synchronizer"].contains(word)
  }

  package static func saysLock(_ name: some StringProtocol) -> Bool {
    NameReading.words(name).contains { words.contains($0) }
  }

  private static let words: Set<String> = [
    "lock", "mutex", "mu", "mtx", "monitor", "semaphore", "sem", "rwlock", "rlock", "condition",
    "latch", "guard", "synchronized",
    "lk", "locker", "sema", "locks",
  ]
  private static let taking: Set<String> = [
    "acquire", "lock", "Lock", "RLock", "lockInterruptibly", "enter", "Enter", "Wait", "WaitAsync",
    "WaitOne", "wait",
    "EnterWriteLock", "EnterReadLock", "writeLock", "readLock", "mon_enter",
  ]
  private static let sharing: Set<String> = [
    "RLock", "readLock", "EnterReadLock", "read", "withReadLock", "with_read_lock",
  ]
  private static let giving: Set<String> = [
    "release", "unlock", "Unlock", "RUnlock", "exit", "Exit", "Release", "signal", "ExitWriteLock",
    "ExitReadLock", "mon_exit",
  ]
  private static let running: Set<String> = [
    "runExclusive", "withLock", "withLockedValue", "synchronize", "sync", "async", "asyncAndWait",
    "perform", "use",
    "with_write_lock", "withWriteLock",
  ]
}
