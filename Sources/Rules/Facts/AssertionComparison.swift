import Behaviour
import Knowledge

/// What became of the assertions of a test.
struct AssertionComparison {
  let old: UnitContext
  let new: UnitContext
  private let naming: Naming

  struct Loosened {
    let was: NodeIndex
    let now: NodeIndex
    /// What had to be must not be, of two that each ask for one thing.
    var isOpposite = false
  }

  init(old: UnitContext, new: UnitContext) {
    self.old = old
    self.new = new
    naming = Naming(comparing: old, with: new)
  }

  private struct Demand {
    let node: NodeIndex
    let kind: String
    let isNegated: Bool
    /// What is asserted on, as written and with names followed.
    let actual: Set<UInt64>
    let expected: Set<UInt64>
  }

  private func demands(in context: UnitContext) -> [Demand] {
    context.assertionNodes.map { node in
      let tree = context.tree
      var actual = tree.child(node, .actual)
      if tree.name(node) == AssertionKind.raises { actual = tree.child(node, .body) ?? actual }
      if tree.name(node) == AssertionKind.fail {
        // What fails by a word stands behind a condition: that is what is asked.
        actual = nil
        for above in tree.ancestors(node) where tree.kind(above) == .branch {
          actual = tree.child(above, .condition)
          break
        }
      }
      return Demand(
        node: node,
        kind: tree.name(node),
        isNegated: tree[node].has(.negated),
        actual: actual.map { forms($0, in: context) } ?? [],
        expected: tree.child(node, .expected).map { forms($0, in: context) } ?? []
      )
    }
  }

  private func forms(_ node: NodeIndex, in context: UnitContext) -> Set<UInt64> {
    [
      FormWriter.hash(node, in: context, naming: naming, expands: false),
      FormWriter.hash(node, in: context, naming: naming, expands: true),
    ]
  }

  /// Old assertions without a counterpart, where the new test has fewer, and those that demand less than they did.
  func losses() -> (gone: [NodeIndex], loosened: [Loosened]) {
    let before = demands(in: old)
    var now = demands(in: new)
    var open: [Demand] = []
    // The same first, then whatever is expected: of two that ask one list for two things, the one that stands is not
    // taken for the other.
    var changed: [Demand] = []
    for demand in before {
      let index = now.firstIndex { isSame(demand, $0) && !$0.expected.isDisjoint(with: demand.expected) }
      if let index { now.remove(at: index) } else { changed.append(demand) }
    }
    for demand in changed {
      let index = now.firstIndex { isSame(demand, $0) && demand.expected.isEmpty == $0.expected.isEmpty }
      if let index { now.remove(at: index) } else { open.append(demand) }
    }
    var gone: [Demand] = []
    var loosened: [Loosened] = []
    for demand in open {
      let about = now.firstIndex { !$0.actual.isDisjoint(with: demand.actual) }
      guard let index = about else {
        gone.append(demand)
        continue
      }
      let other = now.remove(at: index)
      if isLooser(other, than: demand) {
        let isOpposite = isOpposite(other, of: demand)
        loosened.append(Loosened(was: demand.node, now: other.node, isOpposite: isOpposite))
      }
    }
    for (demand, node) in widened(before) where !loosened.contains(where: { $0.now == node }) {
      loosened.append(Loosened(was: demand, now: node))
    }
    // As many as before: another way to ask.
    let left = gone.count - now.count
    return (left > 0 ? gone.prefix(left).map(\.node) : [], loosened)
  }

  /// Whether each old assertion stands in the new test, with the value that it expects.
  var asksTheSame: Bool {
    var now = demands(in: new)
    for demand in demands(in: old) {
      let index = now.firstIndex {
        isSame(demand, $0)
          && (demand.expected.isEmpty ? $0.expected.isEmpty : !$0.expected.isDisjoint(with: demand.expected))
      }
      guard let index else { return false }
      now.remove(at: index)
    }
    return true
  }

  /// Whether each old assertion stands in the new test, or a stricter one on the same value does.
  var asksAsMuch: Bool {
    var now = demands(in: new)
    for demand in demands(in: old) {
      let index =
        now.firstIndex { isSame(demand, $0) }
        ?? now.firstIndex {
          !$0.actual.isDisjoint(with: demand.actual) && !isLooser($0, than: demand)
        }
      guard let index else { return false }
      now.remove(at: index)
    }
    return true
  }

  private func isSame(_ a: Demand, _ b: Demand) -> Bool {
    a.kind == b.kind && a.isNegated == b.isNegated && !a.actual.isDisjoint(with: b.actual)
  }

  /// The wider error, the larger tolerance, in what is otherwise the same assertion.
  private func widened(_ before: [Demand]) -> [(NodeIndex, NodeIndex)] {
    let now = demands(in: new)
    return before.compactMap { demand in
      guard let other = now.first(where: { isSame(demand, $0) }) else { return nil }
      if demand.kind == AssertionKind.raises { return takesMore(other, than: demand) ? (demand.node, other.node) : nil }
      return toleratesMore(other.node, than: demand.node) ? (demand.node, other.node) : nil
    }
  }

  private func takesMore(_ now: Demand, than was: Demand) -> Bool {
    guard let before = old.tree.child(was.node, .expected) else { return false }
    guard let type = new.tree.child(now.node, .expected) else { return true }
    let name = String(NameReading.last(new.tree.name(type)))
    return AssertionComparison.roots.contains(name)
      && !AssertionComparison.roots.contains(String(NameReading.last(old.tree.name(before))))
  }

  private static let roots: Set<String> = [
    "Exception", "BaseException", "Error", "Throwable", "RuntimeException", "StandardError", "RuntimeError",
  ]

  private func toleratesMore(_ now: NodeIndex, than was: NodeIndex) -> Bool {
    guard let before = tolerance(was, in: old), let after = tolerance(now, in: new) else { return false }
    return after >= before * 2
  }

  private func tolerance(_ node: NodeIndex, in context: UnitContext) -> Double? {
    for index in context.tree.subtree(node) where context.tree.kind(index) == .argument {
      guard
        ["delta", "abs", "rel", "tolerance", "within", "accuracy", "atol", "rtol"].contains(context.tree.name(index)),
        let value = context.tree.child(index, .value), context.tree.kind(value) == .literal
      else { continue }
      return Double(context.tree.name(value))
    }
    return nil
  }

  /// Whether one asks that something is so, and the other that it is not, with nothing in between.
  private func isOpposite(_ now: Demand, of was: Demand) -> Bool {
    let pairs: [Set<String>] = [
      [AssertionKind.truthy, AssertionKind.falsy], [AssertionKind.null, AssertionKind.notNull],
    ]
    if was.kind == now.kind {
      return was.isNegated != now.isNegated
        && [AssertionKind.raises, AssertionKind.truthy, AssertionKind.falsy]
          .contains(was.kind)
    }
    return was.isNegated == now.isNegated && pairs.contains([was.kind, now.kind])
  }

  /// An assertion on the same value that more values pass.
  private func isLooser(_ now: Demand, than was: Demand) -> Bool {
    if was.isNegated != now.isNegated, was.kind == now.kind { return true }
    if was.isNegated { return false }
    if was.kind == AssertionKind.null {
      return now.kind != AssertionKind.null && now.kind != AssertionKind.equal && now.kind != AssertionKind.same
    }
    return strictness(now) < strictness(was)
  }

  private func strictness(_ demand: Demand) -> Int {
    if demand.isNegated { return 1 }
    switch demand.kind {
    case AssertionKind.equal, AssertionKind.same, AssertionKind.snapshot, AssertionKind.raises: return 4
    case AssertionKind.falsy, AssertionKind.null: return 3
    case AssertionKind.less, AssertionKind.greater, AssertionKind.atMost, AssertionKind.atLeast, AssertionKind.contains,
      AssertionKind.matches:
      return 2
    // `assertTrue(a == b)` says as much as the condition does.
    case AssertionKind.truthy: return 1
    case AssertionKind.notNull, AssertionKind.type: return 1
    default: return 4
    }
  }
}
