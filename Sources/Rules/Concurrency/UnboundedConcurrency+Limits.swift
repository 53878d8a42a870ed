import Behaviour
import Knowledge

/// What limits how many run at once.
extension UnboundedConcurrency {
  enum Limit {
    case by(String, NodeIndex)
    case perhaps(String, NodeIndex)
    case none
  }

  static func limit(of fan: FanOut, in context: UnitContext) -> Limit {
    let tree = context.tree
    // Something that is passed, or held, in each of them, or before each is started.
    let range = fan.round.map { union($0.body, fan.work) } ?? fan.work
    for call in context.calls(in: range) {
      if call.known?.part == .limits {
        return .by("`\(context.display(call.node))` lets only so many run at once", call.node)
      }
      if isLimiter(call, in: context) {
        return .by("`\(context.display(call.node))` lets only so many run at once", call.node)
      }
      guard call.node != fan.node else { continue }
      if let known = call.known, known.part == .lock, isSemaphore(context.tree.name(call.node), call.path) {
        return .by("`\(context.display(call.node))` waits for a free place", call.node)
      }
      let last = NameReading.habitual(NameReading.last(tree.name(call.node)))
      if call.known == nil, waitsForPlace(last, tree.name(call.node)) {
        return isMade(context.tree.name(call.node), as: "semaphore", in: context)
          ? .by("`\(context.display(call.node))` waits for a free place", call.node)
          : .perhaps(context.display(call.node), call.node)
      }
      // `await Promise.all(batch)` in the loop, `group.next()`: some are waited for before the next are started.
      if isWait(call, of: fan, in: context) {
        return .by("`\(context.display(call.node))` waits for some before more are started", call.node)
      }
    }
    for node in range where tree.kind(node) == .scoped {
      guard let resource = tree.child(node, .resource) else { continue }
      if let limit = limit(byHolding: resource, in: context) { return limit }
    }
    if let limit = limitOfPool(fan, in: context) { return limit }
    if let worker = fan.worker { return limit(insideOf: worker, at: fan.node, in: context) }
    return .none
  }

  /// `const limit = pLimit(5)`: what is called is what a call made.
  private static func isLimiter(_ call: CallFact, in context: UnitContext) -> Bool {
    let name = context.tree.name(call.node)
    guard call.known == nil, !name.isEmpty, !name.utf8.contains(UInt8(ascii: ".")) else { return false }
    let made: String
    if let construction = context.file.constructions[name] {
      made = construction.path
    } else {
      let reaching = context.flow.definitions(reaching: call.node)
      guard reaching.count == 1, let value = reaching[0].value, context.tree.kind(value) == .call else { return false }
      made = context.tree.path(value)
    }
    return !made.isEmpty && context.knowledge.call(made + "()")?.part == .limits
  }

  private static func union(_ a: Range<NodeIndex>, _ b: Range<NodeIndex>) -> Range<NodeIndex> {
    guard !b.isEmpty else { return a }
    return min(a.lowerBound, b.lowerBound)..<max(a.upperBound, b.upperBound)
  }

  static func limit(byHolding resource: NodeIndex, in context: UnitContext) -> Limit? {
    let tree = context.tree
    let name = tree.kind(resource) == .call ? String(NameReading.base(tree.name(resource))) : tree.name(resource)
    let shown = context.shown(context.unit.written(name.isEmpty ? tree.name(resource) : name))
    if isSemaphore(name, tree.path(resource)) || isMade(name, as: "semaphore", in: context) {
      if isMade(name, as: "semaphore", in: context) || tree.path(resource).lowercased().contains("semaphore")
        || tree[resource].path == 0 && tree[tree.parent(resource)].scopeKind == .lock
      {
        return .by("`\(shown)` lets only so many run at once", resource)
      }
      return .perhaps(shown, resource)
    }
    // A lock lets one through.
    if tree[tree.parent(resource)].scopeKind == .lock { return .by("`\(shown)` lets one run at a time", resource) }
    return nil
  }

  private static func isSemaphore(_ name: String, _ path: String) -> Bool {
    if path.lowercased().contains("semaphore") || path.contains("CapacityLimiter") { return true }
    return NameReading.words(name).contains { limiterWords.contains($0) }
  }

  private static let limiterWords: Set<String> = [
    "sem", "semaphore", "limiter", "limit", "slots", "permits", "throttle", "throttler", "gate", "concurrency",
  ]

  private static func waitsForPlace(_ last: String, _ name: String) -> Bool {
    guard ["acquire", "wait", "acquire_owned", "send", "run", "schedule", "take", "acquire_many"].contains(last) else {
      return false
    }
    return NameReading.words(NameReading.base(name)).contains { limiterWords.contains($0) }
  }

  /// Whether a name was given what a call of this kind makes, in the unit or in the file.
  private static func isMade(_ name: String, as kind: String, in context: UnitContext) -> Bool {
    let root = NameReading.root(name)
    if root == "self" || root == "this" {
      let field = name.dropFirst(root.count + 1).prefix { $0 != "." }
      if let owner = context.unit.owner {
        if context.file.constructions["\(owner.name).\(field)"]?.path.lowercased().contains(kind) == true {
          return true
        }
        return owner.fields.first { $0.name == field }?.type?.lowercased().contains(kind) == true
      }
      return false
    }
    if context.file.constructions[String(root)]?.path.lowercased().contains(kind) == true { return true }
    let tree = context.tree
    return tree.nodes.indices.contains { index in
      guard tree.nodes[index].kind == .assign, let target = tree.child(NodeIndex(index), .target),
        tree.name(target) == root, let value = tree.child(NodeIndex(index), .value)
      else { return false }
      return tree.subtree(value).contains { at in
        guard tree.kind(at) == .call else { return false }
        if tree.name(at).lowercased().contains(kind) || tree.path(at).lowercased().contains(kind) { return true }
        // A channel with room for a number.
        return tree.name(at) == "make" && tree.children(at, .argument).count > 1
      }
    }
  }

  private static func isWait(_ call: CallFact, of fan: FanOut, in context: UnitContext) -> Bool {
    let tree = context.tree
    guard let round = fan.round, tree.contains(round.node, call.node), !fan.work.contains(call.node) else {
      return false
    }
    switch call.known?.part {
    case .gather, .settle: return call.node != fan.node
    default: break
    }
    guard tree[call.node].has(.awaited) || !tree[call.node].has(.constructs) else { return false }
    let last = NameReading.habitual(NameReading.last(tree.name(call.node)))
    if ["next", "race", "join_next", "waitForAll", "whenAny", "waitAny"].contains(last) {
      return tree[call.node].has(.awaited) || call.known?.effect == .wait
    }
    return false
  }

  /// `executor.submit(…)`: the pool was made for so many.
  private static func limitOfPool(_ fan: FanOut, in context: UnitContext) -> Limit? {
    let tree = context.tree
    guard tree.kind(fan.node) == .call else { return nil }
    switch pool(of: fan.node, in: context) {
    case .bounded(let text): return .by("`\(text)` has threads of its own number", fan.node)
    case .unknown(let text): return .perhaps(text, fan.node)
    case .growing, .none: break
    }
    for call in context.calls where isSetLimit(call, in: context) && call.node < fan.node {
      let pool = NameReading.base(tree.name(call.node))
      if !pool.isEmpty, pool == NameReading.base(tree.name(fan.node)) {
        return .by("`\(context.display(call.node))` sets how many run at once", call.node)
      }
    }
    return nil
  }

  enum Pool { case none, bounded(String), growing, unknown(String) }

  /// What runs what is submitted to it: a pool of a fixed size, one that grows with the work, or nobody knows.
  static func pool(of call: NodeIndex, in context: UnitContext) -> Pool {
    guard let fact = context.call(call), fact.known?.runs == .inThreads else { return .none }
    let path: String
    switch context.client(of: call) {
    case .construction(let made): path = made.path
    case .made(let node) where node != call: path = context.tree.path(node)
    case .elsewhere(let name): return .unknown(context.shown(context.unit.written(name)))
    default: return .none
    }
    let maker = NameReading.words(NameReading.last(path))
    if maker.contains("cached") || maker.contains("virtual") { return .growing }
    let isPool = maker.contains("pool") || maker.contains("executor")
    return isPool ? .bounded(String(NameReading.last(path))) : .none
  }

  private static func isSetLimit(_ call: CallFact, in context: UnitContext) -> Bool {
    NameReading.habitual(NameReading.last(context.tree.name(call.node))) == "setLimit"
  }

  /// The function that each of them runs may hold something for as long as it runs.
  static func limit(insideOf worker: String, at node: NodeIndex, in context: UnitContext) -> Limit {
    let tree = context.tree
    for index in tree.nodes.indices where tree.nodes[index].kind == .closure {
      let closure = NodeIndex(index)
      let isNamed = tree.name(closure) == worker || nameOfClosure(closure, tree) == worker
      guard isNamed else { continue }
      for at in tree.subtree(closure) {
        if tree.kind(at) == .scoped, let resource = tree.child(at, .resource),
          let limit = limit(byHolding: resource, in: context)
        {
          return limit
        }
        if let call = context.call(at), call.known?.part == .lock || call.known?.part == .limits,
          isSemaphore(tree.name(at), call.path)
        {
          return .by("`\(context.display(at))` waits for a free place", at)
        }
      }
    }
    guard let found = context.file.declaration(calledAs: worker, in: context.unit) else { return .none }
    for place in found.declaration.holds {
      if isMade(place, as: "semaphore", in: context) {
        return .by("`\(context.shown(found.name))` holds `\(context.shown(place))`, which lets only so many run", node)
      }
      if isSemaphore(place, "") { return .perhaps(context.shown(place), node) }
    }
    if found.declaration.called.contains(where: { context.knowledge.call($0)?.part == .limits || isSemaphore("", $0) })
    {
      return .by("`\(context.shown(found.name))` waits for a free place", node)
    }
    return .none
  }

  private static func nameOfClosure(_ closure: NodeIndex, _ tree: BehaviourTree) -> String {
    let parent = tree.parent(closure)
    guard tree.kind(parent) == .assign, let target = tree.child(parent, .target) else { return "" }
    return tree.name(target)
  }
}
