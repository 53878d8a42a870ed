import Behaviour
import Knowledge

extension ProtectionComparison {
  func fate(ofCheck protection: Protection) -> ProtectionFate {
    let last = NameReading.last(old.tree.name(protection.node))
    let same = new.calls.filter { NameReading.last(new.tree.name($0.node)) == last }.map(\.node)
    if let first = same.first {
      let kept = checkKept(protection.node, called: last, now: same)
      if kept { return .kept([first]) }
    } else if let maker = maker(ofCallee: protection.node, in: old),
      let call = new.calls.first(where: { self.maker(ofCallee: $0.node, in: new) == maker })
    {
      return .kept([call.node])
    }
    for helper in helpers
    where !stoodAlready(helper)
      && helper.context.calls.contains(where: {
        NameReading.last(helper.context.tree.name($0.node)) == last
      })
    {
      return .inHelper(helper.name, call: helper.call)
    }
    let survivors = self.survivors(in: protection.region)
    guard let anchor = best(survivors) else {
      guard old.deeds(in: protection.region, naming: naming).allSatisfy({ $0.weight == .slight }), !doesMore else {
        return .moot
      }
      return .gone(before: new.tree.root)
    }
    if !protection.concern.isStrong, areGone(old.tree.children(protection.node, .argument), besides: protection.node) {
      return .moot
    }
    if likeness < 0.5 { return .rewritten }
    if let call = newCheck() ?? successor(of: protection.node) { return .perhaps(call: call) }
    return .gone(before: anchor)
  }

  /// Whether a check is one of those of its name that still stand: of what it asked about, and in front of what it stood.
  private func checkKept(_ check: NodeIndex, called last: Substring, now same: [NodeIndex]) -> Bool {
    let were = old.calls.filter { NameReading.last(old.tree.name($0.node)) == last }.map(\.node)
    guard same.count < were.count else { return true }
    var left = were.map { (node: $0, about: about($0, in: old), keys: keys(behind: $0, in: old)) }
    for call in same {
      let wanted = about(call, in: new)
      let keys = keys(behind: call, in: new)
      var best: (isAbout: Bool, likeness: Double, position: Int)?
      for (position, candidate) in left.enumerated() {
        let isAbout = candidate.about == wanted
        let likeness = ProtectionComparison.likeness(candidate.keys, keys)
        if let found = best, (found.isAbout ? 1 : 0, found.likeness) >= (isAbout ? 1 : 0, likeness) { continue }
        best = (isAbout, likeness, position)
      }
      if let best { left.remove(at: best.position) }
    }
    return !left.contains { $0.node == check }
  }

  /// What a call is made on and given.
  private func about(_ call: NodeIndex, in context: UnitContext) -> [UInt64] {
    context.tree.children(call).map { FormWriter.hash($0, in: context, naming: naming, expands: false) }
  }

  /// What stands behind a node up to the end of the arm or function in which it stands.
  private func keys(behind node: NodeIndex, in context: UnitContext) -> Set<String> {
    var end = context.tree[context.tree.root].next
    var child = node
    search: for above in context.tree.ancestors(node) {
      switch context.tree.kind(above) {
      case .branch, .loop, .closure, .handler:
        end = context.tree[child].next
        break search
      default: child = above
      }
    }
    let start = min(context.tree[node].next, end)
    return Set(context.deeds(in: start..<end, naming: naming).map(\.key))
  }

  /// Whether the new unit calls what the old one did not, a log apart.
  var doesMore: Bool {
    let were = Set(old.calls.map { NameReading.last(old.tree.name($0.node)) })
    return new.calls.contains { call in
      guard !were.contains(NameReading.last(new.tree.name(call.node))) else { return false }
      if case .log = new.role(of: call) { return false }
      return true
    }
  }

  /// What made the function that a call calls, where a name stands for it or nothing does: `Check(2)` of
  /// `check = Check(2); check(value)` and of `Check(2)(value)`.
  private func maker(ofCallee call: NodeIndex, in context: UnitContext) -> String? {
    let tree = context.tree
    let name = tree.name(call)
    if name.isEmpty {
      guard let receiver = tree.child(call, .receiver), tree.kind(receiver) == .call else { return nil }
      return tree.name(receiver)
    }
    guard !name.contains("."), let assign = context.writes(of: name, in: 0..<call).last,
      tree.kind(assign) == .assign, let value = tree.child(assign, .value), tree.kind(value) == .call
    else { return nil }
    return tree.name(value)
  }

  /// A call that the old unit did not make, whose body is not in reach, and that gets all that the check was given.
  func successor(of check: NodeIndex) -> NodeIndex? {
    let wanted = old.names(in: old.tree.children(check, .argument), naming: naming)
    guard !wanted.isEmpty else { return nil }
    let were = Set(old.calls.map { NameReading.last(old.tree.name($0.node)) })
    for call in new.calls
    where call.known == nil && !were.contains(NameReading.last(new.tree.name(call.node))) {
      if new.file.declaration(calledAs: new.tree.name(call.node), in: new.unit) != nil { continue }
      if wanted.isSubset(of: new.names(in: new.tree.children(call.node, .argument), naming: naming)) {
        return call.node
      }
    }
    return nil
  }

  func fate(ofDecorator protection: Protection) -> ProtectionFate {
    let last = NameReading.last(old.tree.name(protection.node))
    let decorators = new.calls.filter { new.tree[$0.node].role == .decorator }
    if let same = decorators.first(where: { NameReading.last(new.tree.name($0.node)) == last }) {
      return .kept([same.node])
    }
    let were = Set(old.calls.map { old.tree.name($0.node) })
    if let other = decorators.first(where: { !were.contains(new.tree.name($0.node)) }) {
      return .perhaps(call: other.node)
    }
    guard let anchor = best(survivors(in: protection.region)) else { return .moot }
    if likeness < 0.5 { return .rewritten }
    if let call = newCheck() { return .perhaps(call: call) }
    return .gone(before: anchor)
  }

  func fate(ofArgument protection: Protection, _ label: String) -> ProtectionFate {
    guard let call = owner(of: protection.node) else { return .moot }
    for index in new.tree.nodes.indices {
      let node = NodeIndex(index)
      let item = new.tree[node]
      guard item.name != 0 else { continue }
      switch item.kind {
      case .argument:
        guard new.tree.name(node) == label else { continue }
        if case .limit = protection.kind { return limit(protection, node) }
        return .kept([node])
      // The same in a condition, or in a statement that the call sends.
      case .read where NameReading.last(new.tree.name(node)) == label: return .kept([node])
      case .literal where item.literalKind == .string && new.tree.name(node).contains(label): return .kept([node])
      default: continue
      }
    }
    let wanted = old.deeds(in: call..<old.tree[call].next, naming: naming).first { $0.node == call }?.key
    guard let anchor = wanted.flatMap({ deeds[$0] })?.first else { return .moot }
    if likeness < 0.5 { return .rewritten }
    if new.calls.contains(where: { NameReading.last(new.tree.name($0.node)).lowercased().contains(label.lowercased()) })
    {
      return .moot
    }
    if hasSpread(anchor.node) { return .perhaps(call: anchor.node) }
    return .gone(before: anchor.node)
  }

  /// The same limit by its name: whether it lets ten times as much through.
  func limit(_ protection: Protection, _ argument: NodeIndex) -> ProtectionFate {
    guard let was = constant(protection.node, in: old), let now = constant(argument, in: new), was > 0,
      now >= was * 10, let old = self.old.tree.child(protection.node, .value),
      let value = new.tree.child(argument, .value)
    else { return .kept([argument]) }
    let how = RequirementMatch.Weakening.raised(from: self.old.wording(of: old), to: new.wording(of: value))
    let stand = Requirement(clause: [], source: .implied, node: argument, region: argument..<argument)
    return .weakened(stand, how, before: nil)
  }

  func constant(_ argument: NodeIndex, in context: UnitContext) -> Double? {
    guard let value = context.tree.child(argument, .value), context.tree.kind(value) == .literal else { return nil }
    return Double(context.tree.name(value).filter { $0 != "_" })
  }

  func hasSpread(_ call: NodeIndex) -> Bool {
    new.tree.subtree(call).contains { new.tree[$0].has(.spread) }
  }

  func owner(of argument: NodeIndex) -> NodeIndex? {
    old.tree.ancestors(argument).first { old.tree.kind($0) == .call }
  }
}
