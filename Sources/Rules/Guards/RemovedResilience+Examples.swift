extension RemovedResilience {
  static let examples: [RuleExample] = []
}
