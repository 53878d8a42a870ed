import Behaviour
import Knowledge

/// Assertions that a test made and does not make any more.
extension RemovedTest {
  static func assertions(_ context: UnitContext, _ old: UnitContext, into ledger: inout LedgerBuilder) {
    let comparison = AssertionComparison(old: old, new: context)
    let losses = comparison.losses()
    for loss in losses.loosened.prefix(3) {
      // The opposite is asked: the code was meant to change, or the test was bent to fit.
      ledger.add(
        .removedTest,
        loss.isOpposite ? .unverified : .flagged,
        loss.now,
        at: context.headline(loss.now),
        message: loss.isOpposite
          ? "This assertion asks for the opposite of what it did."
          : "This assertion lets more pass than `\(old.asked(by: loss.was))` did.",
        question: loss.isOpposite
          ? "`\(context.unit.name)` asked for the opposite before: was the code meant to change like that?"
          : "Which wrong result fails here now that `\(context.asked(by: loss.now))` is all that is asked?",
        reason: loss.isOpposite ? "which of the two is right is not in the code" : nil,
        confidence: loss.isOpposite ? nil : .medium,
        stake: .correctness
      )
    }
    guard let first = losses.gone.first else {
      if losses.loosened.isEmpty, comparison.asksAsMuch, !old.assertionNodes.isEmpty,
        let demand = context.assertionNodes.first
      {
        ledger.add(
          .removedTest,
          .checked,
          demand,
          at: context.unit.nameRange,
          message: "The test changed, and asserts as much as before.",
          stake: .correctness,
          evidence: [("asserts", demand)]
        )
      }
      return
    }
    let count = losses.gone.count
    let others = count > 1 ? " and \(count - 1) more" : ""
    let message = "`\(old.asked(by: first))`\(others) is not asserted any more."
    let question = "Which test fails now if `\(old.asked(by: first))` is not so?"
    var reason = mayStillAssert(context, old) ?? assertedBeside(losses.gone, context, old)
    if reason == nil {
      if isAboutLost(losses.gone, context, old) { return }
      reason = withoutSubject(losses.gone, context, old)
    }
    ledger.add(
      .removedTest,
      reason == nil ? .flagged : .unverified,
      context.tree.root,
      at: context.unit.nameRange,
      message: message,
      question: question,
      reason: reason,
      confidence: reason == nil ? .medium : nil,
      stake: .correctness
    )
  }

  /// A table, a loop or a helper that is new may ask what is not asked here.
  private static func mayStillAssert(_ context: UnitContext, _ old: UnitContext) -> String? {
    let were = Set(old.calls.map { NameReading.last(old.tree.name($0.node)) })
    for call in context.calls {
      let name = context.tree.name(call.node)
      guard !were.contains(NameReading.last(name)) else {
        if TestNames.mayAssert(name), isAskedMore(call.node, context, old) {
          return "`\(context.calleeWording(call.node))` is given more to look at; what it asks is not followed"
        }
        continue
      }
      if let found = context.file.declaration(calledAs: name, in: context.unit), found.declaration.asserts != .no {
        return "`\(found.name)` asserts, too; whether it asks the same is not followed"
      }
      if TestNames.mayAssert(name) || call.known?.part == .asserts {
        return "`\(context.calleeWording(call.node))` may ask the same; it is not in this file"
      }
      if context.tree[call.node].role == .decorator { return "the test takes its values from a table now" }
    }
    let loops = { (context: UnitContext) in context.tree.nodes.count { $0.kind == .loop || $0.kind == .closure } }
    return loops(context) > loops(old) ? "its assertions stand in a loop or a function of its own now" : nil
  }

  /// Whether a call is given more arguments than any of its name was.
  private static func isAskedMore(_ call: NodeIndex, _ context: UnitContext, _ old: UnitContext) -> Bool {
    let last = NameReading.last(context.tree.name(call))
    let before = old.calls.filter { NameReading.last(old.tree.name($0.node)) == last }
      .map { old.tree.children($0.node, .argument).count }
    return context.tree.children(call, .argument).count > before.max() ?? 0
  }

  /// Each of them asked about values that the test has no more: a result that is not given any more, or is not taken.
  private static func withoutSubject(_ gone: [NodeIndex], _ context: UnitContext, _ old: UnitContext) -> String? {
    func named(_ context: UnitContext) -> Set<Substring> {
      var names: Set<Substring> = []
      for node in context.tree.nodes where node.role == .target || node.role == .parameter || node.role == .resource {
        names.insert(NameReading.root(context.tree.text(node.name)))
      }
      return names
    }
    let (were, are) = (named(old), named(context))
    var lost: Substring?
    for node in gone {
      let subjects = old.tree.subtree(node).filter { old.tree.kind($0) == .read }
        .map { NameReading.root(old.tree.name($0)) }.filter { were.contains($0) }
      guard let first = subjects.first, subjects.allSatisfy({ !are.contains($0) }) else { return nil }
      lost = lost ?? first
    }
    return lost.map {
      "the test has no `\(old.shown(String($0)))` any more; whether the code still gives it is not followed"
    }
  }

  /// A test that is new asserts on what the same functions give.
  private static func assertedBeside(_ gone: [NodeIndex], _ context: UnitContext, _ old: UnitContext) -> String? {
    guard let baseline = context.baseline else { return nil }
    let asked = Set(
      gone.flatMap { old.calls(in: $0) }.map { String(NameReading.last(old.tree.name($0.node))) }.filter {
        $0.utf8.count >= 4
      }
    )
    guard !asked.isEmpty else { return nil }
    let were = Set(baseline.oldUnits().map(\.qualifiedName))
    let other = baseline.newUnits().first { unit in
      guard unit.kind == .test, !were.contains(unit.qualifiedName),
        unit.tree.nodes.contains(where: { $0.kind == .assertion })
      else { return false }
      let calls = Set(
        unit.tree.nodes.lazy.filter { $0.kind == .call }.map { String(NameReading.last(unit.tree.text($0.name))) }
      )
      return asked.isSubset(of: calls)
    }
    return other.map { "`\($0.name)` is new and asks about the same; whether it asks as much is not followed" }
  }

  /// Each of them asked about something that other files of the change had and have no more: a field that is gone.
  private static func speaksOfLost(_ gone: [NodeIndex], _ context: UnitContext, _ old: UnitContext) -> Bool {
    let asked = gone.map { node in Set(old.tree.subtree(node).map { String(NameReading.last(old.tree.name($0))) }) }
    guard let lost = context.baseline?.elsewhere.lost(among: asked.reduce(into: []) { $0.formUnion($1) }),
      !lost.isEmpty
    else { return false }
    return asked.allSatisfy { !lost.isDisjoint(with: $0) }
  }

  /// What was asserted on was made by calls that the new test does not make: another test, not a weaker one.
  private static func isAboutLost(_ gone: [NodeIndex], _ context: UnitContext, _ old: UnitContext) -> Bool {
    if speaksOfLost(gone, context, old) { return true }
    let are = Set(context.calls.map { NameReading.last(context.tree.name($0.node)) })
    func subjects(_ node: NodeIndex) -> Set<Substring> {
      var names: Set<Substring> = []
      for index in old.tree.subtree(node) {
        switch old.tree.kind(index) {
        case .read:
          guard let value = old.flow.definitions(reaching: index).first?.value else { continue }
          for inner in old.tree.subtree(value) where old.tree.kind(inner) == .call {
            names.insert(NameReading.last(old.tree.name(inner)))
          }
        default: continue
        }
      }
      return names
    }
    return gone.allSatisfy { node in
      let names = subjects(node)
      return !names.isEmpty && names.allSatisfy { !are.contains($0) }
    }
  }

  /// What a test asserted, for people.
  static func shown(_ old: UnitContext) -> String {
    old.assertionNodes.first.map { "`\(old.asked(by: $0))`" } ?? "that `\(old.unit.name)` runs"
  }
}

extension UnitContext {
  /// What an assertion asks, in a few words; at least of what, where that takes too many.
  fileprivate func asked(by assertion: NodeIndex) -> String {
    let text = wording(of: assertion)
    if text.contains(where: \.isLetter) { return text }
    var name: String?
    for node in tree.subtree(assertion) where name == nil && tree.name(node).contains(where: \.isLetter) {
      name = tree.name(node)
    }
    return name.map { shown($0) } ?? text
  }
}
