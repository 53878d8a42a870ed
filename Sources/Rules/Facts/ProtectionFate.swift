import Behaviour
import Knowledge

/// What became of a protection in a change.
enum ProtectionFate {
  /// It stands; the nodes that see to it now.
  case kept([NodeIndex])
  /// A function of the file that is called here sees to it; by another name where it is a rewrite.
  case inHelper(String, call: NodeIndex)
  /// Every caller in the file sees to it; whether there are others is known where the unit cannot be called from outside.
  case inCallers([String], areAll: Bool)
  /// The type of the value rules out what was checked for.
  case byType(String)
  /// What it protected is gone, or what it asked about is.
  case moot
  /// A call that is not in reach may see to it.
  case perhaps(call: NodeIndex)
  /// A handler stands there now.
  case handled(NodeIndex)
  /// Another check stands in its place.
  case replaced(Requirement)
  /// The unit is not what it was: too little of it stands to compare.
  case rewritten
  case weakened(Requirement, RequirementMatch.Weakening, before: NodeIndex?)
  /// It stands, but behind what it protected.
  case late(NodeIndex)
  case gone(before: NodeIndex)
}

/// Compares the protections of a unit with those that it had.
struct ProtectionComparison {
  let new: UnitContext
  let old: UnitContext
  private let baseline: UnitContext.Baseline
  private let naming: Naming
  private let matcher: RequirementMatcher
  /// Looks for what the new unit demands in the old one.
  private let backwards: RequirementMatcher
  /// What the new unit does, by key.
  private let deeds: [String: [Deed]]
  /// How often the old unit did each.
  private let deedCounts: [String: Int]
  /// The functions of the file that it calls, those that are new apart.
  private let helpers: [Helper]
  /// How much of what the old unit did stands in the new one, 0 to 1.
  private let likeness: Double

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

  private static func helpers(of context: UnitContext, _ baseline: UnitContext.Baseline) -> [Helper] {
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

  // MARK: - Fates

  func fate(of protection: Protection) -> ProtectionFate {
    switch protection.kind {
    case .requirement(let requirement): fate(of: protection, requirement)
    case .check: fate(ofCheck: protection)
    case .decorator: fate(ofDecorator: protection)
    case .filter(let label), .limit(let label): fate(ofArgument: protection, label)
    }
  }

  private func fate(of protection: Protection, _ requirement: Requirement) -> ProtectionFate {
    let survivors = self.survivors(in: protection.region)
    switch matcher.match(requirement) {
    case .same(let found):
      if let late = survivors.first(where: { survivor in
        survivor.old.weight == .effect && !survivor.new.isEmpty
          && !survivor.new.contains { deed in found.contains { $0.region.contains(deed.node) } }
      }) {
        return .late(late.new[0].node)
      }
      return .kept(found.map(\.node))
    case .weaker(let found, .harmless):
      return setsFlag(found) ? .replaced(found) : .weakened(found, .harmless, before: best(survivors))
    case .weaker(let found, let how): return .weakened(found, how, before: best(survivors))
    case nil: break
    }
    if isOptional(requirement) { return .kept([]) }
    let extracted = survivorsInHelpers(of: protection.region)
    guard let anchor = best(survivors) ?? extracted?.call else { return .moot }
    if let helper = helper(with: requirement, before: anchor) { return .inHelper(helper.name, call: helper.call) }
    if let type = typeWithoutNull(requirement) { return .byType(type) }
    if let callers = callers(with: requirement) { return callers }
    if isMoot(requirement, protection.concern) { return .moot }
    if likeness < 0.5 { return .rewritten }
    if let other = replacement(of: requirement, before: anchor) ?? namesake(of: requirement, over: survivors) {
      return .replaced(other)
    }
    if let call = possibleCheck(of: requirement) { return .perhaps(call: call) }
    if let handler = newHandler(for: requirement, around: anchor) { return .handled(handler) }
    return .gone(before: anchor)
  }

  /// Whether the arm of a branch does no more than to take a note that is asked for later.
  private func setsFlag(_ requirement: Requirement) -> Bool {
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
  private func replacement(of requirement: Requirement, before anchor: NodeIndex) -> Requirement? {
    new.requirements.first { candidate in
      guard candidate.source.isCheck, candidate.region.contains(anchor) else { return false }
      guard candidate.source == requirement.source || matcher.isAbout(candidate, sameAs: requirement) else {
        return false
      }
      return backwards.match(candidate) == nil
    }
  }

  /// A requirement that asks by a call of the same name: of another object, or with other arguments.
  private func namesake(of requirement: Requirement, over survivors: [Survivor]) -> Requirement? {
    let names = Set(requirement.clause.compactMap { callee(askedBy: $0, in: old) })
    guard !names.isEmpty else { return nil }
    return new.requirements.first { candidate in
      candidate.clause.contains { callee(askedBy: $0, in: new).map(names.contains) ?? false }
        && survivors.contains { $0.new.contains { candidate.region.contains($0.node) } }
    }
  }

  private func callee(askedBy atom: ConditionAtom, in context: UnitContext) -> String? {
    let tree = context.tree
    let value = tree.kind(atom.left) == .await ? tree.child(atom.left, .value) ?? atom.left : atom.left
    guard tree.kind(value) == .call else { return nil }
    let name = String(NameReading.last(tree.name(value)))
    return name.utf8.count < 3 ? nil : name
  }

  private func fate(ofCheck protection: Protection) -> ProtectionFate {
    let last = NameReading.last(old.tree.name(protection.node))
    for call in new.calls where NameReading.last(new.tree.name(call.node)) == last { return .kept([call.node]) }
    for helper in helpers
    where helper.context.calls.contains(where: {
      NameReading.last(helper.context.tree.name($0.node)) == last
    }) {
      return .inHelper(helper.name, call: helper.call)
    }
    let survivors = self.survivors(in: protection.region)
    guard let anchor = best(survivors) else { return .moot }
    if !protection.concern.isStrong, areGone(old.tree.children(protection.node, .argument), besides: protection.node) {
      return .moot
    }
    if likeness < 0.5 { return .rewritten }
    if let call = newCheck() ?? successor(of: protection.node) { return .perhaps(call: call) }
    return .gone(before: anchor)
  }

  /// A call that the old unit did not make, whose body is not in reach, and that gets all that the check was given.
  private func successor(of check: NodeIndex) -> NodeIndex? {
    let wanted = names(in: old.tree.children(check, .argument), of: old)
    guard !wanted.isEmpty else { return nil }
    let were = Set(old.calls.map { NameReading.last(old.tree.name($0.node)) })
    for call in new.calls
    where call.known == nil && !were.contains(NameReading.last(new.tree.name(call.node))) {
      if new.file.declaration(calledAs: new.tree.name(call.node), in: new.unit) != nil { continue }
      if wanted.isSubset(of: names(in: new.tree.children(call.node, .argument), of: new)) { return call.node }
    }
    return nil
  }

  /// The unit's own names in some expressions.
  private func names(in expressions: [NodeIndex], of context: UnitContext) -> Set<String> {
    var names: Set<String> = []
    for index in expressions.flatMap({ context.tree.subtree($0) }) where context.tree.kind(index) == .read {
      guard context.localNames.contains(String(NameReading.root(context.tree.name(index)))) else { continue }
      names.insert(FormWriter.name(context.tree.name(index), in: context, naming: naming))
    }
    return names
  }

  private func fate(ofDecorator protection: Protection) -> ProtectionFate {
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

  private func fate(ofArgument protection: Protection, _ label: String) -> ProtectionFate {
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
  private func limit(_ protection: Protection, _ argument: NodeIndex) -> ProtectionFate {
    guard let was = constant(protection.node, in: old), let now = constant(argument, in: new), was > 0,
      now >= was * 10, let old = self.old.tree.child(protection.node, .value),
      let value = new.tree.child(argument, .value)
    else { return .kept([argument]) }
    let how = RequirementMatch.Weakening.raised(from: self.old.wording(of: old), to: new.wording(of: value))
    let stand = Requirement(clause: [], source: .implied, node: argument, region: argument..<argument)
    return .weakened(stand, how, before: nil)
  }

  private func constant(_ argument: NodeIndex, in context: UnitContext) -> Double? {
    guard let value = context.tree.child(argument, .value), context.tree.kind(value) == .literal else { return nil }
    return Double(context.tree.name(value).filter { $0 != "_" })
  }

  private func hasSpread(_ call: NodeIndex) -> Bool {
    new.tree.subtree(call).contains { new.tree[$0].has(.spread) }
  }

  private func owner(of argument: NodeIndex) -> NodeIndex? {
    old.tree.ancestors(argument).first { old.tree.kind($0) == .call }
  }

  // MARK: - What stands

  private struct Survivor {
    let old: Deed
    let new: [Deed]
  }

  /// What the old unit did in a region and the new one does, too.
  ///
  /// What it also did elsewhere stands for that first: of two queries of which one is left, the one behind the check is
  /// the one that went.
  private func survivors(in region: Range<NodeIndex>) -> [Survivor] {
    let inside = old.deeds(in: region, naming: naming)
    let counts = Dictionary(inside.map { ($0.key, 1) }, uniquingKeysWith: +)
    return inside.compactMap { deed in
      guard let found = deeds[deed.key], found.count > (deedCounts[deed.key] ?? 0) - (counts[deed.key] ?? 0) else {
        return nil
      }
      return Survivor(old: deed, new: found)
    }
  }

  /// The one that tells most, where it stands now.
  private func best(_ survivors: [Survivor]) -> NodeIndex? {
    let best = survivors.max { ($0.old.weight, -$0.old.node) < ($1.old.weight, -$1.old.node) }
    return best?.new.first?.node
  }

  /// A new function of the file that does now what the region did.
  private func survivorsInHelpers(of region: Range<NodeIndex>) -> Helper? {
    let wanted = Set(old.deeds(in: region, naming: .anonymous).filter { $0.weight > .slight }.map(\.key))
    guard !wanted.isEmpty else { return nil }
    return helpers.first { helper in
      guard helper.isNew else { return false }
      let whole = helper.context.tree.subtree(helper.context.tree.root)
      return helper.context.deeds(in: whole, naming: .anonymous).contains { wanted.contains($0.key) }
    }
  }

  /// `if x is None: return` made of `x?.y`.
  private func isOptional(_ requirement: Requirement) -> Bool {
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

  // MARK: - Where else it may be

  private func helper(with requirement: Requirement, before anchor: NodeIndex) -> Helper? {
    helpers.first { helper in
      guard helper.call <= anchor else { return false }
      let matcher = RequirementMatcher(old: old, new: helper.context, naming: .anonymous)
      if case .same = matcher.match(requirement) { return true }
      return returnsCondition(helper.context, requirement)
    }
  }

  /// A function that gives the condition back as its answer: `return order.owner == user`.
  private func returnsCondition(_ helper: UnitContext, _ requirement: Requirement) -> Bool {
    let wanted = requirement.clause.map { old.forms(of: $0, naming: .anonymous) }
    for index in helper.tree.nodes.indices where helper.tree.nodes[index].kind == .return {
      guard let value = helper.tree.child(NodeIndex(index), .value) else { continue }
      for held in [true, false] {
        for clause in helper.clauses(of: value, held: held) {
          let forms = clause.map { helper.forms(of: $0, naming: .anonymous) }
          if forms.count == wanted.count,
            forms.allSatisfy({ form in wanted.contains { !Set($0).isDisjoint(with: form) } })
          {
            return true
          }
        }
      }
    }
    return false
  }

  private func callers(with requirement: Requirement) -> ProtectionFate? {
    var names: [String] = []
    for unit in baseline.newUnits() where unit.qualifiedName != new.unit.qualifiedName {
      let calls = unit.tree.nodes.indices.filter {
        unit.tree.nodes[$0].kind == .call
          && new.file.declaration(calledAs: unit.tree.text(unit.tree.nodes[$0].name), in: unit)?.name
            == new.unit.qualifiedName
      }
      guard !calls.isEmpty else { continue }
      let caller = UnitContext(unit: unit, file: new.file, knowledge: new.knowledge)
      let matcher = RequirementMatcher(old: old, new: caller, naming: .anonymous)
      guard case .same(let found)? = matcher.match(requirement),
        calls.allSatisfy({ call in found.contains { $0.region.contains(NodeIndex(call)) } })
      else { return nil }
      names.append(unit.qualifiedName)
    }
    return names.isEmpty ? nil : .inCallers(names, areAll: !new.unit.traits.contains(.exported))
  }

  /// The parameter's type where it says now that the value is there.
  private func typeWithoutNull(_ requirement: Requirement) -> String? {
    guard requirement.clause.count == 1, let atom = requirement.clause.first,
      atom.relation == .notNull || atom.relation == .truthy || atom.relation == .isType,
      old.tree.kind(atom.left) == .read
    else { return nil }
    let name = String(NameReading.root(old.tree.name(atom.left)))
    guard let position = old.unit.parameters.firstIndex(where: { $0.name == name }) else { return nil }
    let was = old.unit.parameters[position]
    guard
      let now = new.unit.parameters.first(where: { $0.name == name })
        ?? (new.unit.parameters.indices.contains(position) ? new.unit.parameters[position] : nil),
      let type = now.type, !now.hasDefault, !ProtectionComparison.isNullable(type)
    else { return nil }
    return was.hasDefault || was.type.map(ProtectionComparison.isNullable) ?? true ? type : nil
  }

  private static func isNullable(_ type: String) -> Bool {
    let parts = type.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "?") }
    return type.hasSuffix("?")
      || parts.contains { ["None", "Optional", "null", "undefined", "any", "Any", "unknown", "Maybe"].contains($0) }
  }

  /// What was asked about is no part of the unit any more: a parameter, a variable of a loop, the value of a call that
  /// was made for more than the check.
  private func isMoot(_ requirement: Requirement, _ concern: Protection.Concern) -> Bool {
    if concern.isStrong { return false }
    return requirement.clause.allSatisfy { atom in
      let operands = [atom.left, atom.right].compactMap { $0 }
      return areGone(operands, besides: requirement.node) || isDemanded(atom)
    }
  }

  /// Whether an atom asks if a parameter was given, and the parameter must be given now.
  private func isDemanded(_ atom: ConditionAtom) -> Bool {
    guard atom.relation == .notNull || atom.relation == .truthy, old.tree.kind(atom.left) == .read else { return false }
    let name = old.tree.name(atom.left)
    guard let was = old.unit.parameters.first(where: { $0.name == name }),
      let now = new.unit.parameters.first(where: { $0.name == name })
    else { return false }
    return was.hasDefault && !now.hasDefault
  }

  /// Whether all names in some expressions are the unit's own, and none of them is in the new unit.
  private func areGone(_ expressions: [NodeIndex], besides check: NodeIndex) -> Bool {
    var roots: Set<String> = []
    for expression in expressions {
      for index in old.tree.subtree(expression) {
        guard old.tree.kind(index) == .read || old.tree.kind(index) == .call else { continue }
        let name = old.tree.name(index)
        let root = String(NameReading.root(name))
        // A function that is asked is not what it is asked about.
        if root.isEmpty || old.tree.kind(index) == .call && root == name { continue }
        guard old.localNames.contains(root) else { return false }
        if old.tree.kind(index) == .read, isMadeForCheck(index, check) { return false }
        roots.insert(root)
      }
    }
    return !roots.isEmpty && roots.allSatisfy { !new.localNames.contains($0) } && !isRenamed(roots)
  }

  /// Whether a name's value was asked for only to be checked: then the question went with the check.
  private func isMadeForCheck(_ read: NodeIndex, _ check: NodeIndex) -> Bool {
    guard let definition = old.flow.definitions(reaching: read).first, let value = definition.value,
      old.tree.kind(value) == .call || old.tree.kind(value) == .await
    else { return false }
    return old.flow.uses(of: definition).allSatisfy { old.tree.contains(check, $0) }
  }

  /// A parameter that goes by another name now is not gone.
  private func isRenamed(_ roots: Set<String>) -> Bool {
    roots.contains { root in
      guard let position = old.unit.parameters.firstIndex(where: { $0.name == root }),
        old.unit.parameters.count == new.unit.parameters.count
      else { return false }
      return !old.localNames.contains(new.unit.parameters[position].name)
    }
  }

  /// A call that the old unit did not make, whose body is not in reach, and that gets what was asked about.
  private func possibleCheck(of requirement: Requirement) -> NodeIndex? {
    let subjects = subjects(of: requirement)
    let were = Set(old.calls.map { NameReading.last(old.tree.name($0.node)) })
    for call in new.calls where call.known == nil && !were.contains(NameReading.last(new.tree.name(call.node))) {
      switch new.role(of: call) {
      case .log, .harmless, .ambiguous, .cleanup, .sleep: continue
      default: break
      }
      if new.file.declaration(calledAs: new.tree.name(call.node), in: new.unit) != nil { continue }
      let words = NameReading.words(NameReading.last(new.tree.name(call.node)))
      if ProtectionNames.isValidation(words) || ProtectionNames.isPermission(words) { return call.node }
      let takes = new.tree.children(call.node, .argument).contains { argument in
        new.tree.subtree(argument).contains { index in
          guard new.tree.kind(index) == .read else { return false }
          let name = FormWriter.name(new.tree.name(index), in: new, naming: naming)
          return subjects.contains { NameReading.isRooted($0, in: name) }
        }
      }
      let asks =
        new.tree.kind(new.tree.parent(call.node)) == .branch || new.tree.kind(new.tree.parent(call.node)) == .condition
      if takes,
        asks || new.tree[call.node].has(.discarded) || isTested(call.node) || words.first == "is"
          || words.first == "can"
      {
        return call.node
      }
    }
    return nil
  }

  /// Whether the name that a call's value gets is asked in a condition.
  private func isTested(_ call: NodeIndex) -> Bool {
    var value = call
    if new.tree.kind(new.tree.parent(value)) == .await { value = new.tree.parent(value) }
    let assign = new.tree.parent(value)
    guard new.tree.kind(assign) == .assign, let target = new.tree.child(assign, .target),
      let definition = new.flow.definition(at: target)
    else { return false }
    return new.flow.uses(of: definition).contains { use in
      new.tree[use].role == .condition || new.tree.kind(new.tree.parent(use)) == .condition
    }
  }

  /// A call that says by its name that it checks, and that the old unit did not make.
  private func newCheck() -> NodeIndex? {
    let were = Set(old.calls.map { NameReading.last(old.tree.name($0.node)) })
    for call in new.calls where !were.contains(NameReading.last(new.tree.name(call.node))) {
      let words = NameReading.words(NameReading.last(new.tree.name(call.node)))
      if ProtectionNames.isValidation(words) || ProtectionNames.isPermission(words) { return call.node }
    }
    return nil
  }

  /// A handler that the old unit did not have, around what was protected or around what was asked about.
  private func newHandler(for requirement: Requirement, around node: NodeIndex) -> NodeIndex? {
    let had = old.tree.nodes.count { $0.kind == .handler }
    guard new.tree.nodes.count(where: { $0.kind == .handler }) > had else { return nil }
    for above in new.tree.ancestors(node) where new.tree.kind(above) == .attempt {
      return new.tree.child(above, .handler)
    }
    let subjects = subjects(of: requirement)
    for index in new.tree.nodes.indices where new.tree.nodes[index].kind == .attempt {
      let attempt = NodeIndex(index)
      guard let handler = new.tree.child(attempt, .handler), let body = new.tree.child(attempt, .body) else { continue }
      let isAbout = new.tree.subtree(body).contains { index in
        new.tree.kind(index) == .read
          && subjects.contains(FormWriter.name(new.tree.name(index), in: new, naming: naming))
      }
      if isAbout { return handler }
    }
    return nil
  }

  /// The names that a requirement asks about.
  private func subjects(of requirement: Requirement) -> Set<String> {
    var subjects: Set<String> = []
    for atom in requirement.clause {
      for operand in [atom.left, atom.right].compactMap({ $0 }) {
        for index in old.tree.subtree(operand) where old.tree.kind(index) == .read {
          subjects.insert(FormWriter.name(old.tree.name(index), in: old, naming: naming))
        }
      }
    }
    return subjects
  }
}
