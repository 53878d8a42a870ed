import Behaviour

extension CSharpLanguage {
  static let facts: LanguageFacts = {
    var words = LanguageFacts.Words()
    words.isType = "is"
    words.new = "new "
    words.interpolation = LanguageFacts.Interpolation(open: "$\"", openPart: "{")
    var facts = LanguageFacts(
      words: words,
      habits: [
        .labelsArguments, .typesHandlers, .testsGiveNothing, .ownMembersAreBare, .capitalsAreFunctions,
        .logsTraceErrors, .rethrowCutsTrace, .absenceIsUnmarked, .sharesMemory,
      ],
      failedAssertions: [
        "", "Exception", "XunitException", "AssertionException", "AssertFailedException", "UnitTestAssertException",
        "MultipleAssertException", "ShouldAssertException",
      ],
      emptiness: LanguageFacts.Emptiness(
        failing: ["First", "Last", "Single", "Max", "Min", "Average", "Aggregate"],
        absent: ["FirstOrDefault", "LastOrDefault", "SingleOrDefault", "MaxBy", "MinBy", "Find"]
      )
    )
    .adding(habits: .modelsHoldVersions, taskWaits: ["Result", "Wait", "GetResult"])
    facts.taskTypes = ["Task", "ValueTask"]
    facts.links.libraries = .byCapitalizedType
    return facts
  }()
}
