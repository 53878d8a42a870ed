import Behaviour
import Knowledge

/// Finds what is done with something that is held, through the names that stand for it.
struct HandleSearch {
  let context: UnitContext
  let taking: NodeIndex
  let holding: Holding
  var releases: Set<NodeIndex> = []
  var handovers: [NodeIndex: HoldFact.Handover] = [:]
  /// Calls that it is given to, in reading order, of which nobody knows whether they keep it.
  var passes: [NodeIndex] = []
  /// Closures that look at it.
  var captures: [NodeIndex] = []
  var names: Set<String> = []
  /// What says that it was not taken: the other values of the call.
  var failures: Set<String> = []
  var lastUse: NodeIndex
  private var followed: Set<NodeIndex> = []
  private var tree: BehaviourTree { context.tree }

  init(of taking: NodeIndex, _ holding: Holding, in context: UnitContext) {
    self.context = context
    self.taking = taking
    self.holding = holding
    lastUse = taking
  }

  var shownName: String { object ?? names.min { ($0.count, $0) < ($1.count, $1) } ?? "" }

  /// The object whose state is held, as written: what a lock's method is called on, or its first argument.
  var object: String? {
    switch holding.subject {
    case .receiver:
      let base = NameReading.base(tree.name(taking))
      if !base.isEmpty { return String(base) }
      return tree.child(taking, .receiver).map { context.wording(of: $0) }
    case .argument:
      return tree.child(taking, .argument).flatMap { tree.child($0, .value) }.map { context.wording(of: $0) }
    case .value, .second, .key, .type: return nil
    }
  }

  // MARK: Values

  /// Follows the value from where the call stands; false where no name takes it.
  mutating func start(at destination: Destination) -> Bool {
    guard destination.kind == .assigned else { return false }
    var targets = tree.children(destination.node, .target)
    if targets.count == 1, tree.kind(targets[0]) == .collection {
      targets = tree.subtree(targets[0]).filter { tree.kind($0) == .read }
    }
    let position = holding.subject == .second ? 1 : 0
    guard targets.count > position else { return false }
    guard context.flow.isWholeName(targets[position]), tree[targets[position]].placeKind != .static,
      tree[targets[position]].placeKind != .captured,
      tree.name(targets[position]) != "_", context.flow.definition(at: targets[position]) != nil
    else { return false }
    if destination.isContained { return false }
    for (index, target) in targets.enumerated() where index != position && tree.kind(target) == .read {
      if NameReading.saysFailure(tree.name(target)) { failures.insert(tree.name(target)) }
    }
    follow(target: targets[position])
    return true
  }

  /// What becomes of a value that no name takes; nil where it is used where it stands.
  func fate(of destination: Destination) -> HoldFact.Fate? {
    switch destination.kind {
    case .returned, .closureResult: return .handed(.returned, at: destination.node, leaves: nil)
    case .yielded: return .handed(.yielded, at: destination.node, leaves: nil)
    case .assigned:
      return holding.subject == .second ? nil : .handed(.stored, at: destination.node, leaves: nil)
    case .argument:
      switch taker(destination.node) {
      case .closes: return .always(by: destination.node)
      case .keeps: return .handed(.stored, at: destination.node, leaves: nil)
      case .wraps(let inner):
        return context.hold(inner, context.knowledge.holding(inner.path) ?? holding).fate
      case .unknown: return .passed(destination.node)
      case .looks: return nil
      }
    case .receiver:
      let last = String(NameReading.last(tree.name(destination.node)))
      return holding.until.contains(last) ? .always(by: destination.node) : nil
    default: return nil
    }
  }

  /// - Parameter part: which part of the thing the target holds, with a dot behind it (`Body.`).
  mutating func follow(target: NodeIndex, part: String = "") {
    guard followed.insert(target).inserted, followed.count < 8,
      let definition = context.flow.definition(at: target)
    else { return }
    names.insert(tree.name(target))
    for use in context.flow.uses(of: definition) { look(at: use, part) }
  }

  private mutating func look(at use: NodeIndex, _ part: String) {
    lastUse = max(lastUse, use)
    let name = tree.name(use)
    let own = name.firstIndex(of: ".").map { String(name[name.index(after: $0)...]) } ?? ""
    let rest = own.isEmpty ? String(part.dropLast()) : part + own
    if context.frame(of: use) != context.frame(of: taking) { return lookInClosure(use, rest) }
    // `using (file.ConfigureAwait(false))`: what only says how it is waited for is the thing itself.
    if holding.isScoped, rest == "ConfigureAwait", tree.destination(of: use).kind == .held {
      releases.insert(tree.destination(of: use).node)
      return
    }
    if tree.kind(use) == .call {
      if holding.until.contains(rest.isEmpty ? "()" : rest) { releases.insert(use) }
      if holding.keptBy.contains(rest) { handovers[use] = .stored }
      return
    }
    guard tree[use].role != .target else { return }
    // `resp.Body` stands for `resp` where `Body.Close` is what closes it.
    let isItself = own.isEmpty ? context.flow.isWholeName(use) : holding.until.contains { $0.hasPrefix(rest + ".") }
    // `stack.callback(file.close)`: what closes it is given to somebody who will call it.
    let isCloser = !rest.isEmpty && holding.until.contains(rest)
    guard isItself || isCloser else { return }
    let destination = tree.destination(of: use)
    switch destination.kind {
    case .argument:
      if isCloser {
        releases.insert(use)
      } else {
        given(use, to: destination.node, isContained: destination.isContained)
      }
    case .returned, .closureResult: handovers[use] = .returned
    case .yielded: handovers[use] = .yielded
    case .assigned:
      let targets = tree.children(destination.node, .target)
      guard targets.count == 1, context.flow.isWholeName(targets[0]), tree[targets[0]].placeKind != .static,
        context.flow.definition(at: targets[0]) != nil, !destination.isContained
      else {
        handovers[use] = .stored
        return
      }
      follow(target: targets[0], part: rest.isEmpty ? "" : rest + ".")
    case .held:
      if holding.isScoped { releases.insert(destination.node) }
    case .receiver:
      // `resp.Body.Close()` written over several links.
      let last = String(NameReading.last(tree.name(destination.node)))
      if holding.until.contains(last) { releases.insert(destination.node) }
    default: return
    }
  }

  private mutating func lookInClosure(_ use: NodeIndex, _ rest: String) {
    guard let closure = outermostClosure(around: use) else { return }
    let closes =
      tree.kind(use) == .call && holding.until.contains(rest.isEmpty ? "()" : rest)
      || tree.destination(of: use).kind == .argument && rest.isEmpty && isCloser(tree.destination(of: use).node)
    if closes {
      handovers[closure] = .captured
    } else if !captures.contains(closure), escapes(closure) {
      captures.append(closure)
    }
  }

  /// The closure of the function in which the thing is taken that holds a node.
  private func outermostClosure(around node: NodeIndex) -> NodeIndex? {
    let home = context.frame(of: taking)
    var found: NodeIndex?
    for above in tree.ancestors(node) {
      if above == home { return found }
      if tree.kind(above) == .closure { found = above }
    }
    return found
  }

  /// Whether a closure may run when the function around has ended.
  private func escapes(_ closure: NodeIndex) -> Bool {
    switch tree.destination(of: closure).kind {
    case .argument:
      guard let call = context.call(tree.destination(of: closure).node) else { return true }
      switch context.role(of: call) {
      case .harmless: return false
      case .effect: return call.known?.part == .spawn
      default: return true
      }
    case .dropped, .tested: return false
    default: return true
    }
  }

  private enum Taker { case closes, keeps, wraps(CallFact), looks, unknown }

  private func taker(_ call: NodeIndex) -> Taker {
    if isCloser(call) { return .closes }
    guard let fact = context.call(call) else { return .unknown }
    if tree[call].has(.constructs) || fact.known != nil, context.knowledge.holding(fact.path) != nil {
      return .wraps(fact)
    }
    if fact.known != nil { return .looks }
    switch context.role(of: fact) {
    case .harmless, .log, .report: return tree[call].has(.constructs) ? .unknown : .looks
    case .ambiguous: return tree.name(call).utf8.contains(UInt8(ascii: ".")) ? .keeps : .unknown
    case .cleanup: return .closes
    default: return .unknown
    }
  }

  /// A function that is given the thing and gives it back: by knowledge, or by its name where it runs as cleanup.
  private func isCloser(_ call: NodeIndex) -> Bool {
    let name = tree.name(call)
    let last = NameReading.last(name)
    if holding.until.contains(last + "()") { return true }
    if context.call(call)?.known?.part == .release { return true }
    guard tree.ancestors(call).contains(where: { tree[$0].role == .finalizer }) else { return false }
    return NameReading.words(last).contains { HandleSearch.closing.contains($0) }
  }

  private static let closing: Set<String> = [
    "close", "closes", "closer", "release", "dispose", "drain", "cleanup", "clean", "free", "shutdown", "stop",
    "destroy",
    "unlock", "discard", "quietly", "silently", "terminate", "kill", "cancel",
  ]

  private mutating func given(_ use: NodeIndex, to call: NodeIndex, isContained: Bool) {
    if tree.ancestors(call).contains(where: { tree.kind($0) == .spawn }) {
      handovers[use] = .passed
      return
    }
    switch taker(call) {
    case .closes: releases.insert(call)
    case .keeps: handovers[use] = .stored
    case .looks: break
    case .wraps(let wrapper):
      let destination = tree.destination(of: wrapper.node)
      switch destination.kind {
      case .assigned:
        let targets = tree.children(destination.node, .target)
        if targets.count == 1, context.flow.definition(at: targets[0]) != nil {
          follow(target: targets[0])
        } else {
          handovers[use] = .stored
        }
      case .held: releases.insert(destination.node)
      case .returned, .closureResult: handovers[use] = .returned
      case .argument: given(use, to: destination.node, isContained: false)
      default: break
      }
    case .unknown:
      if tree[call].has(.constructs) || isContained { handovers[use] = .passed } else { passes.append(call) }
    }
  }

  // MARK: Objects

  /// Calls on the same object, or with it, that give it back.
  mutating func findReleases(of object: String) {
    names = [object]
    let destination = tree.destination(of: taking)
    if holding.isTry, destination.kind == .assigned, let target = tree.child(destination.node, .target) {
      names = [tree.name(target)]
    }
    let home = context.frame(of: taking)
    for call in context.calls where call.node != taking {
      guard gives(back: object, call.node) else { continue }
      if context.frame(of: call.node) == home {
        releases.insert(call.node)
      } else if let closure = outermostClosure(around: call.node) {
        handovers[closure] = .captured
      }
    }
  }

  /// Whether a function by its name, and by a word among its arguments where that is asked for (`flock(LOCK_UN)`), gives
  /// back what it is given.
  private func isUntil(_ last: String, _ call: NodeIndex) -> Bool {
    holding.until.contains { until in
      guard until.hasPrefix(last), until.hasSuffix(")"), until.dropFirst(last.count).first == "(" else { return false }
      let word = until.dropFirst(last.count + 1).dropLast()
      return word.isEmpty || context.hasArgument(String(word), call)
    }
  }

  private func gives(back object: String, _ call: NodeIndex) -> Bool {
    let last = String(NameReading.last(tree.name(call)))
    if isUntil(last, call), let first = tree.child(call, .argument), let value = tree.child(first, .value) {
      return context.wording(of: value) == object
    }
    guard holding.until.contains(last) else { return false }
    let base = NameReading.base(tree.name(call))
    if !base.isEmpty { return base == object }
    return tree.child(call, .receiver).map { context.wording(of: $0) == object } ?? false
  }
}
