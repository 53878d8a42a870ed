extension PartialFailure {
  static let examples: [RuleExample] = []
  static let scriptExamples: [RuleExample] = []
  static let compiledExamples: [RuleExample] = []
}
