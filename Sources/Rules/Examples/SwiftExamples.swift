extension LanguageExamples {
  static let swift = LanguageExamples(
    "swift",
    examples: swiftErrors.merging(swiftOthers) { $1 },
    absent: [
      .finallyOverrides: "what `defer` holds can neither return nor throw out of its function"
    ]
  )
}
