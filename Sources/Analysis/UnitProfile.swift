import Behaviour
import Knowledge
import Rules

/// What a unit does outside, and what stands between that and its callers, in short: for people who compare.
package struct UnitProfile: Sendable, Hashable {
  /// As the catalog has them, each once, by name.
  package var effects: [String]
  /// What there is of each kind of protection, in the order of `kinds`.
  private var counts: [Int]

  private static let kinds = ["check", "handler", "lock", "transaction", "time limit", "safeguard", "assertion"]

  init(_ context: UnitContext) {
    effects = Set(context.calls.map(\.effect).filter(\.leavesProcess).map(\.rawValue)).sorted()
    let safeguards = context.safeguards
    let isTest = context.unit.kind == .test
    counts = [
      // Conditions, calls and decorators without which it does not go on.
      isTest ? 0 : context.protections.count,
      // Places where a failure is dealt with.
      context.handlers.count,
      safeguards.count { $0.kind == .lock || $0.kind == .rows },
      safeguards.count { $0.kind == .transaction },
      safeguards.count { $0.kind == .limit },
      // Retries, circuit breakers, rate limits, idempotency keys, writes that only the first of two gets through with.
      safeguards.count { ![.lock, .rows, .transaction, .limit, .token, .cache].contains($0.kind) },
      isTest ? context.assertions.count : 0,
    ]
  }

  /// `database-write, payment · 3 checks · 1 handler`: what there is, and nothing of what there is not.
  fileprivate var text: String? {
    var parts = effects.isEmpty ? [] : [effects.joined(separator: ", ")]
    for (kind, count) in zip(UnitProfile.kinds, counts) where count > 0 {
      parts.append("\(count) \(kind)\(count == 1 ? "" : "s")")
    }
    return parts.isEmpty ? nil : parts.joined(separator: " · ")
  }

  /// `now also payment · checks 3 → 2`: what is different, and nothing of what is not.
  fileprivate func text(since before: UnitProfile) -> String? {
    var parts: [String] = []
    let added = effects.filter { !before.effects.contains($0) }
    let gone = before.effects.filter { !effects.contains($0) }
    if !added.isEmpty { parts.append("now also \(added.joined(separator: ", "))") }
    if !gone.isEmpty { parts.append("no longer \(gone.joined(separator: ", "))") }
    for (kind, (was, now)) in zip(UnitProfile.kinds, zip(before.counts, counts)) where was != now {
      parts.append("\(kind)s \(was) → \(now)")
    }
    return parts.isEmpty ? nil : parts.joined(separator: " · ")
  }
}

/// A changed unit's profiles.
package struct ProfileChange: Sendable, Hashable {
  /// Nil for a unit that is new.
  package var before: UnitProfile?
  package var after: UnitProfile

  /// What a person should know of it; nil where there is nothing to tell.
  package var text: String? { before.map { after.text(since: $0) } ?? after.text }
}
