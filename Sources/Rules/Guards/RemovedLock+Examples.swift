extension RemovedLock {
  static let examples: [RuleExample] = []
}
