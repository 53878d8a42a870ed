extension LanguageExamples {
  /// What the rules find in C#.
  static let csharp = LanguageExamples(
    "csharp",
    examples: csharpErrors.merging(csharpEffects) { $1 }.merging(csharpResults) { $1 }
  )
}
