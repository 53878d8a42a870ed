import Behaviour

extension PythonLanguage {
  static let facts: LanguageFacts = {
    var words = LanguageFacts.Words()
    words.null = "None"
    words.true = "True"
    words.false = "False"
    words.not = "not "
    words.and = "and"
    words.or = "or"
    words.isNull = " is None"
    words.isNotNull = " is not None"
    words.isType = nil
    words.spread = "*"
    words.label = "="
    words.closure = "lambda …"
    words.cause = " from "
    words.interpolation = LanguageFacts.Interpolation(open: "f\"", openPart: "{")
    var facts = LanguageFacts(
      words: words,
      habits: [
        .labelsArguments, .typesHandlers, .tasksAreLazy, .emptyIsFalse, .testsGiveNothing, .keepsContext,
        .absenceIsUnmarked,
      ],
      exits: ["", "BaseException"],
      failedAssertions: ["", "BaseException", "Exception", "AssertionError"],
      emptiness: LanguageFacts.Emptiness(
        failingFunctions: [
          "max", "min", "next", "functools.reduce", "statistics.mean", "statistics.fmean", "statistics.median",
          "statistics.mode", "statistics.stdev", "random.choice",
        ]
      )
    )
    facts.swallowingExits = ["__exit__", "__aexit__"]
    facts.taskTypes = ["Awaitable", "Coroutine"]
    facts.links = LinkFacts(dots: .ofPackages, folderHeads: ["__init__"])
    return facts
  }()
}
