extension RemovedLock {
  static let examples = scriptingExamples + compiledExamples
}
