import Behaviour

extension JavaLanguage {
  static let facts: LanguageFacts = {
    var words = LanguageFacts.Words()
    words.isType = "instanceof"
    words.new = "new "
    words.spread = ""
    words.closure = "() -> …"
    return LanguageFacts(
      words: words,
      habits: [
        .typesHandlers, .takesCallbacks, .ownMembersAreBare, .logsTraceErrors, .absenceIsUnmarked, .sharesMemory,
      ],
      failedAssertions: [
        "Throwable", "Error", "AssertionError", "AssertionFailedError", "ComparisonFailure", "MultipleFailuresError",
      ],
      emptiness: LanguageFacts.Emptiness(
        failing: ["getFirst", "getLast", "removeFirst", "removeLast"],
        failingFunctions: ["java.util.Collections.max", "java.util.Collections.min"],
        absent: ["max", "min", "average", "findFirst", "findAny", "reduce"],
        forcing: ["get", "getAsInt", "getAsDouble", "getAsLong"]
      )
    )
    .adding(habits: .modelsHoldVersions, loopResults: ["Mono", "Flux", "Uni", "Multi"])
    .linking(LinkFacts(group: "jvm", bareNames: .folder, libraries: .byType))
  }()
}
