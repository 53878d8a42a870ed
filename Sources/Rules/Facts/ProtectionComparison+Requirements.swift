import Behaviour
import Knowledge

extension ProtectionComparison {
  func fate(of protection: Protection, _ requirement: Requirement) -> ProtectionFate {
    let survivors = self.survivors(in: protection.region)
    var bare: NodeIndex?
    switch matcher.match(requirement, unlessIn: backwards) {
    case .same(let found):
      if let late = survivors.first(where: { survivor in
        survivor.old.weight == .effect && !survivor.new.isEmpty
          && !survivor.new.contains { deed in found.contains { $0.region.contains(deed.node) } }
      }) {
        return defaulted(requirement).map { .replaced($0) } ?? .late(late.new[0].node)
      }
      // What passed is turned away now, and what was turned away passes: the arm asks the same and holds something else.
      let isOver = found.contains { one in survivors.contains { $0.new.contains { one.region.contains($0.node) } } }
      if !isOver, !survivors.isEmpty, found.allSatisfy({ $0.source == .arm }), let turned = matcher.turned(requirement)
      {
        return .weakened(turned, .turned, before: best(survivors))
      }
      bare = exposed(requirement, over: protection.region, now: found)
      if bare == nil { return .kept(found.map(\.node)) }
    case .weaker(let found, .harmless):
      if let other = setsFlag(found) ? found : defaulted(requirement) { return .replaced(other) }
      return .weakened(found, .harmless, before: best(survivors))
    case .weaker(let found, let how): return .weakened(found, how, before: best(survivors))
    case nil: break
    }
    if isOptional(requirement) { return .kept([]) }
    let extracted = survivorsInHelpers(of: protection.region)
    let deed = bare ?? best(survivors) ?? extracted?.call
    guard let anchor = deed ?? end(behind: requirement) else { return .moot }
    let last = survivors.lazy.flatMap(\.new).map(\.node).max() ?? anchor
    if let helper = helper(with: requirement, before: max(anchor, last)) {
      return .inHelper(helper.name, call: helper.call)
    }
    if let type = typeWithoutNull(requirement) { return .byType(type) }
    if let callers = callers(with: requirement) ?? callers(asking: requirement) { return callers }
    if let sibling = sibling(with: requirement) { return .inSibling(sibling) }
    if isMoot(requirement, protection.concern) { return .moot }
    if !protection.concern.isStrong, let type = typeInPlace(of: requirement) { return .retyped(type) }
    if likeness < 0.5, deed != nil { return .rewritten }
    if let other = replacement(of: requirement, before: anchor, over: survivors)
      ?? namesake(of: requirement, over: survivors) ?? defaulted(requirement)
    {
      return .replaced(other)
    }
    if let call = possibleCheck(of: requirement) ?? movedElsewhere(requirement) { return .perhaps(call: call) }
    if !protection.concern.isStrong, let name = lostSubject(of: requirement) { return .withSubject(name) }
    if let handler = newHandler(for: requirement, protection.concern, around: anchor) { return .handled(handler) }
    return .gone(before: anchor)
  }

  /// A check behind which nothing is done but to come to an end well: that is what it keeps from happening. The unit as
  /// a whole, where it is still what it was.
  func end(behind requirement: Requirement) -> NodeIndex? {
    guard requirement.source == .guarded(.raises) || requirement.source == .asserted,
      old.frame(of: requirement.node) == old.tree.root,
      old.deeds(in: requirement.region, naming: naming).allSatisfy({ $0.weight == .slight || isHandling($0.node) })
    else { return nil }
    // What gave the value that was asked about went with it: there is nothing left to look at.
    for operand in requirement.operands {
      guard let value = old.flow.origin(of: operand), value != operand, old.tree.kind(value) == .call else { continue }
      if counterpart(of: value) == nil { return nil }
    }
    // What is new in its place may be what sees to it.
    return doesMore ? nil : ending(in: requirement.region) ?? new.tree.root
  }

  /// Whether a part of the old unit runs only when something failed.
  private func isHandling(_ node: NodeIndex) -> Bool {
    old.tree.ancestors(node).contains { old.tree.kind($0) == .handler }
  }

  /// Where a unit still gives back what it gave back behind a check.
  private func ending(in region: Range<NodeIndex>) -> NodeIndex? {
    let returns = region.filter { old.tree.kind($0) == .return && old.frame(of: $0) == old.tree.root }
    guard let last = returns.last, let given = old.tree.child(last, .value) else { return nil }
    let wanted = FormWriter.hash(given, in: old, naming: naming, expands: false)
    return new.tree.nodes.indices.map { NodeIndex($0) }.last { node in
      new.tree.kind(node) == .return && new.frame(of: node) == new.tree.root
        && new.tree.child(node, .value).map { FormWriter.hash($0, in: new, naming: naming, expands: false) } == wanted
    }
  }

  /// Whether the arm of a branch does no more than to take a note that is asked for later.
  func setsFlag(_ requirement: Requirement) -> Bool {
    for index in requirement.region where new.tree.kind(index) == .assign {
      guard let target = new.tree.child(index, .target), new.flow.isWholeName(target) else { continue }
      let name = new.tree.name(target)
      for index in requirement.region.upperBound..<NodeIndex(new.tree.count) {
        if new.tree.kind(index) == .read, new.tree[index].role != .target, new.tree.name(index) == name { return true }
      }
    }
    return false
  }

  /// A check of the new unit that the old one did not have, in the same place: over the same deed, about the same
  /// values or leaving in the same way.
  func replacement(
    of requirement: Requirement,
    before anchor: NodeIndex,
    over survivors: [Survivor]
  ) -> Requirement? {
    // Of a deed that both arms do, the one that this check stands before.
    func covers(_ candidate: Requirement) -> Bool {
      candidate.region.contains(anchor) || anchor == new.tree.root
        || survivors.contains { $0.new.contains { candidate.region.contains($0.node) } }
    }
    return new.requirements.first { candidate in
      guard candidate.source.isCheck || candidate.source == requirement.source, covers(candidate) else { return false }
      guard
        candidate.source == requirement.source && candidate.source.isCheck
          || matcher.isAbout(candidate, sameAs: requirement)
      else {
        return false
      }
      return backwards.match(candidate) == nil
    }
  }

  /// A new requirement that asks by a call of the same name: of another object, or with other arguments.
  func namesake(of requirement: Requirement, over survivors: [Survivor]) -> Requirement? {
    let names = Set(requirement.clause.compactMap { callee(askedBy: $0, in: old) })
    guard !names.isEmpty else { return nil }
    return new.requirements.first { candidate in
      candidate.clause.contains { callee(askedBy: $0, in: new).map(names.contains) ?? false }
        && survivors.contains { $0.new.contains { candidate.region.contains($0.node) } }
        && backwards.match(candidate) == nil
    }
  }

  func callee(askedBy atom: ConditionAtom, in context: UnitContext) -> String? {
    let tree = context.tree
    let value = tree.kind(atom.left) == .await ? tree.child(atom.left, .value) ?? atom.left : atom.left
    let last = NameReading.last(tree.name(value))
    let words = NameReading.words(last)
    // `user.isPaid()` and `user.is_paid` are one question.
    guard tree.kind(value) == .call || tree.kind(value) == .read && words.count > 1 && last != tree.name(value)[...],
      last.utf8.count >= 3
    else { return nil }
    return words.joined(separator: "_")
  }

  /// `if x is None: return` made of `x?.y`.
  func isOptional(_ requirement: Requirement) -> Bool {
    requirement.clause.contains { atom in
      guard atom.relation == .notNull || atom.relation == .truthy, old.tree.kind(atom.left) == .read else {
        return false
      }
      let name = FormWriter.name(old.tree.name(atom.left), in: old, naming: naming)
      guard !name.isEmpty else { return false }
      return new.tree.nodes.contains {
        $0.has(.optional) && FormWriter.name(new.tree.text($0.name), in: new, naming: naming).hasPrefix(name + ".")
      }
    }
  }
}
