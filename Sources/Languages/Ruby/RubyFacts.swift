import Behaviour

extension RubyLanguage {
  static let facts: LanguageFacts = {
    var words = LanguageFacts.Words()
    words.null = "nil"
    words.isNull = ".nil?"
    words.isType = "is"
    words.spread = "*"
    words.closure = "{ … }"
    words.interpolation = LanguageFacts.Interpolation(openPart: "#{")
    return LanguageFacts(
      words: words,
      habits: [
        .labelsArguments, .typesHandlers, .saysConstruction, .ownMembersAreBare, .keepsCause, .absenceIsUnmarked,
      ],
      exits: ["Exception"],
      // A handler that names no type takes a `StandardError`, which the failure of an assertion is not.
      failedAssertions: ["Exception", "Assertion", "ExpectationNotMetError", "MultipleExpectationsNotMetError"],
      emptiness: LanguageFacts.Emptiness(
        absent: [
          "first", "last", "min", "max", "min_by", "max_by", "find", "detect", "sample", "pop", "shift", "match",
        ],
        indexFails: false
      )
    )
    .linking(LinkFacts(bareNames: .workspace))
  }()
}
