extension RemovedTimeout {
  static let examples: [RuleExample] = []
}
