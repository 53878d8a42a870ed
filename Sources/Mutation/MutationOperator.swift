import Rules

/// A way in which a protection gets lost.
package enum MutationOperator: String, Sendable, CaseIterable {
  /// A handler of which nothing is left.
  case emptiedHandler = "emptied-handler"
  /// A handler that writes a line and answers with a constant.
  case loggedDefault = "logged-default"
  case removedDeadline = "removed-deadline"
  case removedLock = "removed-lock"
  case removedAwait = "removed-await"
  case removedKey = "removed-key"
  case removedRelease = "removed-release"
  /// What was handed in, or belongs to the object, and is no longer given back: told from what was, only.
  case removedHandedRelease = "removed-handed-release"
  case removedAssertions = "removed-assertions"
  /// What an entry calls its evidence.
  case removedEvidence = "removed-evidence"
  /// A condition under which the unit left early. Told from what was, only.
  case removedGuard = "removed-guard"
  /// A condition under which the unit gave nothing, or a plain no. Told from what was, only.
  case removedReturn = "removed-return"
  /// A call that does nothing but check. Told from what was, only.
  case removedCheck = "removed-check"
  /// A decorator that says who may come in. Told from what was, only.
  case removedDecorator = "removed-decorator"
  /// What made several writes one. Told from what was, only.
  case removedTransaction = "removed-transaction"
  /// `<` in place of `<=`, or the other way round. Told from what was, only.
  case widenedComparison = "widened-comparison"
  /// One of the demands of a condition. Told from what was, only.
  case droppedConjunct = "dropped-conjunct"
  /// A deadline ten times as long. Told from what was, only.
  case raisedLimit = "raised-limit"

  /// Whether the code as it stands can tell; else only a comparison with what it was.
  package var standsAlone: Bool {
    switch self {
    case .removedGuard, .droppedConjunct, .raisedLimit, .removedReturn, .removedCheck, .removedDecorator,
      .removedTransaction, .widenedComparison, .removedHandedRelease:
      false
    default: true
    }
  }

  /// Rules of which one must notice; for evidence, the rule whose evidence it was.
  var rules: Set<RuleID> {
    switch self {
    case .emptiedHandler, .loggedDefault: [.swallowedError, .broadCatch, .fabricatedResult, .lostCause]
    case .removedDeadline: [.missingTimeout]
    case .removedLock: [.unguardedSharedWrite, .checkThenAct, .lostUpdate]
    case .removedAwait: [.unawaitedTask]
    case .removedKey: [.retryWithoutIdempotency]
    case .removedRelease, .removedHandedRelease: [.resourceLeak, .lockLeak]
    case .removedAssertions: [.assertionFreeTest, .tautologicalTest]
    case .removedEvidence, .removedGuard, .droppedConjunct, .raisedLimit, .removedReturn, .removedCheck,
      .removedDecorator, .removedTransaction, .widenedComparison:
      []
    }
  }
}
