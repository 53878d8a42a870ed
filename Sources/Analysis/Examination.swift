import Behaviour
import Rules

/// Runs every rule over a unit, and settles which entry stands where several speak of one place.
struct Examination {
  let rules: [any Rule.Type]

  init(rules: [RuleID]) {
    self.rules = rules.compactMap(\.rule)
  }

  func entries(of context: UnitContext) -> [Entry] {
    var ledger = LedgerBuilder(context)
    for rule in rules { rule.examine(context, into: &ledger) }
    let settled = Judgement.settle(Precedence.settle(ledger.entries))
    return Damage.settle(ConfidenceArithmetic.settle(settled, in: context), in: context.unit)
  }

  /// What went with a unit that is gone.
  func entries(ofRemoved context: UnitContext, in change: ChangeScope) -> [Entry] {
    var ledger = LedgerBuilder(context)
    for rule in rules { rule.examine(removed: context, in: change, into: &ledger) }
    return Damage.settle(ledger.entries, in: context.unit)
  }
}

/// What may be said of a unit of which a part does not parse: the parser guessed where that part begins and ends, so the
/// rest may be other code than it seems. Nothing is assured of it, and nothing is held against it.
enum Damage {
  static func settle(_ entries: [Entry], in unit: Unit) -> [Entry] {
    guard unit.tree.nodes.contains(where: { $0.kind == .unknown && $0.has(.broken) }) else { return entries }
    return entries.compactMap { entry in
      switch entry.outcome {
      case .unverified: return entry
      case .checked: return nil
      case .flagged:
        var entry = entry
        entry.outcome = .unverified
        entry.confidence = nil
        entry.reason = "a part of `\(unit.name)` does not parse"
        entry.fix = nil
        return entry
      }
    }
  }
}

/// The most specific rule wins at one range (gap catalog, 14.3); the loser's evidence goes to the winner.
enum Precedence {
  private static let orders: [[RuleID]] = [
    [
      .finallyOverrides, .lostCause, .weakenedHandler, .fabricatedResult, .swallowedError, .resourceLeak,
      .uncheckedResult, .broadCatch,
    ],
    [.retryWithoutIdempotency, .duplicateDelivery, .partialFailure],
    [.lostUpdate, .checkThenAct, .unguardedSharedWrite],
    [.swallowedAssertion, .tautologicalTest, .assertionFreeTest],
    [.ioInLoop, .sequentialAwait],
    [.mockEcho, .swallowedAssertion, .tautologicalTest, .assertionFreeTest],
  ]

  /// What the baseline shows to be lost says more than that it is missing: where the first of two rules flags a place,
  /// or names it as evidence, the second one's flag there is the same finding.
  private static let absorbing: [RuleID: Set<RuleID>] = [
    .removedTimeout: [.missingTimeout],
    .removedLock: [.checkThenAct],
    .removedGuard: [.uncheckedResult],
    .weakenedHandler: [.swallowedError, .uncheckedResult],
    .removedResilience: [.retryWithoutIdempotency, .resourceLeak, .lockLeak],
    .unawaitedTask: [.weakenedHandler],
    .removedTest: [.assertionFreeTest],
  ]

  private static func absorb(_ entries: [Entry]) -> [Entry] {
    let strong = entries.filter { $0.outcome == .flagged && absorbing[$0.rule] != nil }
    guard !strong.isEmpty else { return entries }
    return entries.filter { entry in
      guard entry.outcome == .flagged else { return true }
      return !strong.contains { winner in
        guard absorbing[winner.rule]?.contains(entry.rule) == true else { return false }
        return winner.range.overlaps(entry.range) || winner.evidence.contains { $0.range.overlaps(entry.range) }
      }
    }
  }

  static func settle(_ all: [Entry]) -> [Entry] {
    guard all.count > 1 else { return all }
    let entries = absorb(all)
    var kept: [Entry] = []
    kept.reserveCapacity(entries.count)
    for entry in entries {
      if let rival = kept.firstIndex(where: { rivals($0, entry) }) {
        if rank(entry) < rank(kept[rival]) {
          var winner = entry
          winner.evidence = merged(winner.evidence, kept[rival].evidence)
          kept[rival] = winner
        } else {
          kept[rival].evidence = merged(kept[rival].evidence, entry.evidence)
        }
      } else {
        kept.append(entry)
      }
    }
    return kept
  }

  /// Two entries speak of one thing: rules of one order, at one range, and the more specific one says no less than the
  /// other: a flag never gives way to what is only checked or unverified.
  private static func rivals(_ a: Entry, _ b: Entry) -> Bool {
    guard a.rule != b.rule, a.range == b.range, orders.contains(where: { $0.contains(a.rule) && $0.contains(b.rule) })
    else { return false }
    return rank(a) < rank(b) ? weight(a) <= weight(b) : weight(b) <= weight(a)
  }

  /// What says most has the least weight.
  private static func weight(_ entry: Entry) -> Int { Outcome.allCases.firstIndex(of: entry.outcome) ?? 0 }

  private static func rank(_ entry: Entry) -> Int {
    for order in orders {
      if let rank = order.firstIndex(of: entry.rule) { return rank }
    }
    return 0
  }

  private static func merged(_ a: [Entry.Evidence], _ b: [Entry.Evidence]) -> [Entry.Evidence] {
    var all = a
    for item in b where !all.contains(where: { $0.range == item.range }) { all.append(item) }
    return all.sorted { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
  }
}
