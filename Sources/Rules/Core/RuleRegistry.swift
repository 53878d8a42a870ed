extension RuleID {
  /// The rule of an id.
  package var rule: (any Rule.Type)? {
    switch self {
    case .missingTimeout: MissingTimeout.self
    case .uncheckedResult: UncheckedResult.self
    case .partialFailure: PartialFailure.self
    case .unhandledFailure: UnhandledFailure.self
    case .unawaitedTask: UnawaitedTask.self
    case .retryWithoutIdempotency: RetryWithoutIdempotency.self
    case .duplicateDelivery: DuplicateDelivery.self
    case .unboundedRetry: UnboundedRetry.self
    case .unguardedEmpty: UnguardedEmpty.self
    case .unvalidatedInput: UnvalidatedInput.self
    case .ioInLoop: IOInLoop.self
    case .unboundedLoad: UnboundedLoad.self
    case .quadraticScan: QuadraticScan.self
    case .sequentialAwait: SequentialAwait.self
    case .swallowedError: SwallowedError.self
    case .lostCause: LostCause.self
    case .resourceLeak: ResourceLeak.self
    case .lockLeak: LockLeak.self
    case .finallyOverrides: FinallyOverrides.self
    case .broadCatch: BroadCatch.self
    case .weakenedHandler: WeakenedHandler.self
    case .fabricatedResult: FabricatedResult.self
    case .removedGuard: RemovedGuard.self
    case .testDoubleInProduction: TestDoubleInProduction.self
    case .mockEcho: MockEcho.self
    case .stubBody: StubBody.self
    case .swallowedAssertion: SwallowedAssertion.self
    case .removedLock: RemovedLock.self
    case .removedTimeout: RemovedTimeout.self
    case .removedResilience: RemovedResilience.self
    case .removedTest: RemovedTest.self
    case .assertionFreeTest: AssertionFreeTest.self
    case .tautologicalTest: TautologicalTest.self
    case .unguardedSharedWrite: UnguardedSharedWrite.self
    case .checkThenAct: CheckThenAct.self
    case .lostUpdate: LostUpdate.self
    case .blockingInAsync: BlockingInAsync.self
    case .unboundedConcurrency: UnboundedConcurrency.self
    case .untestedChange: UntestedChange.self
    case .bypassedWrapper: BypassedWrapper.self
    case .duplicateLogic: DuplicateLogic.self
    case .inconsistentCallers: InconsistentCallers.self
    case .happyPathOnly: HappyPathOnly.self
    case .callOrder: CallOrder.self
    case .reviewBudget: ReviewBudget.self
    case .unparsedRegion: UnparsedRegion.self
    case .dataSource: DataSource.self
    case .unitsAndRounding: UnitsAndRounding.self
    case .timeAndZone: TimeAndZone.self
    case .authorization: Authorization.self
    case .calleeContract: CalleeContract.self
    }
  }
}
