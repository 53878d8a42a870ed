package import Behaviour
import Knowledge

/// What may fail in the body of an attempt.
package struct AttemptFact: Sendable {
  package let node: NodeIndex
  /// Calls that leave the process, by the catalog, in reading order.
  package let effects: [CallFact]
  /// Calls that nobody knows, and that do not look like conversions or lookups, in reading order.
  package let guesses: [NodeIndex]
  /// Calls whose only business is to give something back.
  package let cleanups: Int
  /// All calls.
  package let calls: Int
  /// Statements, those inside of others too.
  package let statements: Int
  /// Something is awaited: a cancellation may arrive here.
  package let awaits: Bool
  /// It raises by itself.
  package let raises: Bool
  /// Holds code that could not be read.
  package let hasUnknown: Bool

  /// Everything in it that plausibly fails.
  package var fallible: Int { effects.count + guesses.count }

  /// It does nothing but give something back.
  package var isCleanup: Bool { cleanups > 0 && guesses.isEmpty && effects.isEmpty }

  /// The effect that is worst to lose.
  package var worst: CallFact? {
    effects.min { AttemptFact.weight($0) < AttemptFact.weight($1) }
  }

  private static func weight(_ call: CallFact) -> Int {
    switch call.effect {
    case .payment: 0
    case _ where call.effect.writes: 1
    default: 2
    }
  }
}

extension AttemptFact {
  static func make(_ node: NodeIndex, in context: UnitContext) -> AttemptFact {
    let tree = context.tree
    var effects: [CallFact] = []
    var guesses: [NodeIndex] = []
    var cleanups = 0
    var calls = 0
    var statements = 0
    var awaits = false
    var raises = false
    var hasUnknown = false
    let marksFailures = context.file.context.facts.has(.marksFailures)
    for part in tree.children(node) where tree[part].role == .body || tree[part].role == .resource {
      context.visit(part) { at in
        let node = tree[at]
        if node.role == .statement, node.kind != .block { statements += 1 }
        switch node.kind {
        case .await: awaits = true
        case .raise: raises = true
        case .unknown: hasUnknown = true
        case .call:
          guard let call = context.call(at) else { return }
          calls += 1
          let role = context.role(of: call)
          if marksFailures, !node.has(.propagated), role != .cleanup { return }
          switch role {
          case .effect: effects.append(call)
          case .unresolved: guesses.append(at)
          case .ambiguous:
            if node.has(.awaited) { guesses.append(at) }
          case .cleanup: cleanups += 1
          case .log, .report, .exit, .rollback, .sleep, .harmless: break
          }
        default: break
        }
      }
    }
    return AttemptFact(
      node: node,
      effects: effects,
      guesses: guesses,
      cleanups: cleanups,
      calls: calls,
      statements: statements,
      awaits: awaits,
      raises: raises,
      hasUnknown: hasUnknown
    )
  }
}
