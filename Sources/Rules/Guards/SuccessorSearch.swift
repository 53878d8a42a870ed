import Behaviour
import Knowledge

/// Where what a removed unit did is done after the change.
struct SuccessorSearch {
  let old: UnitContext
  /// Units that the change brought, or made to do more than they did.
  private let candidates: [(context: UnitContext, deeds: Set<String>)]

  struct Successor {
    let context: UnitContext
    /// What is done there that the removed unit did, in the removed unit.
    let deed: NodeIndex
  }

  init(of old: UnitContext, in change: ChangeScope) {
    self.old = old
    var candidates: [(UnitContext, Set<String>)] = []
    func add(_ units: [Unit], _ were: [Unit], _ facts: FileFacts) {
      let before = Dictionary(were.map { ($0.qualifiedName, $0) }, uniquingKeysWith: { first, _ in first })
      for unit in units where unit.kind != .test && unit.kind != .module && candidates.count < 200 {
        let was = before[unit.qualifiedName]
        guard was?.tree != unit.tree else { continue }
        let context = UnitContext(unit: unit, file: facts, knowledge: old.knowledge)
        guard !context.isExempt else { continue }
        var deeds = SuccessorSearch.deeds(of: context)
        if let was {
          deeds.subtract(SuccessorSearch.deeds(of: UnitContext(unit: was, file: facts, knowledge: old.knowledge)))
        }
        if !deeds.isEmpty { candidates.append((context, deeds)) }
      }
    }
    add(change.newUnits(), change.oldUnits(), change.facts)
    for file in change.elsewhere.files { add(file.new, file.old, file.facts) }
    self.candidates = candidates
  }

  private static func deeds(of context: UnitContext) -> Set<String> {
    let whole = context.tree.subtree(context.tree.root)
    return Set(context.deeds(in: whole, naming: .anonymous).filter { $0.weight >= .call }.map(\.key))
  }

  /// The unit that does now what a region of the removed unit did; nil where nobody does, or where one of those that
  /// do still has what stood there.
  func successor(of region: Range<NodeIndex>, unless has: (UnitContext) -> Bool) -> Successor? {
    let wanted = old.deeds(in: region, naming: .anonymous).filter { $0.weight >= .call }
    let keys = Set(wanted.map(\.key))
    guard let best = wanted.max(by: { ($0.weight, -$0.node) < ($1.weight, -$1.node) }),
      best.weight == .effect || keys.count >= 2
    else { return nil }
    var found: Successor?
    for candidate in candidates where candidate.deeds.contains(best.key) {
      let shared = keys.count { candidate.deeds.contains($0) }
      if has(candidate.context) { return nil }
      guard shared * 2 > keys.count else { continue }
      if found == nil { found = Successor(context: candidate.context, deed: best.node) }
    }
    return found
  }
}

extension LedgerBuilder {
  /// Tells of something that went with a unit while what it protected is done elsewhere.
  mutating func add(
    _ rule: RuleID,
    lost what: String,
    at node: NodeIndex,
    of old: UnitContext,
    to successor: SuccessorSearch.Successor,
    stake: Stake
  ) {
    let name = successor.context.unit.qualifiedName
    let deed = old.calleeWording(successor.deed)
    add(
      rule,
      .flagged,
      node,
      at: old.headline(node),
      message: "\(what) went with `\(old.unit.name)`, and `\(name)` does `\(deed)` now without it.",
      question: "\(what) stood before `\(deed)`: what makes sure of it in `\(name)`?",
      confidence: .medium,
      stake: stake,
      evidence: [("done in `\(name)` now", successor.deed)]
    )
  }
}
