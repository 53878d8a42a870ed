import Behaviour

extension KotlinLanguage {
  static let facts: LanguageFacts = {
    var words = LanguageFacts.Words()
    words.spread = "*"
    words.label = " = "
    words.unwrap = "!!"
    words.closure = "{ … }"
    return LanguageFacts(
      words: words,
      habits: [.labelsArguments, .typesHandlers, .waitsByItself, .ownMembersAreBare, .logsTraceErrors, .sharesMemory],
      failedAssertions: [
        "Throwable", "Error", "AssertionError", "AssertionFailedError", "ComparisonFailure", "MultipleFailuresError",
      ],
      emptiness: LanguageFacts.Emptiness(
        failing: [
          "first", "last", "single", "max", "min", "maxBy", "minBy", "maxOf", "minOf", "reduce", "random",
          "removeFirst",
          "removeLast",
        ],
        absent: [
          "firstOrNull", "lastOrNull", "singleOrNull", "find", "maxOrNull", "minOrNull", "maxByOrNull", "minByOrNull",
          "maxOfOrNull", "minOfOrNull", "randomOrNull", "getOrNull",
        ]
      )
    )
    .adding(habits: .modelsHoldVersions, loopResults: ["Mono", "Flux", "Uni", "Multi"])
    .linking(LinkFacts(group: "jvm", bareNames: .folder, libraries: .byType))
  }()
}
