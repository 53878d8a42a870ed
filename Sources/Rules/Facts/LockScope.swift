package import Behaviour
import Knowledge

/// A construct that holds a lock for a body, where the lock is no call that takes it.
package struct LockScope: Sendable {
  package let node: NodeIndex
  /// The lock: the scope's resource.
  package let lock: NodeIndex
  /// Those who wait for it let others run.
  package let isAsync: Bool
}

extension UnitContext {
  static func lockScopes(in context: UnitContext) -> [LockScope] {
    let tree = context.tree
    var scopes: [LockScope] = []
    for index in tree.nodes.indices where tree.nodes[index].kind == .scoped {
      let node = NodeIndex(index)
      guard let lock = tree.child(node, .resource), !context.takesByCall(lock) else { continue }
      let path = context.typePath(of: lock)
      let made = path.isEmpty ? nil : context.knowledge.call(path)
      guard tree[node].scopeKind == .lock || made?.part == .lock && tree.kind(lock) == .read else { continue }
      scopes.append(LockScope(node: node, lock: lock, isAsync: tree[node].has(.async) || context.waitsLightly(lock)))
    }
    return scopes
  }

  /// Whether the resource of a scope is a call that is known to take a lock: then it is a hold.
  private func takesByCall(_ resource: NodeIndex) -> Bool {
    calls(in: resource).contains { knowledge.holding($0.path) != nil }
  }

  /// A lock of tasks, not of threads: by what its methods are known as.
  private func waitsLightly(_ lock: NodeIndex) -> Bool {
    if tree.kind(lock) == .await { return true }
    var path = typePath(of: lock)
    if path.isEmpty { return false }
    if path.hasSuffix("()") { path.removeLast(2) }
    for method in ["acquire", "lock", "WaitAsync", "synchronize", "withLock"] {
      if let holding = knowledge.holding("\(path).\(method)") { return holding.isAsync || holding.isDistributed }
    }
    let known = knowledge.call(path)
    return known?.isAsync == true || known?.effect.leavesProcess == true
  }

  /// The canonical path of what a name holds: of its type, or of the call that made it; empty where nothing says.
  private func typePath(of node: NodeIndex) -> String {
    let path = tree.path(node)
    guard path.isEmpty, tree.kind(node) == .read else { return path }
    let name = tree.name(node)
    switch tree[node].placeKind {
    case .field:
      let member = NameReading.last(name)
      guard NameReading.base(name) == "self" || NameReading.base(name) == "this" else { return "" }
      return unit.owner?.fields.first { $0.name == member }?.type ?? ""
    case .static, .unknown: return file.constructions[name]?.path ?? ""
    default:
      guard let origin = flow.origin(of: node), tree.kind(origin) == .call else { return "" }
      return tree.path(origin)
    }
  }

  /// Locks by the pair of calls that they are: `x.lock()` and `x.unlock()` on one object in the same unit, where the
  /// type of the object is not known.
  static func likelyLocks(in context: UnitContext) -> [HoldFact] {
    let tree = context.tree
    var found: [HoldFact] = []
    for call in context.calls where call.path.isEmpty || context.knowledge.call(call.path) == nil {
      let name = tree.name(call.node)
      guard let release = pairs[NameReading.last(name)], !NameReading.base(name).isEmpty,
        tree[call.node].role != .decorator, tree.kind(tree.parent(call.node)) != .scoped
      else { continue }
      let isPair =
        context.knowledge.holding(call.path) == nil
        && context.calls.contains {
          NameReading.last(tree.name($0.node)) == release
            && NameReading.base(tree.name($0.node)) == NameReading.base(name)
        }
      // One that is called a lock, and is given back nowhere here.
      let isNamed =
        (LockRegions.saysLock(NameReading.last(String(NameReading.base(name)))) || context.isLockItself(call.node))
        && context.knowledge.holding(call.path) == nil
        && context.isTakenByItself(call.node)
      guard isPair || isNamed else { continue }
      let isAsync = tree[call.node].has(.awaited)
      found.append(
        context.hold(call, Holding(what: "lock", until: [release], subject: .receiver, isTry: true, isAsync: isAsync))
      )
    }
    return found
  }

  /// `pool.RLock()`: an object that holds its lock in itself, in a language that names what others may call so.
  fileprivate func isLockItself(_ call: NodeIndex) -> Bool {
    file.context.facts.has(.finalizersSetResults) && ["Lock", "RLock"].contains(NameReading.last(tree.name(call)))
  }

  /// `lock.lock()` as a statement, `if !lock.tryLock()`; and `err := store.Lock(ctx, name)`, which says that it may fail.
  fileprivate func isTakenByItself(_ call: NodeIndex) -> Bool {
    if tree.child(call, .argument) != nil { return tree.name(call).hasSuffix(".Lock") }
    if tree[call].has(.discarded) { return true }
    return ["tryLock", "TryLock"].contains(NameReading.last(tree.name(call)))
      && [.condition, .operand].contains(tree[call].role)
  }

  private static let pairs: [Substring: String] = [
    "Lock": "Unlock", "RLock": "RUnlock", "lock": "unlock", "acquire": "release", "Acquire": "Release",
    "readLock": "readUnlock", "writeLock": "writeUnlock", "tryLock": "unlock", "TryLock": "Unlock",
    "WaitOne": "ReleaseMutex",
  ]
}
