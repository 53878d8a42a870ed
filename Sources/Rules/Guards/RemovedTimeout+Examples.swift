extension RemovedTimeout {
  static let examples = scriptingExamples + compiledExamples
}
