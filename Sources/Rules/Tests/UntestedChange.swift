import Behaviour
import Knowledge

/// A test runs what was changed.
package enum UntestedChange: Rule {
  package static let card = RuleCard(
    id: .untestedChange,
    family: .tests,
    summary: "A test runs what was changed.",
    rationale: """
      A change that no test runs is a claim. It compiles, the suite is green because nothing in it reaches the new \
      lines, and the first to run them is a customer. Review cannot make up for that: what a reader believes of a \
      branch is what its writer believed.

      The obligation arises for a unit that is new, or does something else than in the baseline, and that decides, \
      repeats or reaches outside. It is met by a test that calls the unit, itself or through one or two functions. \
      It cannot be told where tests name the unit or its type but no call of it is found, or where the workspace has no \
      test of the language.
      """,
    sources: ["Hand-written and generated code alike fail where no test ran them"],
    examples: untestedChangeExamples
  )

  package static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    guard context.isNew || context.baseline != nil, let workspace = context.workspace, !context.isExempt,
      mayBeTested(context), changed(context), let own = context.own
    else { return }
    let conduct = own.summary.conduct
    let decides = conduct.contains(.branches) || conduct.contains(.loops)
    let reach = workspace.reach(of: own)
    guard decides || reach.effects.leavesProcess else { return }
    let unit = context.unit
    let node = context.tree.root
    let range = unit.nameRange.isEmpty ? nil : unit.nameRange
    let stake = stake(reach.effects)
    let question = "Which test runs the lines that changed in `\(unit.name)`?"
    guard let tests = workspace.tests(of: own) else {
      // Said of the file, by the first unit in it that there is something to say of.
      guard isFirst(context, workspace) else { return }
      ledger.add(
        .untestedChange,
        .unverified,
        node,
        at: range,
        message: "Whether a test runs `\(unit.name)` is not to be seen.",
        question: question,
        reason: "no test of this language is in the workspace",
        stake: stake
      )
      return
    }
    if let test = tests.first, test.certainty >= .several || tests.count == 1 && isSpokenOf(context, in: test.test) {
      let through = test.through.map { " by way of `\($0.summary.name)`" } ?? ""
      ledger.add(
        .untestedChange,
        .checked,
        node,
        at: range,
        message: "`\(test.test.summary.name)` (\(test.test.place)) runs `\(unit.name)`\(through).",
        stake: stake
      )
      return
    }
    if let reason = doubt(context, tests, workspace) {
      ledger.add(
        .untestedChange,
        .unverified,
        node,
        at: range,
        message: "Whether a test runs `\(unit.name)` is not to be seen.",
        question: question,
        reason: reason,
        stake: stake
      )
      return
    }
    let isHeavy = own.summary.effects.writes
    ledger.add(
      .untestedChange,
      .flagged,
      node,
      at: range,
      message: "No test was found that runs `\(unit.name)`, which \(context.isNew ? "is new" : "was changed").",
      question: question,
      confidence: isHeavy ? .high : .medium,
      stake: stake,
      evidence: evidence(context)
    )
  }

  /// What tests are not written for, or what runs without anybody's call.
  private static func mayBeTested(_ context: UnitContext) -> Bool {
    let unit = context.unit
    if unit.kind == .module || unit.kind == .test || context.isScript() { return false }
    if !unit.traits.isDisjoint(with: [.abstract, .accessor]) { return false }
    if unit.name == "main" || unit.name == "Main" || unit.name == "run" && unit.owner == nil { return false }
    let file = NameReading.words(context.file.context.path.split(separator: "/").last ?? "")
    return !file.contains { configurationWords.contains($0) }
  }

  private static let configurationWords: Set<String> = [
    "settings", "config", "configuration", "conf", "urls", "routes", "setup", "migration", "migrations", "main",
    "program", "startup", "bootstrap", "wsgi", "asgi", "manage", "gulpfile", "webpack", "vite", "rollup",
  ]

  /// Whether it does something else than before.
  private static func changed(_ context: UnitContext) -> Bool {
    guard let old = context.baseline?.old else { return context.isNew }
    return differs(old.tree, context.tree)
  }

  private static func differs(_ old: BehaviourTree, _ new: BehaviourTree) -> Bool {
    var hashes = (StructuralHash(), StructuralHash())
    hashes.0.combine(old.root, of: old, locals: old.localNames)
    hashes.1.combine(new.root, of: new, locals: new.localNames)
    return hashes.0 != hashes.1
  }

  /// Whether this is the first unit of its file that the rule has something to say of.
  private static func isFirst(_ context: UnitContext, _ workspace: any WorkspaceFacts) -> Bool {
    let old = context.baseline?.oldUnits() ?? []
    for unit in workspace.units {
      if unit.summary.qualifiedName == context.unit.qualifiedName { return true }
      guard unit.summary.kind != .module, unit.summary.kind != .test,
        !unit.summary.conduct.isDisjoint(with: [.branches, .loops]) || unit.summary.effects.leavesProcess
      else { continue }
      // In a file that is new all are new; in another the size tells well enough.
      guard let before = old.first(where: { $0.qualifiedName == unit.summary.qualifiedName }) else { return false }
      if before.tree.count != unit.summary.size { return false }
    }
    return true
  }

  /// Whether the file of a test speaks of the type or the file that a unit belongs to.
  private static func isSpokenOf(_ context: UnitContext, in test: WorkspaceUnit) -> Bool {
    guard let workspace = context.workspace else { return false }
    let names = [context.unit.owner?.name, stem(of: context)].compactMap { $0 }
    return names.contains { workspace.testMentioning($0) == test.path }
  }

  private static func stem(of context: UnitContext) -> String {
    let file = context.file.context.path.split(separator: "/").last ?? ""
    return String(file.prefix { $0 != "." })
  }

  /// Why it cannot be said that no test runs a unit; nil where nothing speaks for it.
  private static func doubt(
    _ context: UnitContext,
    _ tests: [TestOfUnit],
    _ workspace: any WorkspaceFacts
  ) -> String? {
    let unit = context.unit
    if let test = tests.first {
      return "`\(test.test.summary.name)` calls a `\(unit.name)`, and on what is not to be seen"
    }
    // What every type has (`__init__`) is named by any test.
    if unit.name.utf8.count > 3, unit.kind != .closure, unit.kind != .initializer, !unit.name.hasPrefix("__"),
      let path = workspace.testMentioning(unit.name)
    {
      return "\(path) names `\(unit.name)`, and no call of it was found there"
    }
    if let owner = unit.owner, let path = workspace.testMentioning(owner.name) {
      return "\(path) speaks of `\(owner.name)`, and no call of `\(unit.name)` was found there"
    }
    for text in routes(of: context) {
      if let path = workspace.testMentioning(text) { return "\(path) speaks of `\(text)`, which may lead here" }
    }
    if isCalledFromOutside(context), let own = context.own, workspace.callers(of: own).isEmpty {
      return "nothing in the workspace calls it by its name: what does may run in a test, too"
    }
    if context.tree.nodes.contains(where: { $0.kind == .unknown }) { return "a part of `\(unit.name)` was not read" }
    return nil
  }

  /// Whether a framework may call it: a handler that is given to one, a member that its base type declares, what a
  /// decorator makes known.
  private static func isCalledFromOutside(_ context: UnitContext) -> Bool {
    let unit = context.unit
    return unit.kind == .closure || unit.traits.contains(.override) || !(unit.owner?.bases ?? []).isEmpty
      || context.tree.child(context.tree.root, .decorator) != nil
  }

  /// The paths under which a unit is reached from outside.
  private static func routes(of context: UnitContext) -> [String] {
    let tree = context.tree
    var found: [String] = []
    for decorator in tree.children(tree.root, .decorator) {
      for node in tree.subtree(decorator) where tree.kind(node) == .literal && tree.name(node).hasPrefix("/") {
        found.append(tree.name(node))
      }
    }
    if context.unit.kind == .closure, let open = context.unit.name.firstIndex(of: "(") {
      found.append(context.unit.name[open...].filter { !"()'\"`".contains($0) })
    }
    // A test asks for `/api/orders/7` where the route says `/orders/:id`.
    let parts = found.compactMap { path in
      path.split(separator: "/").last { $0.utf8.count > 3 && $0.allSatisfy { $0.isLetter || "-_.".contains($0) } }
    }
    return found.filter { $0.utf8.count > 3 } + parts.map(String.init)
  }

  private static func stake(_ effects: EffectSet) -> Stake {
    if effects.contains(.payment) { return .money }
    return effects.writes ? .dataLoss : .correctness
  }

  /// What in it is worth a test: what it does outside, where it decides.
  private static func evidence(_ context: UnitContext) -> [(note: String, node: NodeIndex)] {
    var found: [(note: String, node: NodeIndex)] = []
    if let call = context.calls.first(where: { $0.effect.writes }) { found.append(("writes outside", call.node)) }
    let tree = context.tree
    if let branch = tree.nodes.indices.first(where: { tree.nodes[$0].kind == .branch }),
      let condition = tree.child(NodeIndex(branch), .condition)
    {
      found.append(("decides here", condition))
    }
    return found
  }
}
