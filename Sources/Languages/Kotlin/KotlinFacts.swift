import Behaviour

extension KotlinLanguage {
  static let facts: LanguageFacts = {
    var words = LanguageFacts.Words()
    words.spread = "*"
    words.label = " = "
    words.closure = "{ … }"
    return LanguageFacts(
      words: words,
      habits: [.labelsArguments, .typesHandlers, .waitsByItself, .ownMembersAreBare, .logsTraceErrors],
      failedAssertions: [
        "Throwable", "Error", "AssertionError", "AssertionFailedError", "ComparisonFailure", "MultipleFailuresError",
      ]
    )
    .adding(loopResults: ["Mono", "Flux", "Uni", "Multi"])
  }()
}
