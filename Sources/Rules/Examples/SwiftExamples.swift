extension LanguageExamples {
  static let swift = LanguageExamples("swift", examples: swiftErrors.merging(swiftOthers) { $1 })
}
