import Behaviour
import Knowledge

/// Finds the safeguards of a unit that stand around its code: scopes, calls that take a function, decorators.
struct SafeguardReader {
  let context: UnitContext
  let tree: BehaviourTree
  var found: [Safeguard] = []

  init(_ context: UnitContext) {
    self.context = context
    tree = context.tree
  }

  mutating func read() {
    for index in tree.nodes.indices {
      let node = NodeIndex(index)
      switch tree.nodes[index].kind {
      case .scoped: scope(node)
      case .call where tree.nodes[index].role == .decorator: decorator(node)
      case .call: call(node)
      case .argument: argument(node)
      case .assign: assignment(node)
      case .literal where tree.nodes[index].literalKind == .string: statement(node)
      case .read: option(node)
      default: continue
      }
    }
    for region in context.retries where region.kind == .loop || region.kind == .recursion {
      var amount: SafeguardAmount?
      if case .attempts(let count) = region.bound { amount = SafeguardAmount(value: Double(count), isTime: false) }
      guard region.bound != .none else { continue }
      let safeguard = Safeguard(
        kind: .retry,
        node: region.node,
        name: "",
        region: region.attempt,
        subject: nil,
        amount: amount
      )
      found.append(safeguard)
    }
  }

  mutating func add(
    _ kind: Safeguard.Kind,
    _ node: NodeIndex,
    name: String,
    over region: Range<NodeIndex>,
    subject: NodeIndex? = nil,
    amount: SafeguardAmount? = nil
  ) {
    found.append(
      Safeguard(kind: kind, node: node, name: name, region: region, subject: subject, amount: amount)
    )
  }

  // MARK: - Around code

  private mutating func scope(_ node: NodeIndex) {
    guard var resource = tree.child(node, .resource), let body = tree.child(node, .body) else { return }
    if tree.kind(resource) == .await { resource = tree.child(resource, .value) ?? resource }
    let kind: Safeguard.Kind?
    switch tree[node].scopeKind {
    case .lock: kind = .lock
    case .transaction: kind = .transaction
    case .timeout: kind = .limit
    case .resource, .suppression: kind = self.kind(of: resource)
    }
    guard let kind else { return }
    if kind == .limit, limits(resource) == nil { return }
    add(kind, resource, name: place(resource), over: tree.subtree(body), amount: amount(ofCall: resource))
  }

  private mutating func decorator(_ node: NodeIndex) {
    guard tree.parent(node) == tree.root else { return }
    let last = String(NameReading.last(tree.name(node)))
    let words = NameReading.words(last)
    var kind = part(node) ?? SafeguardNames.kind(words)
    if kind == nil, last == "limit" || last == "Limit" { kind = .rate }
    if kind == nil, let base = SafeguardNames.kind(NameReading.words(NameReading.base(tree.name(node)))), base != .cache
    {
      kind = base
    }
    guard let kind else { return }
    let whole = tree.subtree(tree.root)
    add(kind, node, name: last, over: tree[node].next..<whole.upperBound, amount: amount(ofCall: node))
  }

  private mutating func call(_ node: NodeIndex) {
    let name = tree.name(node)
    let last = String(NameReading.last(name))
    let words = NameReading.words(last)
    if isResource(node) { return }
    if step(node, last: last, words: words) || rows(node, last: last) { return }
    if SafeguardNames.isKey(words), words.first == "set" || words.first == "with" || isPart(node),
      !tree.children(node, .argument).isEmpty
    {
      if isPart(node) { return add(.key, node, name: last, over: tree.subtree(top(of: node)), subject: top(of: node)) }
      return add(.key, node, name: last, over: tree[node].next..<end(after: node))
    }
    if last == "repeat", repeats(node) { return }
    guard let kind = kind(of: node), !SafeguardNames.gives.contains(last) else {
      if let fact = context.call(node) { positionalLimit(fact) }
      return
    }
    let arguments = tree.children(node, .argument)
    if kind == .limit, setsOther(arguments) || part(node) == nil && !isLimitVerb(words) { return }
    if kind == .breaker || kind == .bulkhead || kind == .rate, tree[node].has(.constructs) { return }
    if let wrapped = wrapped(in: arguments, kind) {
      if kind == .limit, limits(node) == nil { return }
      return add(kind, node, name: kind.keepsApart ? place(node) : last, over: wrapped, amount: amount(ofCall: node))
    }
    switch kind {
    case .lock: taken(node, last: last)
    case .transaction:
      guard words.contains(where: { ["begin", "start", "transaction", "tx"].contains($0) }), !isPart(node) else {
        return
      }
      add(.transaction, node, name: place(node), over: tree[node].next..<end(after: node))
    case .limit: limit(node, last: last, arguments)
    case .breaker, .bulkhead, .rate:
      // `breaker.fire(order)`: what it runs is not seen; `limiter.acquire()`: it holds for what follows.
      let isOpaque = !arguments.isEmpty && !tree[node].has(.discarded)
      add(
        kind,
        node,
        name: place(node),
        over: isOpaque ? tree.subtree(node) : tree[node].next..<end(after: node),
        subject: isOpaque ? node : nil
      )
    case .retry, .fallback:
      guard isPart(node) else { return }
      add(kind, node, name: last, over: tree.subtree(node), subject: top(of: node), amount: amount(ofCall: node))
    default: return
    }
  }

  /// `repeat(3) { try { send(); return } catch … }`: a function that is run so many times, and leaves when it went well.
  private mutating func repeats(_ node: NodeIndex) -> Bool {
    let arguments = tree.children(node, .argument)
    guard let amount = amount(ofCall: node), let function = arguments.first(where: { isFunction($0) }),
      let closure = tree.child(function, .value)
    else { return false }
    for attempt in tree.subtree(closure) where tree.kind(attempt) == .attempt && tree.child(attempt, .handler) != nil {
      guard let body = tree.child(attempt, .body), tree.subtree(body).contains(where: { tree.kind($0) == .return })
      else { continue }
      add(.retry, node, name: "repeat", over: tree.subtree(body), amount: amount)
      return true
    }
    return false
  }

  /// `lock.lock()`: it holds until it is given back, or to the end.
  private mutating func taken(_ node: NodeIndex, last: String) {
    guard SafeguardNames.takes.contains(last), !tree[node].has(.constructs) else { return }
    let place = place(node)
    var stop = end(after: node)
    var giver: String?
    let assign = tree.kind(tree.parent(node)) == .await ? tree.parent(tree.parent(node)) : tree.parent(node)
    if tree.kind(assign) == .assign, let target = tree.child(assign, .target) { giver = tree.name(target) }
    let base = NameReading.base(tree.name(node))
    var given: NodeIndex?
    for call in context.calls(in: tree[node].next..<stop) {
      let name = tree.name(call.node)
      let last = String(NameReading.last(name))
      let isSame = NameReading.base(name) == base
      // Given back and taken again: what comes then is the second one's.
      if given != nil, isSame, SafeguardNames.takes.contains(last) { break }
      if isSame && SafeguardNames.gives.contains(last) || giver == name { given = call.node }
    }
    stop = given ?? stop
    add(.lock, node, name: place, over: tree[node].next..<max(tree[node].next, stop))
  }

  // MARK: - What a name stands for

  /// By the catalog.
  func part(_ node: NodeIndex) -> Safeguard.Kind? {
    switch context.call(node)?.known?.part {
    case .lock: .lock
    case .transaction: .transaction
    case .timeout: .limit
    case .retry: .retry
    default: nil
    }
  }

  /// By the catalog, or by the words of the name.
  private func kind(of node: NodeIndex) -> Safeguard.Kind? {
    let name = tree.name(node)
    if tree.kind(node) == .call {
      if let part = part(node) { return part }
      let last = NameReading.words(NameReading.last(name))
      if let kind = SafeguardNames.kind(last) {
        return last.first == "clear" || last.first == "set" && kind == .lock ? nil : kind
      }
      let base = NameReading.words(NameReading.last(String(NameReading.base(name))))
      if ["execute", "run", "call"].contains(last.first ?? ""), base.last == "policy" || base.last == "pipeline" {
        return .retry
      }
      switch SafeguardNames.kind(base) {
      case .lock where isLockVerb(last): return .lock
      case .breaker where isPolicyVerb(last): return .breaker
      case .bulkhead where isPolicyVerb(last): return .bulkhead
      case .rate where isPolicyVerb(last): return .rate
      default: break
      }
      // `limit(() => load(id))`
      if last == ["limit"], tree.children(node, .argument).contains(where: { isFunction($0) }) { return .lock }
      return nil
    }
    guard tree.kind(node) == .read else { return nil }
    if let type = context.file.constructions[name]?.path, context.knowledge.call(type)?.part == .lock { return .lock }
    return SafeguardNames.kind(NameReading.words(NameReading.last(name)))
  }

  /// `withTimeout`, `setReadTimeout`, `timeout`: not what is done and takes a time on the way (`listenTimeout`).
  private func isLimitVerb(_ words: [String]) -> Bool {
    guard let first = words.first, words.count > 1 else { return true }
    return [
      "timeout", "timeouts", "with", "set", "deadline", "time", "fail", "move", "cancel", "wait", "run", "use", "read",
      "write", "connect", "connection", "request", "call", "max", "socket", "response", "new", "default", "in",
      "idle", "query", "command", "execute", "expire", "overall", "operation", "body", "headers", "after", "or", "add",
      "configure", "async", "client", "server", "retry", "acquire", "lock",
    ].contains(first)
  }

  /// What is asked of a policy that is to protect, rather than of the object that it is.
  private func isPolicyVerb(_ words: [String]) -> Bool {
    guard let first = words.first else { return false }
    return [
      "acquire", "aacquire", "check", "wait", "allow", "take", "consume", "limit", "fire", "execute", "run", "call",
      "try", "is", "hit", "attempt", "attempts", "schedule", "wrap", "with", "use", "decorate", "submit", "enter",
      "protect", "invoke", "reserve", "throttle", "can", "too", "test", "remove", "get", "ensure", "apply", "do", "go",
    ].contains(first)
  }

  private func isLockVerb(_ words: [String]) -> Bool {
    [
      "acquire", "lock", "wait", "enter", "with", "sync", "synchronize", "run", "block", "read", "write", "use",
      "using",
      "get",
    ].contains(words.first ?? "")
  }

  func isFunction(_ argument: NodeIndex) -> Bool {
    tree.child(argument, .value).map { tree.kind($0) == .closure } ?? false
  }

  /// What a call is given to run: a function, or for what waits, the work itself.
  private func wrapped(in arguments: [NodeIndex], _ kind: Safeguard.Kind) -> Range<NodeIndex>? {
    let functions = arguments.filter { isFunction($0) }
    if let first = functions.first, let last = functions.last {
      return tree[first].start <= tree[last].start ? first..<tree[last].next : nil
    }
    guard kind == .limit || kind == .retry || kind == .breaker else { return nil }
    for argument in arguments {
      guard let value = tree.child(argument, .value), tree.kind(value) == .call || tree.kind(value) == .await else {
        continue
      }
      if SafeguardAmount(value, label: tree.name(argument), in: context) != nil { continue }
      let isWork = context.calls(in: value).contains {
        let role = context.role(of: $0)
        return role == .unresolved || role == .ambiguous || $0.effect.leavesProcess
      }
      if isWork, !tree[value].has(.constructs), !LimitValue.makesDuration(tree.name(value)) {
        return tree.subtree(argument)
      }
    }
    return nil
  }

  /// The place that a lock, a breaker or a limiter is held in: `self.lock` of `self.lock.acquire()`.
  func place(_ node: NodeIndex) -> String {
    let name = tree.name(node)
    guard tree.kind(node) == .call else { return name }
    let base = NameReading.base(name)
    if base.isEmpty, let receiver = tree.child(node, .receiver) { return place(receiver) }
    return base.isEmpty ? name : String(base)
  }

  /// `curl_setopt($handle, CURLOPT_RETURNTRANSFER, true)`: an option that is none of time.
  private func setsOther(_ arguments: [NodeIndex]) -> Bool {
    arguments.contains { argument in
      guard let value = tree.child(argument, .value), tree.kind(value) == .read else { return false }
      let name = tree.name(value)
      return name.utf8.count > 3 && name == name.uppercased() && name.utf8.contains(UInt8(ascii: "_"))
    }
  }

  /// What a scope holds is told by the scope.
  private func isResource(_ node: NodeIndex) -> Bool {
    let holder = tree.kind(tree.parent(node)) == .await ? tree.parent(node) : node
    return tree[holder].role == .resource
  }

  /// Where what a statement sees to ends: with the function in which it stands.
  func end(after node: NodeIndex) -> NodeIndex { tree[context.frame(of: node)].next }

  /// Whether a call is a link of a chain.
  func isPart(_ node: NodeIndex) -> Bool { tree[node].role == .receiver || tree.child(node, .receiver) != nil }

  /// The last call of the chain that a call is a link of.
  func top(of node: NodeIndex) -> NodeIndex {
    var node = node
    for above in tree.ancestors(node) {
      guard tree[node].role == .receiver, tree.kind(above) == .call else {
        if tree[node].role == .receiver || tree.kind(node) == .await, tree.kind(above) == .await {
          node = above; continue
        }
        break
      }
      node = above
    }
    return node
  }
}
