import Behaviour
import Knowledge

/// Compares the protections of a unit with those that it had.
struct ProtectionComparison {
  let new: UnitContext
  let old: UnitContext
  let baseline: UnitContext.Baseline
  let naming: Naming
  let matcher: RequirementMatcher
  /// Looks for what the new unit demands in the old one.
  let backwards: RequirementMatcher
  /// What the new unit does, by key.
  let deeds: [String: [Deed]]
  /// What the old unit did, by key.
  let oldDeeds: [String: [NodeIndex]]
  /// The functions of the file that it calls, those that are new apart.
  let helpers: [Helper]
  /// How much of what the old unit did stands in the new one, 0 to 1.
  let likeness: Double

  struct Helper {
    let name: String
    let call: NodeIndex
    let context: UnitContext
    let isNew: Bool
  }

  init(_ baseline: UnitContext.Baseline, of new: UnitContext) {
    self.baseline = baseline
    self.new = new
    old = baseline.old
    naming = Naming(comparing: old, with: new)
    matcher = RequirementMatcher(old: old, new: new, naming: naming)
    backwards = RequirementMatcher(old: new, new: old, naming: naming)
    let whole = new.tree.subtree(new.tree.root)
    let deeds = Dictionary(grouping: new.deeds(in: whole, naming: naming), by: \.key)
    self.deeds = deeds
    helpers = ProtectionComparison.helpers(of: new, baseline)
    let before = old.deeds(in: old.tree.subtree(old.tree.root), naming: naming)
    oldDeeds = Dictionary(grouping: before, by: \.key).mapValues { $0.map(\.node) }
    let checking = ProtectionComparison.checking(in: old)
    let rest = before.filter { deed in deeds[deed.key] != nil || !checking.contains { $0.contains(deed.node) } }
    let kept = rest.count { deeds[$0.key] != nil }
    likeness = rest.isEmpty ? 1 : Double(kept) / Double(rest.count)
  }

  /// What only checks, and goes with the check: what guards ask, and how they leave.
  private static func checking(in context: UnitContext) -> [Range<NodeIndex>] {
    let tree = context.tree
    var found: [Range<NodeIndex>] = []
    for index in tree.nodes.indices where tree.nodes[index].kind == .branch && tree.nodes[index].has(.guard) {
      let branch = NodeIndex(index)
      for child in tree.children(branch) {
        switch tree[child].role {
        case .condition: found.append(tree.subtree(child))
        case .arm, .otherwise: if context.ways(outOf: child) == .raises { found.append(tree.subtree(child)) }
        default: continue
        }
      }
    }
    return found
  }

  static func helpers(of context: UnitContext, _ baseline: UnitContext.Baseline) -> [Helper] {
    var helpers: [Helper] = []
    let units = baseline.newUnits()
    let were = Set(baseline.oldUnits().map(\.qualifiedName))
    for call in context.calls where context.tree[call.node].role != .decorator && helpers.count < 40 {
      let name = context.tree.name(call.node)
      guard let found = context.file.declaration(calledAs: name, in: context.unit) else {
        if let helper = helper(elsewhere: baseline.elsewhere, calledAs: name, call, context) { helpers.append(helper) }
        continue
      }
      guard found.name != context.unit.qualifiedName,
        let unit = units.first(where: { $0.qualifiedName == found.name && $0.kind != .test })
      else { continue }
      let inner = UnitContext(unit: unit, file: context.file, knowledge: context.knowledge)
      helpers.append(Helper(name: found.name, call: call.node, context: inner, isNew: !were.contains(found.name)))
    }
    return helpers
  }

  /// The one function of this name in the other files of the change.
  private static func helper(
    elsewhere: ChangedFiles,
    calledAs name: String,
    _ call: CallFact,
    _ context: UnitContext
  ) -> Helper? {
    guard !elsewhere.files.isEmpty, call.known == nil else { return nil }
    let last = NameReading.last(name)
    guard last.utf8.count >= 4 else { return nil }
    var found: Helper?
    for file in elsewhere.files where file.facts.context.language == context.file.context.language {
      for index in file.new.indices
      where file.new[index].name == last && file.new[index].kind != .test && file.new[index].kind != .module {
        // Two of one name: which one is meant is not for the name to say.
        if found != nil { return nil }
        let inner = UnitContext(unit: file.new[index], file: file.facts, knowledge: context.knowledge)
        let isNew = file.added.contains(index)
        found = Helper(name: file.new[index].qualifiedName, call: call.node, context: inner, isNew: isNew)
      }
    }
    return found
  }

  /// Whether a part of the new unit could not be read that the old one did not have: what is missed may be in it.
  var mayHide: Bool {
    let unread = new.tree.nodes.count { $0.kind == .unknown }
    return unread > 0 && unread > old.tree.nodes.count { $0.kind == .unknown }
  }

  /// How often the old unit did something.
  func count(of key: String) -> Int { oldDeeds[key]?.count ?? 0 }

  func fate(of protection: Protection) -> ProtectionFate {
    switch protection.kind {
    case .requirement(let requirement): fate(of: protection, requirement)
    case .check: fate(ofCheck: protection)
    case .decorator: fate(ofDecorator: protection)
    case .filter(let label), .limit(let label): fate(ofArgument: protection, label)
    }
  }
}
