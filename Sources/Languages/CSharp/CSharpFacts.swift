import Behaviour

extension CSharpLanguage {
  static let facts: LanguageFacts = {
    var words = LanguageFacts.Words()
    words.isType = "is"
    words.new = "new "
    words.interpolation = LanguageFacts.Interpolation(open: "$\"", openPart: "{")
    return LanguageFacts(
      words: words,
      habits: [
        .labelsArguments, .typesHandlers, .testsGiveNothing, .ownMembersAreBare, .capitalsAreFunctions,
        .logsTraceErrors, .rethrowCutsTrace,
      ],
      failedAssertions: [
        "", "Exception", "XunitException", "AssertionException", "AssertFailedException", "UnitTestAssertException",
        "MultipleAssertException", "ShouldAssertException",
      ]
    )
    .adding(taskWaits: ["Result", "Wait", "GetResult"])
  }()
}
