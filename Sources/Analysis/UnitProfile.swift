import Behaviour
import Knowledge
import Rules

/// What a unit does outside, and what stands between that and its callers, in short: for people who compare.
package struct UnitProfile: Sendable, Hashable {
  /// As the catalog has them, each once, by name.
  package var effects: [String]
  /// Conditions, calls and decorators without which it does not go on.
  package var checks: Int
  /// Places where a failure is dealt with.
  package var handlers: Int

  init(_ context: UnitContext) {
    effects = Set(context.calls.map(\.effect).filter(\.leavesProcess).map(\.rawValue)).sorted()
    checks = context.protections.count
    handlers = context.handlers.count
  }

  /// `database-write, payment; 3 checks, 1 handler`
  package var text: String {
    let deeds = effects.isEmpty ? "no effect that is known" : effects.joined(separator: ", ")
    return
      "\(deeds); \(checks) \(checks == 1 ? "check" : "checks"), \(handlers) \(handlers == 1 ? "handler" : "handlers")"
  }
}

/// A changed unit's profiles.
package struct ProfileChange: Sendable, Hashable {
  /// Nil for a unit that is new.
  package var before: UnitProfile?
  package var after: UnitProfile

  /// What a person should know of it; nil where there is nothing to tell.
  package var text: String? {
    guard let before else {
      return after.effects.isEmpty && after.checks == 0 && after.handlers == 0 ? nil : after.text
    }
    return before == after ? nil : "before: \(before.text) → now: \(after.text)"
  }
}
