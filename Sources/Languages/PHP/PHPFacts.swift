import Behaviour

extension LanguageFacts {
  static let php: LanguageFacts = {
    var words = Words()
    words.equal = "==="
    words.notEqual = "!=="
    words.isType = "instanceof"
    words.new = "new "
    words.closure = "fn () => …"
    words.interpolation = Interpolation(open: "\"", close: "\"", openPart: "{$", closePart: "}")
    // Arguments may have labels, but libraries take their options in an array.
    return LanguageFacts(
      words: words,
      habits: [.typesHandlers, .emptyIsFalse, .absenceIsUnmarked],
      failedAssertions: ["Throwable", "Exception", "AssertionFailedError", "ExpectationFailedException"],
      emptiness: Emptiness(
        failingFunctions: ["max", "min", "array_rand"],
        absent: ["first", "last"],
        absentFunctions: ["reset", "end", "current", "array_pop", "array_shift"],
        indexFails: false,
        orElseCovers: true
      )
    )
    .linking(LinkFacts(bareNames: .workspace))
  }()
}
