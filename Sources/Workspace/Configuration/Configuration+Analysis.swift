package import Analysis

extension Configuration {
  /// What of it an analysis depends on.
  package var analysis: AnalysisConfiguration {
    AnalysisConfiguration(rules: enabledRules, sizeLimit: maximumFileSize)
  }
}
