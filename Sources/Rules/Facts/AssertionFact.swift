package import Behaviour

/// An assertion, and whether anything could make it fail.
package struct AssertionFact: Sendable {
  package let node: NodeIndex
  package let worth: Worth

  package enum Worth: Sendable, Hashable {
    /// What it comes to depends on the code under test, as far as can be seen.
    case open
    /// Fails wherever it is reached: a mark for a place that must not be reached.
    case fails
    /// Demands nothing (`expect(x)` without a matcher, `assert (x, "text")`).
    case incomplete
    case holds(Tautology)
  }

  /// Why an assertion holds whatever the code under test does.
  package enum Tautology: Sendable, Hashable {
    /// A value is compared with itself.
    case sameValue
    /// What is expected is calculated by the call that is tested.
    case sameCalculation
    case constants
    /// A new object is there.
    case newObject
    /// A count is not negative.
    case count
    /// One of its conditions always holds.
    case condition
    /// What must raise does nothing but raise.
    case ownError
  }

  static func all(in context: UnitContext) -> [AssertionFact] {
    let tree = context.tree
    var facts: [AssertionFact] = []
    for index in tree.nodes.indices where tree.nodes[index].kind == .assertion {
      let node = NodeIndex(index)
      facts.append(AssertionFact(node: node, worth: context.worth(ofAssertion: node)))
    }
    return facts
  }
}

extension UnitContext {
  fileprivate func worth(ofAssertion node: NodeIndex) -> AssertionFact.Worth {
    let assertion = tree[node]
    if assertion.has(.incomplete) { return .incomplete }
    let kind = tree.text(assertion.name)
    if kind == AssertionKind.fail { return .fails }
    if kind == AssertionKind.raises { return worth(ofRaising: node) }
    guard let actual = tree.child(node, .actual) else { return .open }
    let expected = tree.child(node, .expected)
    guard let outcome = outcome(of: kind, actual, expected) else { return .open }
    guard outcome.holds != assertion.has(.negated) else { return .fails }
    return .holds(outcome.why)
  }

  private typealias Outcome = (holds: Bool, why: AssertionFact.Tautology)

  private func outcome(of kind: String, _ actual: NodeIndex, _ expected: NodeIndex?) -> Outcome? {
    switch kind {
    case AssertionKind.truthy: return fixedTruth(of: actual).map { ($0, why(actual)) }
    case AssertionKind.falsy: return fixedTruth(of: actual).map { (!$0, why(actual)) }
    case AssertionKind.null: return isNull(actual).map { ($0, .constants) }
    case AssertionKind.notNull:
      if tree.kind(actual) == .call, file.context.facts.has(.constructionMayFail) { return nil }
      return isNull(actual).map { (!$0, tree.kind(actual) == .literal ? .constants : .newObject) }
    case AssertionKind.equal, AssertionKind.same:
      guard let expected else { return nil }
      if kind == AssertionKind.same, sameness(actual, expected) == .calculation { return nil }
      return fixedTruth(of: Operator.equal, actual, expected).map { ($0, why(actual, expected)) }
    case AssertionKind.atLeast, AssertionKind.atMost, AssertionKind.less, AssertionKind.greater:
      guard let expected else { return nil }
      let comparison =
        switch kind {
        case AssertionKind.atLeast: Operator.greaterOrEqual
        case AssertionKind.atMost: Operator.lessOrEqual
        case AssertionKind.less: Operator.less
        default: Operator.greater
        }
      let isCounted = isCount(actual) || isCount(expected)
      return fixedTruth(of: comparison, actual, expected).map { ($0, isCounted ? .count : why(actual, expected)) }
    default: return nil
    }
  }

  private func why(_ condition: NodeIndex) -> AssertionFact.Tautology {
    switch tree.kind(condition) {
    case .literal, .collection: .constants
    default: .condition
    }
  }

  private func why(_ actual: NodeIndex, _ expected: NodeIndex) -> AssertionFact.Tautology {
    if tree.kind(actual) == .literal { return .constants }
    return sameness(actual, expected) == .calculation ? .sameCalculation : .sameValue
  }

  private func worth(ofRaising node: NodeIndex) -> AssertionFact.Worth {
    guard !tree[node].has(.negated), let body = tree.child(node, .body) else { return .open }
    guard let statement = tree.children(body).first(where: { _ in true }), tree.kind(statement) == .raise,
      let raised = tree.child(statement, .value), let expected = tree.child(node, .expected)
    else { return .open }
    return tree[raised].name == tree[expected].name ? .holds(.ownError) : .open
  }
}
