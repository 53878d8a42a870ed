package import Behaviour
import Knowledge

/// Follows something that is held from the node that takes it to every way out of the function around, and says on
/// which of them it is given back.
///
/// Asked with nodes, not with names: what takes, what gives back, what hands it to somebody else. So it serves files,
/// locks, and whatever else must not stay behind. Ways are followed as the code nests; an arm that cannot be taken
/// while the thing is held (`if file is None`) is left aside.
package struct HoldFlow {
  /// A way out on which it is still held.
  package struct Exit: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
      case returns, raises, breaks, continues
      /// The code ends.
      case ends
      /// A loop comes round, and takes another one.
      case repeats
    }

    package let kind: Kind
    package let node: NodeIndex
    /// False where a call may leave that nobody knows.
    package let isSure: Bool
    /// By its name a call that does not fail: too little to hold against the code, and too much to assure it.
    package var isFaint = false
  }

  package struct Result: Sendable {
    package var exits: [Exit] = []
    /// What gave it back, in the order met.
    package var releases: [NodeIndex] = []
    /// What handed it away.
    package var handovers: [NodeIndex] = []
    /// Calls that were made while it was held.
    package var during: [NodeIndex] = []
    /// A condition, not about what is held, that decides whether cleanup gives it back.
    package var condition: NodeIndex?
    /// Code that could not be read, while it was held.
    package var unread: NodeIndex?
  }

  /// What takes hold: a call.
  let taking: NodeIndex
  let releases: Set<NodeIndex>
  let handovers: Set<NodeIndex>
  /// Names that are there, or true, only where it is held.
  let names: Set<String>
  /// Names that are there only where it was not taken: the failure that comes beside it.
  let failures: Set<String>
  /// Where another round of a loop takes another one, this is the last node that looks at the one before.
  let lastUse: NodeIndex
  private let context: UnitContext
  private var tree: BehaviourTree { context.tree }
  private var result = Result()
  private var exits: [Exit] = []

  package init(
    from taking: NodeIndex,
    releases: Set<NodeIndex>,
    handovers: Set<NodeIndex> = [],
    names: Set<String> = [],
    failures: Set<String> = [],
    lastUse: NodeIndex? = nil,
    in context: UnitContext
  ) {
    self.taking = taking
    self.releases = releases
    self.handovers = handovers
    self.names = names
    self.failures = failures
    self.lastUse = lastUse ?? taking
    self.context = context
  }

  package mutating func run() -> Result {
    let frame = context.frame(of: taking)
    let start = frame == tree.root ? frame : tree.child(frame, .body) ?? frame
    if follow(start, false) { exits.append(Exit(kind: .ends, node: frame, isSure: true)) }
    result.exits = exits
    return result
  }

  private func holds(_ node: NodeIndex) -> Bool { tree.contains(node, taking) }

  /// - Returns: whether it may be held behind the node, where the code goes on there.
  private mutating func follow(_ node: NodeIndex, _ held: Bool) -> Bool {
    guard held || holds(node) else { return false }
    switch tree.kind(node) {
    case .block:
      var held = held
      for child in tree.children(node) where tree[child].role != .decorator && tree[child].role != .parameter {
        held = follow(child, held)
      }
      return held
    case .return:
      let held = inside(node, held)
      if held { exits.append(Exit(kind: .returns, node: node, isSure: true)) }
      return false
    case .raise, .propagate:
      let held = inside(node, held)
      if held { exits.append(Exit(kind: .raises, node: node, isSure: true)) }
      return false
    case .jump:
      if held {
        let kind: Exit.Kind = tree[node].jumpKind == .break ? .breaks : .continues
        exits.append(Exit(kind: kind, node: node, isSure: true))
      }
      return false
    case .branch: return follow(branch: node, held)
    case .loop: return follow(loop: node, held)
    case .attempt: return follow(attempt: node, held)
    case .scoped: return follow(scope: node, held)
    case .call: return follow(call: node, held)
    case .closure: return passed(node, held)
    case .unknown:
      let held = inside(node, held)
      if held, result.unread == nil { result.unread = node }
      return held
    default: return passed(node, inside(node, held))
    }
  }

  private mutating func inside(_ node: NodeIndex, _ held: Bool) -> Bool {
    var held = held
    for child in tree.children(node) { held = follow(child, held) }
    return held
  }

  /// A node that gives back or hands away by what it is.
  private mutating func passed(_ node: NodeIndex, _ held: Bool) -> Bool {
    guard held else { return held }
    if releases.contains(node) {
      result.releases.append(node)
      return false
    }
    if handovers.contains(node) {
      result.handovers.append(node)
      return false
    }
    return true
  }

  private mutating func follow(call node: NodeIndex, _ before: Bool) -> Bool {
    var held = inside(node, before)
    if node == taking { return true }
    guard held else { return false }
    held = passed(node, held)
    guard held else { return false }
    result.during.append(node)
    switch leaving(node) {
    case .none: return true
    case .exits: return false
    case .raises: exits.append(Exit(kind: .raises, node: node, isSure: true))
    case .always:
      exits.append(Exit(kind: .raises, node: node, isSure: true))
      return false
    case .perhaps: exits.append(Exit(kind: .raises, node: node, isSure: false))
    case .hardly: exits.append(Exit(kind: .raises, node: node, isSure: false, isFaint: true))
    }
    return true
  }

  private enum Leaving { case none, raises, perhaps, hardly, always, exits }

  private func leaving(_ node: NodeIndex) -> Leaving {
    guard tree[node].role != .decorator else { return .none }
    // What a scope is given that gives the thing back: it is the thing itself, said how to wait for.
    if tree[node].role == .resource, releases.contains(tree.parent(node)) { return .none }
    // `locks.writeLock().unlock()`: what the release is called on is part of giving back.
    if isOfRelease(node) { return .none }
    let facts = context.file.context.facts
    // What stands between the call and the look at its failure may give back what is held.
    if tree[node].has(.propagated) { return tree[node].has(.leavesLater) ? .hardly : .raises }
    guard let call = context.call(node) else { return .none }
    let role = context.role(of: call)
    if case .exit = role { return .exits }
    if context.file.declaration(calledAs: tree.name(node), in: context.unit)?.declaration.raises == true {
      return .always
    }
    if facts.failuresAreExplicit { return .none }
    if let known = call.known {
      return known.failure.contains(.raises) && known.part != .lock ? .raises : .none
    }
    switch role {
    case .unresolved: return tree[node].has(.constructs) || isBeforeReleaseInFinalizer(node) ? .hardly : .perhaps
    case .ambiguous: return tree[node].has(.awaited) ? .perhaps : .hardly
    case .cleanup, .log, .report, .sleep: return .none
    default: return .hardly
    }
  }

  private func isOfRelease(_ node: NodeIndex) -> Bool {
    tree[node].role == .receiver && releases.contains { tree.kind($0) == .call && tree.contains($0, node) }
  }

  /// What a finalizer does before it gives back: bookkeeping, of which nobody knows that it fails.
  private func isBeforeReleaseInFinalizer(_ node: NodeIndex) -> Bool {
    guard let finalizer = tree.ancestors(node).first(where: { tree[$0].role == .finalizer }) else { return false }
    return releases.contains { tree.contains(finalizer, $0) && $0 > node }
  }

  // MARK: Branches

  private mutating func follow(branch node: NodeIndex, _ held: Bool) -> Bool {
    var held = held
    var only: Bool?
    var after = false
    var isComplete = false
    for child in tree.children(node) {
      switch tree[child].role {
      case .condition:
        held = follow(child, held)
        if !tree[node].has(.match) { only = truth(of: child, at: node) ?? flag(child, at: node, held) }
      case .arm: after = follow(child, held && only != false) || after
      case .otherwise:
        isComplete = true
        after = follow(child, held && only != true) || after
      default: continue
      }
    }
    return isComplete ? after : after || held && only != true
  }

  /// What a condition is while the thing is held; nil where it may be either.
  private func truth(of condition: NodeIndex, at branch: NodeIndex) -> Bool? {
    if holds(condition), tree.kind(condition) != .condition { return true }
    switch tree.kind(condition) {
    case .condition:
      let operands = tree.children(condition, .operand)
      switch tree.name(condition) {
      case Operator.not: return operands.first.flatMap { truth(of: $0, at: branch) }.map { !$0 }
      case Operator.isNull: return isNamed(operands.first) ? false : isFailure(operands.first, at: branch) ? true : nil
      case Operator.isNotNull:
        return isNamed(operands.first) ? true : isFailure(operands.first, at: branch) ? false : nil
      case Operator.and:
        let truths = operands.map { truth(of: $0, at: branch) }
        if truths.contains(false) { return false }
        return truths.allSatisfy { $0 == true } ? true : nil
      case Operator.or:
        let truths = operands.map { truth(of: $0, at: branch) }
        if truths.contains(true) { return true }
        return truths.allSatisfy { $0 == false } ? false : nil
      case Operator.equal, Operator.less, Operator.lessOrEqual:
        return operands.contains { isNamed($0) } && operands.contains { tree.kind($0) == .literal || isMinus($0) }
          ? isTrue(operands) : byRelease(condition, at: branch)
      case Operator.notEqual, Operator.greater, Operator.greaterOrEqual:
        return operands.contains { isNamed($0) } && operands.contains { tree.kind($0) == .literal || isMinus($0) }
          ? !isTrue(operands) : byRelease(condition, at: branch)
      default: return byRelease(condition, at: branch)
      }
    case .read where isNamed(condition): return true
    default: return byRelease(condition, at: branch)
    }
  }

  /// `taken == true` holds while it is held, `file == false` does not.
  private func isTrue(_ operands: [NodeIndex]) -> Bool {
    operands.contains { tree.kind($0) == .literal && tree[$0].literalKind == .true }
  }

  private func isMinus(_ node: NodeIndex) -> Bool {
    tree.kind(node) == .operation && tree.subtree(node).allSatisfy { [.operation, .literal].contains(tree.kind($0)) }
  }

  /// The failure of the taking itself, not one that its name was given later.
  private func isFailure(_ node: NodeIndex?, at branch: NodeIndex) -> Bool {
    guard let node, tree.kind(node) == .read, failures.contains(tree.name(node)) else { return false }
    return context.writes(of: tree.name(node), in: tree.subtree(taking).upperBound..<branch).isEmpty
  }

  private func isNamed(_ node: NodeIndex?) -> Bool {
    guard let node, tree.kind(node) == .read else { return false }
    return names.contains(tree.name(node))
  }

  /// `defer func() { if !kept { file.Close() } }()`: a name keeps account of who has it.
  private mutating func flag(_ condition: NodeIndex, at branch: NodeIndex, _ held: Bool) -> Bool? {
    guard held, tree.ancestors(branch).contains(where: { tree[$0].role == .finalizer }) else { return nil }
    func givesBack(_ arm: NodeIndex?) -> Bool {
      arm.map { arm in releases.contains { tree.contains(arm, $0) } } ?? false
    }
    let arm = givesBack(tree.child(branch, .arm))
    guard arm != givesBack(tree.child(branch, .otherwise)) else { return nil }
    result.condition = condition
    return arm
  }

  /// A look at the thing itself (`if (connection.isOpen())`) that decides whether it is given back.
  private func byRelease(_ condition: NodeIndex, at branch: NodeIndex) -> Bool? {
    let looks = tree.subtree(condition).contains { at in
      let node = tree[at]
      guard node.kind == .read || node.kind == .call, node.name != 0 else { return false }
      let name = tree.text(node.name)
      return names.contains { NameReading.isRooted(name, in: $0) }
    }
    guard looks else { return nil }
    let givesBack = tree.child(branch, .arm).map { arm in releases.contains { tree.contains(arm, $0) } } ?? false
    let otherwise = tree.child(branch, .otherwise).map { arm in releases.contains { tree.contains(arm, $0) } } ?? false
    return givesBack == otherwise ? nil : givesBack
  }

  // MARK: Loops

  private mutating func follow(loop node: NodeIndex, _ before: Bool) -> Bool {
    let outer = exits
    exits = []
    var held = before
    var only: Bool?
    for child in tree.children(node) {
      switch tree[child].role {
      case .value, .iterable, .resource: held = follow(child, held)
      case .condition:
        held = follow(child, held)
        only = truth(of: child, at: node)
      default: continue
      }
    }
    var after = false
    if let body = tree.child(node, .body) { after = follow(body, held && only != false) }
    if let update = tree.child(node, .operand) { after = follow(update, after) }
    let isTakenInside = tree.child(node, .body).map { holds($0) } ?? false
    var kept: [Exit] = []
    var leaves = tree[node].loopKind != .endless && held
    for exit in exits {
      switch exit.kind {
      case .breaks: leaves = true
      case .continues: after = true
      default: kept.append(exit)
      }
    }
    if after, isTakenInside, lastUse < tree[node].next {
      kept.append(Exit(kind: .repeats, node: node, isSure: true))
    } else if after {
      leaves = leaves || tree[node].loopKind != .endless
    }
    exits = outer + kept
    return tree.child(node, .otherwise).map { follow($0, leaves) } ?? leaves
  }

  // MARK: Attempts and scopes

  private mutating func follow(attempt node: NodeIndex, _ before: Bool) -> Bool {
    let outer = exits
    exits = []
    let body = tree.child(node, .body)
    var held = body.map { follow($0, before) } ?? before
    let handlers = tree.children(node, .handler)
    var caught = false
    if !handlers.isEmpty {
      caught = exits.contains { $0.kind == .raises }
      exits.removeAll { $0.kind == .raises }
      // A failure that is a value is looked at behind the call: what the call took was not taken then.
      if context.file.context.facts.failuresAreExplicit {
        caught = caught || (body.map { holds($0) } ?? false ? before : held)
      }
    }
    if let otherwise = tree.child(node, .otherwise) { held = follow(otherwise, held) }
    if caught {
      for handler in handlers {
        let start = exits.count
        var out = tree.child(handler, .body).map { follow($0, true) } ?? true
        if tree[node].has(.byCall) {
          // What such a handler returns is a value.
          out = out || exits[start...].contains { $0.kind == .returns }
          exits.removeSubrange(start...)
        }
        held = held || out
      }
    }
    if let finalizer = tree.child(node, .finalizer), held || !exits.isEmpty {
      let pending = exits
      exits = []
      let remains = follow(finalizer, true)
      exits = (remains ? pending : []) + exits
      held = held && remains
    }
    exits = outer + exits
    return held
  }

  private mutating func follow(scope node: NodeIndex, _ before: Bool) -> Bool {
    var held = before
    for child in tree.children(node) where tree[child].role != .body { held = follow(child, held) }
    held = passed(node, held)
    return tree.child(node, .body).map { follow($0, held) } ?? held
  }
}

extension LanguageFacts {
  /// Whether a call can only fail where the code says so: by a mark, or by a value that is looked at.
  package var failuresAreExplicit: Bool {
    has(.marksFailures) || has(.failuresAreValues) || has(.finalizersSetResults)
  }
}
