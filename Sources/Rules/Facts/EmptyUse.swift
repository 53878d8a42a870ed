package import Behaviour
import Knowledge

/// An operation that fails, or gives an answer that is none, where a collection holds nothing.
package struct EmptyUse: Sendable {
  package enum Kind: Sendable, Hashable {
    /// Divides by the number of elements.
    case divides
    /// Divides by a number that somebody else counted, or by the sum of the elements.
    case dividesByNumber
    /// Takes an element by its place.
    case index
    /// Asks for one of the elements, and fails by itself.
    case fails
    /// As `fails`, for an element that a condition picks: there may be none although there are others.
    case picks
    /// Takes what is there out of what may be absent.
    case forces
    /// As `forces`, of what a known call gives or not.
    case forcesResult
  }

  package let kind: Kind
  /// What fails.
  package let node: NodeIndex
  package let holder: Holder
  /// Where the operation itself sees to it: a default in the divisor.
  package var isSafe = false
}

extension UnitContext {
  static func emptyUses(in context: UnitContext) -> [EmptyUse] {
    var finder = EmptyUseFinder(context)
    finder.find()
    return finder.found
  }
}

extension UnitContext {
  /// Whether a call that gives one record or nothing is not told to fail where there is none.
  func mayGiveNothing(_ call: NodeIndex, _ known: KnownCall) -> Bool {
    guard known.gives == .perhaps else { return false }
    switch known.demandedBy.isEmpty ? .absent : argument(anyOf: known.demandedBy, of: call) {
    case .absent: return true
    case .given(let value): return tree.kind(value) == .literal && [.false, .null].contains(tree[value].literalKind)
    case .hidden: return false
    }
  }
}

struct EmptyUseFinder {
  let context: UnitContext
  let tree: BehaviourTree
  let facts: LanguageFacts.Emptiness
  let unmarked: Bool
  var found: [EmptyUse] = []

  init(_ context: UnitContext) {
    self.context = context
    tree = context.tree
    facts = context.file.context.facts.emptiness
    unmarked = context.file.context.facts.has(.absenceIsUnmarked)
  }

  mutating func find() {
    for index in tree.nodes.indices {
      let node = NodeIndex(index)
      switch tree.nodes[index].kind {
      case .operation: operation(node)
      case .assign:
        guard tree.nodes[index].name != 0 else { continue }
        switch tree.name(node) {
        case "/=", "%=", "//=": if let value = tree.child(node, .value) { divide(by: value, at: node) }
        default: continue
        }
      case .call: call(node)
      case .read: read(node)
      default: continue
      }
    }
  }

  // MARK: - Division

  mutating func operation(_ node: NodeIndex) {
    switch tree.name(node) {
    case "/", "%", "//":
      let operands = tree.children(node, .operand)
      if operands.count == 2 { divide(by: operands[1], at: node) }
    case Operator.unwrap:
      if let operand = tree.child(node, .operand) { force(operand, at: node) }
    default: return
    }
  }

  mutating func divide(by divisor: NodeIndex, at node: NodeIndex) {
    if let holder = context.measured(by: divisor) {
      found.append(EmptyUse(kind: .divides, node: node, holder: holder))
    } else if let holder = withDefault(divisor) {
      found.append(EmptyUse(kind: .divides, node: node, holder: holder, isSafe: true))
    } else if tree.kind(divisor) == .read, context.flow.isWholeName(divisor), isNumberOfMany(divisor) {
      found.append(
        EmptyUse(kind: .dividesByNumber, node: node, holder: Holder(name: tree.name(divisor), node: divisor))
      )
    }
  }

  /// `len(xs) or 1`, `Math.max(xs.length, 1)`
  private func withDefault(_ divisor: NodeIndex) -> Holder? {
    let parts: [NodeIndex]
    switch tree.kind(divisor) {
    case .condition where tree.name(divisor) == Operator.or: parts = tree.children(divisor, .operand)
    case .operation where tree.name(divisor) == Operator.orElse: parts = tree.children(divisor, .operand)
    case .call:
      switch NameReading.last(tree.name(divisor)) {
      case "max", "Max", "maxOf", "coerceAtLeast", "atLeast":
        parts =
          tree.children(divisor, .argument).compactMap { tree.child($0, .value) }
          + (tree.child(divisor, .receiver).map { [$0] } ?? [])
      default: return nil
      }
    default: return nil
    }
    guard parts.contains(where: { tree.kind($0) == .literal && !["0", "0.0"].contains(tree.name($0)) }) else {
      return nil
    }
    return parts.lazy.compactMap { context.measured(by: $0) }.first
  }

  /// A parameter that is called a number of things, or the sum of a parameter's elements.
  private func isNumberOfMany(_ read: NodeIndex) -> Bool {
    let reaching = context.flow.definitions(reaching: read)
    guard let first = reaching.first else { return false }
    if reaching.count == 1, first.value == nil, tree[first.target].role == .parameter {
      switch NameReading.words(tree.name(read)).last {
      case "count", "total", "length": return true
      default: return false
      }
    }
    guard reaching.count == 1, let value = first.value, tree.kind(value) == .call else { return false }
    switch NameReading.last(tree.name(value)) {
    case "sum", "Sum", "array_sum", "sumOf", "sumBy": return true
    default: return false
    }
  }

  // MARK: - Elements

  mutating func read(_ node: NodeIndex) {
    let item = tree[node]
    guard item.role != .target, item.role != .parameter else { return }
    if let receiver = tree.child(node, .receiver) {
      if item.placeKind != .element, let index = tree.child(node, .index), isFirstOrLast(index, of: nil) {
        element(node, Holder(name: "", node: receiver))
      }
      return
    }
    if item.placeKind == .element, let index = tree.child(node, .index), isFirstOrLast(index, of: tree.name(node)) {
      return element(node, Holder(name: tree.name(node), node: node))
    }
    if !item.has(.optional), !facts.absent.isEmpty { chained(node, tree.name(node)) }
  }

  /// `xs.first.total`
  private mutating func chained(_ node: NodeIndex, _ name: String) {
    guard name.utf8.contains(UInt8(ascii: ".")) else { return }
    let parts = name.split(separator: ".")
    guard parts.count > 2 else { return }
    for (position, part) in parts.enumerated() where position > 0 && position + 1 < parts.count {
      guard facts.absent.contains(String(part)) else { continue }
      if unmarked, SafeMembers.contains(parts[position + 1]) { return }
      let base = parts[..<position].joined(separator: ".")
      found.append(EmptyUse(kind: .forces, node: node, holder: Holder(name: base, node: node)))
      return
    }
  }

  private mutating func element(_ node: NodeIndex, _ holder: Holder) {
    if facts.indexFails {
      found.append(EmptyUse(kind: .index, node: node, holder: holder))
    } else if let use = dereference(of: node) {
      found.append(EmptyUse(kind: .index, node: use, holder: holder))
    }
  }

  func isFirstOrLast(_ index: NodeIndex, of name: String?) -> Bool {
    switch tree.kind(index) {
    case .literal: return tree.name(index) == "0" || tree.name(index) == "-1"
    case .operation:
      guard tree.name(index) == "-" else { return false }
      let operands = tree.children(index, .operand)
      guard let last = operands.last, tree.kind(last) == .literal, tree.name(last) == "1" else { return false }
      if operands.count == 1 { return true }
      guard let name, operands.count == 2, let measured = context.measured(by: operands[0]) else { return false }
      return measured.name == name
    default: return false
    }
  }

  /// What is done with a value that may be absent, where that fails: at once, or through the one name it is given.
  func dereference(of node: NodeIndex) -> NodeIndex? {
    var value = node
    while tree.kind(tree.parent(value)) == .await { value = tree.parent(value) }
    let destination = tree.destination(of: value)
    guard !destination.isTested, !destination.isCaught, !destination.isContained else { return nil }
    if destination.kind == .receiver {
      let use = destination.node
      guard !tree[use].has(.optional), !isSafe(memberOf: use), !isCovered(use) else { return nil }
      return use
    }
    guard destination.kind == .assigned else { return nil }
    var first: NodeIndex?
    for use in context.uses(of: value) {
      switch use.kind {
      case .tested, .asserted, .unknown, .destructured: return nil
      case .passed(let call) where first == nil || call < first ?? 0:
        // Somebody else may look at it, and raise.
        if tree[call].has(.discarded) { return nil }
      case .member:
        if tree[use.node].has(.optional) { return nil }
        if isCovered(use.node) { return nil }
        if first == nil, !isSafe(memberOf: use.node), tree[use.node].role != .target { first = use.node }
      default: continue
      }
    }
    return first
  }

  /// Behind it stands what to take where it is absent, in a language in which that covers all of it.
  private func isCovered(_ node: NodeIndex) -> Bool {
    guard facts.orElseCovers else { return false }
    for above in tree.ancestors(node) {
      switch tree.kind(above) {
      case .read: continue
      case .operation: return tree.name(above) == Operator.orElse
      default: return false
      }
    }
    return false
  }

  private func isSafe(memberOf node: NodeIndex) -> Bool {
    SafeMembers.contains(NameReading.last(tree.name(node)))
  }
}

/// Members that may be asked of nothing, in languages where nothing is a value with members.
private enum SafeMembers {
  static func contains(_ name: Substring) -> Bool {
    switch name {
    case "to_s", "to_a", "to_i", "to_f", "to_h", "nil?", "try", "present?", "blank?", "presence", "is_a?", "inspect",
      "class", "respond_to?", "dup", "then", "tap", "itself", "equals", "instance_of?", "kind_of?", "hash", "==",
      "isPresent", "isEmpty", "orElse", "orElseGet", "orElseThrow", "ifPresent", "map", "flatMap", "filter", "stream",
      "getOrElse", "or", "ifPresentOrElse", "catch", "finally":
      true
    default: false
    }
  }
}
