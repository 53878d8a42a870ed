import Behaviour

extension GoLanguage {
  static let facts: LanguageFacts = {
    var words = LanguageFacts.Words()
    words.null = "nil"
    words.closure = "func() …"
    return LanguageFacts(
      words: words,
      habits: [
        .testsGiveNothing, .capitalsAreFunctions, .finalizersSetResults, .absenceIsUnmarked, .namesFields,
        .sharesMemory,
      ],
      emptiness: LanguageFacts.Emptiness(failingFunctions: ["slices.Max", "slices.Min"])
    )
    .linking(LinkFacts(bareNames: .folder, modulesAreFolders: true))
  }()
}
