import Behaviour

extension RustLanguage {
  static let facts: LanguageFacts = {
    var words = LanguageFacts.Words()
    words.null = "None"
    words.isNull = ".is_none()"
    words.isNotNull = ".is_some()"
    words.closure = "|| …"
    words.interpolation = LanguageFacts.Interpolation(open: "format!(\"", close: "\")", openPart: "{")
    // What a handler takes is decided by the call that may fail, which gives errors of one type.
    // Only macros and struct literals name what they are given; no call takes an object of options.
    var facts = LanguageFacts(
      words: words,
      habits: [.tasksAreLazy, .labelsArguments, .failuresAreValues, .namesFields, .dropsAtScopeEnd]
    )
    facts.destructors = ["drop": "Drop"]
    return facts
  }()
}
