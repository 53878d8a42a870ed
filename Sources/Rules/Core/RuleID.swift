/// The rules, by the ids of the review report. An id without a rule does not compile.
package enum RuleID: String, Sendable, CaseIterable, Comparable {
  case swallowedError = "swallowed-error"
  case broadCatch = "broad-catch"
  case lostCause = "lost-cause"
  case unhandledFailure = "unhandled-failure"
  case missingTimeout = "missing-timeout"
  case uncheckedResult = "unchecked-result"
  case partialFailure = "partial-failure"
  case unawaitedTask = "unawaited-task"
  case resourceLeak = "resource-leak"
  case finallyOverrides = "finally-overrides"
  case unguardedSharedWrite = "unguarded-shared-write"
  case checkThenAct = "check-then-act"
  case lostUpdate = "lost-update"
  case lockLeak = "lock-leak"
  case blockingInAsync = "blocking-in-async"
  case unboundedConcurrency = "unbounded-concurrency"
  case retryWithoutIdempotency = "retry-without-idempotency"
  case duplicateDelivery = "duplicate-delivery"
  case unboundedRetry = "unbounded-retry"
  case removedGuard = "removed-guard"
  case weakenedHandler = "weakened-handler"
  case removedLock = "removed-lock"
  case removedTimeout = "removed-timeout"
  case removedResilience = "removed-resilience"
  case removedTest = "removed-test"
  case fabricatedResult = "fabricated-result"
  case stubBody = "stub-body"
  case testDoubleInProduction = "test-double-in-production"
  case swallowedAssertion = "swallowed-assertion"
  case assertionFreeTest = "assertion-free-test"
  case tautologicalTest = "tautological-test"
  case mockEcho = "mock-echo"
  case happyPathOnly = "happy-path-only"
  case untestedChange = "untested-change"
  case unguardedEmpty = "unguarded-empty"
  case unvalidatedInput = "unvalidated-input"
  case ioInLoop = "io-in-loop"
  case bypassedWrapper = "bypassed-wrapper"
  case duplicateLogic = "duplicate-logic"
  case inconsistentCallers = "inconsistent-callers"
  case callOrder = "call-order"
  case unboundedLoad = "unbounded-load"
  case quadraticScan = "quadratic-scan"
  case sequentialAwait = "sequential-await"
  case reviewBudget = "review-budget"
  case unparsedRegion = "unparsed-region"
  case dataSource = "data-source"
  case unitsAndRounding = "units-and-rounding"
  case timeAndZone = "time-and-zone"
  case authorization
  case calleeContract = "callee-contract"

  /// In the order of declaration, which is the order of the report contract's table.
  package static func < (a: RuleID, b: RuleID) -> Bool { a.order < b.order }

  package var order: Int { RuleID.orders[self] ?? 0 }

  private static let orders = Dictionary(uniqueKeysWithValues: zip(allCases, 0...))
}

package enum RuleFamily: String, Sendable, CaseIterable {
  case errors, concurrency, idempotency, guards, fabrication, tests
  case edgeCases = "edge-cases"
  case scale
  case blastRadius = "blast-radius"
  case architecture, review, judgement
}

/// What it costs to be wrong, worst first.
package enum Stake: String, Sendable, CaseIterable, Comparable {
  case money
  case dataLoss = "data-loss"
  case security, availability, correctness, upkeep

  /// Worse comes first.
  package static func < (a: Stake, b: Stake) -> Bool { a.order < b.order }

  package var order: Int { Stake.allCases.firstIndex(of: self) ?? 0 }
}
