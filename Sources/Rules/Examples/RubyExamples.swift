extension LanguageExamples {
  static let ruby = LanguageExamples(
    "ruby",
    examples: rubyErrors.merging(rubyEffects) { $0 + $1 }.merging(rubyTests) { $0 + $1 }
  )
}
