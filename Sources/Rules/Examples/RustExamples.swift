/// How the rules hold in Rust.
extension LanguageExamples {
  static let rust = LanguageExamples(
    "rust",
    examples: [
      .swallowedError: rustSwallowedError,
      .missingTimeout: rustMissingTimeout,
      .uncheckedResult: rustUncheckedResult,
      .unawaitedTask: rustUnawaitedTask,
      .checkThenAct: rustCheckThenAct,
      .retryWithoutIdempotency: rustRetryWithoutIdempotency,
      .ioInLoop: rustIoInLoop,
      .fabricatedResult: rustFabricatedResult,
      .removedGuard: rustRemovedGuard,
      .weakenedHandler: rustWeakenedHandler,
      .assertionFreeTest: rustAssertionFreeTest,
      .tautologicalTest: rustTautologicalTest,
    ],
    absent: [
      .broadCatch: "a failure is a value of a type that the call names, and a bug panics, which no handler takes"
    ]
  )
}
