package import Behaviour

/// What the code sees to of a value that may hold nothing, before a use.
package enum EmptinessCheck: Sendable, Hashable {
  /// The use runs only where it holds something; the branch, assertion or condition that sees to it.
  case ruledOut(by: NodeIndex)
  /// It is looked at, or its failure is received: the case is somebody's choice.
  case looked(at: NodeIndex)
  case none
}

extension UnitContext {
  /// Whether the code has seen to it that a value holds something where it is used.
  package func emptiness(of holder: Holder, at use: NodeIndex) -> EmptinessCheck {
    var reader = EmptinessReader(self, holder, use)
    return reader.read()
  }

  /// Whether the code has seen to it that a number is more than none where it is used.
  ///
  /// - Parameter holder: what it is the number or the sum of, where that is known.
  package func emptiness(ofCount count: String, of holder: Holder?, at use: NodeIndex) -> EmptinessCheck {
    var reader = EmptinessReader(self, count: count, of: holder, use)
    return reader.read()
  }

  /// Whether the code has seen to it that a value is there, not absent, where it is used.
  package func absence(of holder: Holder, at use: NodeIndex) -> EmptinessCheck {
    var reader = EmptinessReader(self, holder, use)
    reader.absenceIsEmpty = true
    return reader.read()
  }
}

private struct EmptinessReader {
  let context: UnitContext
  let holder: Holder
  let use: NodeIndex
  var absenceIsEmpty = false
  /// Names that stand for the value, or hold the same elements.
  private var names: [String] = []
  /// Names that stand for its size.
  private var counts: [String] = []
  /// Names that hold an element, where there is one.
  private var witnesses: [String] = []
  private var tree: BehaviourTree { context.tree }

  init(_ context: UnitContext, _ holder: Holder, _ use: NodeIndex) {
    self.context = context
    self.holder = holder
    self.use = use
    if !holder.name.isEmpty { names.append(holder.name) }
    addSources(of: holder)
    addCounts()
  }

  /// For a number that is itself the count.
  init(_ context: UnitContext, count: String, of holder: Holder?, _ use: NodeIndex) {
    self.context = context
    self.holder = holder ?? Holder(name: "", node: use)
    self.use = use
    counts.append(count)
    if let holder {
      if !holder.name.isEmpty { names.append(holder.name) }
      addSources(of: holder)
      addCounts()
    }
  }

  mutating func read() -> EmptinessCheck {
    if let attempt = receivingAttempt { return .looked(at: attempt) }
    guard !names.isEmpty || !counts.isEmpty else { return .none }
    if let round = roundOverIt { return .looked(at: round) }
    for requirement in context.requirements where requirement.region.contains(use) && requirement.clause.count == 1 {
      if rulesOut(requirement.clause[0]) { return .ruledOut(by: requirement.node) }
    }
    return look.map { .looked(at: $0) } ?? .none
  }

  // MARK: - Names

  /// The names through which the value came: of what holds as many elements, or of what only has a say in it.
  private mutating func addSources(of holder: Holder) {
    var node = holder.node
    var keepsAll = true
    for _ in 0..<6 {
      if node != holder.node || holder.name.isEmpty {
        switch tree.kind(node) {
        case .read: add(tree.name(node), keepsAll && tree[node].placeKind != .element)
        case .call:
          keepsAll = keepsAll && HandingOn.keepsAll(NameReading.last(tree.name(node)))
          add(String(NameReading.base(tree.name(node))), keepsAll)
        case .loop: keepsAll = keepsAll && tree.child(node, .condition) == nil
        case .await: break
        default: keepsAll = false
        }
      }
      guard let next = step(from: node), next != node else { return }
      node = next
    }
  }

  private mutating func add(_ name: String, _ keepsAll: Bool) {
    guard !name.isEmpty, !names.contains(name) else { return }
    if keepsAll { names.append(name) } else { witnesses.append(name) }
  }

  private func step(from node: NodeIndex) -> NodeIndex? {
    switch tree.kind(node) {
    case .await: return tree.child(node, .value)
    case .loop: return tree.child(node, .iterable)
    case .operation: return tree.child(node, .operand)
    case .read:
      if let receiver = tree.child(node, .receiver) { return receiver }
      let reaching = context.flow.definitions(reaching: node)
      return reaching.count == 1 ? reaching[0].value : nil
    case .call:
      if let receiver = tree.child(node, .receiver) { return receiver }
      let base = NameReading.base(tree.name(node))
      if !base.isEmpty {
        let reaching = context.flow.definitions(reaching: node)
        return base == NameReading.root(tree.name(node)) && reaching.count == 1 ? reaching[0].value : nil
      }
      if let argument = tree.children(node, .argument).last, let value = tree.child(argument, .value),
        !tree.name(node).utf8.contains(UInt8(ascii: ".")), tree.kind(value) != .closure
      {
        return value
      }
      return nil
    default: return nil
    }
  }

  /// `n` of `n = len(xs)`, also where another name is given the same value.
  private mutating func addCounts() {
    for index in tree.nodes.indices where tree.nodes[index].kind == .assign {
      let node = NodeIndex(index)
      guard let target = tree.child(node, .target), context.flow.isWholeName(target),
        let value = tree.child(node, .value), tree.kind(value) == .call || tree.kind(value) == .read
      else { continue }
      if let measured = context.measured(by: value) {
        if !measured.name.isEmpty, names.contains(measured.name) { counts.append(tree.name(target)) }
      } else if context.file.context.facts.emptiness.absent.contains(String(NameReading.last(tree.name(value)))),
        names.contains(where: { isRooted(tree.name(value), in: $0) })
      {
        witnesses.append(tree.name(target))
      } else if tree.subtree(value).contains(where: { isMeasure($0) }) {
        // A number that the size has a part in.
        witnesses.append(tree.name(target))
      }
    }
    for name in names {
      let base = NameReading.base(name)
      // The number of them that somebody else keeps beside them.
      if !base.isEmpty { counts.append("\(base).count") }
    }
  }

  private func isMeasure(_ node: NodeIndex) -> Bool {
    guard tree[node].name != 0, tree.kind(node) == .read || tree.kind(node) == .call,
      let measured = context.measured(by: node)
    else { return false }
    return !measured.name.isEmpty && names.contains(measured.name)
  }

  // MARK: - Ways to be sure

  /// An attempt around the use that receives its failure.
  private var receivingAttempt: NodeIndex? {
    var child = use
    for above in tree.ancestors(use) {
      if tree.kind(above) == .closure { return nil }
      if tree.kind(above) == .attempt, tree[child].role == .body, tree.child(above, .handler) != nil,
        !tree[above].has(.byCall)
      {
        return above
      }
      child = above
    }
    return nil
  }

  /// A loop or a callback around the use that runs for each element.
  private var roundOverIt: NodeIndex? {
    var child = use
    for above in tree.ancestors(use) {
      switch tree.kind(above) {
      case .loop where tree[child].role != .iterable:
        if let iterable = tree.child(above, .iterable), mentions(iterable) { return above }
      case .call where tree[child].role == .argument && tree.subtree(child).contains { tree.kind($0) == .closure }:
        if names.contains(where: { isRooted(tree.name(above), in: $0) }) { return above }
        if let receiver = tree.child(above, .receiver), mentions(receiver) { return above }
      default: break
      }
      child = above
    }
    return nil
  }

  private func mentions(_ node: NodeIndex) -> Bool {
    tree.subtree(node).contains { isAbout($0) }
  }

  /// Whether a node reads the value, its size, or a member of it.
  private func isAbout(_ node: NodeIndex) -> Bool {
    guard tree[node].name != 0, tree.kind(node) == .read || tree.kind(node) == .call else { return false }
    let name = tree.name(node)
    return names.contains { isRooted(name, in: $0) } || counts.contains(name)
      || witnesses.contains { isRooted(name, in: $0) }
  }

  private func isRooted(_ name: String, in root: String) -> Bool { NameReading.isRooted(name, in: root) }

  private func rulesOut(_ atom: ConditionAtom) -> Bool {
    switch atom.relation {
    case .truthy: return saysSome(atom.left)
    case .falsy: return saysNone(atom.left)
    case .notNull: return absenceIsEmpty && isItself(atom.left)
    case .less:
      // `i < len(xs)`
      return atom.right.map { isCount($0) } ?? false
    case .lessOrEqual:
      guard let right = atom.right, isCount(right) else { return false }
      return isPositive(atom.left)
    case .equal:
      guard let right = atom.right else { return false }
      return isCount(atom.left) && isPositive(right) || isCount(right) && isPositive(atom.left)
    case .notEqual:
      guard let right = atom.right else { return false }
      return isCount(atom.left) && isZero(right) || isCount(right) && isZero(atom.left)
    case .contained: return atom.right.map { isItself($0) } ?? false
    case .isType: return absenceIsEmpty && isItself(atom.left)
    case .null, .notContained, .isNotType: return false
    }
  }

  private func isItself(_ node: NodeIndex) -> Bool {
    tree.kind(node) == .read && tree[node].placeKind != .element && names.contains(tree.name(node))
      || node == holder.node
  }

  private func isCount(_ node: NodeIndex) -> Bool {
    if tree.kind(node) == .read, counts.contains(tree.name(node)) { return true }
    guard let measured = context.measured(by: node) else { return false }
    return names.contains(measured.name) && !measured.name.isEmpty
  }

  private func isPositive(_ node: NodeIndex) -> Bool {
    tree.kind(node) == .literal && tree[node].literalKind == .integer && !["0", "-1"].contains(tree.name(node))
  }

  private func isZero(_ node: NodeIndex) -> Bool {
    tree.kind(node) == .literal && ["0", "0.0"].contains(tree.name(node))
  }

  /// The value as a condition holds where there is something.
  private func saysSome(_ node: NodeIndex) -> Bool {
    if isCount(node) { return true }
    if isItself(node) { return absenceIsEmpty || context.file.context.facts.has(.emptyIsFalse) }
    guard let word = question(node) else { return false }
    switch word {
    case "any", "Any", "isNotEmpty", "is_not_empty", "nonEmpty", "any?", "present?", "some", "exists", "isNotBlank":
      return true
    case "isPresent", "is_some", "HasValue": return absenceIsEmpty
    default: return false
    }
  }

  private func saysNone(_ node: NodeIndex) -> Bool {
    guard let word = question(node) else { return false }
    switch word {
    case "isEmpty", "is_empty", "empty", "empty?", "blank?", "isNullOrEmpty", "IsNullOrEmpty", "isBlank", "none",
      "none?", "IsEmpty", "isNullOrBlank", "zero?":
      return true
    case "is_none", "nil?", "isNil", "is_null": return absenceIsEmpty
    default: return false
    }
  }

  /// The word with which the value is asked: `isEmpty` of `xs.isEmpty()`, of `isEmpty(xs)`.
  private func question(_ node: NodeIndex) -> Substring? {
    guard tree.kind(node) == .call || tree.kind(node) == .read else { return nil }
    let name = tree.name(node)
    let base = String(NameReading.base(name))
    if names.contains(base) || counts.contains(base) { return NameReading.last(name) }
    guard tree.kind(node) == .call else { return nil }
    let isAsked = tree.children(node, .argument).contains {
      guard let value = tree.child($0, .value) else { return false }
      return isItself(value)
    }
    return isAsked ? NameReading.last(name) : nil
  }

  // MARK: - Looks

  /// `count += 1`, `data.count = 3`: not where the value itself is given.
  private func isCountedHere(_ node: NodeIndex) -> Bool {
    guard tree[node].role == .target else { return false }
    return !context.flow.isWholeName(node) || tree[tree.parent(node)].name != 0
  }

  private func fills(_ node: NodeIndex) -> Bool {
    guard tree.kind(node) == .call else { return false }
    switch NameReading.last(tree.name(node)) {
    case "push", "append", "add", "Add", "extend", "insert", "unshift", "prepend", "addAll", "AddRange", "resize",
      "resize_with", "push_back", "concat", "<<", "push_str", "addFirst", "addLast", "appendleft":
      return true
    default: return false
    }
  }

  /// A place where the code asks for something about the value, or has it checked.
  private var look: NodeIndex? {
    for index in tree.nodes.indices {
      let node = NodeIndex(index)
      guard isAbout(node), !tree.contains(use, node) else { continue }
      // Something is put in, or the number is counted here.
      if node < use, isCountedHere(node) || fills(node) { return node }
      switch tree.destination(of: node).kind {
      case .tested, .asserted: return node
      case .argument:
        let call = tree.destination(of: node).node
        if tree[call].has(.discarded) || tree.destination(of: call).kind == .tested, call < use { return call }
      default: continue
      }
      if tree[node].has(.optional) { return node }
    }
    return nil
  }
}
