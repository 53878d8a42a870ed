extension RemovedResilience {
  static let examples = scriptingExamples + compiledExamples
}
