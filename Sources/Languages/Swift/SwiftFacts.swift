import Behaviour

extension SwiftLanguage {
  static let facts: LanguageFacts = {
    var words = LanguageFacts.Words()
    words.null = "nil"
    words.closure = "{ … }"
    words.interpolation = LanguageFacts.Interpolation(openPart: "\\(", closePart: ")")
    return LanguageFacts(
      words: words,
      habits: [
        .labelsArguments, .labelsKeepPlaces, .testsGiveNothing, .marksFailures, .awaitsAreDemanded, .ownMembersAreBare,
        .constructionMayFail, .hidesConditions, .sharesMemory,
      ],
      emptiness: LanguageFacts.Emptiness(
        failing: ["removeFirst", "removeLast"],
        absent: ["first", "last", "max", "min", "randomElement", "popLast", "firstIndex", "lastIndex"]
      )
    )
    .linking(LinkFacts(bareNames: .workspace))
  }()
}
