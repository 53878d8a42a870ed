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
  /// How often the old unit did each.
  let deedCounts: [String: Int]
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
    deedCounts = Dictionary(before.map { ($0.key, 1) }, uniquingKeysWith: +)
    let kept = before.count { deeds[$0.key] != nil }
    likeness = before.isEmpty ? 1 : Double(kept) / Double(before.count)
  }

  static func helpers(of context: UnitContext, _ baseline: UnitContext.Baseline) -> [Helper] {
    var helpers: [Helper] = []
    let units = baseline.newUnits()
    let were = Set(baseline.oldUnits().map(\.qualifiedName))
    for call in context.calls where context.tree[call.node].role != .decorator && helpers.count < 40 {
      guard let found = context.file.declaration(calledAs: context.tree.name(call.node), in: context.unit),
        found.name != context.unit.qualifiedName,
        let unit = units.first(where: { $0.qualifiedName == found.name && $0.kind != .test })
      else { continue }
      let inner = UnitContext(unit: unit, file: context.file, knowledge: context.knowledge)
      helpers.append(Helper(name: found.name, call: call.node, context: inner, isNew: !were.contains(found.name)))
    }
    return helpers
  }

  func fate(of protection: Protection) -> ProtectionFate {
    switch protection.kind {
    case .requirement(let requirement): fate(of: protection, requirement)
    case .check: fate(ofCheck: protection)
    case .decorator: fate(ofDecorator: protection)
    case .filter(let label), .limit(let label): fate(ofArgument: protection, label)
    }
  }
}
