extension RemovedTest {
  static let examples = scriptingExamples + compiledExamples
}
