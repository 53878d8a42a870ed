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
    var facts = LanguageFacts(
      words: words,
      habits: [.takesCallbacks, .exportsElsewhere, .absenceIsUnmarked],
      failedAssertions: ["", "Error", "AssertionError"],
      emptiness: LanguageFacts.Emptiness(
        failing: ["reduce", "reduceRight"],
        failingFunctions: ["Math.max", "Math.min"],
        absent: ["find", "findLast", "at", "pop", "shift", "match", "exec"],
        indexFails: false
      )
    )
    .adding(habits: .runsOnLoop)
    .linking(LinkFacts(group: "javascript", folderHeads: ["index"], modulesGiveDefaults: true))
    facts.taskTypes = ["Promise", "PromiseLike"]
    return facts
  }()
}
