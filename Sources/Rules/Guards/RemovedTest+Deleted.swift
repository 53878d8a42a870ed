import Behaviour
import Knowledge

/// Tests that are gone.
extension RemovedTest {
  static func examine(removed context: UnitContext, in change: ChangeScope, into ledger: inout LedgerBuilder) {
    guard context.unit.kind == .test, context.skip == nil,
      context.file.context.traits.isDisjoint(with: [.generated, .vendored, .stub])
    else { return }
    let test = context.unit.name
    let subjects = context.testSubjects
    let living = ChangedFiles.names(of: change.newUnits())
      .union(change.elsewhere.files.flatMap { ChangedFiles.names(of: $0.new) })
    let removed = ChangedFiles.names(of: change.oldUnits()).union(change.elsewhere.files.flatMap(\.removed))
      .subtracting(living)
    if let subject = subjects.sorted().first(where: { removed.contains($0) }) {
      ledger.add(
        .removedTest,
        .checked,
        context.tree.root,
        at: context.unit.nameRange,
        message: "`\(subject)`, which this test called, is gone, too.",
        stake: .correctness
      )
      return
    }
    if let heir = heir(of: test, in: change) {
      ledger.add(
        .removedTest,
        .checked,
        context.tree.root,
        at: context.unit.nameRange,
        message: "`\(test)` is what `\(heir)` calls now.",
        stake: .correctness
      )
      return
    }
    // It stands, in a form that is not read as a test.
    if change.newUnits().contains(where: { $0.names(test) }) { return }
    if let other = successor(of: context, subjects, in: change) {
      ledger.add(
        .removedTest,
        .checked,
        context.tree.root,
        at: context.unit.nameRange,
        message: "`\(other)` asks as much of the same code.",
        stake: .correctness
      )
      return
    }
    let question = "`\(test)` checked \(shown(context)): which test fails now if that is lost?"
    let exercised = context.exercised
    guard !context.assertionNodes.isEmpty, !exercised.isEmpty else {
      if !context.assertionNodes.isEmpty || !subjects.isEmpty {
        ledger.add(
          .removedTest,
          .unverified,
          context.tree.root,
          at: context.unit.nameRange,
          message: "`\(test)` is gone.",
          question: question,
          reason: "what it was about is not to be seen from its code",
          stake: .correctness
        )
      }
      return
    }
    if let lost = lostSubject(of: context, in: change) {
      ledger.add(
        .removedTest,
        .unverified,
        context.tree.root,
        at: context.unit.nameRange,
        message: "`\(test)` is gone, and so is `\(lost)`, of which it spoke.",
        question: question,
        reason: "whether the test was about `\(lost)` alone is not for the code to say",
        stake: .correctness
      )
      return
    }
    let list = exercised.sorted().prefix(2).map { "`\($0)`" }.joined(separator: ", ")
    ledger.add(
      .removedTest,
      .flagged,
      context.tree.root,
      at: context.unit.nameRange,
      message: "The test `\(test)` is gone, and what it called lives on: \(list).",
      question: question,
      confidence: change.elsewhere.isWhole && !subjects.isDisjoint(with: living) ? .high : .medium,
      stake: .correctness
    )
  }

  /// The test that calls what was a test and is a helper by the same name now.
  private static func heir(of test: String, in change: ChangeScope) -> String? {
    let units = change.newUnits()
    guard units.contains(where: { $0.kind != .test && $0.kind != .module && $0.name == test }) else { return nil }
    return units.first { unit in
      unit.kind == .test
        && unit.tree.nodes.contains { $0.kind == .call && NameReading.last(unit.tree.text($0.name)) == test }
    }?.name
  }

  /// Something that a test spoke of, that the code of the change had, and that none of it has any more.
  private static func lostSubject(of context: UnitContext, in change: ChangeScope) -> String? {
    if let call = lostForm(of: context, in: change) { return call }
    // What its fixtures make ready is what it is about, too.
    let fixtures = change.oldUnits().filter {
      $0.traits.contains(.fixture) && $0.owner?.name == context.unit.owner?.name
    }
    let lost = change.elsewhere.lost(
      among: ChangedNames.spoken(of: context.unit).union(ChangedNames.spoken(of: fixtures)),
      besides: ChangedNames.lost(from: change.oldUnits(), to: change.newUnits())
    )
    guard !lost.isEmpty else { return nil }
    return lost.subtracting(ChangedNames.spoken(of: change.newUnits())).sorted { ($1.count, $0) < ($0.count, $1) }.first
  }

  /// A function that took as much as the test gives it, and takes less now.
  private static func lostForm(of context: UnitContext, in change: ChangeScope) -> String? {
    let old = change.oldUnits() + change.elsewhere.files.flatMap(\.old)
    let new = change.newUnits() + change.elsewhere.files.flatMap(\.new)
    for call in context.calls {
      let count = context.tree.children(call.node, .argument).count
      let last = String(NameReading.last(context.tree.name(call.node)))
      guard count > 0 else { continue }
      func declared(_ units: [Unit]) -> [Unit] { units.filter { $0.name == last && $0.kind != .test } }
      let were = declared(old)
      let are = declared(new)
      guard were.count == 1, are.count == 1, !are[0].parameters.contains(where: \.isVariadic) else { continue }
      if were[0].parameters.count >= count, are[0].parameters.count < count {
        return context.unit.written(context.tree.name(call.node))
      }
    }
    return nil
  }

  /// A test that the change brought or changed, and that asks as much of the same code.
  private static func successor(of context: UnitContext, _ subjects: Set<String>, in change: ChangeScope) -> String? {
    let count = context.assertionNodes.count
    let were = Dictionary(change.oldUnits().map { ($0.qualifiedName, $0) }, uniquingKeysWith: { first, _ in first })
    var candidates: [(unit: Unit, facts: FileFacts)] = change.newUnits().filter { unit in
      unit.kind == .test && were[unit.qualifiedName]?.tree != unit.tree
    }.map { ($0, change.facts) }
    for file in change.elsewhere.files {
      candidates += file.added.map { (file.new[$0], file.facts) }.filter { $0.0.kind == .test }
    }
    for candidate in candidates {
      let other = UnitContext(unit: candidate.unit, file: candidate.facts, knowledge: context.knowledge)
      guard other.skip == nil else { continue }
      let before = were[candidate.unit.qualifiedName].map {
        UnitContext(unit: $0, file: context.file, knowledge: context.knowledge).assertionNodes.count
      }
      let shared = other.testSubjects.intersection(subjects)
      if before == nil, asksTheSame(context, other) { return other.unit.name }
      guard shared.count * 2 >= subjects.count, !shared.isEmpty || other.unit.name == context.unit.name else {
        continue
      }
      let isTable = other.tree.nodes.contains { $0.kind == .loop } || isParameterized(other)
      if other.assertionNodes.count - (before ?? 0) >= count || isTable
        || before == nil && other.assertionNodes.isEmpty == false && count <= 1
      {
        return other.unit.name
      }
    }
    // The same was asked twice.
    return change.newUnits().first { unit in
      guard unit.kind == .test, unit.tree.count >= context.tree.count else { return false }
      let other = UnitContext(unit: unit, file: change.facts, knowledge: context.knowledge)
      guard other.testSubjects.isSuperset(of: subjects), other.assertionNodes.count >= count else { return false }
      return AssertionComparison(old: context, new: other).asksTheSame
    }?.name
  }

  /// Whether a new test asks all that an old one asked, of the same calls: it was written anew under another name.
  private static func asksTheSame(_ old: UnitContext, _ new: UnitContext) -> Bool {
    let asked = old.assertionNodes
    guard
      asked.contains(where: { node in old.tree.subtree(node).contains { $0 != node && old.tree.kind($0) == .call } })
    else { return false }
    return AssertionComparison(old: old, new: new).asksTheSame
  }

  private static func isParameterized(_ context: UnitContext) -> Bool {
    context.tree.children(context.tree.root).contains { node in
      guard context.tree[node].role == .decorator else { return false }
      let words = NameReading.words(NameReading.last(context.tree.name(node)))
      return words.contains {
        ["parametrize", "parameterized", "theory", "case", "cases", "source", "values", "rstest", "provider"].contains(
          $0
        )
      }
    }
  }
}

extension Unit {
  /// Whether a text of the unit is this one.
  fileprivate func names(_ text: String) -> Bool {
    tree.nodes.contains { $0.kind == .literal && $0.literalKind == .string && tree.text($0.name) == text }
  }
}
