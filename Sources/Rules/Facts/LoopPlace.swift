package import Behaviour
package import Knowledge

/// Whether code runs on a thread on which others wait for their turn: an event loop, a dispatcher of coroutines.
package enum LoopPlace: Sendable, Hashable {
  /// A clause says why; `handler` where requests or messages are served by it.
  case onLoop(String, servesRequests: Bool)
  /// In fibers of this call: what waits may let others run.
  case inFibers(NodeIndex)
  /// This call hands it to threads that may be held.
  case offloaded(by: NodeIndex)
  /// Somebody else decides; a reason.
  case unknown(String)
  /// On a thread of its own, or nothing says that anybody waits for it.
  case elsewhere
}

extension UnitContext {
  package func loopPlace(of node: NodeIndex) -> LoopPlace {
    var around = tree.closure(around: node)
    while let closure = around {
      let isAsync = tree[closure].has(.async)
      let argument = tree.parent(closure)
      guard tree.kind(argument) == .argument, tree.kind(tree.parent(argument)) == .call else {
        return isAsync ? .onLoop("the function around it is asynchronous", servesRequests: false) : .elsewhere
      }
      let taker = tree.parent(argument)
      if let place = place(ofWorkGivenTo: taker) {
        // What names no threads of its own runs where the code around it runs.
        guard case .onLoop = place, inheritsPlace(taker) else { return place }
        around = tree.closure(around: closure)
        continue
      }
      if isAsync { return .onLoop("the function around it is asynchronous", servesRequests: isServing) }
      guard runsHere(taker) else { return .elsewhere }
      around = tree.closure(around: closure)
    }
    return loopPlaceOfUnit
  }

  /// Whether the unit is, or holds, code that may run on a loop at all.
  package var mayRunOnLoop: Bool {
    loopPlaceOfUnit != .elsewhere || tree.nodes.contains { $0.kind == .closure && $0.name == 0 }
  }

  /// What is known of where a call runs the functions that it is given.
  private func place(ofWorkGivenTo taker: NodeIndex) -> LoopPlace? {
    let runs = call(taker)?.known?.runs
    if runs == .inThreads { return .offloaded(by: taker) }
    // `withContext(Dispatchers.IO) { … }`, `CoroutineScope(Dispatchers.IO).launch { … }`, `….subscribeOn(elastic())`
    if handsToThreads(taker) { return .offloaded(by: taker) }
    switch runs {
    case .inFibers: return .inFibers(taker)
    case .onLoop:
      if let dispatcher = dispatcher(of: taker) {
        let words = NameReading.words(tree.name(dispatcher))
        guard !words.contains("io"), !words.contains("blocking") else { return .elsewhere }
        if call(dispatcher)?.known == nil, tree.path(dispatcher).isEmpty {
          return .unknown("whether the threads of `\(shown(tree.name(dispatcher)))` may be held is not in reach")
        }
      }
      return .onLoop("`\(display(taker))` runs it in turns with others", servesRequests: isRoute(taker))
    default: return nil
    }
  }

  /// `coroutineScope { … }`, `launch { … }`: nothing is said of where it runs.
  private func inheritsPlace(_ call: NodeIndex) -> Bool {
    file.context.facts.has(.waitsByItself) && dispatcher(of: call) == nil
      && !tree.name(call).utf8.contains(UInt8(ascii: "."))
  }

  private func isRoute(_ call: NodeIndex) -> Bool {
    let part = self.call(call)?.known?.part
    return part == .routes || part == .consumes
  }

  /// The first argument of a call that is no function: where it says on what the function runs.
  private func dispatcher(of call: NodeIndex) -> NodeIndex? {
    guard case .given(let first) = positional(0, of: call), tree.kind(first) == .read else { return nil }
    return first
  }

  /// Whether an argument of a call, of what it is made on, or of what is made on it, names threads that may be held.
  private func handsToThreads(_ call: NodeIndex) -> Bool {
    if namesThreads(amongArgumentsOf: call) { return true }
    if chain(of: call).contains(where: { namesThreads(amongArgumentsOf: $0) }) { return true }
    var at = call
    while tree[at].role == .receiver, tree.kind(tree.parent(at)) == .call {
      at = tree.parent(at)
      if namesThreads(amongArgumentsOf: at) { return true }
    }
    return false
  }

  private func namesThreads(amongArgumentsOf call: NodeIndex) -> Bool {
    for argument in tree.children(call, .argument) {
      guard let value = tree.child(argument, .value), tree.kind(value) != .closure else { continue }
      for node in tree.subtree(value) where tree[node].path != 0 {
        if knowledge.call(tree.path(node))?.runs == .inThreads { return true }
      }
    }
    return false
  }

  /// Whether a call runs the function that it is given before it returns.
  package func runsHere(_ call: NodeIndex) -> Bool {
    switch self.call(call)?.known?.part {
    case .iterate, .transaction, .retry, .timeout, .lock, .suppress: return true
    default: break
    }
    let name = NameReading.last(tree.name(call))
    return UnitContext.immediate.contains(String(name))
  }

  /// What runs a function at once in the libraries of most languages.
  private static let immediate: Set<String> = [
    "map", "forEach", "flatMap", "filter", "some", "every", "reduce", "find", "let", "also", "apply", "run", "with",
    "use",
    "repeat", "runCatching", "each", "sortedBy", "associate", "associateBy", "associateWith", "mapNotNull", "any",
    "all",
    "onEach", "fold", "then", "Select", "Where", "unwrap_or_else", "map_err", "and_then", "or_else", "for_each",
    "filter_map", "getOrPut", "computeIfAbsent", "getOrElse", "tap", "each_with_index", "compactMap", "array_map",
    "withUnsafeBytes", "Result", "autoreleasepool", "measure", "buildList", "buildMap", "buildString",
  ]

  private var loopPlaceOfUnit: LoopPlace {
    if unit.traits.contains(.async) {
      return .onLoop("`\(shown(unit.name))` is asynchronous", servesRequests: isServing)
    }
    if let type = unit.returnType, !file.context.facts.loopResults.isEmpty {
      let head = NameReading.last(String(type.prefix { $0 != "<" }))
      if file.context.facts.loopResults.contains(String(head)) {
        return .onLoop("`\(shown(unit.name))` gives a `\(head)`, as what runs on an event loop", servesRequests: true)
      }
    }
    guard unit.kind == .closure || file.context.facts.has(.runsOnLoop) else { return .elsewhere }
    switch takerOfUnit?.runs {
    case .inThreads: return .elsewhere
    case .onLoop: return .onLoop("`\(shown(unit.name))` runs it in turns with others", servesRequests: true)
    case .inFibers: return .inFibers(tree.root)
    case nil: break
    }
    guard file.context.facts.has(.runsOnLoop), isServing else { return .elsewhere }
    return .onLoop("`\(shown(unit.name))` answers requests on the one event loop", servesRequests: true)
  }

  /// What is known of the call that a unit is given to: `app.get("/", (request, response) => …)`.
  package var takerOfUnit: KnownCall? {
    guard unit.kind == .closure, let callee = unit.name.split(separator: "(").first.map(String.init) else { return nil }
    let root = String(NameReading.root(callee))
    if let made = file.constructions[root] {
      let rest = callee.dropFirst(root.count)
      return knowledge.call(made.path + rest) ?? knowledge.call(made.path + "()" + rest)
    }
    return knowledge.call(callee)
  }

  /// Whether the unit certainly answers requests or messages.
  package var isServing: Bool {
    if let part = takerOfUnit?.part, part == .routes || part == .consumes { return true }
    guard unit.kind != .module, case .known(let clause) = boundary(around: tree.root) else { return false }
    return clause.hasPrefix("a request handler") || clause.hasPrefix("a message handler")
  }
}
