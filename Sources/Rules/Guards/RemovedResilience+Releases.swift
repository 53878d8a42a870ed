import Behaviour
import Knowledge

/// What is given back however the code is left: in a finalizer, or by the scope that holds it.
extension RemovedResilience {
  private struct Release {
    /// What gives it back, in the old unit.
    let node: NodeIndex
    /// The object that is held, as it was called.
    let held: String
    /// The call that took it, where it can be seen.
    let taking: NodeIndex?
  }

  static func releases(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    guard !context.isExempt, let baseline = context.baseline, baseline.old.tree != context.tree else { return }
    let old = baseline.old
    let releases = finalized(in: old) + scoped(in: old)
    guard !releases.isEmpty, let comparison = context.comparison else { return }
    var pending: [PendingEntry] = []
    var told: Set<String> = []
    for release in releases where told.insert(release.held).inserted {
      if let entry = entry(release, comparison) { pending.append(entry) }
    }
    ledger.add(.removedResilience, pending)
  }

  // MARK: - What was given back

  private static func finalized(in context: UnitContext) -> [Release] {
    let tree = context.tree
    var found: [Release] = []
    for index in tree.nodes.indices where tree.nodes[index].kind == .attempt {
      let attempt = NodeIndex(index)
      guard let finalizer = tree.child(attempt, .finalizer) else { continue }
      for call in context.calls(in: finalizer) {
        guard let held = held(by: call, in: context) else { continue }
        let taking = taking(of: held, before: call.node, in: context)
        found.append(Release(node: call.node, held: held, taking: taking))
      }
    }
    return found
  }

  private static func scoped(in context: UnitContext) -> [Release] {
    let tree = context.tree
    return tree.nodes.indices.compactMap { index in
      let scope = NodeIndex(index)
      guard tree.kind(scope) == .scoped, tree[scope].scopeKind == .resource, let resource = tree.child(scope, .resource)
      else { return nil }
      let value = tree.kind(resource) == .await ? tree.child(resource, .value) ?? resource : resource
      guard tree.kind(value) == .call else { return nil }
      let name = tree.child(scope, .target).map { tree.name($0) } ?? ""
      return Release(node: resource, held: name.isEmpty ? tree.name(value) : name, taking: value)
    }
  }

  /// What a call gives back; nil for one that gives nothing back.
  private static func held(by call: CallFact, in context: UnitContext) -> String? {
    let tree = context.tree
    let name = tree.name(call.node)
    let last = String(NameReading.last(name))
    guard context.role(of: call) == .cleanup || SafeguardNames.gives.contains(last) else { return nil }
    let base = String(NameReading.base(name))
    if !base.isEmpty, !NameReading.isCapitalized(NameReading.last(base)) { return base }
    // `fclose(file)`, `closeQuietly(file)`, `cancel()`
    guard let argument = tree.children(call.node, .argument).first, let value = tree.child(argument, .value) else {
      return base.isEmpty && context.localNames.contains(last) ? last : nil
    }
    return tree.kind(value) == .read && context.localNames.contains(tree.name(value)) ? tree.name(value) : nil
  }

  private static func taking(of held: String, before node: NodeIndex, in context: UnitContext) -> NodeIndex? {
    let root = String(NameReading.root(held))
    for assign in context.writes(of: root, in: 0..<node).reversed() where context.tree.kind(assign) == .assign {
      guard var value = context.tree.child(assign, .value) else { continue }
      if context.tree.kind(value) == .await { value = context.tree.child(value, .value) ?? value }
      if context.tree.kind(value) == .call { return value }
    }
    return nil
  }

  // MARK: - What became of it

  private static func entry(_ release: Release, _ comparison: ProtectionComparison) -> PendingEntry? {
    let old = comparison.old
    let new = comparison.new
    let name = FormWriter.name(release.held, in: old, naming: comparison.naming)
    // What is held must still be held.
    let now: NodeIndex?
    if let taking = release.taking {
      guard let found = comparison.counterpart(of: taking) else { return nil }
      now = found
    } else {
      now = nil
    }
    if let now, isScoped(now, in: new) { return nil }
    // A lock that nobody takes any more, or that a scope holds, is the other rule's to tell.
    if release.taking == nil, SafeguardNames.gives.contains(String(NameReading.last(old.tree.name(release.node)))),
      !new.calls.contains(where: { takes(name, $0, in: new, comparison.naming) })
    {
      return nil
    }
    let calls = new.calls.filter { gives(back: name, $0, in: new, comparison.naming) }
    if calls.contains(where: { isAlways($0.node, in: new) }) { return nil }
    if isGivenBackElsewhere(comparison) { return nil }
    let root = String(NameReading.root(name))
    let uses = new.tree.nodes.indices.map { NodeIndex($0) }.filter { index in
      switch new.tree.kind(index) {
      case .read, .call:
        let text = FormWriter.name(new.tree.name(index), in: new, naming: comparison.naming)
        return String(NameReading.root(text)) == root
      default: return false
      }
    }
    guard let place = now ?? uses.first else { return nil }
    if isHandedOn(name, comparison) { return nil }
    let shown = old.wording(of: release.node, limit: 50)
    let held = old.unit.written(release.held)
    let question = "When something in between fails, who gives `\(held)` back?"
    if let late = calls.first?.node {
      return PendingEntry(
        .unverified,
        late,
        at: new.headline(late),
        key: "late \(held)",
        message: "`\(held)` was given back however the code was left; now it is where nothing fails before.",
        question: question,
        reason: "whether anything in between can fail is not to be seen from the code alone",
        stake: .availability
      )
    }
    let hasUnknown = comparison.mayHide
    return PendingEntry(
      hasUnknown || new.isScript() ? .unverified : .flagged,
      place,
      at: new.headline(place),
      key: "release \(held)",
      message: "`\(held)` was given back however the code was left (`\(shown)`); now nothing here gives it back.",
      question: question,
      reason: hasUnknown
        ? "a part of the unit could not be read"
        : new.isScript() ? "a script, an example or a migration, run by a person" : nil,
      confidence: hasUnknown || new.isScript() ? nil : .medium,
      stake: .availability
    )
  }

  private static func gives(back name: String, _ call: CallFact, in context: UnitContext, _ naming: Naming) -> Bool {
    guard let held = held(by: call, in: context) else { return false }
    return FormWriter.name(held, in: context, naming: naming) == name
  }

  private static func takes(_ name: String, _ call: CallFact, in context: UnitContext, _ naming: Naming) -> Bool {
    let callee = context.tree.name(call.node)
    guard SafeguardNames.takes.contains(String(NameReading.last(callee))) else { return false }
    return FormWriter.name(String(NameReading.base(callee)), in: context, naming: naming) == name
  }

  /// Held by a scope, from where it is taken.
  private static func isScoped(_ taking: NodeIndex, in context: UnitContext) -> Bool {
    var child = taking
    for above in context.tree.ancestors(taking) {
      if context.tree.kind(above) == .scoped { return context.tree[child].role == .resource }
      if context.tree.kind(above) == .block { return false }
      child = above
    }
    return false
  }

  private static func isAlways(_ call: NodeIndex, in context: UnitContext) -> Bool {
    context.tree.ancestors(call).contains { context.tree[$0].role == .finalizer }
      || context.tree[call].role == .finalizer
  }

  /// A function of the change that is called here gives something back.
  private static func isGivenBackElsewhere(_ comparison: ProtectionComparison) -> Bool {
    comparison.helpers.contains { helper in
      helper.isNew && helper.context.calls.contains { held(by: $0, in: helper.context) != nil }
    }
  }

  /// Given to somebody who was not given it before: returned, kept in a field, an argument of another call.
  private static func isHandedOn(_ name: String, _ comparison: ProtectionComparison) -> Bool {
    func places(_ context: UnitContext) -> Int {
      let tree = context.tree
      return tree.nodes.indices.count { at in
        let index = NodeIndex(at)
        guard tree.kind(index) == .read, tree[index].role == .value || tree[index].role == .element,
          FormWriter.name(tree.name(index), in: context, naming: comparison.naming) == name
        else { return false }
        return !tree.ancestors(index).contains { tree[$0].role == .finalizer }
      }
    }
    return places(comparison.new) > places(comparison.old)
  }
}
