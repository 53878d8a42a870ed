import Behaviour
import Knowledge

/// A test exercises logic of what it tests, not the value that it planted.
enum MockEcho: Rule {
  static let card = RuleCard(
    id: .mockEcho,
    family: .tests,
    summary: "A test exercises logic of its target, not the value it planted in a double.",
    rationale: """
      A mock that was told to return five returns five. A test that asks it for that shows how the mock works, and \
      stays green when the code behind it is deleted. The same holds where the very function that the test is named \
      after is replaced.

      What counts is that production code stands between what a double gives and what is asserted: something is \
      computed, chosen, translated or refused.
      """,
    sources: ["Gap catalog, S2b, S4d", "Error Prone DirectInvocationOnMock"],
    examples: dynamicExamples + compiledExamples
  )

  static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    guard context.unit.kind == .test, PlantedValue.mayBe(in: context.tree), context.isLiveTest,
      !isAboutDoubles(context)
    else { return }
    let planted = PlantedValue.all(in: context)
    guard !planted.isEmpty else { return }
    var pending: [PendingEntry] = []
    var passed: [(demand: NodeIndex, call: NodeIndex, planted: PlantedValue)] = []
    var computed: (demand: NodeIndex, call: NodeIndex)?
    var others = 0
    for demand in context.demands {
      guard let asked = asked(by: demand, in: context) else {
        others += 1
        continue
      }
      if let plant = planted.first(where: { $0.answers(asked.call, in: context) && $0.node < demand.node }) {
        pending.append(echo(demand.node, asked.call, plant, in: context))
        continue
      }
      let same = planted.first { plant in
        plant.value.map { isSame($0, asked.expected, in: context) } ?? false
      }
      if let same {
        passed.append((demand.node, asked.call, same))
      } else if isOwn(asked.expected, in: context), planted.contains(where: { $0.value != nil }),
        !holdsPart(of: asked.expected, planted, in: context), !isWrittenBefore(asked.expected, in: context)
      {
        computed = computed ?? (demand.node, asked.call)
      } else {
        others += 1
      }
    }
    if pending.isEmpty, others == 0, computed == nil, let first = passed.first, context.tree.nodes.count < 400 {
      pending.append(passedOn(first.demand, first.call, first.planted, in: context))
    }
    if pending.isEmpty, let computed {
      pending.append(
        PendingEntry(
          .checked,
          computed.demand,
          key: "computed",
          message: "`\(context.display(computed.call))` makes what is asserted; no double was told it.",
          stake: .correctness,
          evidence: [("is asked", computed.call)]
        )
      )
    }
    ledger.add(.mockEcho, pending)
  }

  /// The call that an assertion asks, and what it has to come to.
  private static func asked(
    by demand: Demand,
    in context: UnitContext
  ) -> (call: NodeIndex, expected: NodeIndex)? {
    let tree = context.tree
    guard demand.means == .assertion, tree.kind(demand.node) == .assertion, !tree[demand.node].has(.negated),
      [AssertionKind.equal, AssertionKind.same].contains(tree.name(demand.node)),
      let actual = tree.child(demand.node, .actual), let expected = tree.child(demand.node, .expected)
    else { return nil }
    for (one, other) in [(actual, expected), (expected, actual)] {
      if let call = call(behind: one, in: context) { return (call, other) }
    }
    return nil
  }

  private static func call(behind value: NodeIndex, in context: UnitContext) -> NodeIndex? {
    let tree = context.tree
    var node = value
    for _ in 0..<6 {
      switch tree.kind(node) {
      case .call: return tree[node].has(.constructs) ? nil : node
      case .await: node = tree.child(node, .value) ?? node
      case .operation where tree.name(node) == Operator.unwrap: node = tree.child(node, .operand) ?? node
      case .read:
        guard let origin = context.flow.origin(of: node), origin != node else { return nil }
        node = origin
      default: return nil
      }
    }
    return nil
  }

  private static func isSame(_ planted: NodeIndex, _ expected: NodeIndex, in context: UnitContext) -> Bool {
    let tree = context.tree
    if tree.isSame(planted, expected) { return !isTrivial(expected, in: tree) }
    guard let one = context.flow.origin(of: planted), let other = context.flow.origin(of: expected) else {
      return false
    }
    return one == other
  }

  /// A value that many things have by chance.
  private static func isTrivial(_ node: NodeIndex, in tree: BehaviourTree) -> Bool {
    guard tree.kind(node) == .literal else { return tree.kind(node) == .collection && tree[node].next == node &+ 1 }
    switch tree[node].literalKind {
    case .null, .true, .false: return true
    case .integer: return tree.name(node).utf8.count < 2
    case .string: return tree.name(node).isEmpty
    default: return false
    }
  }

  /// A value that the test itself knows.
  private static func isOwn(_ node: NodeIndex, in context: UnitContext) -> Bool {
    let tree = context.tree
    let origin = context.flow.origin(of: node) ?? node
    let known: Set<NodeKind> = [.literal, .collection, .argument]
    return tree.subtree(origin).allSatisfy { known.contains(tree.kind($0)) } && !isTrivial(origin, in: tree)
  }

  /// Whether a constant of what is expected stands in what a double was told: then it may only be taken out of that.
  private static func holdsPart(of expected: NodeIndex, _ planted: [PlantedValue], in context: UnitContext) -> Bool {
    let tree = context.tree
    let origin = context.flow.origin(of: expected) ?? expected
    let constants = Set(
      tree.subtree(origin).filter { tree.kind($0) == .literal && !isTrivial($0, in: tree) }.map { tree[$0].name }
    )
    return planted.contains { plant in
      guard let value = plant.value else { return false }
      let told = context.flow.origin(of: value) ?? value
      // What is not written out in the test may hold anything.
      return tree.subtree(told).contains { at in
        switch tree.kind(at) {
        case .literal: constants.contains(tree[at].name)
        case .read, .call: true
        default: false
        }
      }
    }
  }

  /// Whether a constant of what is expected stands elsewhere in the test, too, in what is made or given: a double may
  /// hold it by another name.
  private static func isWrittenBefore(_ expected: NodeIndex, in context: UnitContext) -> Bool {
    let tree = context.tree
    let origin = context.flow.origin(of: expected) ?? expected
    let own = tree.subtree(origin)
    let constants = Set(
      own.filter { tree.kind($0) == .literal && !isTrivial($0, in: tree) }.map { tree[$0].name }
    )
    return tree.nodes.indices.contains { index in
      let node = NodeIndex(index)
      guard tree.nodes[index].kind == .literal, constants.contains(tree.nodes[index].name), !own.contains(node) else {
        return false
      }
      return !tree.ancestors(node).contains { tree.kind($0) == .assertion }
    }
  }

  private static func echo(
    _ demand: NodeIndex,
    _ call: NodeIndex,
    _ plant: PlantedValue,
    in context: UnitContext
  ) -> PendingEntry {
    let told = plant.value.map { "`\(context.wording(of: $0))`" } ?? "what it returns"
    let test = context.shown(context.unit.name)
    return PendingEntry(
      .flagged,
      demand,
      key: "echo \(context.tree.name(call))",
      message: "`\(context.display(call))` was told to return \(told) by the test, which asks it for that.",
      question: "If the code behind `\(context.display(call))` were deleted, would `\(test)` still pass?",
      confidence: .high,
      stake: .correctness,
      evidence: [("is told here what to return", plant.node)]
    )
  }

  private static func passedOn(
    _ demand: NodeIndex,
    _ call: NodeIndex,
    _ plant: PlantedValue,
    in context: UnitContext
  ) -> PendingEntry {
    let name = context.display(call)
    let test = context.shown(context.unit.name)
    return PendingEntry(
      .unverified,
      demand,
      key: "passed on",
      message: "What is asserted of `\(name)` is what a double was told to return.",
      question: "If `\(name)` did no more than hand on what it is given, would `\(test)` still pass?",
      reason: "whether `\(name)` computes what it gives cannot be seen here",
      stake: .correctness,
      evidence: [("is told here what to return", plant.node)]
    )
  }

  /// Tests of doubles themselves.
  private static func isAboutDoubles(_ context: UnitContext) -> Bool {
    let words = NameReading.words(context.unit.name) + (context.unit.owner.map { NameReading.words($0.name) } ?? [])
    return words.contains {
      ["mock", "mocks", "mocking", "stub", "stubs", "fake", "fakes", "spy", "double", "doubles"].contains($0)
    }
  }
}
