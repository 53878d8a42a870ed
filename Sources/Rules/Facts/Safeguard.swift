package import Behaviour
import Knowledge

/// What keeps other executions out, ends a wait, or keeps the failure of something else from spreading: a lock, a
/// transaction, a limit of time, a policy.
///
/// Conditions are `Requirement`s, and what becomes of failures is told by handlers: neither is repeated here.
package struct Safeguard: Sendable {
  package enum Kind: Sendable, Hashable, CaseIterable {
    /// One execution at a time, or so many.
    case lock
    /// All or nothing.
    case transaction
    /// Rows that nobody else may write meanwhile.
    case rows
    /// A write that does nothing where the version is another one.
    case version
    /// A change that reads and writes in one step.
    case step
    /// A write that fails where there is one already.
    case claim
    /// Ends a wait after a time.
    case limit
    /// Ends a wait when somebody says so.
    case token
    case breaker, bulkhead, rate, retry, fallback, cache
    /// What tells a repeat from a second order.
    case key
  }

  package let kind: Kind
  /// The construct: a scope's resource, a call, a decorator, an argument.
  package let node: NodeIndex
  /// What it goes by: the place of a lock, the name of a decorator, a label.
  package let name: String
  /// What it holds for.
  package let region: Range<NodeIndex>
  /// The call that it was given to, where it is an argument of one or a link of its chain.
  package let subject: NodeIndex?
  /// How long, how often, how many, where that is constant.
  package let amount: SafeguardAmount?
}

extension Safeguard {
  static func all(in context: UnitContext) -> [Safeguard] {
    var reader = SafeguardReader(context)
    reader.read()
    return reader.found
  }
}

extension Safeguard.Kind {
  /// Keeps two executions of the same code from disturbing each other.
  var keepsApart: Bool {
    switch self {
    case .lock, .transaction, .rows, .version, .step, .claim: true
    default: false
    }
  }

  var endsWaits: Bool { self == .limit || self == .token }

  /// Keeps up the work where something it rests on fails.
  var isResilience: Bool { !keepsApart && !endsWaits }

  /// Whether one of another kind does what this one did.
  func isMet(by other: Safeguard.Kind) -> Bool {
    if self == other { return true }
    switch self {
    case .lock, .rows, .version, .step, .claim: return other.keepsApart && other != .transaction
    case .token: return other == .limit
    case .breaker, .bulkhead, .rate: return other == .breaker || other == .bulkhead || other == .rate
    default: return false
    }
  }
}
