package import Behaviour

/// Reads how a unit goes about the calls that it makes: what it does with what they give, and what stands around them.
package struct CallConduct {
  private let tree: BehaviourTree
  private let testedNames: Set<NameID>
  private let locks: LockRegions

  package init(_ unit: Unit) {
    tree = unit.tree
    testedNames = CallConduct.testedNames(in: unit.tree)
    locks = LockRegions(unit.tree, owner: unit.owner)
  }

  package func flags(of call: NodeIndex) -> CallFlags {
    let node = tree[call]
    var flags: CallFlags = []
    if node.has(.awaited) { flags.insert(.awaited) }
    if node.has(.discarded) { flags.insert(.discarded) }
    if node.has(.returned) { flags.insert(.returned) }
    if node.has(.propagated) { flags.insert(.propagated) }
    if node.has(.errorIgnored) { flags.insert(.errorIgnored) }
    if node.has(.voided) { flags.insert(.voided) }
    if node.role == .condition { flags.insert(.tested) }
    if tree.children(call, .argument).contains(where: { tree[$0].has(.spread) }) { flags.insert(.spread) }
    if !locks.regions.isEmpty, !locks.held(at: call).isEmpty { flags.insert(.locked) }
    flags.formUnion(use(of: call))
    var child = call
    for ancestor in tree.ancestors(call) {
      switch tree.kind(ancestor) {
      case .attempt where tree[child].role == .body && tree.child(ancestor, .handler) != nil: flags.insert(.attempted)
      case .loop where tree[child].role == .body: flags.insert(.inLoop)
      case .scoped where [.lock, .transaction].contains(tree[ancestor].scopeKind): flags.insert(.locked)
      case .condition: flags.insert(.tested)
      case .closure: flags.insert(.inClosure)
      // The rest of it stands in place of what is absent.
      case .operation where tree.name(ancestor) == Operator.orElse: flags.insert(.tested)
      default: break
      }
      child = ancestor
    }
    if isDemanded(call) { flags.insert(.demanded) }
    return flags
  }

  /// Whether an assertion demands that this very call fails: it stands last in what is to fail, inside of no other.
  private func isDemanded(_ call: NodeIndex) -> Bool {
    var child = call
    for above in tree.ancestors(call) {
      switch tree.kind(above) {
      case .await, .assign, .return, .closure: break
      case .block: if tree[child].next != tree[above].next { return false }
      case .assertion:
        return tree.name(above) == AssertionKind.raises && !tree[above].has(.negated)
          && [.body, .actual].contains(tree[child].role)
      default: return false
      }
      child = above
    }
    return false
  }

  /// The labels among what a call is given by which it is made safer, those in an object of options too.
  package func labels(of call: NodeIndex) -> [String] {
    var found: [String] = []
    for argument in tree.children(call, .argument) {
      let label = tree.name(argument)
      if !label.isEmpty {
        if CallConduct.isSafety(label) { found.append(label) }
        continue
      }
      guard let value = tree.child(argument, .value), tree.kind(value) == .collection,
        tree[value].collectionKind == .keyed
      else { continue }
      for entry in tree.children(value) where tree.kind(entry) == .argument && CallConduct.isSafety(tree.name(entry)) {
        found.append(tree.name(entry))
      }
    }
    return found
  }

  /// Whether a label says that what it stands before keeps a call from harm.
  package static func isSafety(_ label: String) -> Bool {
    guard label.utf8.count >= 3, label.utf8.count <= 40 else { return false }
    return NameReading.words(label).contains { safetyWords.contains($0) }
  }

  private static let safetyWords: Set<String> = [
    "timeout", "deadline", "idempotency", "idempotent", "tenant", "check", "verify", "strict", "validate",
    "ttl", "expires", "expiry", "csrf", "nonce", "retries", "actor", "permission", "cancellation",
  ]

  // MARK: - What becomes of the value

  /// Whether a condition looks at a call's value, or a member of it is used.
  private func use(of call: NodeIndex) -> CallFlags {
    var child = call
    var parent = tree.parent(call)
    while tree.kind(parent) == .await {
      child = parent
      parent = tree.parent(parent)
    }
    switch tree.kind(parent) {
    case .call, .read:
      return tree[child].role == .receiver && !tree[parent].has(.optional) ? .dereferenced : []
    case .operation: return tree.name(parent) == Operator.unwrap ? .dereferenced : []
    case .assign where tree[child].role == .value: break
    default: return []
    }
    var flags: CallFlags = []
    for target in tree.children(parent, .target) where tree.kind(target) == .read {
      let name = tree[target].name
      if testedNames.contains(name) { flags.insert(.tested) }
      if isMemberUsed(of: name, behind: parent) { flags.insert(.dereferenced) }
    }
    return flags
  }

  /// Whether code behind a node uses a member of what a name holds, before the name gets another value.
  private func isMemberUsed(of name: NameID, behind node: NodeIndex) -> Bool {
    let text = tree.text(name)
    guard !text.isEmpty, !text.utf8.contains(UInt8(ascii: ".")) else { return false }
    // What is used is used soon; and a unit may be long.
    var at = Int(max(0, tree[node].next))
    let end = min(tree.nodes.endIndex, at + 400)
    while at < end {
      let item = tree.nodes[at]
      at += 1
      guard item.kind == .read || item.kind == .call, item.name != 0 else { continue }
      if item.name == name {
        if item.role == .target { return false }
        continue
      }
      let other = tree.text(item.name)
      guard other.utf8.count > text.utf8.count + 1, other.hasPrefix(text),
        other.utf8.dropFirst(text.utf8.count).first == UInt8(ascii: ".")
      else { continue }
      return !item.has(.optional)
    }
    return false
  }

  /// Numbers of the names that conditions of the unit read, also as what a member is asked of.
  private static func testedNames(in tree: BehaviourTree) -> Set<NameID> {
    var names: Set<NameID> = []
    for index in tree.nodes.indices where tree.nodes[index].kind == .read {
      let node = tree.nodes[index]
      let isAsked = node.role == .condition || node.role == .operand && tree.kind(node.parent) == .condition
      // What a match is made on, or what stands before `??`.
      let isChosen =
        node.role == .operand && tree.kind(node.parent) == .operation
        && tree.name(node.parent) == Operator.orElse
      if isAsked || isChosen { names.insert(node.name) }
    }
    return names
  }
}
