import Behaviour

extension RustLanguage {
  static let facts: LanguageFacts = {
    var words = LanguageFacts.Words()
    words.null = "None"
    words.isNull = ".is_none()"
    words.isNotNull = ".is_some()"
    words.unwrap = ".unwrap()"
    words.closure = "|| …"
    words.interpolation = LanguageFacts.Interpolation(open: "format!(\"", close: "\")", openPart: "{")
    // What a handler takes is decided by the call that may fail, which gives errors of one type.
    // Only macros and struct literals name what they are given; no call takes an object of options.
    var facts = LanguageFacts(
      words: words,
      habits: [.tasksAreLazy, .labelsArguments, .failuresAreValues, .namesFields, .dropsAtScopeEnd],
      emptiness: LanguageFacts.Emptiness(
        absent: [
          "first", "last", "next", "max", "min", "nth", "find", "max_by", "min_by", "max_by_key", "min_by_key", "pop",
          "pop_front", "pop_back", "position", "next_back", "reduce",
        ]
      )
    )
    facts.destructors = ["drop": "Drop"]
    facts.habits.insert(.writesAreExclusive)
    return facts
  }()
}
