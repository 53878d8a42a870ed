import Behaviour

extension JavaScriptLanguage {
  static let facts: LanguageFacts = {
    var words = LanguageFacts.Words()
    words.equal = "==="
    words.notEqual = "!=="
    words.isNull = " == null"
    words.isNotNull = " != null"
    words.isType = "instanceof"
    words.new = "new "
    words.interpolation = LanguageFacts.Interpolation(open: "`", close: "`")
    return LanguageFacts(words: words, habits: [.takesCallbacks], failedAssertions: ["", "Error", "AssertionError"])
      .adding(habits: .runsOnLoop)
  }()
}
