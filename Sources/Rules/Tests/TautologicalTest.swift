import Behaviour
import Knowledge

/// What a test expects comes from somewhere else than the code that it tests.
package enum TautologicalTest: Rule {
  package static let card = RuleCard(
    id: .tautologicalTest,
    family: .tests,
    summary: "The expected value of a test comes from somewhere else than the code under test.",
    rationale: """
      An assertion that cannot fail is worse than none: it looks like a check. It compares a value with itself, a \
      constant with a constant, a calculation with the same calculation, or asks whether an object that was just made \
      is there. What counts is a value that the test knows by itself, or a property that the code must have: what comes \
      back after a round trip, what stays the same, what must raise. Tests of equality, hashing and determinism compare \
      a value with itself on purpose.
      """,
    sources: ["Gap catalog, S2b, S4d", "CWE-570", "CWE-571"],
    examples: examples
  )

  package static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    guard context.unit.kind == .test, !context.assertions.isEmpty, context.isLiveTest else { return }
    var isFlagged = false
    let places = context.assertions.compactMap { fact in
      tautology(of: fact, in: context).map { (fact: fact, why: $0) }
    }
    var seen: Set<AssertionFact.Tautology> = []
    for place in places where seen.insert(place.why).inserted {
      let alike = places.filter { $0.why == place.why }
      // Three alike are one obligation.
      for place in alike.count >= 3 ? alike.prefix(1) : alike[...] {
        flag(place.fact, place.why, andMore: alike.count >= 3 ? alike.dropFirst().map(\.fact) : [], context, &ledger)
        isFlagged = true
      }
    }
    if isFlagged { return }
    if let weak = context.weakness {
      ledger.add(
        .tautologicalTest,
        .flagged,
        weak.node,
        message: weak.message,
        question: "Which wrong value of `\(context.wording(of: weak.value))` would make `\(context.shownName)` fail?",
        confidence: .medium,
        stake: .correctness
      )
      return
    }
    if let helper = context.expectedFromHelper {
      let call = context.calleeWording(helper.call)
      ledger.add(
        .tautologicalTest,
        .unverified,
        helper.node,
        message: "The expected value is made by `\(call)` from what the code under test gets, too.",
        question: "Where does `\(call)` take the expected value from, if not from what `\(context.shownName)` tests?",
        reason: "the body of `\(call)` is not in this file",
        stake: .correctness,
        evidence: [("makes what is expected", helper.call)]
      )
      return
    }
    if let independent = context.independentAssertion {
      let expected = context.tree.child(independent, .expected).map { context.wording(of: $0) }
      ledger.add(
        .tautologicalTest,
        .checked,
        independent,
        at: context.unit.nameRange,
        message: expected.map { "The test knows what it expects by itself: `\($0)`." }
          ?? "The test knows what it expects by itself.",
        stake: .correctness,
        evidence: [("expects a value of its own", independent)]
      )
    }
  }

  /// Why an assertion holds always, where that is not what the test is for.
  private static func tautology(of fact: AssertionFact, in context: UnitContext) -> AssertionFact.Tautology? {
    guard case .holds(let why) = fact.worth else {
      return context.repeatsCalculation(fact) && !TestNames.isAboutSameness(context.unit) ? .sameCalculation : nil
    }
    switch why {
    case .sameValue, .sameCalculation, .condition:
      return TestNames.isAboutSameness(context.unit) || context.isCompared(fact) ? nil : why
    case .newObject:
      return TestNames.isSmoke(context.unit.name) ? nil : why
    case .constants:
      // A mark for a place that was reached, where the test has one for a place that must not be.
      let isMark = context.tree.ancestors(fact.node).contains { context.tree.kind($0) == .attempt }
      if isMark, context.assertions.contains(where: { $0.worth == .fails }) { return nil }
      return TestNames.isAboutAssertions(context.unit) ? nil : why
    case .ownError: return TestNames.isAboutAssertions(context.unit) ? nil : why
    case .count: return why
    }
  }

  private static func flag(
    _ fact: AssertionFact,
    _ why: AssertionFact.Tautology,
    andMore rest: [AssertionFact],
    _ context: UnitContext,
    _ ledger: inout LedgerBuilder
  ) {
    let tree = context.tree
    let value = tree.child(fact.node, .actual) ?? fact.node
    let shown = context.wording(of: value)
    let message: String
    switch why {
    case .sameValue: message = "`\(shown)` is compared with itself."
    case .sameCalculation: message = "What is expected of `\(shown)` is calculated by the same call."
    case .constants: message = "`\(shown)` is a constant: this assertion holds whatever the code does."
    case .newObject: message = "`\(shown)` is a new object, which is there whatever it does."
    case .count: message = "`\(shown)` counts something, and no count is negative."
    case .condition: message = "`\(shown)` always holds."
    case .ownError: message = "The test raises by itself the error that it expects."
    }
    let name = context.shownName
    ledger.add(
      .tautologicalTest,
      .flagged,
      fact.node,
      message: rest.isEmpty ? message : message + " And \(rest.count) more places.",
      question: "Where does the expected value come from, if not from what `\(name)` tests?",
      confidence: why == .ownError || why == .newObject ? .medium : .high,
      stake: .correctness,
      evidence: rest.map { ("holds always, too", $0.node) }
    )
  }
}

extension UnitContext {
  fileprivate var shownName: String { unit.name.count <= 60 ? unit.name : unit.name.prefix(59) + "…" }

  /// Whether what is expected was calculated before by the very call whose result is asserted on, with nothing done in
  /// between that could make them differ.
  fileprivate func repeatsCalculation(_ fact: AssertionFact) -> Bool {
    guard fact.worth == .open, tree.name(fact.node) == AssertionKind.equal, !tree[fact.node].has(.negated),
      let actual = tree.child(fact.node, .actual), let expected = tree.child(fact.node, .expected),
      isExpectation(actual) || isExpectation(expected),
      let first = flow.origin(of: actual), let second = flow.origin(of: expected), first != second,
      sameness(first, second) == .calculation
    else { return false }
    let earlier = min(first, second)
    let later = max(first, second)
    return !(tree[earlier].next..<later).contains { index in
      switch tree.kind(index) {
      case .call, .yield, .raise, .unknown, .loop, .closure: true
      case .read: tree[index].role == .target && !flow.isWholeName(index)
      default: false
      }
    }
  }

  private func isExpectation(_ node: NodeIndex) -> Bool {
    tree.kind(node) == .read && TestNames.isExpectation(tree.name(node))
  }

  /// Whether the test holds what it compares with itself against something else, too: then it is about comparing.
  fileprivate func isCompared(_ fact: AssertionFact) -> Bool {
    let values = tree.children(fact.node).flatMap { operands(of: $0) }
    return assertions.contains { other in
      guard other.node != fact.node else { return false }
      let kind = tree.name(other.node)
      let isOrder =
        kind != AssertionKind.equal || tree[other.node].has(.negated)
      guard isOrder else { return false }
      let others = tree.children(other.node).flatMap { operands(of: $0) }
      return others.count > 1 && values.contains { value in others.contains { tree.isSame($0, value) } }
    }
  }

  /// What is compared: the operand itself, or those of the conditions in it.
  private func operands(of node: NodeIndex) -> [NodeIndex] {
    guard tree.kind(node) == .condition else { return [node] }
    return tree.children(node, .operand).flatMap { operands(of: $0) }
  }

  /// What is asserted on where all assertions of the test ask no more than whether a call gave something.
  fileprivate var weakness: (node: NodeIndex, value: NodeIndex, message: String)? {
    guard let first = assertions.first, assertions.allSatisfy({ asksForPresence($0.node) }),
      let value = tree.child(first.node, .actual), tree.nodes.allSatisfy({ $0.kind != .unknown })
    else { return nil }
    let words = NameReading.words(unit.name)
    if TestNames.isSmoke(unit.name) || words.contains(where: { TestNames.presenceWords.contains($0) }) { return nil }
    if testFailure != nil || doubtsAssertions { return nil }
    return (first.node, value, "The test asks only whether `\(wording(of: value))` is there.")
  }

  /// Whether an assertion asks no more of what a call gave than that it is there. What was looked for is another
  /// matter: there, that is the answer.
  private func asksForPresence(_ node: NodeIndex) -> Bool {
    let assertion = tree[node]
    guard tree.text(assertion.name) == AssertionKind.notNull, !assertion.has(.negated),
      let actual = tree.child(node, .actual)
    else { return false }
    var value = flow.origin(of: actual) ?? actual
    while tree.kind(value) == .await, let inner = tree.child(value, .value) { value = inner }
    guard tree.kind(value) == .call else { return false }
    // Another test demands of the same call that it gives nothing: whether it does is what these two are about.
    if file.absent.contains(String(NameReading.last(tree.name(value)))) { return false }
    return !NameReading.words(NameReading.last(tree.name(value))).contains { TestNames.finderWords.contains($0) }
  }

  /// An assertion that holds a call against what a helper makes of the same arguments.
  fileprivate var expectedFromHelper: (node: NodeIndex, call: NodeIndex)? {
    for fact in assertions where fact.worth == .open && tree.name(fact.node) == AssertionKind.equal {
      guard let actual = tree.child(fact.node, .actual).flatMap({ madeBy($0) }),
        let expected = tree.child(fact.node, .expected).flatMap({ madeBy($0) }),
        TestNames.isExpectation(String(NameReading.last(tree.name(expected)))),
        file.declaration(calledAs: tree.name(expected), in: unit) == nil, call(expected)?.known == nil
      else { continue }
      let given = tree.children(actual, .argument)
      let taken = tree.children(expected, .argument)
      if !taken.isEmpty, taken.allSatisfy({ one in given.contains { tree.isSame($0, one) } }) {
        return (fact.node, expected)
      }
    }
    return nil
  }

  /// The call that a value comes from, through one name and an await.
  private func madeBy(_ value: NodeIndex) -> NodeIndex? {
    guard var node = flow.origin(of: value) else { return nil }
    while tree.kind(node) == .await, let inner = tree.child(node, .value) { node = inner }
    return tree.kind(node) == .call ? node : nil
  }

  /// An assertion whose expected value stands in the test.
  fileprivate var independentAssertion: NodeIndex? {
    for fact in assertions where fact.worth == .open {
      let kind = tree.name(fact.node)
      if kind == AssertionKind.raises, !tree[fact.node].has(.negated) { return fact.node }
      guard let expected = tree.child(fact.node, .expected) else { continue }
      let known: Set<NodeKind> = [.literal, .collection, .argument]
      if tree.subtree(expected).allSatisfy({ known.contains(tree.kind($0)) }) { return fact.node }
    }
    return nil
  }
}
