import Behaviour
import Knowledge

/// What was tested still is.
enum RemovedTest: Rule {
  static let card = RuleCard(
    id: .removedTest,
    family: .guards,
    summary: "Behaviour that was tested before the change is tested after it.",
    rationale: """
      When a rewrite breaks a test, the shortest way to a green run is through the test: it is deleted, switched off, \
      or asks for less than it did. Nothing tells the reviewer, because a test that is not there does not fail.

      A test that is gone while what it calls lives on, one that the runner leaves out now, and assertions that are \
      gone or that more values pass, are told. A test that moved, or was renamed, merged into a table, or replaced by \
      one that asks as much of the same code, is not; nor is one whose subject went with it. A test that is switched \
      off with an issue named is a question.
      """,
    sources: ["Gap catalog, S1b and S4d"],
    examples: examples
  )

  static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    guard let old = context.baseline?.old, old.unit.kind == .test,
      context.file.context.traits.isDisjoint(with: [.generated, .vendored, .stub])
    else { return }
    if let skip = context.skip, old.skip == nil { return skipped(skip, context, old, into: &ledger) }
    guard old.tree != context.tree, old.skip == nil else { return }
    if context.unit.kind != .test { return undiscovered(context, old, into: &ledger) }
    assertions(context, old, into: &ledger)
  }

  // MARK: - Switched off

  private static func skipped(
    _ skip: NodeIndex,
    _ context: UnitContext,
    _ old: UnitContext,
    into ledger: inout LedgerBuilder
  ) {
    let tree = context.tree
    let texts = tree.subtree(skip).filter { skip != tree.root && tree.kind($0) == .literal }.map { tree.name($0) }
    let issue = texts.first { namesIssue($0) }
    // A condition decides.
    let last = NameReading.last(tree.name(skip)).lowercased()
    let isConditional = last.hasSuffix("if") || last.hasSuffix("unless") || last.hasPrefix("assume")
    let test = context.unit.name
    ledger.add(
      .removedTest,
      issue == nil && !isConditional ? .flagged : .unverified,
      skip,
      at: skip == tree.root ? context.unit.nameRange : nil,
      message: isConditional ? "`\(test)` runs only sometimes now." : "`\(test)` is switched off by this change.",
      question: old.assertionNodes.isEmpty
        ? "Which test fails now where `\(test)` would have?"
        : "`\(test)` checked \(shown(old)): which test fails now if that is lost?",
      reason: issue.map { "a reason is given: \"\($0.prefix(60))\"" }
        ?? "whether its condition holds where the tests are run is not for the code to say",
      confidence: .medium,
      stake: .correctness
    )
  }

  /// `#123`, `JIRA-123`, an address.
  private static func namesIssue(_ text: String) -> Bool {
    if text.contains("http://") || text.contains("https://") { return true }
    var wasMark = false
    for character in text {
      if wasMark, character.isNumber { return true }
      wasMark = character == "#" || character == "-" && text.contains { $0.isUppercase }
    }
    return false
  }

  private static func undiscovered(_ context: UnitContext, _ old: UnitContext, into ledger: inout LedgerBuilder) {
    guard !old.assertionNodes.isEmpty, context.assertionNodes.count >= old.assertionNodes.count,
      context.file.declarations[context.unit.qualifiedName]?.kind != .test
    else { return }
    let isCalled = context.baseline?.newUnits().contains { unit in
      unit.tree.nodes.contains { $0.kind == .call && NameReading.last(unit.tree.text($0.name)) == context.unit.name }
    }
    guard isCalled != true else { return }
    ledger.add(
      .removedTest,
      .flagged,
      context.tree.root,
      at: context.unit.nameRange,
      message: "`\(old.unit.name)` was a test; as `\(context.unit.name)` no runner finds it.",
      question: "`\(old.unit.name)` checked \(shown(old)): which test fails now if that is lost?",
      confidence: .medium,
      stake: .correctness
    )
  }

  // MARK: - Assertions

  private static func assertions(_ context: UnitContext, _ old: UnitContext, into ledger: inout LedgerBuilder) {
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
          : "This assertion lets more pass than `\(old.wording(of: loss.was))` did.",
        question: loss.isOpposite
          ? "`\(context.unit.name)` asked for the opposite before: was the code meant to change like that?"
          : "Which wrong result fails here now that `\(context.wording(of: loss.now))` is all that is asked?",
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
    let message = "`\(old.wording(of: first))`\(others) is not asserted any more."
    let question = "Which test fails now if `\(old.wording(of: first))` is not so?"
    if let reason = mayStillAssert(context, old) ?? assertedBeside(losses.gone, context, old) {
      ledger.add(
        .removedTest,
        .unverified,
        context.tree.root,
        at: context.unit.nameRange,
        message: message,
        question: question,
        reason: reason,
        stake: .correctness
      )
    } else if !isAboutLost(losses.gone, context, old) {
      ledger.add(
        .removedTest,
        .flagged,
        context.tree.root,
        at: context.unit.nameRange,
        message: message,
        question: question,
        confidence: .medium,
        stake: .correctness
      )
    }
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
    let files = (context.baseline?.elsewhere.files ?? []).filter { !$0.facts.context.traits.contains(.test) }
    var lost = files.reduce(into: Set<String>()) { $0.formUnion($1.lost) }
    for file in files where !lost.isEmpty { lost.subtract(ChangedNames.spoken(of: file.new)) }
    guard !lost.isEmpty else { return false }
    return gone.allSatisfy { node in
      old.tree.subtree(node).contains { lost.contains(String(NameReading.last(old.tree.name($0)))) }
    }
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
  private static func shown(_ old: UnitContext) -> String {
    old.assertionNodes.first.map { "`\(old.wording(of: $0))`" } ?? "that `\(old.unit.name)` runs"
  }

  // MARK: - Deleted

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
    guard !context.assertionNodes.isEmpty, !subjects.isEmpty else {
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
    let list = subjects.sorted().prefix(2).map { "`\($0)`" }.joined(separator: ", ")
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
    let files = change.elsewhere.files
    if let call = lostForm(of: context, in: change) { return call }
    var lost = files.reduce(into: Set<String>()) { $0.formUnion($1.lost) }
    lost.formUnion(ChangedNames.lost(from: change.oldUnits(), to: change.newUnits()))
    // What its fixtures make ready is what it is about, too.
    let fixtures = change.oldUnits().filter {
      $0.traits.contains(.fixture) && $0.owner?.name == context.unit.owner?.name
    }
    lost.formIntersection(ChangedNames.spoken(of: context.unit).union(ChangedNames.spoken(of: fixtures)))
    guard !lost.isEmpty else { return nil }
    lost.subtract(ChangedNames.spoken(of: change.newUnits()))
    for file in files where !file.facts.context.traits.contains(.test) && !lost.isEmpty {
      lost.subtract(ChangedNames.spoken(of: file.new))
    }
    return lost.sorted { ($1.count, $0) < ($0.count, $1) }.first
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
