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
      habits: [.typesHandlers, .takesCallbacks, .ownMembersAreBare, .logsTraceErrors],
      failedAssertions: [
        "Throwable", "Error", "AssertionError", "AssertionFailedError", "ComparisonFailure", "MultipleFailuresError",
      ]
    )
    .adding(loopResults: ["Mono", "Flux", "Uni", "Multi"])
  }()
}
