extension LanguageExamples {
  static let ruby = LanguageExamples(
    "ruby",
    examples: rubyErrors.merging(rubyEffects) { $0 + $1 }.merging(rubyTests) { $0 + $1 },
    absent: [.sequentialAwait: "a call waits where it stands: nothing can be awaited together"]
  )
}
