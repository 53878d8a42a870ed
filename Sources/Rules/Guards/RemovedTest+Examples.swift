extension RemovedTest {
  static let examples: [RuleExample] = []
}
